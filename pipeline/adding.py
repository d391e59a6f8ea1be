"""The command `add`: a notice, a file as it lies or an address whose page comes with its attachments, read and shown."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.arguments import Commands, Parser
from pipeline.editing import renew_pages
from pipeline.messages import say, tell, told


def is_address(given: str) -> bool:
    """Whether it names no file here."""
    return "://" in given


@contextlib.contextmanager
def at_hand(given: str, private: bool) -> Iterator[Path]:
    """The file that was given; of an address the page, or a folder of it and its attachments, for as long as this lasts.

    `private`: the address may lie in a private network. OSError if it cannot be had; what is lacking of its attachments
    is told on stderr.
    """
    if not is_address(given):
        yield Path(given)
        return
    from pipeline.fetch import Bounds, fetch

    fetched = fetch(given, Bounds(private=private))
    for message in fetched.failed:
        print(told(message), file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="notice-pipeline-") as made:
        page = Path(made) / fetched.page.name
        page.write_bytes(fetched.page.content)
        if not fetched.attached:
            yield page
            return
        folder = Path(made) / page.stem
        folder.mkdir()
        page.rename(folder / page.name)
        for n, one in enumerate(fetched.attached, 2):
            there = folder / one.name
            # Two links may bear the same words.
            (there.with_stem(f"{there.stem} {n}") if there.exists() else there).write_bytes(one.content)
        yield folder


def add_add(several: Commands[Parser]) -> None:
    parser = several.add_parser("add", help=tell("help_add"))
    parser.add_argument("file", metavar="FILE|URL", help=tell("help_file_or_url"))
    parser.add_argument("--private", action="store_true", help=tell("help_private"))
    parser.add_argument("--id", metavar="ID", help=tell("help_id"))
    parser.add_argument("--url", default="", help=tell("help_url"))
    parser.add_argument("--publisher", default="", help=tell("help_publisher"))
    parser.add_argument("--on", type=datetime.date.fromisoformat, metavar="DATE", help=tell("help_on"))
    parser.add_argument("--raw", type=Path, default=Path("raw"), help=tell("help_default"))
    parser.add_argument("--out", type=Path, default=Path("extracted"), help=tell("help_default"))
    parser.set_defaults(run=add)


def add(args: argparse.Namespace) -> int:
    from pipeline.beside import is_of_side_file
    from pipeline.console import print_afterwards, teller
    from pipeline.recalled import program_cache
    from pipeline.review.add import Origin, first_look, put
    from pipeline.review.diff import differences
    from pipeline.review.diff_edition import PACKAGE, Edition, folder_to_edition
    from pipeline.review.diff_terminal import print_terminal
    from pipeline.run import run
    from pipeline.sources import UNSAFE
    from pipeline.turns import locked

    url = args.url or (args.file if is_address(args.file) else "")
    day = args.on or (datetime.date.today() if is_address(args.file) else None)
    with at_hand(args.file, args.private) as file, tempfile.TemporaryDirectory() as links:
        notice_id = args.id or file.stem
        if UNSAFE.search(notice_id) or is_of_side_file(notice_id):
            raise OSError(say("no_name_for_notice", name=repr(notice_id)))
        args.out.parent.mkdir(parents=True, exist_ok=True)
        with locked(args.out):  # What another run adds meanwhile is not told as this one's.
            is_there = (args.out / PACKAGE).is_file()
            old = folder_to_edition(args.out, Path(links)) if is_there else Edition("nothing")
            origin = Origin(url, args.publisher, day.isoformat() if day else "")
            there = put(file, args.raw, notice_id, origin)
            print(tell("put_there", file=str(args.file), there=str(there)))
            outcome = run(args.raw, args.out, None, teller(True, sys.stderr), program_cache())
            new = folder_to_edition(args.out)
            changes = differences(old, new)
    print_afterwards(outcome, args.out)
    renew_pages(args.raw, args.out)
    print_terminal(changes, 40, sys.stdout)
    sys.stdout.writelines(f"{line}\n" for line in first_look(new, notice_id))
    is_unread = any(failure.notice_id.partition("~")[0] == notice_id for failure in outcome.failures)
    return 3 if outcome.is_held_up else int(is_unread)
