"""
The only settings: read from the environment, safe by default.

https://docs.djangoproject.com/en/5.2/ref/settings/
"""

from datetime import timedelta
from ipaddress import ip_network
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from kbh_radikalisering import environment, faults
from kbh_radikalisering.logs.config import logging_config
from kbh_radikalisering.media import media_storage
from kbh_radikalisering.optional import needed

ENV = environment.read()

BASE_DIR = environment.BASE_DIR
DATA_DIR = ENV["DATA_DIR"]
DEBUG = ENV["DEBUG"]

# The site's own origin. Links in feeds, cards and catalogues are built from it,
# never from a Host header, which is the visitor's to choose.
SITE_URL = ENV["SITE_URL"] or f"http://127.0.0.1:{ENV['PORT']}"
SITE_HOST = urlsplit(SITE_URL).hostname
HTTPS = SITE_URL.startswith("https://")

if HTTPS and DEBUG:
    raise environment.WrongEnvironment(
        "DEBUG is 1 while SITE_URL is https, which would show the site's settings to "
        "everyone. Set DEBUG to 0."
    )

# The proxies whose word for where a visitor comes from is taken: those that end https.
TRUSTED_PROXIES = [ip_network(each) for each in ENV["TRUSTED_PROXIES"] if HTTPS]

SECRET_KEY = ENV["SECRET_KEY"]
if not SECRET_KEY:
    if HTTPS:
        raise environment.WrongEnvironment(
            "SECRET_KEY is not set. Set it to a random text of at least 50 characters."
        )
    SECRET_KEY = environment.generated_secret(DATA_DIR)

ALLOWED_HOSTS = ENV["ALLOWED_HOSTS"]
if not ALLOWED_HOSTS:
    if HTTPS:
        raise environment.WrongEnvironment(
            "ALLOWED_HOSTS is not set. Set it to the host names that the site "
            "answers to, with commas between them."
        )
    ALLOWED_HOSTS = [SITE_HOST, "127.0.0.1", "localhost", "[::1]"]
elif HTTPS and SITE_HOST not in ALLOWED_HOSTS:
    raise environment.WrongEnvironment(
        f"ALLOWED_HOSTS leaves out {SITE_HOST}, the host of SITE_URL. Set it to all the "
        "host names that the site answers to, with commas between them."
    )
elif SITE_HOST not in ALLOWED_HOSTS:
    # The pages that are kept are asked for in the site's own name.
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, SITE_HOST]

# Applications

INSTALLED_APPS = [
    # Before django.contrib.admin, whose classes it extends.
    "modeltranslation",
    "kbh_radikalisering.apps.AdminConfig",
    "kbh_radikalisering.apps.ProjectConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "django_prose_editor",
    "import_export",
    "phonenumber_field",
    "content.publishing",
    "content.site",
    "content.pages",
    "content.networks",
    "content.statistics",
    "content.advice",
    "content.search",
]

MIDDLEWARE = [
    # Outside of all: it counts what the others ask the database.
    "kbh_radikalisering.logs.queries.queries_in_detail",
    # Early, so that what is answered further down carries their headers as well.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "kbh_radikalisering.middleware.isolation_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_http_compression.middleware.HttpCompressionMiddleware",
    "kbh_radikalisering.middleware.language_from_address",
    "kbh_radikalisering.middleware.refuse_null_characters",
    # Before anything that asks the database.
    "kbh_radikalisering.calm.database_is_away",
    "kbh_radikalisering.signin.networks.only_from_networks",
    "kbh_radikalisering.middleware.no_cookies_for_the_public",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kbh_radikalisering.signin.sessions.end_in_time",
    "kbh_radikalisering.signin.second_factor.second_factor_first",
    "content.publishing.kept.one_edition_a_request",
    "kbh_radikalisering.limits.searches.refused_searches",
    "kbh_radikalisering.limits.previews.previews_within_limit",
    "content.publishing.plans.middleware.due_plans_first",
    "content.publishing.middleware.moved_addresses",
]

ROOT_URLCONF = "kbh_radikalisering.urls"
# What a preview shows below an address of its own.
PUBLIC_URLCONF = "kbh_radikalisering.public_urls"
WSGI_APPLICATION = "kbh_radikalisering.wsgi.application"
ASGI_APPLICATION = "kbh_radikalisering.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database

DATABASES = {
    "default": ENV["DATABASE_URL"]
    or {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "db.sqlite3"}
}

if ENV["DATABASE_REPLICA_URL"]:
    DATABASES["replica"] = ENV["DATABASE_REPLICA_URL"]
    DATABASE_ROUTERS = ["kbh_radikalisering.replica.Router"]

# Beside what the address of each says itself.
for database in DATABASES.values():
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            # Readers never wait for a writer, and a writer takes its lock at once
            # rather than failing half-way through a transaction.
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        database["OPTIONS"] = database.get("OPTIONS", {}) | {
            # Of a worker's threads few need the database at the same time; six workers stay
            # below the hundred connections that PostgreSQL allows by itself.
            # A visitor does not wait long for a database that is gone.
            "pool": {"min_size": 1, "max_size": ENV["DATABASE_CONNECTIONS"], "timeout": 2},
            # A machine that has vanished says nothing: seconds, and at the end milliseconds.
            "connect_timeout": 3,
            "keepalives_idle": 5,
            "keepalives_interval": 2,
            "keepalives_count": 3,
            "tcp_user_timeout": 8000,
        }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Where wrong tries to sign in, searches and previews are counted: in the database, which
# all processes share. So many entries that nobody makes it forget the counts by filling it
# up.
CACHES = {
    "database": {
        "BACKEND": "kbh_radikalisering.limits.caches.SharedDatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
CACHES["default"] = CACHES["database"]
if ENV["REDIS_URL"]:
    needed("redis", "REDIS_URL")
    CACHES["default"] = {
        "BACKEND": "kbh_radikalisering.limits.caches.SharedRedisCache",
        "LOCATION": ENV["REDIS_URL"],
        "KEY_PREFIX": SITE_HOST,
        # Seconds: a limit is not worth a longer wait.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }

SEARCH_LIMIT = ENV["SEARCH_LIMIT"]

OPENSEARCH = ENV["OPENSEARCH_URL"]
if OPENSEARCH:
    needed("opensearchpy", "OPENSEARCH_URL")

# Languages. Danish is first and never changes: django-modeltranslation makes it
# the language of the columns that must be filled in.

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
FORMAT_MODULE_PATH = "kbh_radikalisering.formats"
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_vendor"]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

MODELTRANSLATION_DEFAULT_LANGUAGE = "da"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("da",)
MODELTRANSLATION_CUSTOM_FIELDS = ("ProseEditorField",)

PHONENUMBER_DEFAULT_REGION = "DK"
PHONENUMBER_DB_FORMAT = "E164"
FALLBACK_PHONE = ENV["FALLBACK_PHONE"]

FORMS_URLFIELD_ASSUME_HTTPS = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = ENV["STATIC_ROOT"] or DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]

MEDIA_ROOT = DATA_DIR / "media"
# Documents are handed out by a view that knows what is published.
MEDIA_URL = None

STORAGES = {
    "default": media_storage(ENV["MEDIA_STORAGE"]),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "kbh_radikalisering.staticfiles.BundledManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
WHITENOISE_ALLOW_ALL_ORIGINS = False

BACKUP_KEY = ENV["BACKUP_KEY"]

# Mail to editors: nothing is sent as long as there is no server to send it.

MAIL = ENV["EMAIL_URL"]
if MAIL and not ENV["MAIL_FROM"]:
    raise environment.WrongEnvironment(
        "MAIL_FROM is not set. Set it to the sender of the reminders to editors, such as "
        "web@example.dk."
    )
SENDS_MAIL = bool(MAIL)
DEFAULT_FROM_EMAIL = ENV["MAIL_FROM"] or "webmaster@localhost"
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
if MAIL:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    # EMAIL_HOST and what belongs to it.
    globals().update(MAIL)

# Logs: kbh_radikalisering/logs says what is written down, and what is not.

LOGGING = logging_config(ENV["LOG_FORMAT"])

if ENV["SENTRY_DSN"]:
    faults.begin(ENV["SENTRY_DSN"])

# Sign-in: everything below the admin's address, see kbh_radikalisering/signin.

ADMIN_PATH = ENV["ADMIN_PATH"]
ADMIN_NETWORKS = [ip_network(each) for each in ENV["ADMIN_NETWORKS"]]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "account_login"

SECOND_FACTOR_IS_POSTPONED = ENV["SECOND_FACTOR"] == "postponed"
if HTTPS and SECOND_FACTOR_IS_POSTPONED:
    raise environment.WrongEnvironment(
        "SECOND_FACTOR is postponed while SITE_URL is https: a password alone would open "
        "the admin. Set SECOND_FACTOR to required."
    )

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "kbh_radikalisering.signin.passwords.SiteWordsValidator"},
]

ACCOUNT_ADAPTER = "kbh_radikalisering.signin.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
# Nobody makes an account for themselves, and no mail opens one.
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    # A page of wrong fields costs nothing; this only keeps a machine from hurrying.
    "login": "60/m/ip",
    # By account and address, and by address: a whole office may sit behind one.
    "login_failed": "5/5m/key,100/h/ip",
}

# Who has said who they are, with a key, a code or a password, may change rights so long.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

# Half an hour without doing anything, a working day in any case, and no longer than the
# browser is open.
SESSION_COOKIE_AGE = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SIGNED_IN_AT_MOST = timedelta(hours=12)

# The municipality's own sign-in, where one is named. Its issuer is part of what an account
# is known by, so another one never takes over an account.
OIDC_PROVIDER_ID = urlsplit(ENV["OIDC_ISSUER"]).netloc
OIDC_NAME = ENV["OIDC_NAME"]
OIDC_SECOND_FACTOR = ENV["OIDC_SECOND_FACTOR"]
if OIDC_PROVIDER_ID and not (ENV["OIDC_CLIENT_ID"] and ENV["OIDC_CLIENT_SECRET"]):
    raise environment.WrongEnvironment(
        "OIDC_ISSUER is set, and OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not. Set both to "
        "what the identity provider knows the site by."
    )
SOCIALACCOUNT_ADAPTER = "kbh_radikalisering.signin.municipal.MunicipalAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
# A link: the answer is bound to who asked, by state and PKCE.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 3
SOCIALACCOUNT_PROVIDERS = {}
if OIDC_PROVIDER_ID:
    INSTALLED_APPS += ["allauth.socialaccount.providers.openid_connect"]
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": OIDC_PROVIDER_ID,
                    "name": OIDC_NAME,
                    "client_id": ENV["OIDC_CLIENT_ID"],
                    "secret": ENV["OIDC_CLIENT_SECRET"],
                    "settings": {"server_url": ENV["OIDC_ISSUER"]},
                }
            ],
        }
    }
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"

MFA_ADAPTER = "kbh_radikalisering.signin.adapters.MFAAdapter"
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "add_webauthn": "kbh_radikalisering.signin.forms.AddPasskeyForm",
    "authenticate": "kbh_radikalisering.signin.forms.CodeForm",
    "reauthenticate": "kbh_radikalisering.signin.forms.CodeAgainForm",
}
# The clock of a phone may be half a minute off.
MFA_TOTP_TOLERANCE = 1

# Security

SECURE_SSL_REDIRECT = HTTPS
# Whoever watches over the processes asks them directly, past the proxy.
SECURE_REDIRECT_EXEMPT = [r"^sundhed/"]
SECURE_HSTS_SECONDS = 63072000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if HTTPS:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

# Public pages load one stylesheet and images of their own, and nothing else.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        # For the audit tools that read robots.txt from the page.
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

PERMISSIONS_POLICY = {
    feature: []
    for feature in (
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        # Where one signs in they are allowed, see kbh_radikalisering/signin/pages.py.
        "publickey-credentials-create",
        "publickey-credentials-get",
        "screen-wake-lock",
        "usb",
        "xr-spatial-tracking",
    )
}
