"""How one environment variable is read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


class WrongEnvironment(ImproperlyConfigured):
    """What keeps the site from starting, in a sentence that says what to set."""


@dataclass(frozen=True)
class Variable:
    """One variable: how to read it, what to set, and what happens when it is unset."""

    name: str
    parse: Callable[[str], Any]
    expects: str
    default: str = ""
    # In words, where the default alone does not say it.
    unset: str = ""
    # Never shown, and also read from the file that NAME_FILE names.
    confidential: bool = False

    def read(self, environ):
        """The parsed value; WrongEnvironment names the remedy."""
        value = self.text(environ) or self.default
        try:
            return self.parse(value)
        except ValueError as error:
            problem = "cannot be used" if self.confidential else f"is set to {value!r}"
            sentence = f"{self.name} {problem}. Set it to {self.expects}."
            raise WrongEnvironment(sentence) from error

    def text(self, environ):
        text = environ.get(self.name, "").strip()
        file = environ.get(f"{self.name}_FILE", "").strip() if self.confidential else ""
        if not file:
            return text
        if text:
            raise WrongEnvironment(f"Set {self.name} or {self.name}_FILE, not both.")
        return self.text_of(file)

    def text_of(self, file):
        try:
            return Path(file).read_text().strip()
        except (OSError, UnicodeDecodeError) as error:
            raise WrongEnvironment(
                f"{self.name}_FILE is set to {file!r}, which cannot be read. Set it to "
                f"a file that holds {self.expects}."
            ) from error
