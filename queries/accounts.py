"""An account of reading for people: sentence by sentence what was read, how, and why the rest was not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.account import Account, Attempt, Choice, End, Ending, Judgement, Reason, SentenceAccount, Side, Tried, Voice
from graph.facts import Span, Statement
from queries.account_words import percent, phrase
from queries.reasons import reason
from queries.triples import heading
from queries.wording import Tongue, country, isolated, number, plain, word

_STEP = "    "
_SHORT = 60  # code points of a text that stands for a longer one
_EVEN = 0.5  # share of 1, the usual threshold
_CHOICES = 4  # of those among whom a judge chose


def told(account: Account, tongue: Tongue) -> str:
    """An article's heading and its account, a blank line after each sentence."""
    telling = _Telling(account, tongue)
    return "\n".join([heading(account.article, tongue), *telling.lines()])


@dataclass(frozen=True)
class _Telling:
    """An account being told in a tongue."""

    account: Account
    tongue: Tongue

    def lines(self) -> Iterator[str]:
        for sentence in self.account.sentences:
            yield from self._sentence(sentence)
            yield ""

    @cached_property
    def _statements(self) -> Mapping[str, Statement]:
        return {one.id: one for one in self.account.facts.statements}

    def _sentence(self, sentence: SentenceAccount) -> Iterator[str]:
        title = self._words("sentence", n=number(sentence.number, self.tongue))
        yield f"{title} [{sentence.span[0]}–{sentence.span[1]}]: {self._quoted(sentence.span)}"
        for holder in sentence.holders:
            if all(one.statement != holder for one in sentence.attempts):
                yield _STEP + self._of("holder", holder)
        for attempt in sentence.attempts:
            if attempt.fate != "no-words" or attempt.judgement or attempt.sure:
                yield from _indented(self._attempt(attempt))
            elif attempt.rule.endswith("/verb"):
                yield _STEP + self._words("silent", cue=self._printed(attempt.cue), rule=isolated(attempt.rule))
        for tried in sentence.tried:
            yield from _indented(self._tried(tried))
        yield from _indented(self._silence(sentence))

    def _silence(self, sentence: SentenceAccount) -> Iterator[str]:
        """Why no statement was read, and why no relation."""
        if not any(one.fate in ("stated", "same-words") for one in sentence.attempts):
            yield f"∅ {self._words('nothing')}: {self._no_statement(sentence.attempts)}"
        if not any(one.relation for one in sentence.tried):
            yield f"∅ {self._words('relation-none')}: {self._words(f'why/{_no_relation(sentence)}')}"

    def _no_statement(self, attempts: Sequence[Attempt]) -> str:
        fates = {one.fate for one in attempts}
        if fate := next((fate for fate in ("nobody", "refused") if fate in fates), None):
            return self._words(f"why/{fate}")
        if not attempts:
            return self._words("why/no-cue")
        cues = "، ".join(dict.fromkeys(self._quoted(one.cue) for one in attempts))
        return self._words("why/no-words", cues=cues)

    def _attempt(self, attempt: Attempt) -> Iterator[str]:
        cue = self._words("cue", cue=self._printed(attempt.cue)) if attempt.cue[0] < attempt.cue[1] else None
        mark = "✓" if attempt.fate in ("stated", "same-words") else "✗"
        rule = isolated(attempt.rule)
        yield f"{mark} {cue or self._words('cue-colon')} · {rule} · {self._accepted(attempt)}"
        yield from _indented(self._reasons(attempt.judgement))
        if attempt.within:
            yield _STEP + self._of("within", attempt.within)
        if attempt.fate == "same-words":
            yield _STEP + self._words("same")
        if attempt.end:
            yield from _indented(self._content(attempt.content, attempt.end))
        if attempt.voice:
            yield from _indented(self._voice(attempt.voice))
        if attempt.statement:
            yield from _indented(self._known_as(attempt.statement))
            yield _STEP + "= " + self._words("statement", id=isolated(attempt.statement))

    def _known_as(self, statement: str) -> Iterator[str]:
        """Who held the office, where the article itself does not say."""
        if name := self._statements[statement].known_as:
            yield self._words("known-as", name=isolated(name))

    def _accepted(self, attempt: Attempt) -> str:
        if attempt.sure:
            return self._words("sure")
        if attempt.judgement is None:
            return self._words("no-words")
        return self._verdict(attempt.judgement)

    def _verdict(self, judgement: Judgement) -> str:
        chance = percent(judgement.chance, self.tongue)
        told = self._words("accepted" if judgement.accepted else "refused", chance=chance)
        if judgement.threshold == _EVEN:
            return told
        return f"{told} ({self._words('threshold', chance=percent(judgement.threshold, self.tongue))})"

    def _content(self, content: Sequence[Span], end: End) -> Iterator[str]:
        words = " … ".join(plain(self.account.article.text[slice(*span)]) for span in content)
        spans = " ".join(f"{start}–{stop}" for start, stop in content)
        yield f"{self._words('content')} [{spans}]: {isolated(f'«{words}»')}"
        behind = self._brief(end.behind) if end.behind else ""
        more = f" · {self._words('more', n=number(end.sentences, self.tongue))}" if end.sentences else ""
        chance = f" ({self._end_chance(end.why, end.judgement)})" if end.judgement else ""
        yield f"{self._words('end')}: {self._words(f'end/{end.why}', behind=behind)}{chance}{more}"
        yield from _indented(self._reasons(end.judgement))

    def _end_chance(self, why: Ending, judgement: Judgement) -> str:
        return self._words(f"end-chance/{why}", chance=percent(judgement.chance, self.tongue))

    def _voice(self, voice: Voice) -> Iterator[str]:
        how = self._words(f"way/{voice.way}")
        if voice.speaker:
            who = isolated(plain(voice.speaker.name))
            role = f" ({isolated(plain(voice.speaker.role))})" if voice.speaker.role else ""
            known = self._words(f"resolution/{voice.resolution}")
            yield f"{self._words('speaker')}: {who}{role} · {known} · {how}"
        else:
            yield f"{self._words('speaker')}: {how}"
        yield from self._choices("mentions", voice.mentions)
        if voice.persons:
            yield from self._choices("persons", voice.persons)
        if voice.resolution not in (None, "named") and voice.earlier:
            yield f"{self._words('earlier')}: {self._quoted(voice.earlier)} [{voice.earlier[0]}–{voice.earlier[1]}]"
        if voice.speaker:
            printed = f" {self._quoted(voice.country_span)}" if voice.country_span else ""
            state = isolated(country(voice.speaker.country, self.tongue)) + " · " if voice.speaker.country else ""
            source = self._words(f"country/{voice.country_from}", printed=printed)
            yield f"{self._words('country')}: {state}{source}"

    def _choices(self, title: str, choices: Sequence[Choice]) -> Iterator[str]:
        yield f"{self._words(title)}:"
        shown = [one for at, one in enumerate(choices) if at < _CHOICES or one.chosen]
        for one in shown:
            yield _STEP + self._choice(one)
            if one.score is not None and (one.chosen or one is shown[0]):
                yield from _indented(_indented(self._listed(one.reasons)))

    def _choice(self, one: Choice) -> str:
        name = isolated(plain(one.name)) if one.name else self._words("left-out")
        kind = reason("subject", f"cue/kind={one.kind}", self.tongue) if one.name else "—"
        chosen = f" {self._words('chosen')}" if one.chosen else ""
        if one.score is None:
            return self._words("choice-alone", name=name, kind=kind) + chosen
        return self._words("choice", name=name, kind=kind, score=number(one.score, self.tongue)) + chosen

    def _tried(self, tried: Tried) -> Iterator[str]:
        ends = [isolated(country(side.code, self.tongue)) for side in (tried.source, tried.target)]
        act = isolated(word(tried.type, self.tongue))
        relation = self._words("relation", source=ends[0], type=act, target=ends[1])
        mark = ("✓" if tried.leading else "≈") if tried.judgement.accepted else "✗"
        yield f"{mark} {relation} · {self._verdict(tried.judgement)}"
        if tried.relation and not tried.leading:
            yield _STEP + self._words("leads-elsewhere", id=isolated(tried.relation))
        yield _STEP + self._act(tried)
        for side in (tried.source, tried.target):
            yield _STEP + self._side(side)
        yield _STEP + " · ".join(self._beside(tried))
        if tried.status:
            yield _STEP + f"{self._words('status')}: {word(tried.status, self.tongue)}"
        yield from _indented(self._reasons(tried.judgement))
        if tried.relation and tried.leading:
            yield _STEP + "= " + self._words("relation-id", id=isolated(tried.relation))

    def _act(self, tried: Tried) -> str:
        chance = percent(tried.chance, self.tongue)
        if tried.act is None:
            return self._words("actless", chance=chance)
        return self._words("act", act=self._printed(tried.act), rule=isolated(tried.rule or ""), chance=chance)

    def _beside(self, tried: Tried) -> Iterator[str]:
        """What else the article weighed it against."""
        yield self._words("weighed", n=number(tried.sentences, self.tongue))
        if tried.rival:
            ends = [isolated(country(code, self.tongue)) for code in tried.rival[:2]]
            chance = percent(tried.rival[2], self.tongue)
            yield self._words("rival", source=ends[0], target=ends[1], chance=chance)

    def _side(self, side: Side) -> str:
        code, kind = isolated(country(side.code, self.tongue)), phrase(f"kind/{side.kind}", self.tongue)
        if side.span is None:
            return self._words("side-absent", code=code, kind=kind)
        return self._words("side", code=code, words=self._printed(side.span), kind=kind)

    def _reasons(self, judgement: Judgement | None) -> Iterator[str]:
        return self._listed(judgement.reasons if judgement else ())

    def _listed(self, reasons: Sequence[Reason]) -> Iterator[str]:
        """The reasons for and those against, a line each."""
        for name, side in (("for", 1), ("against", -1)):
            told = [one for one in reasons if one.weight * side > 0]
            if told:
                yield f"{self._words(name)}: " + " · ".join(map(self._reason, told))

    def _reason(self, one: Reason) -> str:
        words = reason(one.judge, one.feature, self.tongue, self.account.lemmas)
        return f"{isolated(words)} ({number(one.weight, self.tongue)})"

    def _of(self, name: str, fact: str) -> str:
        holder = self._statements.get(fact)
        return self._words(name, who=isolated(plain(holder.speaker.name)) if holder else "", id=isolated(fact))

    def _words(self, name: str, /, **told: object) -> str:
        return phrase(name, self.tongue, **told)

    def _printed(self, span: Span) -> str:
        return isolated(plain(self.account.article.text[slice(*span)]))

    def _quoted(self, span: Span) -> str:
        return isolated(f"«{plain(self.account.article.text[slice(*span)])}»")

    def _brief(self, span: Span) -> str:
        return isolated(plain(self.account.article.text[slice(*span)]).lstrip("،؛ ")[:_SHORT])


def _no_relation(sentence: SentenceAccount) -> str:
    if sentence.tried:
        return "refused-act" if any(one.act for one in sentence.tried) else "refused-words"
    return "no-act" if len({side.code for side in sentence.states}) > 1 else "no-pair"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (_STEP + line for line in lines)
