"""The five services of Frontdesk."""
