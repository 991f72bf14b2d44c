"""Two people's year, for benchmarks of pages and of writes."""
