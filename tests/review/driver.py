"""A real browser, driven over the W3C WebDriver protocol: JSON over HTTP, so nothing needs to be installed for it.

chromium and chromedriver come from the system (Debian: chromium, chromium-driver).
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1366,768", "--lang=zh-CN",
)  # fmt: skip
PATIENCE = 20
# Keys as WebDriver names them.
ENTER, ESCAPE = "\ue007", "\ue00c"


def missing() -> str | None:
    """Why there is no browser to test with; None if there is one."""
    names = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    return f"no {' and no '.join(names)} on the PATH" if names else None


@dataclass(frozen=True)
class Browser:
    """A session. Scripts run in the page: `return …` gives JSON back."""

    session: str

    def call(self, method: str, path: str, body: object = None) -> Any:
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(f"{self.session}{path}", data, {"Content-Type": "application/json"})
        request.method = method
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def open(self, url: str) -> None:
        self.call("POST", "/url", {"url": url})

    def run(self, script: str, *args: object) -> Any:
        return self.call("POST", "/execute/sync", {"script": script, "args": list(args)})

    def wait(self, script: str, *args: object) -> Any:
        """What the script returns as soon as it is true."""
        end = time.monotonic() + PATIENCE
        while not (found := self.run(script, *args)):
            assert time.monotonic() < end, f"never came: {script}"
            time.sleep(0.02)
        return found

    def press(self, *keys: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def click(self, selector: str) -> None:
        """A mouse click into the middle of what is seen of an element."""
        where = self.run(
            "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'center'});"
            "const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2].map(Math.round);",
            selector,
        )
        strokes = [
            {"type": "pointerMove", "x": where[0], "y": where[1]},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self.call("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": strokes}]})

    def type(self, words: str) -> None:
        self.press(*words)

    def shoot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.call("GET", "/screenshot")))

    def complaints(self) -> list[str]:
        """What the console said since it was last asked: faults, warnings, refusals of the policy."""
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def requests(self) -> list[str]:
        """Addresses asked for since last asked."""
        entries = self.call("POST", "/se/log", {"type": "performance"})
        messages = (json.loads(entry["message"])["message"] for entry in entries)
        sent = (m["params"] for m in messages if m["method"] == "Network.requestWillBeSent")
        # Icons of the browser's own controls are data: nobody is asked for them.
        return [url for one in sent if not (url := one["request"]["url"]).startswith("data:")]


@contextlib.contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a fresh profile in the folder; ended afterwards."""
    command = ["chromedriver", "--port=0", "--log-level=SEVERE"]
    env = {**os.environ, "HOME": str(profile)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env
    ) as driver:
        assert driver.stdout
        try:
            line = next(line for line in driver.stdout if "started successfully on port" in line)
            port = line.strip().rstrip(".").rpartition(" ")[2]
            root = f"http://127.0.0.1:{port}/session"
            found = Browser(root)
            options = {
                "binary": shutil.which("chromium"),
                "args": [*FLAGS, f"--user-data-dir={profile / 'profile'}"],
                "prefs": {"download.default_directory": str(profile)},
            }
            wanted = {
                "browserName": "chrome",
                "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }
            made = found.call("POST", "", {"capabilities": {"alwaysMatch": wanted}})
            session = Browser(f"{root}/{made['sessionId']}")
            try:
                session.open("about:blank")
                yield session
            finally:
                session.call("DELETE", "")
        finally:
            driver.terminate()
