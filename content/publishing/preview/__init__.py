"""
A preview is the whole public site, below an address of its own, in a transaction.

What it shows is published in that transaction, which is rolled back once the page is
rendered: so a preview is what the public will get, and changes nothing.
"""
