"""Asking other sites whether what the public texts lead to is still there."""
