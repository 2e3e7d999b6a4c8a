"""
How often one visitor may ask for what takes work: searches, and previews of drafts.

Kept pages have no limit. docs/decisions/0041 says how visitors are counted unnamed.
"""
