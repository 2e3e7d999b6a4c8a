"""Documents that an editor uploads, and whether they are stored as they were sent."""

from .admin import Admin
from .visitor import NUMBERED

ADD = "/admin/pages/document/add/"


def send(stage, title, file):
    """OSError or RefusedError where it was not said to be stored."""
    Admin(stage.machine.port, stage.session()).upload(
        ADD,
        "_draft",
        "file",
        ("plan.pdf", file),
        title_da=title,
        page=str(stage.page(NUMBERED)),
    )


def stored(stage):
    """{title: name of its file}"""
    return dict(stage.rows("SELECT title_da, file FROM pages_document"))


def is_whole(stage, name, file):
    stored = stage.machine.data_dir / "media" / name
    return stored.exists() and stored.read_bytes() == file
