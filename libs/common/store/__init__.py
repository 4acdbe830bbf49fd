"""Documents, one owner at a time: the port and its adapters."""
