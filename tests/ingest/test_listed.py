"""One pass finds what two lists have."""

from graph.facts import Article
from ingest.attributing import cues
from ingest.listed import listed
from ingest.reading import read
from ingest.skeleton import skeleton

TEXT = "ایران اعلام کرد با ترکیه گفت‌وگو می‌کند و عمان تاکید کرد."


def test_states_and_cues_are_found_together() -> None:
    found = listed(TEXT, skeleton(TEXT))

    assert [TEXT[hit.start : hit.end] for hit in found.states] == ["ایران", "ترکیه", "عمان"]
    assert "اعلام کرد" in [TEXT[hit.start : hit.end] for hit in found.cues]


def test_the_cues_are_those_that_are_found_alone() -> None:
    reading = read(Article("one", TEXT))

    alone = cues.find(reading.folded, reading.skeleton)

    assert cues.meant(reading.folded, reading.listed.cues) == alone
