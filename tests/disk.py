"""A disk that is full."""

import resource
from contextlib import contextmanager


@contextmanager
def room_for(size):
    """As on a full disk: no file of this process grows beyond `size`."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
