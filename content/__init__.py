"""What editors own: one package of small apps, not an app itself."""
