from io import BytesIO

import pikepdf
import pytest


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_card_with_the_numbers_fits_one_sheet_of_a6(page, site, language):
    page.goto(f"{site}{language}/raadgivning/kort/")

    with pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        sheets = [
            [round(float(side) / 72 * 25.4) for side in each.mediabox] for each in pdf.pages
        ]

    assert sheets == [[0, 0, 105, 148]]
