"""What speaks for and against an entity as the one whom a mention stands for, by name."""

from bisect import bisect_right

from ingest.speaking.cast import Entity
from ingest.speaking.offices import FIGURE, trait
from ingest.speaking.search import LONG_AGO, Search

_THINGS = frozenset(("this-M", "this-D", "this-O", "this-G", "this-B", "organization"))
_NAMESAKES = _THINGS | {"this-person", "unnamed"}  # that may be called by the same word as they were
_NEAR = (60, 150, 400, 1000)  # characters


def features(search: Search, entity: Entity) -> list[str]:
    """What speaks for and against an entity, by name."""
    told = f"{search.type}/"
    if entity is search.itself:
        return _itself(f"{told}itself/", search)
    agrees = search.agreement(entity)
    return [
        *_as_voice(told, search, entity),
        *_as_neighbour(told, search, entity),
        *_as_holder(told, search, entity, agrees),
        *_as_anyone(search, entity, agrees),
    ]


def _as_anyone(search: Search, entity: Entity, agrees: str) -> list[str]:
    """The same for all kinds of stand-in, as some are rare."""
    kind = "thing" if search.type in _THINGS else "person"
    return [
        f"{kind}/recent={search.recent.get(entity, LONG_AGO)}/{entity.kind}",
        f"{kind}/recent-top={search.recent_top.get(entity, LONG_AGO)}/{search.scene.held}",
        f"{kind}/previous={search.last_earlier is entity}",
        f"{kind}/agrees={_state(search.code, search.home)}/{agrees}/{entity.kind}",
    ]


def _itself(told: str, search: Search) -> list[str]:
    mention = search.mention
    later, earlier = search.freedom(search.first_later), search.freedom(search.last_earlier)
    found = [
        f"{told}here",
        f"{told}fit={search.best_fit}",
        f"{told}next={later}",
        f"{told}previous={earlier}",
    ]
    if mention and search.offices:
        head = search.offices[0].head if search.offices[0].head in trait("sole") else "other"
        found += [
            f"{told}head={head}/{search.best_fit > 0}",
        ]
    if mention:
        found += [
            f"{told}state={_state(mention.code, search.home)}",
            f"{told}length={min(mention.last - mention.first, 4)}",
        ]
    return found


def _state(code: str | None, home: str) -> str:
    return "none" if code is None else "home" if code == home else "other"


def _as_voice(told: str, search: Search, entity: Entity) -> list[str]:
    held = search.scene.held
    recent = search.recent.get(entity, LONG_AGO)
    return [
        f"{told}length={min(len(entity.keys), 2)}/{entity.kind}",
        f"{told}recent={recent}",
        f"{told}recent-top={search.recent_top.get(entity, LONG_AGO)}/{held}",
        f"{told}spoke-here={entity in search.here}",
        f"{told}voices={min(search.times[entity], 3)}/{min(recent, 2)}",
    ]


def _as_neighbour(told: str, search: Search, entity: Entity) -> list[str]:
    before = max((at for at in entity.places if at < search.place), default=None)
    is_next, is_previous = search.first_later is entity, search.last_earlier is entity
    near = "after" if before is None else bisect_right(_NEAR, search.place - before)
    found = [
        f"{told}near={near}",
        f"{told}next={is_next}",
        f"{told}previous={is_previous}",
        f"{told}told-of={search.told_of is entity}/{entity.kind}",
        f"{told}speaks={entity in search.later}/{entity in search.earlier}",
        f"{told}headline={search.is_beyond_headline(entity)}",
        f"{told}line={search.begins_paragraph}/{search.recent_top.get(entity, LONG_AGO)}",
    ]
    if search.type in _NAMESAKES:
        found.append(f"{told}alike-head={search.is_alike(entity)}/{entity.kind}")
    if search.type == "unnamed":
        found.append(f"{told}told={search.told_before(entity)}/{entity.kind}")
    if is_next or is_previous:
        found.append(f"{told}beside={search.freedom(entity)}/{is_next}/{is_previous}")
    return found


def _as_holder(told: str, search: Search, entity: Entity, agrees: str) -> list[str]:
    state = _state(search.code, search.home)
    found = [f"{told}state={state}/{agrees}"]
    if not search.offices:
        return found
    head = search.offices[0].head
    fit, holds = max(entity.fit(office) for office in search.offices), bool(entity.offices)
    found += [
        f"{told}clash={search.clash(entity)}/{_rank(head)}",
        f"{told}recorded={search.recorded(entity)}/{search.best_record}",
        f"{told}fit={fit}",
        f"{told}offices-next={holds}/{search.first_later is entity}/{agrees}",
    ]
    if search.code and entity.country == search.code:
        alike = sum(person.country == search.code for person in search.cast.people)
        found.append(f"{told}alike={min(alike, 3)}/{state}/{holds}/{min(search.best_fit, 1)}")
    if fit == 0:
        head = head if head in trait("sole") else "other"
        found += [
            f"{told}free-head={head}/{not holds}/{agrees}",
            f"{told}figure-head={head}/{entity.sort == FIGURE}/{state}",
            f"{told}could={search.could_be(entity)}/{entity is search.cast.hero}/{state}",
        ]
    return found


def _rank(head: str) -> str:
    """Whether an office is one person's, or a calling."""
    return "sole" if head in trait("sole") else "private" if head in trait("private") else "other"
