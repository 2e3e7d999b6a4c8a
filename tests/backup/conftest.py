import pytest
from django.core.management import call_command

from tests import databases

from . import content


@pytest.fixture(scope="session")
def engine(tmp_path_factory):
    """What the other tests run on."""
    return databases.of_this_run(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def empty_template(engine, django_db_blocker):
    with django_db_blocker.unblock():
        return databases.migrated(engine)


@pytest.fixture(scope="session")
def full_template(empty_template, django_db_blocker):
    with django_db_blocker.unblock():
        site = databases.copy(empty_template)
        with site.at():
            content.fill()
        return site


@pytest.fixture(autouse=True)
def _databases(django_db_blocker):
    """These tests have databases of their own."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def empty(empty_template):
    return databases.copy(empty_template)


@pytest.fixture
def full(full_template):
    return databases.copy(full_template)


@pytest.fixture
def backup(full, tmp_path):
    """A backup of `full`."""
    with full.at():
        call_command("backup", tmp_path / "backup.tar")
    return tmp_path / "backup.tar"
