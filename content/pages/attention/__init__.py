from . import documents, reviews  # noqa: F401
