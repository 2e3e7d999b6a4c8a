"""The environment variables of who runs the site: limits, logs, and several machines."""

from kbh_radikalisering import operation_values, values
from kbh_radikalisering.variable import Variable

OPERATION = [
    Variable(
        "SEARCH_LIMIT",
        values.positive,
        "the number of new searches a minute that one address may make, which a whole "
        "office may sit behind",
        default="60",
    ),
    Variable(
        "LOG_FORMAT",
        operation_values.log_format,
        "json for machines that collect logs, or text for a person who reads them",
        default="json",
    ),
    Variable(
        "METRICS_PORT",
        values.optional_port,
        "a port for Prometheus to read figures from, which no visitor may reach",
        unset="nothing is counted",
    ),
    Variable(
        "SENTRY_DSN",
        operation_values.sentry,
        "the address of a project at a Sentry of one's own, such as https://key@host/1",
        unset="faults are in the log alone",
        confidential=True,
    ),
    Variable(
        "DATABASE_CONNECTIONS",
        values.positive,
        "the number of connections to PostgreSQL that each worker process keeps at most, and "
        "as many to the replica",
        default="16",
    ),
    Variable(
        "DATABASE_REPLICA_URL",
        operation_values.replica,
        "the address of a PostgreSQL that follows the one of DATABASE_URL, for public pages",
        unset="all is read from the database itself",
        confidential=True,
    ),
    Variable(
        "REDIS_URL",
        operation_values.redis,
        "the address of a Redis or Valkey, such as redis://:password@host:6379/0",
        unset="the database counts",
        confidential=True,
    ),
    Variable(
        "OPENSEARCH_URL",
        operation_values.opensearch,
        "the address of an OpenSearch and of an index there, such as "
        "https://user:password@host:9200/index, with ?ca=/path/to/its/authority.pem if need be",
        unset="the database searches",
        confidential=True,
    ),
    Variable(
        "MEDIA_STORAGE",
        operation_values.bucket,
        "a place that speaks S3, such as s3://key:secret@host/bucket?region=eu-north-1, or "
        "s3+http:// where there is no TLS",
        unset="media in DATA_DIR",
        confidential=True,
    ),
]
