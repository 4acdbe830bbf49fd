"""The seam between deciding and doing: what a handler returned becomes true here."""
