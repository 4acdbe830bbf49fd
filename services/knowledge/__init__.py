"""Documents in, searchable chunks out."""
