"""
As much of OpenSearch as the site asks for, in a thread of the tests.

Written from its documentation (https://docs.opensearch.org/latest/api-reference/), for no
server is to be had here: it shows that what is sent has the right form, and what is done
with the answers. It scores by counting, which no real one does.
"""

import gzip
import json
from base64 import b64encode
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

NAME, PASSWORD = "site", "hemmelig"
AUTHORIZED = "Basic " + b64encode(f"{NAME}:{PASSWORD}".encode()).decode()


class OpenSearch:
    """`indices` are {name: {id: document}}; `aliases` lead to them by their other names."""

    def __init__(self):
        self.indices, self.aliases, self.versions = {}, {}, {}
        self.fails_with = None
        self.asked = []

    def answer(self, method, path, body):
        self.asked.append(f"{method} {path}")
        if self.fails_with:
            return self.fails_with, {"error": "made to fail"}
        index, _, act = path.strip("/").partition("/")
        if index == "_alias":
            return self.alias(act)
        if act:
            return getattr(self, act.strip("_"))(index, body)
        return {"PUT": self.create, "DELETE": self.delete}[method](index, body)

    def documents(self, alias="site"):
        return self.indices[self.aliases[alias]]

    def alias(self, alias):
        if alias not in self.aliases:
            return 404, {"error": f"alias [{alias}] missing", "status": 404}
        return 200, {self.aliases[alias]: {"aliases": {alias: {}}}}

    def create(self, index, body):
        self.indices[index], self.versions = {}, {}
        self.aliases |= dict.fromkeys(json.loads(body)["aliases"], index)
        return 200, {"acknowledged": True}

    def delete(self, index, _body=""):
        del self.indices[index]
        self.aliases = {a: name for a, name in self.aliases.items() if name != index}
        return 200, {"acknowledged": True}

    def bulk(self, alias, body):
        lines = iter(json.loads(line) for line in body.splitlines())
        items = []
        for line in lines:
            ((act, where),) = line.items()
            source = next(lines) if act == "index" else None
            items.append({act: {"_id": where["_id"]} | self.done(alias, where, source)})
        wrong = [told for each in items for told in each.values() if "error" in told]
        return 200, {"errors": bool(wrong), "items": items}

    def done(self, alias, where, source):
        """It is asked with `require_alias`."""
        assert where["version_type"] == "external"
        key = where["_id"]
        if alias not in self.aliases:
            return {"status": 404, "error": {"type": "index_not_found_exception"}}
        if where["version"] <= self.versions.get(key, 0):
            return {"status": 409, "error": {"type": "version_conflict_engine_exception"}}
        self.versions[key] = where["version"]
        if source is None:
            return {"status": 200 if self.documents(alias).pop(key, None) else 404}
        assert source.keys() == {"entry", "title", "text"}
        self.documents(alias)[key] = source
        return {"status": 201}

    def search(self, alias, body):
        if alias not in self.aliases:
            return 404, {"error": "index_not_found_exception"}
        asked = json.loads(body)
        assert asked["sort"] == ["_score", {"entry": "asc"}]
        documents = self.documents(alias).items()
        scores = {key: score(asked["query"], each) for key, each in documents}
        best = sorted((-found, int(key)) for key, found in scores.items() if found)
        hits = [{"_id": str(key), "_score": -found} for found, key in best[: asked["size"]]]
        return 200, {"hits": {"hits": hits}}


def score(query, document):
    """0 for what does not match."""
    ((kind, told),) = query.items()
    return {"bool": of_bool, "match": of_match, "constant_score": of_constant}[kind](
        told, document
    )


def of_bool(told, document):
    must = [score(each, document) for each in told.get("must", [])]
    should = [score(each, document) for each in told.get("should", [])]
    if not all(must) or not (must or any(should)):
        return 0
    return sum(must) + sum(should)


def of_match(told, document):
    ((field, asked),) = told.items()
    words = document[field].split()
    return asked.get("boost", 1) * sum(words.count(word) for word in asked["query"].split())


def of_constant(told, document):
    return told["boost"] if score(told["filter"], document) else 0


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        status, told = 401, {"error": "who are you?"}
        if self.headers["Authorization"] == AUTHORIZED:
            path = self.path.partition("?")[0]
            status, told = self.server.opensearch.answer(self.command, path, body.decode())
        content = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        # Who waited no longer has hung up.
        with suppress(BrokenPipeError):
            self.wfile.write(b"" if self.command == "HEAD" else content)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer  # noqa: N815

    def log_message(self, *arguments):
        """What it was asked is in `asked`."""


@contextmanager
def opensearch():
    """An OpenSearch and the address that OPENSEARCH_URL is set to."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.opensearch = OpenSearch()
        Thread(target=server.serve_forever).start()
        try:
            yield (
                server.opensearch,
                f"http://{NAME}:{PASSWORD}@127.0.0.1:{server.server_port}/site",
            )
        finally:
            server.shutdown()
