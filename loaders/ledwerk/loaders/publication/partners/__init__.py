"""Who takes part in what, and in which role."""
