"""Cohere's SDK, as every adapter that speaks to it opens it."""
