"""One suite a port, run unchanged on every adapter."""
