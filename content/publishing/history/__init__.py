"""What was saved, by whom and why; and an object as it was in any of its versions."""
