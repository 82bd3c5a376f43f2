"""An account narrowed to what was asked for: sentences by number or by their words, or one fact."""

from collections.abc import Callable
from dataclasses import replace

from graph.account import Account, SentenceAccount
from graph.errors import QuestionError
from graph.letters import skeleton_text


def to_sentences(account: Account, asked: str) -> Account:
    """The sentences with that number, or in which the words occur in any spelling."""
    if asked.strip().isdecimal():
        number = int(asked)
        return _where(account, lambda sentence: sentence.number == number)
    words, text = skeleton_text(asked), account.article.text
    return _where(account, lambda sentence: words in skeleton_text(text[slice(*sentence.span)]))


def to_fact(account: Account, fact: str) -> Account:
    """What led to one statement or relation, and nothing else."""
    found = (
        replace(
            sentence,
            attempts=tuple(one for one in sentence.attempts if one.statement == fact),
            tried=tuple(one for one in sentence.tried if one.relation == fact),
        )
        for sentence in account.sentences
    )
    return replace(account, sentences=tuple(one for one in found if one.attempts or one.tried))


def demand(found: bool, asked: str) -> None:
    """Raises: QuestionError where nothing of what was asked for is there."""
    if not found:
        cure = "ask without --sentence and --fact to see all sentences with their numbers and facts"
        raise QuestionError(asked, "no sentence or fact of these articles is so called", cure)


def _where(account: Account, fits: Callable[[SentenceAccount], bool]) -> Account:
    return replace(account, sentences=tuple(filter(fits, account.sentences)))
