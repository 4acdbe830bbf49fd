"""The languages Frontdesk understands, one table a file, compiled on first use."""
