"""The gateway: HTTP and WhatsApp in, WhatsApp out."""
