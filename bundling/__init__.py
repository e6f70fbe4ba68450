"""Making a zip from which ledwerk runs on a laptop without internet: `make bundle`."""
