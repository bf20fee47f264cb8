"""Drafts for tests: a record of each kind with everything left out that a test does not care about."""

from __future__ import annotations

from typing import Any

from conflictsum.drafts import Draft, DraftCasualty, DraftEvent, DraftStatement

_EVENT = {
    **dict.fromkeys(DraftEvent.model_fields),
    "kind": "strike",
    "status": "reported",
    "novelty": "new",
    "method": "unspecified",
    "perpetrator_kind": "unknown",
    "sentences": [1],
}
_CASUALTY = {
    **dict.fromkeys(DraftCasualty.model_fields),
    "status": "reported",
    "novelty": "new",
    "group": "unknown",
    "sources": [],
    "sentences": [1],
}
_STATEMENT = {
    **dict.fromkeys(DraftStatement.model_fields),
    "speaker_kind": "unknown",
    "act": "report",
    "gist": "It was said.",
    "quotes": [],
    "sentences": [1],
}


def event(words: str, **fields: Any) -> DraftEvent:
    return DraftEvent.model_validate({**_EVENT, "words": words, **fields})


def casualty(words: str, **fields: Any) -> DraftCasualty:
    return DraftCasualty.model_validate({**_CASUALTY, "words": words, **fields})


def statement(words: str, **fields: Any) -> DraftStatement:
    return DraftStatement.model_validate({**_STATEMENT, "words": words, **fields})


def draft(*records: DraftEvent | DraftCasualty | DraftStatement) -> Draft:
    return Draft(
        events=[record for record in records if isinstance(record, DraftEvent)],
        casualties=[record for record in records if isinstance(record, DraftCasualty)],
        statements=[record for record in records if isinstance(record, DraftStatement)],
    )
