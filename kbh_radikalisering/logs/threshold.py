"""How bad it has to be to be written down, while no detail is asked for."""

import logging

from .detail import detail

OTHERS = logging.WARNING
LEVELS = {
    # Who signs in, and who tries to.
    "kbh_radikalisering.signin": logging.INFO,
    # A page that is not there is no error.
    "django.request": logging.ERROR,
    # Anyone can ask for any host; the request's line says that it was refused.
    "django.security.DisallowedHost": logging.CRITICAL,
}


class Threshold(logging.Filter):
    def filter(self, record):
        return record.levelno >= level(record.name) or detail.is_on()


def level(name):
    """Of the logger itself, or the nearest above it that has one."""
    while name and name not in LEVELS:
        name = name.rpartition(".")[0]
    return LEVELS.get(name, OTHERS)
