"""Puts articles without end, each told on stdout once it is in, for a test that kills it: `python -m … ARCHIVE`."""

import sys
from itertools import count
from pathlib import Path

from graph.archive import Archive
from graph.facts import Article, Evidence, Facts, Relation, Speaker, Statement

EXTRACTOR = "1"


def article(n: int, version: int) -> Article:
    text = " ".join(f"مقام {n % 7} گفت: خبر {n} نسخه {version} بند {part}." for part in range(20))
    return Article(f"a{n:06}", text, source="loop")


def facts(of: Article) -> Facts:
    """Twenty statements and a relation, so that a half would show."""
    parts = of.text.split(". ")
    starts = [sum(len(part) + 2 for part in parts[:n]) for n in range(len(parts))]
    said = tuple(_statement(of, start, start + len(part)) for start, part in zip(starts, parts, strict=True))
    return Facts(of.id, said, (Relation(of.id, "IR", "IQ", "CONSULT", said[0].evidence, claimed_by=said[3].id),))


def _statement(of: Article, start: int, end: int) -> Statement:
    exact = of.text[start:end]
    colon = start + exact.index(":")
    return Statement(
        article=of.id,
        speaker=Speaker("unnamed", (exact[:6],)),
        mention=(start, start + 6),
        cue=(colon - 3, colon),
        cue_text="گفت",
        cue_kind="say",
        content=((colon + 2, end),),
        quote_type="direct",
        about=("IR", "IQ"),
        evidence=Evidence(of.id, start, end, exact, "loop"),
    )


def main(path: Path) -> None:
    """Two versions of each article, one after the other; goes on where an earlier run was cut off."""
    with Archive.open(path, create=True) as archive:
        done = archive.status().articles
        for n in count(max(done - 1, 0)):
            for version in (1, 2):
                made = article(n, version)
                archive.put(made, facts(made), extractor=EXTRACTOR)
                print(n, version, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
