"""Requests that nobody would send who only reads, and what must hold of every answer."""

import re
from urllib.parse import unquote_to_bytes, urlsplit

from hypothesis import strategies as st

from tests.started import ROOT

# Would stand in an answer as it is if something were reflected without being escaped.
MARK = "zq\"'><img src=x>"
ADDRESSES = [
    *("/", "/strategi/", "/strategi", "/netvaerk/", "/netvaerk/nordic-safe-cities/"),
    *(
        "/statistik/",
        "/statistik.csv",
        "/statistik.json",
        "/raadgivning/",
        "/raadgivning/kort/",
    ),
    *("/raadgivning/kontakt.vcf", "/soeg/", "/opdateringer/", "/opdateringer/feed.atom"),
    *(
        "/sitemap.xml",
        "/robots.txt",
        "/was",
        "/.well-known/security.txt",
        "/data/catalog.jsonld",
    ),
    *("/sundhed/live", "/sundhed/klar", "/admin/", "/admin/login/", "/static/css/site.css"),
    *("/forhaandsvis/noegle/", "/forhaandsvis/a.b/strategi/", "/findes-ikke/"),
    "/dokumenter/00000000-0000-0000-0000-000000000000/plan.pdf",
]
PIECES = [
    *(
        "..",
        ".",
        "%2e%2e",
        "%2f",
        "%5c",
        "\\",
        "%00",
        "%0d%0aX: y",
        "%ff",
        "%c0%af",
        "%",
        "%zz",
    ),
    *("//evil.example", "/\\evil.example", "@evil.example", ":80", ";a=b", "en", "en/en", "~"),
    *("æøå", "%c3%a6", "%ed%a0%80", "%f0%9f%98%80", "a" * 300, "9" * 40, "-1", "%25", "*"),
    *(
        "{{7*7}}",
        "${7*7}",
        "'--",
        "<script>",
        MARK.replace(" ", "%20"),
        "index.php",
        ".git/config",
    ),
    *("admin", "static", "media", "etc/passwd", "?", "&", "="),
]
NAMES = ["q", "side", "next", "p", "page", "format", "", "q[]", "__proto__", "utm_source", MARK]
VALUES = [
    *(
        "",
        "strategi",
        "henvendelse",
        "æøå",
        MARK,
        "-1",
        "0",
        "99999999999999999999",
        "1e9",
        "NaN",
    ),
    *("%00", "%ff", "%", "' OR 1=1 --", "a" * 2000, "* NEAR(", "//evil.example", "\u0000"),
    *("\ud7ff", "%F0%9F%98%80", "../../etc/passwd", "{{7*7}}", "%0d%0aSet-Cookie:a=b", "null"),
]
HEADERS = [
    *("accept", "accept-encoding", "accept-language", "cookie", "range", "if-none-match"),
    *("if-modified-since", "content-type", "content-length", "x-forwarded-for", "origin"),
    *("x-forwarded-proto", "x-forwarded-host", "x-request-id", "x-http-method-override"),
    *("referer", "user-agent", "authorization", "expect", "forwarded", "x-csrftoken", "te"),
    *("x-original-url", "x-rewrite-url", "script_name", "upgrade", "connection", "if-range"),
]
HEADER_VALUES = [
    *(
        "",
        "*",
        "gzip;q=nan, br;q=-1",
        "bytes=0-0,-1,5-2",
        'W/"x"',
        "identity;q=0",
        ",,,,",
        "a=b",
    ),
    *("sessionid=" + "x" * 32, '__Host-session=x; csrftoken="', "Basic Og==", "100-continue"),
    *(
        "Thu, 99 Nov 2026 99:99:99 GMT",
        "application/json",
        "multipart/form-data",
        "evil.example",
    ),
    *(
        "multipart/form-data; boundary=",
        "text/html; charset=klingon",
        "-1",
        "x" * 8000,
        "DELETE",
    ),
    *("127.0.0.1, ::1", "not-an-address", "https", "\xff\xfe", MARK, "null", "/admin/"),
]
METHODS = ["GET"] * 12 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "X-Y"]
HOSTS = ["localhost"] * 12 + [
    "evil.example",
    "localhost:99999",
    "",
    "[::1]",
    "a..b",
    MARK,
    "\xe6",
]
BODIES = [b"", b"q=x", b"{", b"\x00\xff" * 50, b"--x\r\n", b"a=" + b"b" * 5000]


def words(known, most):
    anything = st.text(st.characters(codec="utf-8"), max_size=20)
    return st.lists(st.one_of(st.sampled_from(known), anything), max_size=most)


@st.composite
def requests(draw):
    """(method, target, headers, body), the target and the headers as bytes."""
    path = draw(st.sampled_from(ADDRESSES)) + "/".join(draw(words(PIECES, 3)))
    if draw(st.booleans()):
        path = draw(st.sampled_from(["/en", "/da", "", "/"])) + path
    names = draw(words(NAMES, 3))
    pairs = [f"{name}={draw(st.sampled_from(VALUES))}" for name in names]
    target = path + ("?" + "&".join(pairs) if pairs else "")
    headers = draw(
        st.lists(
            st.tuples(st.sampled_from(HEADERS), st.sampled_from(HEADER_VALUES)), max_size=4
        )
    )
    sent = [("host", draw(st.sampled_from(HOSTS))), *headers]
    return (
        draw(st.sampled_from(METHODS)),
        sendable(target),
        [(name.encode(), value.encode("latin-1")) for name, value in sent],
        draw(st.sampled_from(BODIES)),
    )


def sendable(target):
    """As gunicorn lets it through: neither spaces nor control characters."""
    text = target.encode("utf-8", "surrogatepass")
    return re.sub(rb"[\x00-\x20\x7f]", b"", text)


def scope(method, target, headers, number):
    path, _, query = target.partition(b"?")
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote_to_bytes(path).decode(errors="replace"),
        "raw_path": path,
        "query_string": query,
        "headers": headers,
        # Each from somewhere else, so that no limit hides what is behind it.
        "client": (f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", 1),
    }


# What only the inside of the site says.
INSIDE = re.compile(
    rb"Traceback \(most recent|django\.core|site-packages|\.py&quot;|SECRET_KEY|psycopg"
    rb"|sqlite3\.|DATABASE_URL|OperationalError|DoesNotExist|" + re.escape(bytes(ROOT))
)
PROMISED = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
}


def faults(answer, request):
    """What is wrong with an answer, in words; nothing of it must be."""
    return [*of_body(answer), *of_headers(answer, request), *of_page(answer)]


def of_body(answer):
    if answer.status >= 500:
        yield f"status {answer.status}"
    if found := INSIDE.search(answer.body):
        yield f"tells of its inside: {found[0]!r}"
    if b"<img src=x>" in answer.body or b"<script>" in answer.body:
        yield "reflects what was sent"


def of_headers(answer, request):
    if any(b"\r" in value or b"\n" in value for value in answer.headers.values()):
        yield "lets a header be split"
    location = urlsplit(answer.headers.get(b"location", b"").decode("latin-1"))
    if location.netloc not in {"", "localhost", "[::1]"} or location.scheme not in {"", "http"}:
        yield f"leads elsewhere: {location.geturl()}"
    # Where one signs in the form needs one.
    if b"set-cookie" in answer.headers and b"/admin" not in unquote_to_bytes(request[1]):
        yield "sets a cookie"


def of_page(answer):
    if not answer.headers.get(b"content-type", b"").startswith(b"text/html"):
        return
    if not PROMISED.items() <= answer.headers.items():
        yield "lacks headers"
    if b"content-security-policy" not in answer.headers:
        yield "lacks a policy"
