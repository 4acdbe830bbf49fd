"""Live updates: what changed of an owner's, told to the browsers that watch."""
