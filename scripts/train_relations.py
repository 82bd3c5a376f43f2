"""Trains the weights of relations on annotated articles and on our textbook; writes them to ingest/models.

    train_relations.py GOLD.jsonl [MORE.jsonl …]                         trains on all of it
    train_relations.py --labels L.jsonl --texts CORPUS.jsonl GOLD.jsonl  trains on labelled articles of a corpus too
    train_relations.py --folds GOLD.jsonl                                only measures, on outlets held out in turn
    train_relations.py --odds FILE …                                     keeps the network's odds on held-out outlets in
                                                                         FILE; where it is there, the network stays

Gold records are those of the annotation guide. The texts stay where they are: only weights over words, classes of words
and situations are kept. The same input gives the same weights. Needs scikit-learn, and torch for the network,
which takes some minutes a fold.
"""

import argparse
import json
import pickle
from collections.abc import Sequence
from pathlib import Path

from training.relation_lessons import Lesson, labelled, lessons, records
from training.relation_matter import Matter, collect, gate_of
from training.relation_verdicts import Odds, judged, report, report_textbook
from training.relation_weights import Round, final, first_stage, merged

from ingest.relating.gate import MODEL, Gate

HERE = Path(__file__).parent
MODELS = HERE.parent / "ingest" / "models"
TEXTBOOK = HERE / "textbook"


def write_clues(matter: Matter, seen: Round, threshold: float) -> None:
    fine = final(matter, [one.told for one in matter.candidates], seen.fine)
    broad = final(matter, [one.told_class for one in matter.candidates], seen.broad)
    kinds = sorted({one.scored.type for one in matter.candidates})
    weights = {kind: merged((fine, broad), matter, kind) for kind in kinds}
    _write("relations-clues", {"acts": weights, "threshold": round(threshold, 3)})


def write_gate(gate: Gate) -> None:
    _write(MODEL, {"traits": gate.traits, "least": gate.least})


def network_odds(taught: Sequence[Lesson], kept: Path | None, models: Path | None) -> Odds:
    """The network's odds on outlets held out: those kept in a file, or of networks trained now."""
    if kept and kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
    from training.relation_network import train  # torch is needed here only

    odds = train(taught, models)
    if kept:
        kept.write_bytes(pickle.dumps(odds))
    return odds


def _write(name: str, told: object) -> None:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--labels", type=Path, help="relations of articles of --texts, which teach and are never asked")
    parser.add_argument("--texts", type=Path, help="the articles of --labels")
    parser.add_argument("--folds", action="store_true", help="only measure on outlets held out in turn")
    parser.add_argument("--odds", type=Path, help="the network's odds on held-out outlets: kept, or read if there")
    args = parser.parse_args()
    more = labelled(args.labels, args.texts) if args.labels else []
    taught = lessons([record for path in args.gold for record in records(path)], more, TEXTBOOK)
    gate = gate_of(taught)
    matter = collect(taught, gate)
    seen = first_stage(matter, taught)
    chances = judged(matter, seen, network_odds(taught, args.odds, None if args.folds else MODELS))
    threshold = report(chances, taught)
    report_textbook(chances, taught, threshold)
    print(f"threshold {threshold:.2f}")
    if not args.folds:
        write_gate(gate)
        write_clues(matter, seen, threshold)


if __name__ == "__main__":
    main()
