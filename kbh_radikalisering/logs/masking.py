"""Keeps out of the logs what opens a draft to whoever reads it."""

import re

# A test holds that preview links are made like this.
TOKEN = re.compile(r"(/forhaandsvis/)[^/\s]+")


def masked(text):
    return TOKEN.sub(r"\1-", text) if "/forhaandsvis/" in text else text
