"""What went wrong and where, without the values that it went wrong with."""

import traceback

from django.db import InterfaceError, OperationalError

from .detail import detail

# These tell of machines. Others may repeat what somebody typed.
OF_MACHINES = (OSError, OperationalError, InterfaceError)


def described(error):
    """The frames and the kind of `error` and of what led to it; all of it in detail."""
    if detail.is_on():
        return "".join(traceback.format_exception(error)).rstrip()
    return "\n".join(each for cause in chain(error) for each in lines(cause))


def chain(error):
    """The first cause first, each once."""
    causes = []
    while error is not None and error not in causes:
        causes.append(error)
        error = error.__cause__ or error.__context__
    return reversed(causes)


def lines(error):
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}"
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    yield f"{kind}: {str(error).strip()}" if isinstance(error, OF_MACHINES) else kind
