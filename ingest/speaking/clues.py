"""What speaks for and against an entity as the one whom a mention stands for, by name."""

from collections.abc import Sequence

from ingest.speaking.cast import Entity
from ingest.speaking.offices import FIGURE, trait
from ingest.speaking.search import Search

_THINGS = frozenset(("this-M", "this-D", "this-O", "this-G", "this-B", "organization"))
_NEAR = (60, 150, 400, 1000, 1 << 40)  # characters


def features(search: Search, entity: Entity) -> list[str]:
    """What speaks for and against an entity, by name."""
    told = f"{search.type}/"
    if entity is search.itself:
        return _itself(f"{told}itself/", search)
    return [
        *_as_voice(told, search, entity),
        *_as_neighbour(told, search, entity),
        *_as_holder(told, search, entity),
        *_as_anyone(search, entity),
    ]


def _as_anyone(search: Search, entity: Entity) -> list[str]:
    """The same for all kinds of stand-in, as some are rare."""
    kind = "thing" if search.type in _THINGS else "person"
    return [
        f"{kind}/recent={min(search.recent.get(entity, 4), 4)}/{entity.kind}",
        f"{kind}/recent-top={min(search.recent_top.get(entity, 4), 4)}/{search.scene.held}",
        f"{kind}/previous={search.earlier[-1:] == [entity]}",
        f"{kind}/agrees={_state(search.code, search.home)}/{search.agreement(entity)}/{entity.kind}",
    ]


def _itself(told: str, search: Search) -> list[str]:
    mention = search.mention
    later, earlier = search.freedom(_first(search.later)), search.freedom(_first(search.earlier[-1:]))
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


def _first(entities: Sequence[Entity]) -> Entity | None:
    return entities[0] if entities else None


def _state(code: str | None, home: str) -> str:
    return "none" if code is None else "home" if code == home else "other"


def _as_voice(told: str, search: Search, entity: Entity) -> list[str]:
    held = search.scene.held
    recent = min(search.recent.get(entity, 4), 4)
    return [
        f"{told}length={min(len(entity.keys), 2)}/{entity.kind}",
        f"{told}recent={recent}",
        f"{told}recent-top={min(search.recent_top.get(entity, 4), 4)}/{held}",
        f"{told}spoke-here={entity in search.here}",
        f"{told}voices={min(sum(voice.entity is entity for voice in search.voices), 3)}/{min(recent, 2)}",
    ]


def _as_neighbour(told: str, search: Search, entity: Entity) -> list[str]:
    later, earlier = search.later, search.earlier
    before = [at for at in entity.places if at < search.place]
    is_next, is_previous = later[:1] == [entity], earlier[-1:] == [entity]
    found = [
        f"{told}near={_nearness(search.place - before[-1]) if before else 'after'}",
        f"{told}issuer={search.issuer is entity}",
        f"{told}next={is_next}",
        f"{told}next-first={is_next}/{not search.voices}",
        f"{told}previous={is_previous}",
    ]
    if is_next or is_previous:
        found += [
            f"{told}beside={search.freedom(entity)}/{is_next}/{is_previous}",
        ]
    found += [
        f"{told}speaks={entity in later}/{entity in earlier}",
    ]
    return found


def _nearness(distance: int) -> int:
    return next(i for i, limit in enumerate(_NEAR) if distance < limit)


def _as_holder(told: str, search: Search, entity: Entity) -> list[str]:
    agrees, state = search.agreement(entity), _state(search.code, search.home)
    found = [
        f"{told}state={state}/{agrees}",
    ]
    if not search.offices:
        return found
    fit, best, known = max(entity.fit(office) for office in search.offices), search.best_fit, entity.country
    peers = [person for person in search.speaking if person.country == known]
    holds = bool(entity.offices)
    found += [
        f"{told}fit={fit}",
        f"{told}fit-state={fit}/{agrees}",
        f"{told}offices-next={holds}/{search.later[:1] == [entity]}/{agrees}",
        f"{told}offices-only={holds}/{peers == [entity]}/{agrees}",
    ]
    if search.code and known == search.code:
        alike = sum(person.country == known for person in search.cast.people)
        found += [
            f"{told}alike={min(alike, 3)}/{state}/{holds}/{min(best, 1)}",
        ]
    if fit == 0:
        head = search.offices[0].head if search.offices[0].head in trait("sole") else "other"
        found += [
            f"{told}free-head={head}/{not holds}/{agrees}",
            f"{told}figure-head={head}/{entity.sort == FIGURE}/{state}",
            f"{told}free={not holds}/{agrees}/{min(best, 1)}",
            f"{told}could={search.could_be(entity)}/{entity is search.cast.hero}/{state}",
        ]

    return found
