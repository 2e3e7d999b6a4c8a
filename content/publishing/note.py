from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """What the public is told of a publication; nothing when it is minor."""

    danish: str = ""
    english: str = ""
    is_minor: bool = False

    @property
    def columns(self):
        """As a Version stores it."""
        return {"note_da": self.danish, "note_en": self.english, "is_minor": self.is_minor}

    @classmethod
    def of(cls, version):
        return cls(version.note_da, version.note_en, version.is_minor)
