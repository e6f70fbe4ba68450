"""Money and figures."""
