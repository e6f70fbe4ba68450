"""Projects, programmes and campuses: names, parts, and when they run."""
