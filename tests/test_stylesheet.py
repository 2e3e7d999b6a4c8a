import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from kbh_radikalisering.staticfiles import BundledManifestStaticFilesStorage
from tests.reading import read

CSS = Path(settings.BASE_DIR / "static" / "css")
LAYERS = "@layer tokens, base, layout, components;"
# What site.css imports; the admin has a stylesheet of its own.
PUBLIC = [CSS / name for name in re.findall(r'"([^"]+)"', (CSS / "site.css").read_text())]
DECLARATION = re.compile(r"(--color-[a-z0-9-]+): (#[0-9a-f]{6});")

TEXT_ON = {
    "surface": ["text", "text-muted", "link"],
    "surface-raised": ["text", "text-muted", "link"],
    "accent": ["on-accent"],
    "warning": ["on-warning"],
    "mark": ["text"],
}
SHAPES_ON = {
    "surface": [
        "border",
        "focus",
        "warning-border",
        "figure-1",
        "figure-2",
        "preventive",
        "anticipatory",
        "intervening",
    ],
    "surface-raised": ["border", "preventive", "anticipatory", "intervening"],
    "focus-gap": ["focus"],
    "warning": ["warning-border"],
}


def collected(folder, changed=None):
    """The bundled stylesheet as collectstatic writes it to `folder`."""
    source = folder / "source"
    for file in CSS.glob("*.css"):
        copy_to(source / "css" / file.name, (changed or {}).get(file.name, file.read_text()))
    target = folder / "target"
    for file in source.rglob("*.css"):
        copy_to(target / file.relative_to(source), file.read_text())

    storage = BundledManifestStaticFilesStorage(location=target, base_url="/static/")
    names = [str(file.relative_to(source)) for file in source.rglob("*.css")]
    list(storage.post_process({name: (FileSystemStorage(source), name) for name in names}))
    return target / storage.stored_name("css/site.css")


def copy_to(file, css):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(css)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return collected(tmp_path_factory.mktemp("static"))


def test_the_bundle_is_one_file_with_every_rule_in_its_layer(bundle):
    css = bundle.read_text()

    assert css.startswith(LAYERS)
    assert "@import" not in css
    layers = re.findall(r"@layer (\w+) \{", css)
    assert layers == ["tokens", "base", "layout"] + ["components"] * (len(PUBLIC) - 3)


def test_the_bundle_holds_no_comments_and_loses_no_braces(bundle):
    css = bundle.read_text()

    assert "/*" not in css
    assert css.count("{") == css.count("}")
    assert css.count("{") == sum(
        re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL).count("{")
        for file in PUBLIC
    )


def test_the_bundle_is_compressed_once_when_it_is_collected(bundle):
    assert sorted(file.suffix for file in bundle.parent.glob(f"{bundle.name}*")) == [
        ".br",
        ".css",
        ".gz",
    ]


def test_a_change_in_an_imported_file_gives_the_bundle_a_new_name(bundle, tmp_path):
    changed = collected(tmp_path, {"base.css": "@layer base { html { color: red; } }"})

    assert changed.name != bundle.name


def test_a_missing_import_stops_the_collecting(tmp_path):
    with pytest.raises(KeyError, match=r"css/gone\.css"):
        collected(tmp_path, {"site.css": '@import "gone.css";'})


def test_a_page_loads_one_stylesheet(client, page):
    links = read(client, "/strategi/").xpath("//link[@rel='stylesheet']")

    assert [link.get("href") for link in links] == ["/static/css/site.css"]


def luminance(colour):
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def scheme(name):
    """The colours of a scheme; the dark one overrides the light one."""
    light, dark = (CSS / "tokens.css").read_text().split("@media screen")
    colours = dict(DECLARATION.findall(light))
    return colours | dict(DECLARATION.findall(dark)) if name == "dark" else colours


def in_both_schemes(table):
    pairs = [(on, shape) for on, shapes in table.items() for shape in shapes]
    return list(product(["light", "dark"], pairs))


@pytest.mark.parametrize(("name", "pair"), in_both_schemes(TEXT_ON))
def test_text_has_enhanced_contrast(name, pair):
    colours = scheme(name)
    on, text = pair

    assert contrast(colours[f"--color-{text}"], colours[f"--color-{on}"]) >= 7


@pytest.mark.parametrize(("name", "pair"), in_both_schemes(SHAPES_ON))
def test_shapes_that_say_something_stand_out(name, pair):
    colours = scheme(name)
    on, shape = pair

    assert contrast(colours[f"--color-{shape}"], colours[f"--color-{on}"]) >= 3


USING = [file for file in PUBLIC if file.name != "tokens.css"]


@pytest.mark.parametrize("file", USING, ids=lambda file: file.name)
def test_colours_stand_in_the_tokens_alone(file):
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", file.read_text()) == []


@pytest.mark.parametrize("file", PUBLIC, ids=lambda file: file.name)
def test_nothing_moves(file):
    assert (
        re.findall(r"(?:animation|transition|scroll-behavior)[\w-]*:", file.read_text()) == []
    )


@pytest.mark.parametrize("file", USING, ids=lambda file: file.name)
def test_what_is_used_of_the_tokens_exists(file):
    known = set(re.findall(r"(--[a-z0-9-]+):", (CSS / "tokens.css").read_text()))
    own = set(re.findall(r"(--[a-z0-9-]+):", file.read_text()))
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", file.read_text()))

    assert used - known - own == set()
