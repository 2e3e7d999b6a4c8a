"""
Sent inside the transaction of a publication; the sender is the object's model.

A receiver writes to the database only. What has effects elsewhere belongs in
`transaction.on_commit`.
"""

from django.dispatch import Signal

# instance: the object as the public now sees it.
published = Signal()
# instances: public objects of which nothing but the address has changed.
moved = Signal()
# instance: the object that the public no longer sees.
withdrawn = Signal()
