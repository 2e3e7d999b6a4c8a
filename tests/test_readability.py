import pytest

from content.publishing.readability import hardest_sentences, lix, sentences


def test_lix_is_words_a_sentence_plus_the_percentage_of_long_words():
    # 10 words, 2 sentences, and "bekymret" and "rådgiver" are long: 10/2 + 100 * 2/10.
    text = "Er du bekymret for din søn? Ring til en rådgiver."

    assert lix(text) == pytest.approx(25)


def test_a_word_of_six_letters_is_not_long_and_one_of_seven_is():
    assert lix("seksti syvtale") == pytest.approx(2 + 50)


def test_a_text_without_words_is_not_hard():
    assert lix(" \n – !") == 0


def test_a_heading_and_an_item_are_sentences_without_a_full_stop():
    # 6 words on 3 lines, none of them long.
    assert lix("Ring nu\nDu kan\nogså vente") == pytest.approx(2)


@pytest.mark.parametrize(
    "text",
    [
        "Ring kl. 8 eller ca. 9 om nr. 5.",
        "Den 3. april var bl.a. København med.",
        "Det koster 1.000 kr. eller 3,5 mio. 2 gange.",
        "Hun sagde: nej tak.",
        "Se www.kk.dk i dag.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text):
    assert sentences(text) == [text]


def test_sentences_end_at_each_of_the_four_marks():
    text = "Det skete i 2016. Hvem? Alle: Ring! (Nu.) “Ja.” Slut"

    assert sentences(text) == [
        "Det skete i 2016.",
        "Hvem?",
        "Alle:",
        "Ring!",
        "(Nu.)",
        "“Ja.”",
        "Slut",
    ]


def test_figures_and_hyphens_keep_a_word_in_one_piece():
    # 3 words, and "Strong-Cities" alone has more than six letters.
    assert lix("Strong-Cities 1.000.000 3,5") == pytest.approx(3 + 100 / 3)


def test_the_hardest_sentences_come_first():
    text = (
        "Ring nu. Beskæftigelsesforvaltningens koordineringsenhed samarbejder. "
        "Du kan ringe, og så kan du få råd, hvis du vil det."
    )

    assert hardest_sentences(text, 2) == [
        "Beskæftigelsesforvaltningens koordineringsenhed samarbejder.",
        "Du kan ringe, og så kan du få råd, hvis du vil det.",
    ]


def test_a_heading_of_one_long_word_is_not_the_hardest_sentence():
    text = "Forebyggelse\nHer står en sætning, som er lang, og som ingen helt kan følge."

    assert hardest_sentences(text, 1) == [text.splitlines()[1]]
