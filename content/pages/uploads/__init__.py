"""
What an editor may upload, and what is found in it.

A file is looked into before it is stored, with a ceiling on what that may cost:
its size before it is read, its pixels before they are decoded, its entries before
they are unpacked, and nothing is ever unpacked to disk.
"""
