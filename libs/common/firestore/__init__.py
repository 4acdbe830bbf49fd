"""Firestore, one idea a file: its keys, its documents, its reads and writes, and the line before contended rows."""
