"""Files that a spreadsheet opens."""


def plain_text(text):
    """Text that a spreadsheet won't take for a formula."""
    if text and text[0] in "=+-@\t\r\n＝＋－＠":
        return f"'{text}"
    return text
