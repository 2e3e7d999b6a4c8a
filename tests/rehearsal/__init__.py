"""
A cluster on one machine, and what it goes through: make rehearse.

nginx before three machines of the site, which share a PostgreSQL with a standby, a Redis
and the documents. docs/operators.md has the figures.
"""
