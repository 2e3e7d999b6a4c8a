"""
How editors sign in: django-allauth's views, below the admin's address and in its look.

Nobody signs up, nobody gets in by mail, and a password alone opens nothing.
"""
