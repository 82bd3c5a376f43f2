"""The facts that the sample articles yield, the wrong ones too, as lines a person can read and a diff can show.

python -m tests.golden      writes tests/gold/samples.txt anew; read its diff before you commit it
"""

from collections.abc import Iterator
from pathlib import Path

from graph.facts import Article, Facts
from ingest.pipeline import extract
from ingest.sources import articles

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "gold" / "samples.txt"


def lines(article: Article, facts: Facts) -> Iterator[str]:
    """One line a fact, in reading order."""
    yield f"# {article.id} · {article.published.day if article.published else '—'}"
    for told in facts.statements:
        speaker = told.speaker
        about = " ".join(told.about) or "—"
        content = " … ".join(" ⏎ ".join(article.text[start:end].split("\n")) for start, end in told.content)
        who = f"{speaker.name} ({speaker.kind}, {speaker.role or '—'}, {speaker.country or '—'}; {told.resolution})"
        yield f"said | {who} | {told.cue_text} | {told.quote_type} | {about} | {content}"
    for done in facts.relations:
        claimed = "claimed" if done.claimed_by else "narrated"
        yield f"did | {done.source} {done.type} {done.target} | {done.status}, {claimed} | {done.evidence.exact}"
    yield ""


def golden() -> str:
    """What the samples yield now."""
    found = (each for each in articles(str(ROOT / "samples")) if isinstance(each, Article))
    told = (line for article in found for line in lines(article, extract(article)))
    return "\n".join(told) + "\n"


if __name__ == "__main__":
    GOLDEN.write_text(golden(), encoding="utf-8")
