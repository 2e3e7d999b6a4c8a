"""A disk that is full."""

import resource
from contextlib import contextmanager

THIS = 0


@contextmanager
def room_for(size, processes=(THIS,)):
    """As on a full disk: no file of these processes, by their ids, grows beyond `size`."""
    before = {each: resource.prlimit(each, resource.RLIMIT_FSIZE) for each in processes}
    for each, (_soft, hard) in before.items():
        resource.prlimit(each, resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        for each, limits in before.items():
            resource.prlimit(each, resource.RLIMIT_FSIZE, limits)
