"""How fast the site is beside what cannot be faster; docs/performance.md has the figures."""
