"""Progress of long work, on stderr, where somebody watches."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

type Advance = Callable[[int, int | None], None]
"""Told how much is done, and of how much (None: nobody knows)."""


@contextmanager
def watched(what: str) -> Iterator[Advance]:
    """A bar that is moved by calling; nothing at all where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def counted[T](items: Iterable[T], what: str) -> Iterator[T]:
    """The items, counted where somebody watches."""
    with watched(what) as advance:
        for n, item in enumerate(items, 1):
            yield item
            advance(n, None)
