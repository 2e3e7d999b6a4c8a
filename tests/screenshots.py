"""
Take the pictures of the documents anew: python -m tests.screenshots [names].

A site of its own is started for them, with the initial content and an account of each role.
"""

import io
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from PIL import Image

from tests import chromium
from tests.started import ROOT, started

IMAGES = ROOT / "docs" / "images"
VIEW = {"width": 1280, "height": 800}
# A page has few colours. With these, text looks the same and a file is a third.
COLOURS = 128

VISITOR = "visitor"

# The name of the file, who looks (a visitor, or the name of a group), and what they do:
# methods of a page in playwright, with what they take.
STRATEGY = [("goto", "/admin/pages/page/?q=strategi"), ("click", "text='Strategi'")]
DRAFT = [*STRATEGY, ("fill", "#id_title_da", "Strategi og mål"), ("click", "[name=_draft]")]
PICTURES = [
    ("front-page", VISITOR, [("goto", "/")]),
    ("log-ind", VISITOR, [("goto", "/admin/login/")]),
    ("startside", "udgiver", [("goto", "/admin/")]),
    ("ret-en-side", "udgiver", STRATEGY),
    ("kladde", "redaktør", DRAFT),
    ("se-aendringer", "udgiver", [*STRATEGY, ("click", "a[href*='/compare/']")]),
    ("forhaandsvis", "udgiver", [*STRATEGY, ("click", ".submit-row a[href*='/preview/']")]),
    ("historik", "udgiver", [*STRATEGY, ("click", "a.historylink")]),
    (
        "to-redaktoerer",
        "udgiver",
        [
            *STRATEGY,
            # As if the form had been open since before the draft was saved.
            ("evaluate", "document.querySelector('[name=_seen]').value = '1'"),
            ("fill", "#id_title_da", "Mål og strategi"),
            ("click", "[name=_draft]"),
        ],
    ),
    ("samlet-udgivelse", "udgiver", [("goto", "/admin/publishing/plan/add/")]),
    ("traek-tilbage", "udgiver", [*STRATEGY, ("click", ".withdrawlink")]),
    ("skal-ses-efter", "udgiver", [("goto", "/admin/skal-ses-efter/")]),
]


def take(names):
    with (
        tempfile.TemporaryDirectory() as folder,
        started(Path(folder)) as site,
        chromium.launched() as browser,
    ):
        cookies = chromium.cookies_of_editors(DATA_DIR=folder)
        for name, role, steps in PICTURES:
            if not names or name in names:
                origin = f"http://localhost:{site.port}"
                page = opened(browser, origin, cookies.get(role))
                save(name, picture(page, steps))


def opened(browser, origin, cookie):
    context = browser.new_context(base_url=origin, viewport=VIEW, locale="da-DK")
    if cookie:
        chromium.use_cookie(context, origin, cookie)
    return context.new_page()


def picture(page, steps):
    """Each click leads to another page, which the next step is for."""
    for method, *arguments in steps:
        arrives = page.expect_navigation() if method == "click" else nullcontext()
        with arrives:
            getattr(page, method)(*arguments)
    page.wait_for_load_state("networkidle")
    return page.screenshot(animations="disabled", caret="hide")


def save(name, png):
    image = Image.open(io.BytesIO(png)).convert("RGB")
    IMAGES.mkdir(exist_ok=True)
    image.quantize(COLOURS).save(IMAGES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    take(sys.argv[1:])
