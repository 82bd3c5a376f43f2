"""Which words by themselves name a state, a body, an organization or a figure that the news names without a title."""

from functools import cache, lru_cache
from typing import NamedTuple

from graph import actors
from graph.letters import skeleton_text
from ingest.attributing.cues import rows
from ingest.organizations import organization_names


class _Figure(NamedTuple):
    form: str
    code: str


@cache
def names() -> frozenset[str]:
    """The skeletons of the names that are safe as they stand."""
    states = (spelling.surface for spelling in actors.spellings() if not spelling.needs)
    organizations = (name.surface for name in organization_names() if not name.is_doubtful)
    figures = (row.form for row in rows("figures.tsv", _Figure))
    return frozenset(map(skeleton_text, (*states, *organizations, *figures)))


@lru_cache(1 << 13)
def is_known(printed: str) -> bool:
    """Whether a printed word is such a name."""
    return skeleton_text(printed) in names()
