class PagePathConverter:
    """
    A page's path without its first slash: "" for the front page, "strategi/" below it.

    What lacks the last slash is no page, so that Django redirects to what has it.
    """

    regex = "(?:[^/].*/)?"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
