"""An editor who saves and publishes in the admin, and remembers what was said yes to."""

from tests.visitors import Visitor
from tests.waiting import until

from .admin import Admin, RefusedError
from .visitor import SECRET


class Editor(Visitor):
    """Each number is a draft of one page, and then a publication of another."""

    pause = 0.1

    def __init__(self, port, session, pages, first=0, title="Prøvetal"):
        super().__init__()
        self.admin = Admin(port, session)
        self.drafted, self.published = pages
        self.title = title
        self.number = first
        self.drafts, self.publications = [], []
        self.refusals = []

    def visit(self):
        self.number += 1
        if self.tries(self.draft):
            self.drafts.append(self.number)
        if self.tries(self.publish):
            self.publications.append(self.number)

    def tries(self, save):
        try:
            save()
        except (OSError, RefusedError) as error:
            self.refusals.append(f"{save.__name__} {self.number}: {error!r}")
            return False
        return True

    def draft(self):
        self.admin.send(self.drafted, "_draft", title_da=f"{SECRET} {self.number}")

    def publish(self):
        self.admin.send(
            self.published,
            "_publish",
            title_da=f"{self.title} {self.number}",
            body_da=f"<p>Her står {self.title} {self.number}.</p>",
            minor_change="on",
        )

    def saves(self, count):
        """Wait until so many more drafts and publications have been said yes to."""
        goals = [len(self.drafts) + count, len(self.publications) + count]
        until(lambda: len(self.drafts) >= goals[0] and len(self.publications) >= goals[1])

    def is_refused(self):
        before = len(self.refusals)
        until(lambda: len(self.refusals) > before)


def form_of(row_id):
    return f"/admin/pages/page/{row_id}/change/"
