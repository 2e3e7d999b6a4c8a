"""What a picture is made of, counted before anything is decoded."""

from itertools import islice

# Cameras, phones and programs write a few dozen; a picture of thousands is made to exhaust.
MOST_PARTS = 5_000
# Each goes over all pixels once more. Progressive pictures have about ten.
MOST_SCANS = 100

START_OF_SCAN = 0xDA


def has_too_many(content, image_format):
    if image_format == "PNG":
        return exceeds(chunks(content))
    return exceeds(segments(content)) or content.count(b"\xff\xda") > MOST_SCANS


def exceeds(parts):
    return next(islice(parts, MOST_PARTS, None), None) is not None


def chunks(content):
    """Where each chunk of a PNG begins (https://www.w3.org/TR/png/#5Chunk-layout)."""
    place = 8
    while place < len(content):
        yield place
        place += 12 + int.from_bytes(content[place : place + 4])


def segments(content):
    """Where each segment of a JPEG begins, up to its first scan; each filling byte is one."""
    place = 2
    while place + 4 <= len(content) and content[place + 1] != START_OF_SCAN:
        yield place
        is_filling = content[place + 1] == 0xFF
        place += 1 if is_filling else 2 + int.from_bytes(content[place + 2 : place + 4])
