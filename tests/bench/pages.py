"""The scratch site's pages: at most twenty below each, as a site is that people use."""

from content.pages.models import Page

BELOW_EACH = 20
# One in so many has no English.
DANISH_ALONE = 20


class Tree:
    def __init__(self, writer):
        self.writer = writer
        self.number = 0
        # The pages that the next ones stand below or lead to.
        self.known = []

    def page(self):
        """The next page, level by level, not stored."""
        self.number += 1
        above = self.above(self.number)
        page = Page(parent=above, slug=f"side-{self.number}", **self.texts())
        page.path = page.build_path()
        return page

    def room(self):
        """How many pages can stand below those that there are."""
        return (len(self.known) + 1) * BELOW_EACH - self.number

    def above(self, number):
        place = (number - 1) // BELOW_EACH - 1
        return self.known[place] if place >= 0 else None

    def texts(self):
        link = self.link()
        found = {}
        for language in self.languages():
            found |= {
                f"title_{language}": self.writer.title(language),
                f"lead_{language}": self.writer.sentence(language),
                f"body_{language}": self.writer.body(language, link),
            }
        return found

    def languages(self):
        return ["da", "en"] if self.number % DANISH_ALONE else ["da"]

    def link(self):
        if not self.known:
            return "https://example.dk/"
        return f"ref:pages.page:{self.writer.chance.choice(self.known).pk}"

    def grow(self, pages):
        self.known += pages
