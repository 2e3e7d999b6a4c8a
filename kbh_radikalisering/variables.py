"""
The environment variables that the site reads, each declared once.

What the table in README.md is held against, so a variable that is read and not described
there fails a test.
"""

from kbh_radikalisering import values
from kbh_radikalisering.operation import OPERATION
from kbh_radikalisering.variable import Variable

VARIABLES = [
    Variable(
        "SITE_URL",
        values.site_url,
        "the site's own origin, such as https://forebyggelse.example.dk",
        unset="http://127.0.0.1 with PORT",
    ),
    Variable("DEBUG", values.boolean, "1 for local development, else 0", default="0"),
    Variable(
        "SECRET_KEY",
        values.secret,
        "a random text of at least 50 characters",
        unset="made once and kept in DATA_DIR; required with https",
        confidential=True,
    ),
    Variable(
        "ALLOWED_HOSTS",
        values.hosts,
        "the host names that the site answers to, with commas between them",
        unset="the host of SITE_URL and this machine; required with https",
    ),
    Variable(
        "TRUSTED_PROXIES",
        values.networks,
        "the addresses or networks of the proxies that end https, with commas between them",
        default="127.0.0.1,::1",
    ),
    Variable(
        "DATA_DIR",
        values.folder,
        "a folder that the site may write to",
        default="var",
    ),
    Variable(
        "STATIC_ROOT",
        values.folder,
        "a folder for the collected static files",
        unset="static in DATA_DIR",
    ),
    Variable(
        "DATABASE_URL",
        values.database,
        "an address such as postgres://user:password@host:5432/name",
        unset="SQLite in DATA_DIR",
        confidential=True,
    ),
    Variable(
        "BIND",
        values.address,
        "the address to listen on, such as 0.0.0.0 in a container",
        default="127.0.0.1",
    ),
    Variable("PORT", values.port, "a port number from 1 to 65535", default="8000"),
    Variable(
        "WEB_CONCURRENCY",
        values.positive,
        "the number of worker processes, such as one for each core",
        default="2",
    ),
    Variable(
        "WEB_THREADS",
        values.positive,
        "the number of requests that each worker process works on at a time, besides those "
        "for kept pages",
        default="32",
    ),
    *OPERATION,
    Variable(
        "EMAIL_URL",
        values.mail,
        "the mail server's address, such as smtp://user:password@host:587, or smtps:// "
        "where TLS comes first; ?tls=0 for one that has none",
        unset="no mail is sent",
        confidential=True,
    ),
    Variable(
        "MAIL_FROM",
        values.email,
        "the sender of the reminders to editors, such as web@example.dk",
        unset="required with EMAIL_URL",
    ),
    Variable(
        "BACKUP_KEY",
        values.backup_keys,
        "the public key that `manage.py backup --new-key` shows, or the secret one to "
        "restore; several with commas between them",
        unset="backups are not encrypted",
        confidential=True,
    ),
    Variable(
        "ADMIN_PATH",
        values.path,
        "the address of the admin below the site's own, in small letters, digits and dashes",
        default="admin",
    ),
    Variable(
        "ADMIN_NETWORKS",
        values.networks,
        "the networks that editors sit in, such as 192.0.2.0/24, with commas between them",
        unset="the admin is open to every address",
    ),
    Variable(
        "SECOND_FACTOR",
        values.second_factor,
        "required, or postponed to try the site out by http with a password alone",
        default="required",
    ),
    Variable(
        "OIDC_ISSUER",
        values.issuer,
        "the https address of the municipality's identity provider (OpenID Connect)",
        unset="nobody signs in by it",
    ),
    Variable(
        "OIDC_CLIENT_ID",
        str,
        "the name that the provider knows the site by",
        unset="required with OIDC_ISSUER",
    ),
    Variable(
        "OIDC_CLIENT_SECRET",
        str,
        "the secret that the provider has given the site",
        unset="required with OIDC_ISSUER",
        confidential=True,
    ),
    Variable(
        "OIDC_NAME",
        str,
        "what editors call that sign-in",
        default="Københavns Kommune",
    ),
    Variable(
        "OIDC_SECOND_FACTOR",
        values.parts_of,
        "what the provider says in amr or acr when it asked for a second factor, with commas "
        "between them",
        default="mfa",
    ),
    Variable(
        "FALLBACK_PHONE",
        values.phone,
        "a number for error pages to show while the database cannot be reached, "
        "such as +4533172929",
        default="+4533172929",
    ),
]
