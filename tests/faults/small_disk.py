"""A disk that can be filled up, where this process may make one."""

import subprocess
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import which

SIZE = "size=600m"


@contextmanager
def small_disk(folder):
    """At `folder`, which is on the common disk where there can be none of its own."""
    folder.mkdir()
    if not can_be_made():
        yield folder
        return
    mount(folder)
    try:
        yield folder
    finally:
        umount(folder)


@cache
def can_be_made():
    """Root may, but not in every container."""
    with tempfile.TemporaryDirectory() as name:
        try:
            mount(Path(name))
        except (OSError, subprocess.CalledProcessError, TypeError):
            return False
        umount(Path(name))
        return True


def mount(folder):
    command = [which("mount"), "-t", "tmpfs", "-o", SIZE, "tmpfs", folder]
    subprocess.run(command, check=True, capture_output=True)


def umount(folder):
    subprocess.run([which("umount"), "--lazy", folder], check=True)
