"""What many articles share, put right after some of them changed: names, offices, relations, and who goes.

Whatever writes or sweeps an article marks the shared nodes that it touches as stale, in the same transaction; settling
takes the mark off. A load that was cut off leaves the rest to the next one.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import batched, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from neo4j import ManagedTransaction, Session

from graph.facts import ActorKind
from graph.letters import skeleton_text
from graph.sinks.neo4j.connection import Value, commit
from graph.sinks.neo4j.queries import run
from graph.sinks.neo4j.shape import KeyLabel

AT_ONCE = 500

type Step = Callable[[ManagedTransaction, KeyLabel, Sequence[str]], None]


class Printed(NamedTuple):
    """A form of a name with the number of statements that give it; `fullest` is the name that the id is made of."""

    id: str
    name: str
    fullest: str
    times: int


def settle(session: Session) -> None:
    """Brings every stale node up to date; first come those whose going makes others stale."""
    _each(session, "Actor", ["person", "organization", "unnamed"], _speakers)
    _each(session, "Office", None, _offices)
    _each(session, "Outlet", None, _dismiss)
    _each(session, "Actor", ["country", "body"], _relate)
    _each(session, "Actor", ["country", "body"], _dismiss)


def _each(session: Session, label: KeyLabel, kinds: Sequence[ActorKind] | None, step: Step) -> None:
    stale = [row["id"] for row in session.execute_read(run, "stale", label, kinds=kinds)]
    for ids in batched(stale, AT_ONCE):
        commit(session, step, label, ids)


def _speakers(transaction: ManagedTransaction, label: KeyLabel, ids: Sequence[str]) -> None:
    _name(transaction, label, run(transaction, "printed_names", ids=ids))
    run(transaction, "no_offices", ids=ids)
    run(transaction, "offices", ids=ids)
    run(transaction, "idle", label, ids=ids)
    _dismiss(transaction, label, ids)


def _offices(transaction: ManagedTransaction, label: KeyLabel, ids: Sequence[str]) -> None:
    _name(transaction, label, run(transaction, "printed_roles", ids=ids))
    run(transaction, "idle", label, ids=ids)
    _dismiss(transaction, label, ids)


def _relate(transaction: ManagedTransaction, _: KeyLabel, ids: Sequence[str]) -> None:
    run(transaction, "no_relates", ids=ids)
    run(transaction, "relates", ids=ids)


def _dismiss(transaction: ManagedTransaction, label: KeyLabel, ids: Sequence[str]) -> None:
    """Takes out those that nothing is tied to; the others are settled."""
    run(transaction, "lonely", label, ids=ids)
    run(transaction, "settled", label, ids=ids)


def _name(transaction: ManagedTransaction, label: KeyLabel, rows: Sequence[dict[str, Any]]) -> None:
    printed = sorted((Printed(**row) for row in rows), key=lambda form: (form.id, -form.times, form.name))
    run(transaction, "named", label, rows=list(_names(printed)))


def _names(printed: Sequence[Printed]) -> Iterator[dict[str, Value]]:
    """Each is named by the commonest spelling of the fullest form, as the archive has it."""
    for id_, forms_of_it in groupby(printed, attrgetter("id")):
        forms = list(forms_of_it)
        fullest = skeleton_text(forms[0].fullest)
        skeletons = [skeleton_text(form.name) for form in forms]
        name = next(form.name for form, bones in zip(forms, skeletons, strict=True) if bones == fullest)
        yield {"id": id_, "name": name, "names": [form.name for form in forms], "skeletons": skeletons}
