"""What stands around an article and is none of it goes: ends of message, comments, links, tags, share buttons.

Only for texts that we put together ourselves; a corpus's text stays as it was given.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple

from graph.letters import skeleton_text
from ingest.skeleton import skeleton

type Kind = Literal["tail", "late", "line", "ending"]
KINDS: Final[tuple[Kind, ...]] = ("tail", "late", "line", "ending")
_FRAME: Final = re.compile(r"^[^\w@#(«\[]+|[^\w)»\].:؟?!/*>]+$")


class Rule(NamedTuple):
    """A line that goes, alone or with all that follows; `pattern` fits its skeleton in lower case."""

    id: str
    kind: Kind
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    never: tuple[str, ...]

    def fits(self, line: str) -> bool:
        """Whether a line, or the end of it, is what the rule is about."""
        told = _bare(line)
        return (self.pattern.search(told) if self.kind == "ending" else self.pattern.fullmatch(told)) is not None


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, as boilerplate.toml has them."""
    told = tomllib.loads(files("ingest").joinpath("lexicon/boilerplate.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(r["id"], kind, _pattern(kind, r["pattern"]), tuple(r["examples"]), tuple(r["never"]))
        for kind in KINDS
        for r in told[kind]
    )


def _pattern(kind: Kind, told: str) -> re.Pattern[str]:
    ends = "$" if kind == "ending" else ""
    return re.compile(f"(?:{skeleton_text(told)}){ends}")


def _bare(line: str) -> str:
    return skeleton_text(_FRAME.sub("", line)).lower()


def without(text: str) -> str:
    """The text without boilerplate, and without blank space at either end."""
    return "\n".join(_body(text.split("\n"))).strip()


def _body(lines: list[str]) -> Iterator[str]:
    half, seen = sum(map(len, lines)) / 2, 0
    for n, line in enumerate(lines):
        kind = _kind(line, late=seen > half) if n > 0 else None
        if kind in ("tail", "late"):
            return
        if kind is None:
            yield _shortened(line)
        seen += len(line)


def _kind(line: str, *, late: bool) -> Kind | None:
    """How a line goes, None where it stays."""
    bare = _bare(line)
    whole = (rule for rule in rules() if rule.kind != "ending" and (late or rule.kind != "late"))
    return next((rule.kind for rule in whole if bare and rule.pattern.fullmatch(bare)), None)


def _shortened(line: str) -> str:
    for rule in rules():
        if rule.kind == "ending" and rule.fits(line):
            made = skeleton(line)
            found = rule.pattern.search(made.text.lower())
            if found and found.start() > 0:
                return line[: made.span(0, found.start())[1]]
    return line
