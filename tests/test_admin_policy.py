"""The admin's headers, and what they let the editor's script do."""

import base64
import hashlib
import re
from importlib import resources

import pytest
from django.urls import reverse

from kbh_radikalisering.admin_policy import EDITOR_STYLE

PAGES = [
    "admin:index",
    "admin:login",
    "admin:password_change",
    "admin:jsi18n",
    "admin:pages_page_add",
]


def sha256(text):
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def directives(response):
    policy = response["Content-Security-Policy"]
    return {part.split()[0]: part.split()[1:] for part in policy.split("; ")}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_of_the_admin_is_kept(admin_client, name):
    response = admin_client.get(reverse(name))

    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_inline_runs_but_what_has_a_hash(admin_client, name):
    policy = directives(admin_client.get(reverse(name)))

    assert policy["default-src"] == ["'none'"]
    assert [source for source in policy["script-src"] if "sha256" not in source] == ["'self'"]
    assert [source for source in policy["style-src"] if "sha256" not in source] == ["'self'"]


def test_the_only_inline_script_is_the_import_map_of_the_policy(admin_client):
    response = admin_client.get(reverse("admin:pages_page_add"))

    inline = re.findall(
        r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", response.content.decode()
    )
    hashes = [each for each in directives(response)["script-src"] if "sha256" in each]
    assert [sha256(script) for script in inline] == hashes


def test_the_policy_allows_the_style_that_the_editor_has_now():
    script = resources.files("django_prose_editor").joinpath(
        "static/django_prose_editor/editor.js"
    )
    styles = re.findall(r"`(\.ProseMirror \{.*?)`", script.read_text(), re.DOTALL)

    assert [sha256(style) for style in styles] == [EDITOR_STYLE]


@pytest.mark.parametrize("name", PAGES)
def test_forms_say_where_they_come_from(admin_client, name):
    """Without a referrer a browser's form has the origin "null", which CSRF refuses."""
    response = admin_client.get(reverse(name))

    assert response["Referrer-Policy"] == "same-origin"
