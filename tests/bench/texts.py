"""Made-up texts out of the words of the site's own content, the same for each seed."""

import random
import re

from content.publishing.prose.tree import parse, words
from kbh_radikalisering.initial_content.loader import FILES, read

LETTERS = re.compile(r"[^\W\d_]+")
PARAGRAPHS = 6
SENTENCES = 3
WORDS = range(8, 16)
# Danes make new words of two; that is where the rare words of a large site come from.
COMPOUNDS = 0.06
PARTS = range(5, 11)


class Writer:
    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311
        self.words = {language: words_of(language) for language in ["da", "en"]}
        self.parts = [word for word in self.words["da"] if len(word) in PARTS]

    def title(self, language):
        return " ".join(self.some(language, self.chance.randint(2, 5))).capitalize()[:110]

    def sentence(self, language):
        return " ".join(self.some(language, self.chance.choice(WORDS))).capitalize() + "."

    def paragraph(self, language):
        return " ".join(self.sentence(language) for _ in range(SENTENCES))

    def body(self, language, link):
        """Headings with paragraphs below them, one of which leads to `link`."""
        first, *others = (self.paragraph(language) for _ in range(PARAGRAPHS))
        texts = [f'{first} <a href="{link}">{self.title(language)}</a>.', *others]
        return "".join(
            f"<h2>{self.title(language)}</h2><p>{one}</p><p>{two}</p>"
            for one, two in zip(texts[::2], texts[1::2], strict=True)
        )

    def some(self, language, count):
        found = self.chance.choices(self.words[language], k=count)
        if language == "da" and self.chance.random() < COMPOUNDS * count:
            found[self.chance.randrange(count)] = self.compound()
        return found

    def compound(self):
        return "".join(self.chance.choices(self.parts, k=2))


def words_of(language):
    """As often as the content has them: a few everywhere, most of them seldom."""
    return [
        word.lower()
        for name in FILES
        for text in texts(read(name), f"_{language}")
        for word in LETTERS.findall(words(parse(text)))
    ]


def texts(content, suffix, name=""):
    """Every text in `content` whose name ends so, however deep it lies."""
    match content:
        case dict():
            for key, value in content.items():
                yield from texts(value, suffix, key)
        case list():
            for value in content:
                yield from texts(value, suffix, name)
        case str() if name.endswith(suffix) and content:
            yield content
