from django.core.management.base import CommandError


class BackupError(CommandError):
    """What keeps a backup from being made or restored, in a sentence that says what to do."""


def damaged(path):
    return BackupError(
        f"{path} is damaged or cut short. Nothing has been changed. Take another copy of it, "
        "or an older backup."
    )
