from django.db import models
from django.utils.translation import gettext_lazy as _


class Term(models.Model):
    """
    A word that stands in the index, so that a query finds its relatives.

    Words and lexemes are marked with their scope, see scopes.py.
    """

    word = models.CharField(max_length=50, primary_key=True)
    lexeme = models.CharField(max_length=50)
    # The ends of the lexeme, to look compounds up by.
    head = models.CharField(max_length=10)
    tail = models.CharField(max_length=10)
    # The number of entries that hold the word.
    uses = models.IntegerField()

    class Meta:
        ordering = ["word"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        indexes = [
            # The commonest come first, so that who wants a few need not read them all; with
            # the lexeme, so that nobody need look into the table.
            models.Index(fields=["lexeme", "-uses", "word"]),
            models.Index(fields=["head", "-uses", "word", "lexeme"]),
            models.Index(fields=["tail", "-uses", "word", "lexeme"]),
        ]

    def __str__(self):
        return self.word

    @property
    def plain_word(self):
        """The word without its scope."""
        return self.word.partition("_")[2]
