"""Facts as triples to read: who – said – what, who – did – to whom, each over the words that it rests on."""

from collections.abc import Iterator

from graph.facts import Article, Facts, Relation, Span, Statement
from queries.wording import Tongue, country, day, isolated, plain, word

_WORDS = {
    "fa": {"arrow": "←", "about": "دربارهٔ", "on": "گواه", "none": "چیزی یافت نشد", "list": "، "},
    "en": {"arrow": "→", "about": "about", "on": "rests on", "none": "nothing found", "list": ", "},
}


def told(article: Article, facts: Facts, tongue: Tongue) -> str:
    """An article's heading and its triples, a blank line after it."""
    return "\n".join([heading(article, tongue), *_triples(article, facts, tongue), ""])


def heading(article: Article, tongue: Tongue) -> str:
    """An article's title, outlet and day on one line."""
    when = article.published and day(article.published.day.isoformat(), tongue)
    parts = (plain(article.title or article.id), plain(article.outlet or ""), when or "")
    return "■ " + " · ".join(isolated(part) for part in parts if part)


def _triples(article: Article, facts: Facts, tongue: Tongue) -> Iterator[str]:
    if not facts.statements and not facts.relations:
        yield f"  ({_WORDS[tongue]['none']})"
    for statement in facts.statements:
        yield from _statement(article, statement, tongue)
    for relation in facts.relations:
        yield from _relation(relation, tongue)


def _statement(article: Article, statement: Statement, tongue: Tongue) -> Iterator[str]:
    words, speaker = _WORDS[tongue], statement.speaker
    state = speaker.country and (plain(speaker.country) if speaker.role else country(speaker.country, tongue))
    of = words["list"].join(filter(None, (plain(speaker.role or ""), state)))
    who = isolated(plain(speaker.name)) + (f" ({isolated(of)})" if of else "")
    content = " … ".join(plain(article.text[start:end]) for start, end in statement.content)
    yield f"  {who} {words['arrow']} {isolated(plain(statement.cue_text))} {words['arrow']} {isolated(f'«{content}»')}"
    if statement.about:
        about = words["list"].join(isolated(country(code, tongue)) for code in statement.about)
        yield f"      {words['about']}: {about}"
    yield _evidence(statement.evidence.exact, (statement.evidence.start, statement.evidence.end), tongue)


def _relation(relation: Relation, tongue: Tongue) -> Iterator[str]:
    arrow = _WORDS[tongue]["arrow"]
    how = [
        word(told, tongue) for told in (relation.mode, relation.status if relation.status != "actual" else None) if told
    ]
    act = word(relation.type, tongue) + (f" ({_WORDS[tongue]['list'].join(how)})" if how else "")
    ends = [isolated(country(code, tongue)) for code in (relation.source, relation.target)]
    yield f"  {ends[0]} {arrow} {isolated(act)} {arrow} {ends[1]}"
    yield _evidence(relation.evidence.exact, (relation.evidence.start, relation.evidence.end), tongue)


def _evidence(exact: str, span: Span, tongue: Tongue) -> str:
    return f"      {_WORDS[tongue]['on']} [{span[0]}–{span[1]}]: {isolated(plain(exact))}"
