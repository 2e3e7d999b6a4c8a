"""Lines as they are stored: browsers send each line break as two characters."""

from django.contrib.admin.widgets import AdminTextareaWidget


class PlainLineBreaks:
    """For a widget of several lines: what nobody touched comes back as it was."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


class TextArea(PlainLineBreaks, AdminTextareaWidget):
    pass
