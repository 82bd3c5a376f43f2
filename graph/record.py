"""Facts as the JSON record of the annotation guide: one object per article, offsets in code points of its text."""

from typing import Any

from graph.actors import guide_code
from graph.facts import REAL, Facts, Relation, Statement


def record(facts: Facts) -> dict[str, Any]:
    """The guide's record; `rule`, `mode`, `status` and the like ride along, scorers pass over them.

    Relations that are told as not done, or as depending on something, are none by the guide: they stand in `unreal`.
    """
    real = [relation for relation in facts.relations if relation.status in REAL]
    unreal = [relation for relation in facts.relations if relation.status not in REAL]
    return {
        "id": facts.article,
        "statements": [_statement(statement) for statement in facts.statements],
        "relations": list(map(_relation, real)),
        "unreal": list(map(_relation, unreal)),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "speaker": {
            "kind": speaker.kind,
            "name": speaker.name,
            "names": list(speaker.names),
            "role": speaker.role,
            "country": speaker.country and guide_code(speaker.country),
        },
        "mention": statement.mention and list(statement.mention),
        "cue": statement.cue and list(statement.cue),
        "cue_kind": statement.cue_kind,
        "content": [list(span) for span in statement.content],
        "type": statement.quote_type,
        "about": [guide_code(code) for code in statement.about],
        "date": statement.when and statement.when.day.isoformat(),
        "resolution": statement.resolution,
        "known_as": statement.known_as,
        "rule": statement.evidence.rule,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "source": guide_code(relation.source),
        "target": guide_code(relation.target),
        "type": relation.type,
        "mode": relation.mode,
        "status": relation.status,
        "evidence": [relation.evidence.start, relation.evidence.end],
        "claimed_by": relation.claimed_by,
        "date": relation.when and relation.when.day.isoformat(),
        "rule": relation.evidence.rule,
    }
