"""Who speaks and is no person and no state: media, parties, armed groups, think tanks, companies, leagues of states."""

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from graph.actors import actors
from graph.errors import KnowledgeError
from graph.lexicon import entries

type OrganizationKind = Literal[
    "bank",
    "church",
    "company",
    "court",
    "group",
    "league",
    "medium",
    "movement",
    "ngo",
    "party",
    "state",
    "thinktank",
    "university",
]

_APART = "، "


class Organization(NamedTuple):
    """An organization; `country` is an actor's code, "" where it belongs to none or to more than one.

    `name` and `spellings` name it anywhere; `doubtful` ones are ordinary words too («مهر»), to be taken only beside a
    word for what it is («خبرگزاری»).
    """

    name: str
    kind: OrganizationKind
    country: str
    english: str
    spellings: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


class OrganizationName(NamedTuple):
    """One surface, for a gazetteer."""

    surface: str
    organization: Organization
    is_doubtful: bool


class _Row(NamedTuple):
    name: str
    kind: OrganizationKind
    country: str
    english: str
    spellings: str
    doubtful: str


@cache
def organizations() -> tuple[Organization, ...]:
    """The organizations by name.

    Raises: KnowledgeError naming file and line where the lexicon breaks its form.
    """
    file = files("ingest") / "lexicon" / "organizations.tsv"
    return tuple(_organization(place, row) for place, row in entries(file, _Row))


@cache
def organization_names() -> tuple[OrganizationName, ...]:
    """Every surface of every organization."""
    return tuple(
        OrganizationName(surface, organization, surface in organization.doubtful)
        for organization in organizations()
        for surface in (organization.name, *organization.spellings, *organization.doubtful)
    )


def _organization(place: str, row: _Row) -> Organization:
    if row.country and row.country not in actors():
        raise KnowledgeError(place, f"no actor has the code {row.country!r}", "mend it, or leave it empty")
    return Organization(row.name, row.kind, row.country, row.english, _parted(row.spellings), _parted(row.doubtful))


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_APART)) if cell else ()
