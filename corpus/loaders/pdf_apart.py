"""Reading a PDF in a process of its own, with limits on time and memory.

A PDF is a program for a page, and a crafted one can ask for more memory or time than there is. Then only the
child ends, and the file is refused like any other unreadable one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from threading import Timer

from corpus.chunking import PagedSection
from corpus.loaders.loaded import UnreadableDocument

# 2,500 pages of dense tables take about two minutes and half a gigabyte.
MOST_SECONDS = 600
MOST_MEMORY_BYTES = 2_000_000_000
TOO_MUCH = "reading it takes more time or memory than any policy needs."
PagesRead = Callable[[int, int], None]
CHILD = [sys.executable, "-m", "corpus.loaders.pdf_apart"]


def sections_of_pdf(
    data: bytes, name: str, pages_read: PagesRead | None = None
) -> tuple[tuple[PagedSection, ...], str | None, list[str]]:
    """As ``corpus.loaders.pdf.read_pdf``. Raises UnreadableDocument, also where the limits were reached."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    command = [*CHILD, name, str(MOST_MEMORY_BYTES)]
    with subprocess.Popen(  # noqa: S603 - our own module; the name is an argument, never a command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        limit = Timer(MOST_SECONDS, child.kill)
        limit.start()
        try:
            child.stdin.write(data)
            child.stdin.close()
            told = {}
            for line in child.stdout:
                told = json.loads(line)
                if pages_read and "page" in told:
                    pages_read(told["page"], told["of"])
        except (OSError, ValueError):  # the child broke off
            told = {}
        finally:
            limit.cancel()
            child.kill()
    if "refused" in told:
        raise UnreadableDocument(name, *told["refused"])
    if "sections" not in told:
        raise UnreadableDocument(name, TOO_MUCH, "Print it to a new PDF, or save the chapters you need.")
    return tuple(PagedSection(**section) for section in told["sections"]), told["title"], told["remarks"]


def _child(name: str, most_memory: int) -> None:
    if sys.platform != "win32":  # Windows has no such limit; time is limited everywhere
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    from corpus.loaders.pdf import read_pdf

    def told(**what: object) -> None:
        print(json.dumps(what), flush=True)

    try:
        sections, title, remarks = read_pdf(sys.stdin.buffer.read(), name, lambda page, of: told(page=page, of=of))
    except UnreadableDocument as refused:
        told(refused=[refused.why, refused.next_step])
    else:
        told(sections=[section.model_dump() for section in sections], title=title, remarks=remarks)


if __name__ == "__main__":
    _child(sys.argv[1], int(sys.argv[2]))
