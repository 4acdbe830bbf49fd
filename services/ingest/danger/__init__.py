"""A message that sounds like an emergency goes to a person at once, before anything else reads it."""
