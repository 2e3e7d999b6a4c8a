"""Small files that grow, and files of a million parts: made to exhaust whoever opens them."""

import io
import struct
import zlib
from itertools import repeat

from PIL import Image

from .files import docx, odt, picture


def raw_pdf(*objects):
    """A PDF of objects as they are given, the first of which is its root."""
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (size, table)
        + (b"<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content)))
    )


CATALOG = b"<< /Type /Catalog /Pages 2 0 R %b >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R %b >>"


def pdf_with(root=b"", page=b"", *more):
    return raw_pdf(CATALOG % root, PAGES, PAGE % page, *more)


def stream(dictionary, content):
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (dictionary, len(content), content)


def pdf_with_a_list_that_unpacks():
    """Sixty megabytes of names in sixty kilobytes, in which the root's list is to be found."""
    listed = zlib.compress(b"5 0 [" + b"/A " * 20_000_000 + b"]", 9)
    kind = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
    plain = pdf_with(b"/X 5 0 R", b"", stream(kind, listed))
    content = plain[: plain.index(b"xref\n")]
    places = [content.index(b"%d 0 obj" % number) for number in range(1, 5)]
    # Kind, place and number: those of the fifth say that it is in the fourth.
    rows = [
        (0, 0, 65535),
        *((1, place, 0) for place in places),
        (2, 4, 0),
        (1, len(content), 0),
    ]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    listing = stream(b"/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R", table)
    return content + b"6 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (listing, len(content))


def pdf_packed_twice():
    zeros = zlib.compress(zlib.compress(bytes(200_000_000), 9), 9)
    packed = stream(b"/Type /Metadata /Filter [/FlateDecode /FlateDecode]", zeros)
    return pdf_with(b"/Metadata 4 0 R", b"", packed)


def pdf_of_many_values():
    return pdf_with(b"/X [" + (b"[" + b"1 " * 190_000 + b"]") * 50 + b"]")


def pdf_nested():
    return pdf_with(b"/X " + b"[" * 100_000 + b"]" * 100_000)


def pdf_whose_pages_hold_themselves():
    return raw_pdf(CATALOG % b"", b"<< /Type /Pages /Kids [2 0 R] /Count 1000000000 >>")


def pdf_that_leads_to(address):
    return pdf_with(page=b"/A << /S /URI /URI %b >>" % address)


def chunk(kind, content):
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def png_with(*chunks):
    content = picture("PNG")
    place = content.index(b"IDAT") - 4
    return content[:place] + b"".join(chunks) + content[place:]


def png_of_many_chunks():
    return png_with(*repeat(chunk(b"abCd", b""), 1_500_000))


def png_with_a_colour_profile_that_unpacks():
    return png_with(chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(200_000_000), 9)))


def png_with_texts_that_unpack():
    text = zlib.compress(b"a" * 1_000_000, 9)
    return png_with(*(chunk(b"zTXt", b"%d\0\0%b" % (n, text)) for n in range(100)))


def jpeg_with(segments):
    content = picture("JPEG")
    return content[:2] + segments + content[2:]


def jpeg_of_many_segments():
    return jpeg_with(b"\xff\xe1\x00\x08Exif\0\0" * 1_900_000)


def jpeg_of_filling():
    return jpeg_with(b"\xff" * 19_000_000)


def jpeg_of_many_scans():
    """Of a kilobyte each second of a processor."""
    content = io.BytesIO()
    Image.new("RGB", (5000, 5000), "navy").save(content, "JPEG", progressive=True)
    whole = content.getvalue()
    last = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + last * 1_000 + b"\xff\xd9"


def docx_of_many_relations():
    one = (
        '<Relationship Id="r%07d" Type="http://x/hyperlink" Target="a" TargetMode="Internal"/>'
    )
    many = "".join(one % number for number in range(900_000))
    return docx(**{"word/_rels/document.xml.rels": f"<R>{many}</R>"})


def odt_text(inside):
    """An OpenDocument text with `inside` in it."""
    namespaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in [("office", "office"), ("script", "script"), ("draw", "drawing")]
    )
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return odt(**{"content.xml": f"<office:body {namespaces} {link}>{inside}</office:body>"})
