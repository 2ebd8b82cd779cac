"""`secondcheck run`: the chat page on this computer."""

from __future__ import annotations

import socket
import subprocess
import sys
import webbrowser
from pathlib import Path
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.settings import Settings

HOST = "localhost"
STARTING_SECONDS = 60


def run(
    port: Annotated[int, typer.Option(help="Port of the page.", min=1, max=65535)] = 8501,
    headless: Annotated[bool, typer.Option("--headless", help="Open no browser.")] = False,
) -> None:
    """Open the chat page in your browser, on this computer only."""
    from assistant.commands.documents import bring_up_to_date
    from assistant.settings import load_settings

    settings = load_settings()
    refuse_taken(port)
    if problem := unusable_model(settings):
        print(problem, file=sys.stderr)
    bring_up_to_date(settings.data_dir)
    print(f"Second Check is at http://{HOST}:{port}. Stop it with Ctrl-C.", flush=True)
    if not headless:
        Thread(target=_open_browser, args=(port,), daemon=True).start()
    # Its folder is the working folder, so that Streamlit finds the page's look in .streamlit/config.toml.
    root = Path(__file__).parents[2]
    try:
        ended = subprocess.run(command(root, port), cwd=root, check=False)  # noqa: S603  Only our own words.
    except KeyboardInterrupt:
        return
    raise typer.Exit(max(ended.returncode, 0))


def unusable_model(settings: Settings) -> str:
    """Why the chat model of the settings cannot draft, in one line; empty when it can be tried or none is set."""
    if not settings.model:
        return ""
    from assistant.drafting.chat_model import ChatDrafter

    problem = ChatDrafter(settings).problem()
    return f"{problem} The built-in composer answers meanwhile." if problem else ""


def command(root: Path, port: int) -> list[str]:
    """How the page is started; said here too because an installed package brings no .streamlit folder."""
    options = {
        "server.port": port,
        "server.address": HOST,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
    }
    given = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(root / "ui" / "app.py"), *given]


def refuse_taken(port: int) -> None:
    """Raises InputError when something answers on this port already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((HOST, port)) == 0:
            raise InputError(
                f"Something answers on {HOST}:{port} already.",
                "Perhaps Second Check is running in another window.",
                f"Open http://{HOST}:{port}, or start on another port: secondcheck run --port {port + 1}",
            )


def _open_browser(port: int) -> None:
    """Once the page answers: a browser that comes too early shows an error."""
    for _ in range(STARTING_SECONDS * 2):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                webbrowser.open(f"http://{HOST}:{port}")
                return
        sleep(0.5)
