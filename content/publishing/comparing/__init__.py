"""What differs between two versions, as a reader would read it."""
