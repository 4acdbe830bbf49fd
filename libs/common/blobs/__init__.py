"""Files too large for a document: the port and its adapters."""
