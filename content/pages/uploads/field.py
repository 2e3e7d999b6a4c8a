from contextlib import suppress

from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile

from content.publishing.history import versions

from .inspect import examine, inspect
from .kinds import KINDS, extension
from .room import refuse_without_room


class InspectedFile(FieldFile):
    """A file of which `inspection` is known from the moment it has been let in."""

    inspection = None

    def look_into(self):
        """Inspect a file that is not stored yet, and keep what is to be stored."""
        if self and not self._committed and self.inspection is None:
            media_type, self.inspection = inspect(self.file)
            self.file = ContentFile(self.inspection.content, self.name)
            self.instance.describe_file(media_type, self.inspection)

    def look_into_again(self):
        """What is stored may be from before the rules of today."""
        with self.open() as file:
            inspection = examine(KINDS[extension(self.instance.media_type)], file.read())
        self.instance.describe_shortcomings(inspection)

    def save(self, name, content, save=True):
        """As the class above does it, but nothing is left half where the disk is full."""
        name = self.field.generate_filename(self.instance, name)
        try:
            self.name = self.storage.save(name, content, max_length=self.field.max_length)
        except OSError:
            self.storage.delete(name)
            raise
        self._set_instance_attribute(self.name, content)
        self._committed = True
        if save:
            self.instance.save()

    save.alters_data = True


class InspectedFileField(models.FileField):
    """
    A file that is looked into before it is stored, whoever stores it.

    The model's `describe_file(media_type, inspection)` takes down what was found, or its
    `describe_shortcomings(inspection)` of a file that is stored and not public yet, which is
    looked into once more by the rules of the day.
    """

    attr_class = InspectedFile

    def clean(self, value, instance):
        file = super().clean(value, instance)
        if file and not file._committed:
            file.look_into()
            refuse_without_room(file.storage, len(file.inspection.content))
        elif file and not self.is_public(file):
            with suppress(FileNotFoundError):
                file.look_into_again()
        return file

    def is_public(self, file):
        """Whether it is that of the last publication."""
        last = versions.newest_public(file.instance)
        return bool(last) and last.data["fields"][self.attname] == file.name

    def pre_save(self, instance, add):
        getattr(instance, self.attname).look_into()
        return super().pre_save(instance, add)

    def deconstruct(self):
        # To the database it is a path like another's.
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs
