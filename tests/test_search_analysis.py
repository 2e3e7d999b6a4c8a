import pytest

from content.search.highlights import highlighted, snippet
from content.search.slips import neighbours
from content.search.text import clean, plain
from content.search.words import cut, fold


def folded(text):
    return [word.folded for word in cut(text)]


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Rådgivning", "raadgivning"),
        ("København", "koebenhavn"),
        ("pædagog", "paedagog"),
        ("Malmö", "malmoe"),
        ("Zürich", "zurich"),
        ("idé", "ide"),
        ("A\u030angst", "aangst"),
        ("ÆBLE", "aeble"),
    ],
)
def test_every_spelling_of_a_word_is_folded_to_one(written, same):
    assert fold(clean(written)) == same


@pytest.mark.parametrize(
    "written",
    [
        "33172929",
        "33 17 29 29",
        "33-17-29-29",
        "33.17.29.29",
        "3317 2929",
        "33\u00a017\u00a029\u00a029",
        "+45 33 17 29 29",
        "+4533172929",
        "(+45) 33 17 29 29",
        "45 33 17 29 29",
        "0045-33172929",
        "00 45 33 17 29 29",
        "٣٣١٧٢٩٢٩",
    ],
)
def test_a_phone_number_is_one_word_in_every_spelling(written):
    assert [word.folded for word in cut(f"ring {written} nu") if word.is_phone] == ["33172929"]


@pytest.mark.parametrize("written", ["112", "60 22", "2014-15", "1234567890123"])
def test_other_numbers_are_no_phone_numbers(written):
    assert [word for word in cut(written) if word.is_phone] == []


def test_words_of_different_blocks_stay_apart_and_those_within_a_line_together():
    html = "<p>Første</p><p>anden <strong>rad</strong>ikal</p><ul><li>tre</li></ul>"

    assert plain(html) == "Første anden radikal tre"


def test_what_cannot_be_seen_is_no_part_of_a_word():
    assert clean("radi\u00adkal\x00isering\u202e ") == "radikal isering"


def test_plain_text_with_signs_of_html_stays_text():
    assert plain("a < b & c <![x") == "a < b & c"


@pytest.mark.parametrize(
    "slip", ["trategi", "strateegi", "strateki", "tsrategi", "strateg", "sstrategi"]
)
def test_a_neighbour_is_one_slip_away(slip):
    assert "strategi" in neighbours(slip)


@pytest.mark.parametrize("word", ["plan", "2014", "12345", "vink2"])
def test_short_words_and_numbers_have_no_slips(word):
    assert neighbours(word) == set()


def test_a_highlight_escapes_everything_else():
    text = "<b>Plan</b> & <script>plan</script>"

    assert highlighted(text, {"plan"}) == (
        "&lt;b&gt;<mark>Plan</mark>&lt;/b&gt; &amp; "
        "&lt;script&gt;<mark>plan</mark>&lt;/script&gt;"
    )


def test_a_phone_number_is_highlighted_whole():
    assert highlighted("Ring +45 33 17 29 29.", {"33172929", "33"}) == (
        "Ring <mark>+45 33 17 29 29</mark>."
    )


def test_a_snippet_is_cut_at_words_around_the_first_hit():
    text = f"{'foran ' * 40}ordet {'bagefter ' * 40}".strip()

    found = snippet(text, {"ordet"})

    assert found.startswith("…\u00a0foran foran ")
    assert "<mark>ordet</mark> bagefter" in found
    assert found.endswith(" bagefter\u00a0…")
    assert len(found) < 270


def test_a_snippet_of_a_text_without_spaces_ends():
    assert len(snippet("x" * 10_000, {"nothing"})) < 270


def test_words_keep_their_place_in_the_text():
    text = "Ring til VINK på 33 17 29 29"

    assert [text[word.start : word.end] for word in cut(text)] == [
        "Ring",
        "til",
        "VINK",
        "på",
        "33 17 29 29",
        "33",
        "17",
        "29",
        "29",
    ]
