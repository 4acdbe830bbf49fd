"""Language models that write an answer from passages: the port and its adapters."""
