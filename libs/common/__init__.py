"""What the five services share, and nothing else: events, entities, the ports and their adapters."""
