"""How a file becomes headings, paragraphs, items, tables and labels, whatever it was made with."""
