"""Packages that only some settings need; the container has all of them."""

from importlib import import_module

from kbh_radikalisering.variable import WrongEnvironment


def needed(module, variable):
    """The module, which is imported where `variable` asks for it and nowhere else."""
    try:
        return import_module(module)
    except ImportError as error:
        raise WrongEnvironment(
            f"{variable} is set, which needs packages that are not installed. Install what "
            f"requirements/cluster.txt lists, or leave {variable} unset."
        ) from error
