"""Whom an office, a pronoun, «این مقام» or a dropped subject stands for: a learned choice among those known by then."""

from ingest import linear
from ingest.speaking import records
from ingest.speaking.cast import Entity
from ingest.speaking.clues import features
from ingest.speaking.offices import trait
from ingest.speaking.search import Search

MODEL = "speakers-referent"
_NOT = ("none", "0")  # by the list of officials
_PEOPLE = 12  # persons nearest to an office that are considered
_PEOPLE_OF_PRONOUNS = 7
_SPOKEN = 5  # last ones who spoke
_ORGANIZATIONS = 5
_UNNAMED = 2


def candidates(search: Search) -> list[Entity]:
    """Those who may be meant."""
    place, kind = search.place, search.type
    spoken = list(search.recent)[:_SPOKEN]
    found = [*_people(search), *spoken]
    if kind not in ("office", "pronoun-W", "dropped"):
        before = [org for org in search.cast.organizations if org.places[0] < place]
        found += sorted(before, key=lambda org: org.farness(place))[:_ORGANIZATIONS]
    if search.mention and kind in ("this-person", "unnamed"):
        head = search.mention.head.removesuffix("ی")
        found += [one for one in search.cast.unnamed if one.places[0] < place and one.head.removesuffix("ی") == head]
    if kind in ("pronoun-W", "dropped"):
        found += _unnamed(search)
    if search.issuer:
        found.append(search.issuer)
    if search.itself:
        found.append(search.itself)
    able = [
        one
        for one in dict.fromkeys(found)
        if one is search.itself
        or (_may_be(search, one, one in spoken) and not _holds_another(search, one) and not _stays_unnamed(search, one))
    ]
    if kind == "office":
        exact = [
            one
            for one in able
            if one.kind == "person" and any(one.fit(office) == 3 and office.fields for office in search.offices)
        ]
        return exact or able
    if kind != "this-person" or search.mention is None:
        return able
    if search.mention.sort not in "RSE" and search.mention.head not in trait("nameless"):
        return able
    return [one for one in able if _is_called(search, one)] or able


def _is_called(search: Search, entity: Entity) -> bool:
    """Whether «این سخنگو» is said of one whom the article calls so."""
    if entity is search.itself:
        return False
    return any(entity.heads(office) or entity.head == office.head for office in search.offices)


def _people(search: Search) -> list[Entity]:
    """The persons nearest to the mention."""
    place = search.place
    people = [person for person in search.cast.people if person.is_sure or person in search.speaking]
    near = _PEOPLE if search.offices else _PEOPLE_OF_PRONOUNS
    return sorted(people, key=lambda person: person.farness(place))[:near]


def _unnamed(search: Search) -> list[Entity]:
    """Those only called by what they are: whom the sentence before is about, else the nearest."""
    if search.told_of and search.told_of.kind == "unnamed":
        return [search.told_of] if search.told_of.is_somebody else []
    before = [one for one in search.cast.unnamed if one.places[0] < search.place and one.is_somebody]
    return sorted(before, key=lambda one: one.farness(search.place))[:_UNNAMED]


def _holds_another(search: Search, entity: Entity) -> bool:
    """Whether the office is one state's and the person another's, or the person's own offices are of another kind."""
    if not search.offices:
        return False
    if not entity.heads(search.offices[0]) and _is_unlike(search, entity):
        return True
    abroad = search.code and entity.country and not entity.serves(search.code) and search.recorded(entity) in _NOT
    lesser = search.type == "office" and entity.kind == "unnamed" and entity.sort not in "RSEU"
    if lesser or abroad or (entity.kind == "person" and search.serves(entity)):
        return True
    if search.type != "office" or not all(office.head in trait("sole") for office in search.offices):
        return False
    if entity.kind != "person":
        return entity.head != search.offices[0].head
    sole = [held for held in entity.offices if held.head in trait("sole")]
    return bool(sole) and not any(held.is_like(office) for held in sole for office in search.offices)


def _is_unlike(search: Search, entity: Entity) -> bool:
    """Whether a calling would be said for a holder of office, or the leader's for somebody else."""
    if search.is_leader:
        return entity.kind == "person" and search.recorded(entity) in _NOT
    return search.is_private and _holds_office(entity)


def _holds_office(entity: Entity) -> bool:
    """Whether an entity is told, or known, to hold an office of a state."""
    return any(one.head in trait("sole") for one in (*entity.offices, *records.offices(entity)))


def _stays_unnamed(search: Search, entity: Entity) -> bool:
    """Whether a source that keeps its name to itself would be somebody named."""
    mention = search.mention
    if mention is None or mention.sort != "U" or entity.kind == "unnamed":
        return False
    return mention.head in trait("nameless") or any(office.head in trait("tells-only") for office in entity.offices)


def _may_be(search: Search, entity: Entity, has_spoken: bool) -> bool:
    """Whether «این روزنامه» may be a person, «این مقام» an organization, «این منابع» one person."""
    kind = search.type
    if search.mention and search.mention.plural:
        return entity.kind != "person"
    if kind == "this-M":
        return entity.sort in ("M", "m")
    if kind == "this-D":
        return entity.kind == "organization" or has_spoken
    if kind in ("this-O", "this-G", "organization"):
        return entity.kind == "organization"
    return kind not in ("this-person", "pronoun-W", "office") or entity.is_somebody


def choose(search: Search) -> Entity | None:
    """The one that is meant, None where nobody is known."""
    if search.issuer:
        return search.issuer
    if search.type == "unnamed" and search.keeps_its_name:
        return search.itself
    among = candidates(search)
    if len(among) < 2:
        return among[0] if among else None
    weighed = linear.model(MODEL).weighed
    scores = [weighed(features(search, one)) for one in among]
    return among[scores.index(max(scores))]
