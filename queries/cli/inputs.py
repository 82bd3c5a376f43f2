"""Inputs of questions as options of commands."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, override

import click

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.sinks.selection import Selection
    from queries.questions import Input

_MARK = "input_"  # before an input's name, lest it clash with an option of ours


class Narrowed(click.Command):
    """A command that also takes what a network is narrowed to; those options are made when they are wanted."""

    @cached_property
    def narrowing(self) -> list[click.Parameter]:
        from queries.selecting import narrowing

        return [option(wanted, multiple=not wanted.shared) for wanted in narrowing()]

    @override
    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*self.narrowing, *super().get_params(ctx)]


def selection(archive: "Archive", parameters: Mapping[str, str | tuple[str, ...] | None]) -> "Selection":
    """The selection that the options of a `Narrowed` command mean."""
    from queries import selecting

    told = given(parameters)
    return selecting.selection(
        archive, {name: [one] if isinstance(one, str) else one or () for name, one in told.items()}
    )


def option(wanted: "Input", *, multiple: bool = False) -> click.Option:
    """The option for an input, by its name and its aliases."""
    flags = dict.fromkeys(f"--{name.replace('_', '-')}" for name in (wanted.name, *wanted.aliases))
    return click.Option(
        [f"{_MARK}{wanted.name}", *flags],
        type=click.Choice(wanted.choices) if wanted.choices else None,
        multiple=multiple or wanted.kind == "fact",
        help=f"{wanted.en} · {wanted.fa}" + (f"  [default: {wanted.default}]" if wanted.default else ""),
    )


def given[Value](parameters: Mapping[str, Value]) -> dict[str, Value]:
    """The values of the inputs among a command's parameters."""
    return {name.removeprefix(_MARK): value for name, value in parameters.items() if name.startswith(_MARK)}
