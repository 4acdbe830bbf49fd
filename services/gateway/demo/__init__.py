"""A demo business to look around in."""
