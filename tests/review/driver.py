"""A real browser, driven by Playwright: Debian's chromium, no other is fetched.

Both are needed: the package playwright (one of `dev`), and `apt-get install chromium`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=zh-CN",
)  # fmt: skip
PATIENCE = 20_000
LOOKS = 80  # Milliseconds between two looks at a page that takes long: each costs a processor some three.
SIZE = {"width": 1366, "height": 768}
ENTER, ESCAPE = "Enter", "Escape"


def missing() -> str | None:
    """Why there is no browser to test with; None if there is one."""
    if not find_spec("playwright"):
        return "no playwright: pip install playwright"
    return None if shutil.which("chromium") else "no chromium on the PATH: apt-get install chromium"


@dataclass
class Browser:
    """A page. Scripts run in it: `return …` gives JSON back, `arguments` are what was given."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tools: Any = None

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def open(self, url: str) -> None:
        self.page.goto(url)

    def open_anew(self, url: str) -> None:
        """A file, with nothing kept from those before: what is kept is kept for all files together."""
        if not self.page.url.startswith("file:"):
            self.open(url)
        self.run("localStorage.clear()")
        self.open(url)

    def run(self, script: str, *args: object) -> Any:
        return self.page.evaluate(f"(args) => (function () {{ {script}\n }}).apply(null, args)", list(args))

    def wait(self, script: str, *args: object) -> Any:
        """What the script returns as soon as it is true."""
        for n in range(PATIENCE // LOOKS):
            with contextlib.suppress(Exception):  # The page may be leaving just now.
                if found := self.run(script, *args):
                    return found
            self.page.wait_for_timeout(min(LOOKS, 10 * n))
        raise AssertionError(f"never came: {script}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, selector: str) -> None:
        """A mouse click into the middle of what is seen of an element."""
        x, y = self.run(
            "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'center'});"
            "const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2].map(Math.round);",
            selector,
        )
        self.page.mouse.click(x, y)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def shoot(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def look(self, width: int = SIZE["width"], height: int = SIZE["height"], scheme: str = "light") -> None:
        """As wide and high as that, and in the light or the dark."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=scheme)

    def devtools(self, command: str, **params: object) -> Any:
        """A command of the DevTools protocol: what a page's policy refuses its own scripts, a debugger may."""
        if self.tools is None:
            self.tools = self.page.context.new_cdp_session(self.page)
        return self.tools.send(command, params)

    def forget(self) -> None:
        """What was said and asked for so far is of no interest."""
        self.said.clear()
        self.asked.clear()

    def complaints(self) -> list[str]:
        """What the console said since it was last asked: faults, warnings, refusals of the policy."""
        self.page.wait_for_timeout(50)
        said, self.said[:] = list(self.said), []
        return said

    def requests(self) -> list[str]:
        """Addresses asked for since last asked. Icons of the browser's own controls are data: nobody is asked for them."""
        asked, self.asked[:] = [url for url in self.asked if not url.startswith("data:")], []
        return [url.partition("#")[0] for url in asked]


@contextlib.contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a fresh profile in the folder; ended afterwards."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            str(profile / "profile"),
            executable_path=shutil.which("chromium"),
            args=list(FLAGS),
            viewport=SIZE,  # type: ignore[arg-type]
            env={**os.environ, "HOME": str(profile)},
        )
        try:
            yield Browser(context.pages[0])
        finally:
            context.close()
