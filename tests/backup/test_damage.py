"""A backup that is not as it was written is refused before anything is touched."""

import json
import subprocess
import tarfile

import pytest
from django.core.management import CommandError, call_command

from kbh_radikalisering.backup import keys, reading, tar
from kbh_radikalisering.backup.errors import BackupError

from . import content

DAMAGED = r"is damaged or cut short\. Nothing has been changed\."
SECRET, PUBLIC = keys.new()
FLIPS = 400
CUTS = 100


@pytest.fixture(params=["plain", "encrypted"])
def small(request, empty, tmp_path, settings):
    """A backup of an empty site: as many ways to be damaged, in less time."""
    settings.BACKUP_KEY = keys.parse(SECRET) if request.param == "encrypted" else []
    with empty.at():
        call_command("backup", tmp_path / "small")
    return tmp_path / "small"


def is_refused(file):
    try:
        with reading.opened(file):
            return False
    except BackupError as error:
        return "damaged" in str(error)


def places(size, number):
    """The beginning, where formats say what follows, the end, and many between."""
    return sorted(
        {*range(min(size, 200)), *range(0, size, size // number), *range(size - 20, size)}
    )


def test_a_single_bit_that_has_changed_is_noticed_wherever_it_is(small):
    good = small.read_bytes()
    unnoticed = []
    for place in places(len(good), FLIPS):
        bad = bytearray(good)
        bad[place] ^= 1 << place % 8
        small.write_bytes(bad)
        if not is_refused(small):
            unnoticed.append(place)

    assert unnoticed == []


def test_a_backup_that_was_cut_short_is_noticed_wherever_it_was_cut(small):
    good = small.read_bytes()

    unnoticed = []
    for length in places(len(good), CUTS):
        small.write_bytes(good[:length])
        if not is_refused(small):
            unnoticed.append(length)

    assert unnoticed == []


@pytest.mark.parametrize("more", [b"\0", b"x", bytes(1024)], ids=["null", "letter", "end"])
def test_a_backup_that_something_was_written_behind_is_noticed(small, more):
    small.write_bytes(small.read_bytes() + more)

    assert is_refused(small)


def test_nothing_is_touched_when_a_backup_is_damaged(full, backup):
    bad = bytearray(backup.read_bytes())
    bad[len(bad) // 2] ^= 1
    backup.write_bytes(bad)
    with full.at():
        before = content.stored(), content.files(full)

        with pytest.raises(CommandError, match=DAMAGED):
            call_command("restore", backup, replace=True)

        assert (content.stored(), content.files(full)) == before


@pytest.mark.parametrize("verify", [False, True])
def test_a_good_backup_is_told_from_a_damaged_one(full, backup, capsys, verify):
    if not verify:
        backup.write_bytes(backup.read_bytes()[:-1])
        with pytest.raises(CommandError, match=DAMAGED):
            call_command("backup", backup, verify=True)
        return
    call_command("backup", backup, verify=True)

    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("The backup is whole: 20")
    assert said.endswith(" rows, 2 files.")


def test_what_is_no_backup_is_refused(tmp_path):
    (tmp_path / "x").write_text("Kære redaktør")

    with pytest.raises(CommandError, match=DAMAGED):
        call_command("restore", tmp_path / "x")


def test_a_backup_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(CommandError, match=r"cannot be read \(No such file or directory\)"):
        call_command("restore", tmp_path / "x")


def test_every_part_can_be_checked_without_this_code(backup, tmp_path):
    with tarfile.open(backup) as parts:
        parts.extractall(tmp_path / "parts", filter="data")

    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],  # noqa: S607
        cwd=tmp_path / "parts",
        capture_output=True,
        text=True,
        check=False,
    )

    there = [p for p in (tmp_path / "parts").rglob("*") if p.is_file()]
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(there) - len([tar.SUMS, tar.SEAL])


def altered(backup, change):
    """The backup with parts changed by somebody who seals it again."""
    with tarfile.open(backup) as parts:
        names = [n for n in parts.getnames() if n not in {tar.SUMS, tar.SEAL}]
        found = {name: parts.extractfile(name).read() for name in names}
    change(found)
    backup.write_bytes(b"".join(tar.stream(tar.member(*each) for each in found.items())))


def without_pages(parts):
    del parts["tables/pages.page/000001.jsonl.gz"]


def with_pages_twice(parts):
    parts["tables/pages.page/000002.jsonl.gz"] = parts["tables/pages.page/000001.jsonl.gz"]


def with_a_wider_row(parts):
    parts["backup.json"] = parts["backup.json"].replace(b'"slug",', b"", 1)


def with_a_file_from_above(parts):
    parts["media/../secret_key"] = b"x"


@pytest.mark.parametrize(
    "change", [without_pages, with_pages_twice, with_a_wider_row, with_a_file_from_above]
)
def test_a_restore_that_fails_half_way_leaves_all_as_it_was(full, empty, backup, change):
    altered(backup, change)
    with empty.at():
        before = content.stored(), content.files(empty)

        with pytest.raises(Exception):  # noqa: B017, PT011
            call_command("restore", backup)

        assert (content.stored(), content.files(empty)) == before


def with_migrations(parts, change):
    about = json.loads(parts["backup.json"])
    change(about["migrations"])
    parts["backup.json"] = json.dumps(about).encode()


def of_a_newer_release(parts):
    with_migrations(parts, lambda had: had.append("search.0099_better"))


def of_an_older_release(parts):
    with_migrations(parts, lambda had: had.remove("search.0002_lexemes"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            of_a_newer_release,
            r"newer release than this one, which lacks search\.0099_better\. Restore it with",
        ),
        (
            of_an_older_release,
            r"older release, which lacks search\.0002_lexemes\. Restore it with the release",
        ),
    ],
)
def test_a_backup_of_another_release_says_what_to_do(empty, backup, change, sentence):
    altered(backup, change)

    with empty.at(), pytest.raises(CommandError, match=sentence):
        call_command("restore", backup)
