"""The mark of messages after which nothing typed is left to save, see saved.js."""

SAVED = "saved"
