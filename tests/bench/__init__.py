"""How fast it is and what a turn costs: `make bench`. What the numbers mean is in docs/performance.md."""
