"""The API's resources, a file each: what is asked and answered, and the functions that do it."""
