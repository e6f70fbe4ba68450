"""Parties: what their names look like, where they are, who publishes, and who belongs to whom."""
