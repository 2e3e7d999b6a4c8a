"""Photographs and drawings: made anew from their pixels, so that nothing else is left."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import ExifTags, Image

from . import picture_parts
from .inspection import Inspection, refusal

# 6000 × 6000 takes 137 MiB to decode.
MAX_PIXELS = 36_000_000
MAX_SIDE = 16_000
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def examine_jpeg(content):
    # "keep" is the quality that the file has already.
    return examine(content, "JPEG", quality="keep")


def examine_png(content):
    return examine(content, "PNG")


def examine(content, image_format, **options):
    if picture_parts.has_too_many(content, image_format):
        raise refusal(
            "disguised",
            _("The picture isn't made as cameras and programs make it. Save it again."),
        )
    try:
        image = Image.open(BytesIO(content), formats=[image_format])
        refuse_too_large(image)
        image.load()
        pixels = without_metadata(image, image_format, options)
    except BOMBS as error:
        raise too_large() from error
    # Words in a picture can't be read out.
    return Inspection(pixels, is_readable=False)


def refuse_too_large(image):
    """Decided by the file's first bytes: nothing has been decoded yet."""
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise too_large()


def too_large():
    return refusal(
        "too-many-pixels", _("The picture is too large. Make it 6000 × 6000 pixels at most.")
    )


def without_metadata(image, image_format, options):
    """Only the way up is kept: not where, when and with what the picture was taken."""
    way_up = Image.Exif()
    if orientation := image.getexif().get(ExifTags.Base.Orientation):
        way_up[ExifTags.Base.Orientation] = orientation
    # Phones store several pictures as one JPEG, which Pillow calls MPO; the first is kept.
    image.format = image_format
    image.info = {key: image.info[key] for key in ["icc_profile"] if key in image.info}
    new = BytesIO()
    image.save(new, image_format, exif=way_up, **options)
    return new.getvalue()
