"""Files, good and bad, made as the tests need them."""

import io
import zipfile

import pikepdf
from PIL import Image

OPEN_XML = "application/vnd.openxmlformats-officedocument."
DOCX = f"{OPEN_XML}wordprocessingml.document"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(change=None, **options):
    new = pikepdf.new()
    new.add_blank_page()
    new.add_blank_page()
    if change:
        change(new)
    content = io.BytesIO()
    # The same bytes whenever they are made; a locked file needs an id of its own.
    new.save(content, deterministic_id="encryption" not in options, **options)
    return content.getvalue()


def tagged(new):
    new.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    new.Root.StructTreeRoot = new.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
    )


def titled(new):
    new.docinfo["/Title"] = "Handleplan 2016"


def titled_in_its_metadata(new):
    with new.open_metadata() as metadata:
        metadata["dc:title"] = "Handleplan 2016"


def with_broken_metadata(new):
    new.Root.Metadata = new.make_stream(b"<?xpacket><x:xmpmeta <<<")


def in_danish(new):
    new.Root.Lang = pikepdf.String("da-DK")


def action(kind, **more):
    return pikepdf.Dictionary(S=pikepdf.Name(kind), **more)


def runs_a_script(new):
    new.Root.OpenAction = action("/JavaScript", JS="app.alert(1)")


def runs_a_script_from_a_page(new):
    new.pages[0].AA = pikepdf.Dictionary(O=action("/JavaScript", JS="app.alert(1)"))


def runs_a_script_deep_down(new):
    new.Root.Names = pikepdf.Dictionary(
        Dests=pikepdf.Array([pikepdf.Dictionary(A=action("/JavaScript", JS="app.alert(1)"))])
    )


def runs_a_program(new):
    new.Root.OpenAction = action("/Launch", F="cmd.exe")


def opens_a_site(new):
    new.Root.OpenAction = action("/URI", URI="https://evil.example")


def has_an_attachment(new):
    new.attachments["virus.exe"] = pikepdf.AttachedFileSpec(new, b"MZ", filename="virus.exe")


def opens_at_its_first_page(new):
    new.Root.OpenAction = action("/GoTo", D=pikepdf.Array([new.pages[0].obj, pikepdf.Name.Fit]))


def names_a_script_in_its_title(new):
    new.docinfo["/Title"] = "What is /JS (and /AA)?"


def picture(image_format, size=(40, 30), **options):
    content = io.BytesIO()
    Image.new("RGB", size, "navy").save(content, image_format, **options)
    return content.getvalue()


def photograph():
    exif = Image.Exif()
    exif[0x010F] = "Maker of phones"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (55.0, 40.0, 33.0)
    return picture("JPEG", exif=exif, comment=b"<script>alert(1)</script>")


def huge_png(size):
    """A few bytes that decode to many pixels."""
    content = io.BytesIO()
    Image.new("1", size).save(content, "PNG")
    return content.getvalue()


def animation(frames):
    content = io.BytesIO()
    images = [Image.new("L", (1, 1), number % 256) for number in range(frames)]
    images[0].save(content, "PNG", save_all=True, append_images=images[1:])
    return content.getvalue()


def archive(entries, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as new:
        for name, text in entries.items():
            new.writestr(name, text)
    return content.getvalue()


def docx(main=f"{DOCX}.main+xml", **more):
    return archive(
        {
            "[Content_Types].xml": f'<Types><Override ContentType="{main}"/></Types>',
            "word/document.xml": "<document>Handleplan</document>",
        }
        | more
    )


def relations(kind, mode):
    return (
        f'<Relationships><Relationship Type="{RELATIONS}/{kind}" '
        f'Target="https://evil.example/x" TargetMode="{mode}"/></Relationships>'
    )


def odt(media_type="application/vnd.oasis.opendocument.text", **more):
    return archive({"mimetype": media_type, "content.xml": "<content/>"} | more)


def zip_bomb():
    return docx(**{"word/media/zeros.xml": b"0" * 20_000_000})


def lying_zip():
    """Its list says ten bytes; there are ten million."""
    content = bytearray(docx(**{"word/zeros.xml": b"0" * 10_000_000}))
    size = (10_000_000).to_bytes(4, "little")
    return bytes(content.replace(size, (10).to_bytes(4, "little")))


def locked_zip():
    content = bytearray(docx())
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"PK\x05\x06"))
    content[place + 8] |= 1
    return bytes(content)
