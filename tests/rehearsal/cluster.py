"""Three machines, and what they share."""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests.faults.machine import Machine
from tests.faults.postgresql import PostgreSQL, url_of
from tests.faults.stage import STATIC, Stage
from tests.proxied import NGINX, proxied
from tests.redis_server import SERVER, Redis
from tests.started import free_port
from tests.waiting import until

MACHINES = 3


class Cluster(Stage):
    """A Stage whose readers and editor come through the proxy."""

    def __init__(self, folder, machines, database, standby):
        super().__init__(folder, machines[0])
        self.beside = machines[1:]
        self.database = database
        self.standby = standby
        self.redis = None
        self.proxy = None

    def rows(self, sql):
        return self.database.rows(sql)

    def ports(self):
        return [self.proxy.port, *super().ports()]


@contextmanager
def cluster():
    lacking = [name for name, found in [("nginx", NGINX), ("redis", SERVER)] if not found]
    if lacking:
        raise SystemExit(f"Install {' and '.join(lacking)} to rehearse.")
    folder = Path(tempfile.mkdtemp(prefix="kbh-cluster-"))
    # The database's own user has to find its way.
    folder.chmod(0o755)
    try:
        with built(folder) as stage:
            yield stage
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def built(folder):
    redis = Redis(folder)
    database = PostgreSQL.new(folder / "first")
    standby = database.copied(folder / "standby", free_port())
    urls = {
        "DATABASE_URL": url_of(database.port, standby.port),
        "DATABASE_REPLICA_URL": f"postgres://postgres@127.0.0.1:{standby.port}/postgres",
        "REDIS_URL": redis.url,
    }
    machines = [machine(folder, number, urls) for number in range(1, MACHINES + 1)]
    stage = Cluster(folder, machines, database, standby)
    stage.redis = redis
    try:
        until(redis.answers)
        for each in machines:
            each.start()
        proxy_folder = folder / "proxy"
        proxy_folder.mkdir()
        with proxied(proxy_folder, *(each.port for each in machines)) as stage.proxy:
            yield stage
    finally:
        for each in machines:
            each.stop()
        for each in {stage.database, standby}:
            each.kill()
        redis.stop()


def machine(folder, number, urls):
    """With a data folder of its own, in which only the documents are everybody's."""
    data = folder / f"machine-{number}"
    documents = folder / "documents"
    for each in [data, documents]:
        each.mkdir(exist_ok=True)
    (data / "media").symlink_to(documents)
    return Machine(data, SECRET_KEY="of-all-machines" * 5, STATIC_ROOT=STATIC, **urls)
