"""One SQLite file that holds documents and log: what the embedded store, bus and finisher stand on."""
