"""How somebody looks at a preview: which page, in which language, how wide."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from .addresses import pages_showing
from .scene import staged

WIDTHS = {"screen": _("screen"), "phone": _("phone, 360 px")}


@dataclass(frozen=True)
class Choice:
    name: str
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Look:
    mount: str
    language: str
    width: str
    page: int
    # (name, address) of each page in the language chosen.
    pages: list
    refusals: list
    at: str = ""

    @classmethod
    def of(cls, data, mount, stage):
        """From the query of an address; what it does not know is the first of each."""
        language = chosen(data.get("language"), list(dict(settings.LANGUAGES)))
        with staged(stage) as scene, translation.override(language):
            pages = pages_showing(scene.objects[0])
        return cls(
            mount,
            language,
            chosen(data.get("width"), list(WIDTHS)),
            int(chosen(data.get("page"), [str(number) for number in range(len(pages))])),
            pages,
            scene.refusals,
            data.get("at", ""),
        )

    @property
    def source(self):
        """The address of the frame."""
        return self.mount + self.pages[self.page][1].removeprefix("/")

    @property
    def page_name(self):
        return self.pages[self.page][0]

    @property
    def languages(self):
        return [
            self.choice(get_language_info(code)["name_translated"], language=code)
            for code, _name in settings.LANGUAGES
        ]

    @property
    def widths(self):
        return [self.choice(name, width=width) for width, name in WIDTHS.items()]

    @property
    def pages_to_choose(self):
        return [self.choice(name, page=number) for number, (name, _) in enumerate(self.pages)]

    def choice(self, name, **chosen):
        now = {"language": self.language, "width": self.width, "page": self.page}
        query = now | chosen | ({"at": self.at} if self.at else {})
        return Choice(name, urlencode(query), now | chosen == now)


def chosen(text, known):
    return text if text in known else known[0]
