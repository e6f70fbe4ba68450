"""People, boards and seats, and who works where."""
