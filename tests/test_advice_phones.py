"""Phone numbers: many spellings in, one form stored, two forms shown."""

import pytest
from django.core.exceptions import ValidationError

from content.advice import phones
from content.advice.models import HelpLine


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("33172929", "+4533172929"),
        ("33 17 29 29", "+4533172929"),
        ("33\xa017\xa029\xa029", "+4533172929"),
        ("  33-17-29-29 ", "+4533172929"),
        ("33.17.29.29", "+4533172929"),
        ("+4533172929", "+4533172929"),
        ("+45 33 17 29 29", "+4533172929"),
        ("(+45) 3317 2929", "+4533172929"),
        ("0045 33 17 29 29", "+4533172929"),
        ("tel:+4533172929", "+4533172929"),
        ("３３１７２９２９", "+4533172929"),
        ("112", "112"),
        ("1 1 2", "112"),
        ("+45 112", "112"),
        ("114", "114"),
        ("1813", "1813"),
        ("+46 8 123 456 78", "+46812345678"),
    ],
)
def test_a_number_is_stored_as_it_is_dialled_however_it_is_typed(db, typed, stored):
    line = HelpLine(name_da="Linje", situation_da="Nu", number=typed)
    line.full_clean()
    line.save()

    line.refresh_from_db()
    assert line.number == stored


@pytest.mark.parametrize("typed", ["33 17 29 29", "+4533172929", "0045 33172929"])
def test_a_line_is_found_by_any_spelling_of_its_number(db, typed):
    HelpLine.objects.create(name_da="Linje", situation_da="Nu", number="33-17-29-29")

    assert HelpLine.objects.filter(number=typed).count() == 1


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1234567",
        "123456789",
        "113",
        "00000000",
        "ring 33172929",
        "33 17 29 29 eller 112",
        "33172929 lok. 5",
        "33172929#5",
        "+46112",
        "javascript:alert(1)",
        "³³¹⁷²⁹²⁹",
    ],
)
def test_what_nobody_can_dial_is_refused_at_the_field(typed):
    line = HelpLine(name_da="Linje", situation_da="Nu", number=typed)

    with pytest.raises(ValidationError) as refused:
        line.clean_fields()

    assert list(refused.value.message_dict) == ["number"]


@pytest.mark.parametrize(
    ("number", "tel", "national", "from_abroad"),
    [
        ("+4533172929", "tel:+4533172929", "33 17 29 29", "+45 33 17 29 29"),
        ("112", "tel:112", "112", ""),
        ("+46812345678", "tel:+46812345678", "+46 8 123 456 78", "+46 8 123 456 78"),
    ],
)
def test_a_number_is_shown_as_a_dane_writes_it_and_as_it_is_called_from_abroad(
    number, tel, national, from_abroad
):
    assert phones.tel(number) == tel
    assert phones.national(number).replace("\xa0", " ") == national
    assert phones.from_abroad(number).replace("\xa0", " ") == from_abroad
