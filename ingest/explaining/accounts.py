"""An article in, its account out: the pipeline's steps in their order, each with its working beside its result."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.account import Account, Attempt, Fate, SentenceAccount, Side, Tried, Voice
from graph.facts import Article, Facts, Span, Statement
from ingest import attributions, mentions, statements, states
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import Page, page
from ingest.attributions import Attribution, Judges
from ingest.explaining import acts
from ingest.explaining.attempts import Stood, attempt, end, lemmas, lies_in, silent, stood
from ingest.explaining.voices import voices
from ingest.reading import read
from ingest.states import StateMention


def explain(article: Article) -> Account:
    """How the article was read; its facts are those that the pipeline yields."""
    reading = read(article)
    named = states.find(reading)
    laid, judges = page(reading), attributions.judges()
    drafts = stood(laid, judges)
    said = attributions.find(reading)
    people = mentions.find(reading, named)
    heard = voices(reading, people, said, named)
    spoken = [_spoken(voice) for voice in heard]
    told = statements.assemble(reading, said, spoken, named)
    done, tried = acts.weighed(reading, named, told)
    working = _Working(laid, judges, drafts, _outcomes(drafts, said, heard, told), told, named, tried)
    return Account(article, tuple(working.sentences()), Facts(article.id, tuple(told), tuple(done)), lemmas())


def _spoken(voice: Voice) -> statements.Spoken | None:
    return (voice.speaker, voice.mention, voice.resolution) if voice.speaker and voice.resolution else None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a draft that stood: its attribution's speaker, and its statement."""

    stood: Stood
    voice: Voice | None
    statement: Statement | None


type _Named = Mapping[tuple[int, Span, str], _Outcome]


def _outcomes(
    drafts: Sequence[Stood], said: Sequence[Attribution], heard: Sequence[Voice], told: Sequence[Statement]
) -> _Named:
    """The drafts that stood by passage, cue and way; only those with content became attributions, in the same order."""
    facts = {(one.evidence.rule, one.cue, one.content[-1][1]): one for one in told}
    known = iter(zip(said, heard, strict=True))
    found = {}
    for one in drafts:
        voice, fact = None, None
        if one.grown.content:
            attribution, voice = next(known)
            fact = facts.get((attribution.rule, attribution.cue, attribution.content[-1][1]))
        found[one.at, one.made.cue, one.made.way] = _Outcome(one, voice, fact)
    return found


@dataclass(frozen=True, slots=True)
class _Working:
    """All that the steps yielded, to be told sentence by sentence."""

    laid: Page
    judges: Judges
    drafts: Sequence[Stood]
    outcomes: _Named
    told: Sequence[Statement]
    states: Sequence[StateMention]
    tried: Sequence[tuple[int, Tried]]

    def sentences(self) -> Iterator[SentenceAccount]:
        """An account for each sentence."""
        said: list[list[Draft]] = [[] for _ in self.laid.passages]
        for one in self.drafts:
            said[one.at].append(one.ended)
        starts = [passage.span[0] for passage in self.laid.passages]
        placed = [(max(0, bisect_right(starts, place) - 1), one) for place, one in self.tried]
        for at, passage in enumerate(self.laid.passages):
            attempts = [self._attempt(at, draft, said) for draft in passage.drafts]
            cues = sorted([*attempts, *silent(passage)], key=lambda one: (one.cue, one.rule))
            named = [state for state in self.states if passage.span[0] <= state.start < passage.span[1]]
            yield SentenceAccount(
                at + 1,
                passage.span,
                tuple(replace(one, within=self._within(one)) for one in cues),
                tuple(one for there, one in placed if there == at),
                tuple(one.id for one in self.told if _crosses(one, passage.span)),
                tuple(Side(state.code, state.kind, (state.start, state.end)) for state in named),
            )

    def _attempt(self, at: int, draft: Draft, said: Sequence[Sequence[Draft]]) -> Attempt:
        told = attempt(self.laid, at, draft, self.judges)
        outcome = self.outcomes.get((at, draft.cue, draft.way))
        if outcome is None or not outcome.stood.grown.content:
            return told
        voice, fact = outcome.voice, outcome.statement
        fate: Fate = "stated" if fact else "same-words" if voice and voice.speaker else "nobody"
        return replace(
            told,
            fate=fate,
            content=fact.content if fact else outcome.stood.grown.content,
            end=end(self.laid, outcome.stood, said, self.judges),
            voice=voice,
            statement=fact.id if fact else None,
        )

    def _within(self, attempt: Attempt) -> str | None:
        """The innermost statement whose words a cue stands in."""
        holders = [
            (stop - start, one.id)
            for one in self.told
            for start, stop in one.content
            if one.id != attempt.statement and lies_in(attempt.cue, [(start, stop)])
        ]
        return min(holders, default=(0, None))[1]


def _crosses(statement: Statement, span: Span) -> bool:
    return any(start < span[1] and span[0] < stop for start, stop in statement.content)
