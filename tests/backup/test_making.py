"""A backup is whole, of one moment, and for its owner's eyes."""

import os
import stat
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from content.pages.models import Document, Page
from kbh_radikalisering.backup import files, keys, making, reading, tar
from tests.disk import room_for

KEYS = {"plain": [], "encrypted": keys.parse(keys.new()[1])}


def in_another_process(site, act):
    """As an editor would: with a connection of their own, while this one is busy."""

    def work():
        with site.at():
            act()

    with ThreadPoolExecutor(1) as executor:
        executor.submit(work).result(timeout=20)


def test_a_backup_is_of_one_moment_while_others_write(full, tmp_path):
    """Written after the first part was read and before the last: none of it is there."""

    def change():
        Page.objects.update(title_da="Skrevet imens")
        User.objects.create_user("Kom til imens")

    with full.at():
        found = making.members([])
        with closing(found), (tmp_path / "x").open("wb") as file:
            for number, piece in enumerate(tar.stream(found)):
                if number == 1:
                    in_another_process(full, change)
                file.write(piece)
        assert Page.objects.filter(title_da="Skrevet imens").count() == Page.objects.count()

    with reading.opened(tmp_path / "x") as archive:
        place = archive.about["columns"]["pages.page"].index("title_da")
        titles = {row[place] for row in rows_of(archive, "pages.page")}
        assert len(titles) > 5
        assert "Skrevet imens" not in titles
        assert len(rows_of(archive, "auth.user")) == 1


def rows_of(archive, label):
    return [row for some in archive.rows(label) for row in some]


def test_only_the_owner_reads_a_backup(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
def test_a_full_disk_leaves_nothing_that_looks_like_a_backup(full, settings, tmp_path, keys):
    settings.BACKUP_KEY = keys

    with full.at():
        Page.objects.count()
        with room_for(50_000), pytest.raises(CommandError, match=r"^No backup was written: "):
            call_command("backup", tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_not_written_over_another(full, backup):
    with full.at(), pytest.raises(CommandError, match=r"backup\.tar is there already\.$"):
        call_command("backup", backup)


def test_in_a_folder_a_backup_is_named_by_its_time_and_old_ones_go(full, tmp_path):
    old, young = [
        tmp_path / (timezone.now() - timedelta(days=days)).strftime(files.NAME)
        for days in (31, 29)
    ]
    others = [tmp_path / "notes.tar", tmp_path / "site-plan.tar"]
    for file in [old, young, *others]:
        file.touch()

    with full.at():
        call_command("backup", tmp_path, keep=30)

    [new] = {*tmp_path.iterdir()} - {old, young, *others}
    assert new.match("site-20??????T??????Z.tar")
    assert sorted(tmp_path.iterdir()) == sorted([young, new, *others])


def test_old_backups_stay_as_long_as_there_is_no_new_one(full, engine, tmp_path):
    old = tmp_path / "site-20200101T000000Z.tar"
    old.touch()

    with engine.new().at(), pytest.raises(CommandError):
        call_command("backup", tmp_path, keep=30)

    assert list(tmp_path.iterdir()) == [old]


def test_a_file_that_is_gone_is_told_and_the_rest_is_kept(full, tmp_path, capsys):
    with full.at():
        name = Document.objects.get().file.name
        os.unlink(full.media / name)
        call_command("backup", tmp_path / "backup")

    told = capsys.readouterr().err.splitlines()[0]
    assert told == f"The file {name} is named by the site but is not there."
    with reading.opened(tmp_path / "backup") as archive:
        assert len(archive.media()) == 1


def test_a_database_that_lacks_a_migration_is_not_backed_up(engine, tmp_path):
    with engine.new().at(), pytest.raises(CommandError, match=r"Run manage\.py migrate first"):
        call_command("backup", tmp_path / "backup")


def test_a_large_site_takes_no_large_memory(full, tmp_path, settings):
    """Twenty megabytes of text and forty of files, in less than a fifth of them."""
    with full.at():
        page = Page.objects.get(path="/strategi/")
        Page.objects.bulk_create(
            Page(
                parent=page,
                slug=f"s{n}",
                path=f"/strategi/s{n}/",
                title_da=f"{n}",
                body_da=f"{n:05}" * 2000,
            )
            for n in range(2000)
        )
        name = Document.objects.get().file.name
        with open(full.media / name, "wb") as file:
            file.truncate(40_000_000)
        connections["default"].close()

        tracemalloc.start()
        try:
            call_command("backup", tmp_path / "backup")
            _now, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    assert most < 12_000_000
