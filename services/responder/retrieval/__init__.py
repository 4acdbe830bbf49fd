"""Finding what an owner's documents say about a question, and saying it in their words."""
