"""The JSON API under `/api/v1`: what the console and scripts use."""
