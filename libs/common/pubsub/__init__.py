"""Google Cloud Pub/Sub: what the bus on it is made of."""
