"""Lines on standard output and error, which stop nobody when whoever reads them hangs."""

import logging
import select

# In letters, each of which may take two bytes: what a pipe takes at once, when it takes any.
PIECE = select.PIPE_BUF // 2


def takes(stream):
    """Whether `stream` takes a piece without waiting, as every file does."""
    try:
        number = stream.fileno()
    except (OSError, AttributeError):
        # None that the machine knows of, so nothing to wait for.
        return True
    poll = select.poll()
    poll.register(number, select.POLLOUT)
    return bool(poll.poll(0))


def write(stream, lines):
    """How many of `lines` found no room; on a full disk visitors go before their lines."""
    rest = list(reversed(lines))
    while rest and takes(stream):
        try:
            stream.write(piece(rest))
            stream.flush()
        except OSError:
            break
    return len(rest)


def piece(rest):
    """The last of `rest`, taken from it, and as many more as a pipe takes at once."""
    text = rest.pop()
    while rest and len(text) + len(rest[-1]) <= PIECE:
        text += rest.pop()
    return text


class Console(logging.StreamHandler):
    """On standard error, for as long as somebody reads it."""

    def emit(self, record):
        if takes(self.stream):
            super().emit(record)
