"""Texts to vectors whose nearness is nearness in meaning: the port and its adapters."""
