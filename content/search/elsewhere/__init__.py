"""
An OpenSearch beside the database, where settings.OPENSEARCH names one.

It matches lexemes, as the database's own engine does; what a word is, which words are
related and how a result looks is decided here as before. While it does not answer, or has
not been told of everything, the database searches: docs/decisions/0046 says why.
"""
