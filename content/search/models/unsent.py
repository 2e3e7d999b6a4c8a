from django.db import models


class Unsent(models.Model):
    """
    An entry that came or went, which the search server beside the database has not been told.

    A row a change, written in the transaction of the change: as long as there is one, what
    that server finds may be of before, and the database searches itself.
    """

    # Of no entry: the server knows nothing yet, or nothing right.
    ALL = 0

    entry_id = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]
        default_permissions = []

    def __str__(self):
        return str(self.entry_id)
