"""Who is there: one-time links, and browsers that came by one."""
