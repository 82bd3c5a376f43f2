"""The diplomatic network: a signed, weighted graph of countries and bodies, with the days of every edge."""

from collections.abc import Iterable
from itertools import groupby

import networkx as nx

from graph.actors import actors
from graph.archive import Archive
from graph.sinks.selection import Selection, Tie, ties


def network(archive: Archive, chosen: Selection | None = None, *, statements: bool = False) -> nx.MultiDiGraph:
    """Who did what to whom: one edge for each source, target and type, keyed by the type.

    Nodes are codes (`kind` country or body, `label_fa`, `label_en`). Edges carry `quad` (1 to 4), `sign` (1
    cooperation, −1 conflict), `weight` (how many relations), `score` (their mean, −10 to 10), `first` and `last` (ISO
    days, where any is dated) and `days` (the first and last day of each dated relation, each pair once).
    With `statements`, speakers are nodes too, tied by edges SAID (quad and sign 0) to the countries they speak about.
    """
    graph = nx.MultiDiGraph()
    found = ties(archive, chosen or Selection(), statements=statements)
    for (source, target, kind), alike in groupby(found, key=lambda tie: (tie.source, tie.target, tie.type)):
        told = list(alike)
        graph.add_node(source, **_node(source, told[0]))
        graph.add_node(target, **_node(target))
        graph.add_edge(source, target, key=kind, **_edge(told))
    return graph


def _node(code: str, tie: Tie | None = None) -> dict[str, str]:
    if tie and tie.kind and tie.name:
        return {"kind": tie.kind, "label_fa": tie.name, "label_en": tie.name}
    if code in actors():
        entry = actors()[code]
        return {"kind": entry.kind, "label_fa": entry.label_fa, "label_en": entry.label_en}
    return {"kind": "country", "label_fa": code, "label_en": code}


def _edge(alike: list[Tie]) -> dict[str, object]:
    days = sorted({tie.days for tie in alike if tie.days})
    dated = {"first": days[0][0].isoformat(), "last": max(last for _, last in days).isoformat()} if days else {}
    return {
        "quad": alike[0].quad,
        "sign": alike[0].sign,
        "weight": len(alike),
        "score": _mean(tie.score for tie in alike),
        **dated,
        "days": [(first.isoformat(), last.isoformat()) for first, last in days],
    }


def _mean(scores: Iterable[float]) -> float:
    told = list(scores)
    return round(sum(told) / len(told), 3)
