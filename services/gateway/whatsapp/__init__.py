"""WhatsApp: what its webhooks say, what its messages may hold, and the lines that carry them."""
