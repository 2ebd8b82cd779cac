"""What is known, and how it gets in: sources, rule book, tables, index."""
