"""What the documents point to is there."""

import re
import tomllib
from pathlib import Path

import pytest

from kbh_radikalisering.initial_content import loader
from tests import screenshots

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
IMAGES = sorted(screenshots.IMAGES.glob("*.png"))
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(file):
    links = [link for link in LINK.findall(file.read_text()) if "://" not in link]

    assert [link for link in links if not (file.parent / link).exists()] == []


def test_the_yearly_task_leads_to_the_drill_that_the_guide_describes():
    tasks = tomllib.loads((loader.FOLDER / "yearly_tasks.toml").read_text())
    drill = tasks["publishing.yearlytask"][1]

    told = f"{drill['what_to_do_da']} {drill['what_to_do_en']}"
    places = re.findall(r"(docs/\S+)#(\S+)", told)

    assert places == [("docs/operators.md", "the-restore-drill")] * 2
    headings = re.findall(r"^#+ (.+)$", (ROOT / places[0][0]).read_text(), re.MULTILINE)
    assert "The restore drill" in headings


def test_every_picture_can_be_taken_anew():
    assert [image.stem for image in IMAGES] == sorted(
        name for name, _role, _steps in screenshots.PICTURES
    )


def test_the_pictures_are_small():
    assert [image.name for image in IMAGES if image.stat().st_size > 150_000] == []
