"""The content that a new site starts with: the files, and what loads them."""
