"""Reading a publication: from a text, PDF or Word file to a proposal of tables."""
