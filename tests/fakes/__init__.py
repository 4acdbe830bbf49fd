"""Stand-ins for what Frontdesk talks to: they speak the real protocols over HTTP, on a loopback port."""
