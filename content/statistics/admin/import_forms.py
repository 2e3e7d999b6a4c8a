"""The two steps of an import: choosing a file, and saying yes to what it changes."""

from pathlib import Path

from django.core import signing
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from import_export.forms import ConfirmImportForm, ImportForm
from import_export.tmp_storages import TempFolderStorage

from content.publishing.admin import SeenField

# A thousand times the figures of a hundred years.
LARGEST = 2 * 1024 * 1024
SECONDS_TO_DECIDE = 60 * 60


class YearsForm(ImportForm):
    def clean_import_file(self):
        file = self.cleaned_data["import_file"]
        if file.size > LARGEST:
            raise ValidationError(
                _("The file is larger than %s.") % filesizeformat(LARGEST),
            )
        return file


class ConfirmYearsForm(ConfirmImportForm):
    """The name of the file comes from us by way of the browser, so it is signed."""

    seen = SeenField()

    def clean_import_file_name(self):
        try:
            name = signing.loads(
                self.cleaned_data["import_file_name"], max_age=SECONDS_TO_DECIDE
            )
        except signing.BadSignature:
            name = ""
        if not name or not Path(TempFolderStorage(name=name).get_full_path()).is_file():
            raise ValidationError(_("The file is no longer here. Choose it again."))
        return name


def signed(name):
    return signing.dumps(name)
