"""The figures again for each kind of speaker, quotation, cue, outlet, relation and rule: where reading is weak."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from graph.letters import ZWNJ, fold
from graph.plover import quad
from queries.scoring.figures import Figure, Measure, Share, figures, found, same_voice, statement_figures
from queries.scoring.records import Labelled, RelationRecord, StatementRecord
from queries.scoring.verdicts import Comparison, Sides, Verdict

WHOLE: Final = "all"
UNTOLD: Final = "—"
"""The group of what does not tell what is asked."""

type Told = Iterable[tuple[Measure, Figure]]
type Breakdown = Callable[[Comparison], Iterator[tuple[str, Told]]]
"""The groups of a comparison and the figures of each, large groups first."""


class Line(NamedTuple):
    """A figure of one group: `by` says how facts are grouped (`all`: not), `value` which group it is."""

    by: str
    value: str
    measure: Measure
    figure: Figure


def lines(comparison: Comparison, breakdowns: Iterable[str] | None = None) -> Iterator[Line]:
    """The figures of the whole, then of each group of the breakdowns (None: all of them)."""
    yield from (Line(WHOLE, "", measure, figure) for measure, figure in figures(comparison))
    for by in BREAKDOWNS if breakdowns is None else breakdowns:
        for value, told in BREAKDOWNS[by](comparison):
            yield from (Line(by, value, measure, figure) for measure, figure in told)


def cue(article: Labelled, statement: StatementRecord) -> str:
    """A cue as printed, but for its spelling; «:» where there is none."""
    if statement.cue is None:
        return ":"
    return " ".join(fold(article.text[slice(*statement.cue)]).replace(ZWNJ, " ").split()) or UNTOLD


def outlet(article: Labelled) -> str:
    """Where an article is from, as far as its record tells."""
    return article.outlet or article.source or UNTOLD


def _rule(told: Verdict[StatementRecord] | Verdict[RelationRecord]) -> str:
    return told.record.rule or UNTOLD


def _both[Record](
    pick: Callable[[Comparison], Sides[Record]],
    group: Callable[[Verdict[Record]], str],
    told: Callable[[Sides[Record]], Told],
) -> Breakdown:
    """Labelled and predicted facts, each by what its own side says of it."""

    def broken(comparison: Comparison) -> Iterator[tuple[str, Told]]:
        gold, predicted = (_grouped(side, group) for side in pick(comparison))
        for value in sorted(gold | predicted, key=lambda value: (-len(gold.get(value, ())), value)):
            yield value, told(Sides(tuple(gold.get(value, ())), tuple(predicted.get(value, ()))))

    return broken


def _one[Record](
    pick: Callable[[Comparison], Iterable[Verdict[Record]]],
    group: Callable[[Verdict[Record]], str],
    told: Callable[[tuple[Verdict[Record], ...]], Told],
) -> Breakdown:
    """The facts of one side, by what only that side says of them."""

    def broken(comparison: Comparison) -> Iterator[tuple[str, Told]]:
        groups = _grouped(pick(comparison), group)
        for value in sorted(groups, key=lambda value: (-len(groups[value]), value)):
            yield value, told(tuple(groups[value]))

    return broken


def _grouped[Record](
    told: Iterable[Verdict[Record]], group: Callable[[Verdict[Record]], str]
) -> dict[str, list[Verdict[Record]]]:
    groups: dict[str, list[Verdict[Record]]] = {}
    for verdict in told:
        groups.setdefault(group(verdict), []).append(verdict)
    return groups


def _outlets(comparison: Comparison) -> Iterator[tuple[str, Told]]:
    """Each outlet's articles, as if there were no others; those with the most labelled statements first."""
    counts = dict.fromkeys(map(outlet, comparison.articles), 0)
    for told in comparison.statements.gold:
        counts[outlet(told.article)] += 1
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        yield name, figures(_from(comparison, name))


def _from(comparison: Comparison, name: str) -> Comparison:
    def only[Record](sides: Sides[Record]) -> Sides[Record]:
        gold, predicted = (tuple(told for told in side if outlet(told.article) == name) for side in sides)
        return Sides(gold, predicted)

    articles = tuple(article for article in comparison.articles if outlet(article) == name)
    return Comparison(articles, only(comparison.statements), only(comparison.types), only(comparison.quads))


def _recall(told: tuple[Verdict[StatementRecord], ...]) -> Told:
    spans, voices = found(Sides(told, ())), found(Sides(told, ()), same_voice)
    return (("span_recall", Share(spans.found, spans.gold)), ("attribution_recall", Share(voices.found, voices.gold)))


def _precision(told: tuple[Verdict[StatementRecord], ...]) -> Told:
    spans, voices = found(Sides((), told)), found(Sides((), told), same_voice)
    return (
        ("span_precision", Share(spans.right, spans.predicted)),
        ("attribution_precision", Share(voices.right, voices.predicted)),
    )


def _relation_precision(told: tuple[Verdict[RelationRecord], ...]) -> Told:
    tally = found(Sides((), told))
    return (("relation_precision", Share(tally.right, tally.predicted)),)


BREAKDOWNS: Final[Mapping[str, Breakdown]] = {
    "speaker_kind": _both(lambda c: c.statements, lambda told: told.record.speaker.kind or UNTOLD, statement_figures),
    "quote_type": _both(lambda c: c.statements, lambda told: told.record.type or UNTOLD, statement_figures),
    "cue_kind": _both(lambda c: c.statements, lambda told: told.record.cue_kind or UNTOLD, statement_figures),
    "cue": _one(lambda c: c.statements.gold, lambda told: cue(told.article, told.record), _recall),
    "rule": _one(lambda c: c.statements.predicted, _rule, _precision),
    "outlet": _outlets,
    "quad": _both(lambda c: c.quads, lambda t: str(quad(t.record.type)), lambda s: (("relation_quad", found(s)),)),
    "relation_type": _both(lambda c: c.types, lambda t: t.record.type, lambda s: (("relation_type", found(s)),)),
    "relation_rule": _one(lambda c: c.types.predicted, _rule, _relation_precision),
}
"""The breakdowns by name; grouped by cue one sees how much is found, by rule how much of it is right."""
