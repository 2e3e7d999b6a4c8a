"""The rules that hold the house together, read off the code."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SUBJECTS = ["advice", "networks", "pages", "search", "site", "statistics"]
MEDIAN_LINES = 80
MOST_LINES = 200
# Where markup is made from what has been sanitised or escaped just before.
MAKES_MARKUP = {
    "content/publishing/structured_data.py",
    "content/publishing/templatetags/rich_text.py",
}


def python_files(folder):
    return [
        file for file in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in file.parts
    ]


def templates():
    return sorted((ROOT / "templates").rglob("*.html"))


def name(file):
    return file.relative_to(ROOT).as_posix()


def imported(file):
    """Every module that `file` imports, wherever in it, by its full name."""
    package = file.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def importing(folder, forbidden):
    """Which files of `folder` import what begins with one of `forbidden`."""
    return {
        (name(file), module)
        for file in python_files(folder)
        for module in imported(file)
        if any(module == each or module.startswith(f"{each}.") for each in forbidden)
    }


def test_the_apps_are_those_that_the_rules_name():
    apps = {file.parent.name for file in ROOT.glob("content/*/apps.py")}

    assert apps == {*SUBJECTS, "publishing"}


@pytest.mark.parametrize("app", SUBJECTS)
def test_no_subject_imports_another(app):
    others = [f"content.{other}" for other in SUBJECTS if other != app]

    assert importing(f"content/{app}", others) == set()


def test_publishing_imports_no_subject():
    subjects = [f"content.{app}" for app in SUBJECTS]

    assert importing("content/publishing", subjects) == set()


def test_content_does_not_know_the_site_that_is_made_of_it():
    assert importing("content", ["kbh_radikalisering"]) == set()


def test_nothing_but_tests_imports_tests():
    found = importing("content", ["tests"]) | importing("kbh_radikalisering", ["tests"])

    assert found == set()


@pytest.mark.parametrize("app", SUBJECTS)
def test_no_template_tag_of_a_subject_shows_another_s_template(app):
    shown = {
        found
        for file in python_files(f"content/{app}/templatetags")
        for found in re.findall(r'inclusion_tag\(\s*"([^"]+)"', file.read_text())
    }

    assert {each for each in shown if "/" in each and not each.startswith(f"{app}/")} == set()


def test_markup_is_called_safe_only_where_it_was_made_so():
    files = python_files("content") + python_files("kbh_radikalisering")
    making = {
        name(file)
        for file in files
        if re.search(r"mark_safe|SafeString\(|@html_safe", file.read_text())
    }

    assert making == MAKES_MARKUP


@pytest.mark.parametrize(
    "forbidden",
    [
        r"\|\s*safe(seq)?\b",
        r"autoescape off",
        r"\sstyle=",
        r"<style",
        r"<script(?![^>]*\ssrc=)",
        r"\son[a-z]+=[\"']",
        r"javascript:",
    ],
)
def test_no_template_holds_what_the_policy_forbids(forbidden):
    assert {
        name(file) for file in templates() if re.search(forbidden, file.read_text())
    } == set()


def test_every_template_is_used():
    sources = "".join(
        file.read_text()
        for folder in ["content", "kbh_radikalisering"]
        for file in python_files(folder)
    ) + "".join(file.read_text() for file in templates())
    # Found by Django, by the admin, by allauth and by a page's kind.
    found_by_name = re.compile(
        r"(\d{3}\w*|(account|admin|mfa)/.*|pages/[a-z]\w*|\w+/\w+_detail)\.html"
    )

    unused = {
        path
        for path in (file.relative_to(ROOT / "templates").as_posix() for file in templates())
        if f'"{path}"' not in sources and not found_by_name.fullmatch(path)
    }
    assert unused == set()


def test_files_are_small():
    lengths = sorted(
        (len(file.read_text().splitlines()), name(file))
        for folder in ["content", "kbh_radikalisering"]
        for file in python_files(folder)
        if file.stat().st_size
    )

    assert lengths[len(lengths) // 2][0] < MEDIAN_LINES
    # The settings are a list, and one list is easier to look through than four.
    assert [file for length, file in lengths if length > MOST_LINES] == [
        "kbh_radikalisering/settings.py"
    ]
