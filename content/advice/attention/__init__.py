from . import numbers  # noqa: F401
