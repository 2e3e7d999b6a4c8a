"""The files that yearly figures come in."""

import zipfile
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.formats import base_formats

# A hundred years of figures take up a thousandth of this.
MOST_UNPACKED = 20 * 1024 * 1024


class CSV(base_formats.CSV):
    """Commas, or the semicolons that a Danish spreadsheet writes."""

    def create_dataset(self, in_stream, **kwargs):
        text = in_stream.decode("utf-8-sig") if isinstance(in_stream, bytes) else in_stream
        text = text.removeprefix("\ufeff")
        first_line = text.partition("\n")[0]
        delimiter = max(",;\t", key=first_line.count)
        return super().create_dataset(text, delimiter=delimiter, **kwargs)


class XLSX(base_formats.XLSX):
    """Refuses a file that would fill the memory when it is unpacked."""

    def create_dataset(self, in_stream):
        with zipfile.ZipFile(BytesIO(in_stream)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise ValidationError(_("The file is too large when it is unpacked."))
        return super().create_dataset(in_stream)
