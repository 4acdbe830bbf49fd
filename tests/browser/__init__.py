"""The console in a real browser: what owners, staff and their customers see and do, played to the end."""
