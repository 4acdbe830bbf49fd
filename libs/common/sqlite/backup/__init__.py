"""A data folder in one file, and a folder made from it."""
