"""What booking says to customers, by language."""
