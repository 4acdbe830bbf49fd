"""One function, or one effect's three, per event that the gateway handles."""
