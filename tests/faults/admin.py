"""The admin's forms, filled in and sent as a browser does, without one."""

import secrets
from urllib.parse import urlencode

import lxml.html

from .visitor import ask


class RefusedError(Exception):
    """The site did not say that it has saved."""


class Admin:
    def __init__(self, port, session):
        self.port = port
        self.cookies = {"sessionid": session}

    def ask(self, path, method="GET", body=None, kind=None):
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        answer = ask(self.port, path, method, body, headers)
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def send(self, path, button, **values):
        """Open the form at `path`, change `values`, press `button`; RefusedError for a no."""
        fields = self.filled_in(path) | values | {button: "1"}
        kind = "application/x-www-form-urlencoded"
        self.sent(path, urlencode(fields).encode(), kind)

    def upload(self, path, button, name, file, **values):
        """The same with a file, a pair of its name and its bytes."""
        fields = self.filled_in(path) | values | {button: "1"}
        boundary = secrets.token_hex(16)
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in fields.items()
        ]
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; '
            f'filename="{file[0]}"\r\nContent-Type: application/pdf\r\n\r\n'
        )
        body = "".join([*parts, head]).encode() + file[1] + f"\r\n--{boundary}--\r\n".encode()
        self.sent(path, body, f"multipart/form-data; boundary={boundary}")

    def filled_in(self, path):
        page = self.ask(path)
        if page.status != 200:
            raise RefusedError(f"The form at {path} came with {page.status}")
        forms = lxml.html.fromstring(page.text).forms
        form = next(form for form in forms if form.xpath('.//input[@name="_draft"]'))
        return dict(form.form_values())

    def sent(self, path, body, kind):
        answer = self.ask(path, "POST", body, kind)
        place = answer.headers.get("Location", "")
        if answer.status != 302 or "login" in place or "compare" in place:
            raise RefusedError(f"{answer.status} {place} {told(answer)}")


def told(answer):
    """What a form says is wrong with it."""
    if "<html" not in answer.text:
        return ""
    page = lxml.html.fromstring(answer.text)
    return " ".join(each.text_content().strip() for each in page.find_class("errorlist"))
