"""What breaks: processes killed, deliveries repeated and reordered, poison, dependencies that are slow or gone."""
