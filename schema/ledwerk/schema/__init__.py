"""What exists: kinds, relations, value types, statements and errors. Standard library only."""
