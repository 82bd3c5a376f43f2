"""How a command ends: exit codes, one line for what the user can mend, and silence when nobody listens any more."""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn, override

import click

from graph.errors import RavabetError

OURS, USAGE, INTERRUPTED, UNHEARD = 1, 2, 130, 141
_DEFECT = (
    "this is a defect of Ravabet, not of your input; run it again with `ravabet --debug …` and report what it says"
)


class Ravabet(click.Group):
    """The group of all commands; whatever they raise becomes an exit code here."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    @override
    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **more: Any) -> NoReturn:  # type: ignore[override]
        _speak_utf8()
        given = list(sys.argv[1:] if args is None else args)
        name = prog_name or "ravabet"
        self._main_shell_completion(more, name)
        sys.exit(self._run(given, name))

    def _run(self, args: list[str], name: str) -> int:
        try:
            with self.make_context(name, list(args)) as context:
                self.invoke(context)
            sys.stdout.flush()
        except click.exceptions.Exit as ended:
            return ended.exit_code
        except (Exception, KeyboardInterrupt) as error:
            return _code(error, debug="--debug" in args or bool(os.environ.get("RAVABET_DEBUG")))
        return 0


def _code(error: BaseException, *, debug: bool) -> int:
    """Tells of an error what its reader needs, and gives the exit code for it."""
    match error:
        case click.ClickException():
            error.show()
            return error.exit_code
        case KeyboardInterrupt() | EOFError() | click.Abort():
            click.echo("\nravabet: interrupted; what was finished is kept", err=True)
            return INTERRUPTED
        case BrokenPipeError():
            _hush()
            return UNHEARD
    if debug:
        traceback.print_exception(error)
    told = str(error) if isinstance(error, RavabetError) else f"{type(error).__name__}: {error}; {_DEFECT}"
    click.echo("ravabet: " + " ".join(told.split()), err=True)
    return OURS


def _hush() -> None:
    """Whoever read our output has gone; Python would complain of it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Persian comes out whatever the locale says; what has no UTF-8 (a strange file name) is written as \\udc80."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
