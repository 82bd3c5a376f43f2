"""An account of reading as a JSON record: one object an article, offsets in code points of its text."""

from typing import Any

import msgspec

from graph.account import Account, SentenceAccount
from graph.record import record as facts_record
from queries.reasons import reason


def record(account: Account) -> dict[str, Any]:
    """The record: sentences with their working, in the account's own names; reasons are told in both tongues too."""
    sentences = [_sentence(account, one) for one in account.sentences]
    return {"id": account.article.id, "sentences": sentences, "facts": facts_record(account.facts)}


def _sentence(account: Account, sentence: SentenceAccount) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(sentence)
    _worded(told, account)
    start, end = sentence.span
    return {"number": told.pop("number"), "text": account.article.text[start:end], **told}


def _worded(told: Any, account: Account) -> None:
    """Puts words beside every reason, wherever it is."""
    if isinstance(told, dict):
        if "feature" in told:
            judge, feature = told["judge"], told["feature"]
            told |= {
                "fa": reason(judge, feature, "fa", account.lemmas),
                "en": reason(judge, feature, "en", account.lemmas),
            }
        told = list(told.values())
    if isinstance(told, list | tuple):
        for one in told:
            _worded(one, account)
