"""Draft statements from the answers about who speaks: office, quotations and time are read from the sentence.

Where a sentence joins several acts or speakers, each is a statement; words that go on with those of the sentence before
join that statement (codebook P4).
"""

from __future__ import annotations

import re
from typing import cast

from conflictsum.article import Sentence
from conflictsum.choices import Choices
from conflictsum.drafts import Draft, DraftStatement
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.acts import acts_in
from conflictsum.resolve.aims import find_aim, is_mutual
from conflictsum.resolve.cues import medium_in
from conflictsum.resolve.idioms import find_accuser
from conflictsum.resolve.parties import THEM
from conflictsum.resolve.persons import role_of
from conflictsum.resolve.quotations import quotes_in, unquoted
from conflictsum.resolve.utterances import find_said_when, find_utterances
from conflictsum.resolve.voices import Voice, voice_of
from conflictsum.schema import Act

_REPORTING: frozenset[Act] = frozenset({"report", "announce"})
_SUMMING_UP: frozenset[Act] = frozenset({"accuse", "condemn", "deny", "reject", "justify", "claim_responsibility"})
# what words quoted after "the army denied it" may seem to do by themselves
_SPELLING_OUT: frozenset[Act] = frozenset({"accuse", "condemn", "justify", "urge", "reject", "deny"})


_CHARGED = re.compile(r"\b(?:accusation|allegation|charge|claim)s? $")  # "a charge *Chad rejects*" is denied


def add_statement(draft: Draft, sentence: Sentence, choices: Choices, fields: dict[str, str | None]) -> None:
    """One statement, or several where a sentence joins acts or speakers; each joins the one it goes on with."""
    act = cast("Act", fields.get("act") or "report")
    told = any(sentence.number in record.sentences for record in (*draft.events, *draft.casualties))
    if not fields.get("by") or (told and act in _REPORTING and not quotes_in(choices.text)):
        return  # whose words only tell of an event or a toll is its source, and makes no statement (codebook P2, P3)
    voice = _voice(choices, fields["by"] or "")
    addressee = fields.get("to") if fields.get("to") != fields["by"] else None
    spans = find_utterances(choices.text)
    _add_charge(draft, sentence, choices, voice)
    for start, end in spans:
        part = choices.text[start:end]
        own = act if len(spans) == 1 or act in acts_in(part) else acts_in(part)[0]
        if own == "reject" and _CHARGED.search(choices.text[:start]):
            own = "deny"
        speakers = _speaking(part, choices, voice)
        aim = (addressee if own == act else None) or _addressee(draft, part, own)
        mutual = len(speakers) > 1 and is_mutual(part)
        for speaker, other in zip(speakers, reversed(speakers), strict=True):
            _add(draft, _statement(sentence, part, speaker, own, other.text if mutual else aim))
        voice = next(iter(speakers), voice)


def _add_charge(draft: Draft, sentence: Sentence, choices: Choices, denier: Voice) -> None:
    """The accusation that is told in its denial ("rejected *Chad's charge* that ...") (codebook S2)."""
    span = find_accuser(choices.text)
    accuser = voice_of(choices.text, span) if span else None
    if span is None or accuser is None or not accuser.official or accuser.text == denier.text:
        return
    accused = _addressee(draft, choices.text[span[1] :], "accuse") or denier.affiliation or denier.text
    _add(draft, _statement(sentence, "", accuser, "accuse", accused))


def _voice(choices: Choices, name: str) -> Voice:
    known = next((voice for voice in choices.voices if voice.text == name), None)
    if known:
        return known
    role, speaker = role_of(choices.text, name)
    return Voice(speaker, None, role, None, person=role is not None, official=True)


def _speaking(part: str, choices: Choices, voice: Voice) -> list[Voice]:
    """Who speaks in a part of a sentence: the speaker, or who is named there, and who is joined to that by "and"."""
    heard = [other for other in choices.voices if _is_named(other, part)]
    named = [other for other in heard if other.official]
    if heard and not named:  # "…; *the agency* denied this", whose words are no statement
        return []
    if named and voice not in named:
        voice = named[0]
    joined = [
        other
        for other in named
        if re.search(rf"{re.escape(voice.text)}(?: \([^)]*\))? and (?:the )?{re.escape(other.text)}", part)
    ]
    return [voice, *joined]


def _is_named(voice: Voice, part: str) -> bool:
    """Whether a speaker is named in part of a sentence, a person perhaps by one name only."""
    names = {name for name in voice.text.split() if name[:1].isupper()} if voice.person else set()
    return voice.text in part or not names.isdisjoint(re.findall(r"[\w’-]+", part))


def _add(draft: Draft, statement: DraftStatement) -> None:
    last = draft.statements[-1] if draft.statements else None
    if last and _goes_on(last, statement):
        draft.statements[-1] = _joined(last, statement)
    else:
        draft.statements.append(statement)


def _statement(sentence: Sentence, part: str, voice: Voice, act: Act, addressee: str | None) -> DraftStatement:
    when = find_said_when(part)
    return DraftStatement(
        sentences=[sentence.number],
        words=sentence.text,
        speaker=voice.text,
        speaker_kind="unknown",
        role=voice.role,
        affiliation=voice.affiliation,
        addressee=addressee if addressee != voice.text else None,
        act=act,
        gist=" ".join(sentence.text.split()),
        quotes=quotes_in(part),
        medium=medium_in(part),
        when=part[slice(*when)] if when else None,
    )


def _addressee(draft: Draft, part: str, act: Act) -> str | None:
    """Whom the words are aimed at; "it" and "him" are whom the statement before was aimed at."""
    named = find_aim(part, act)
    if named and named.lower() in THEM:
        return draft.statements[-1].addressee if draft.statements else None
    return named


def _goes_on(last: DraftStatement, new: DraftStatement) -> bool:
    """Whether a remark belongs to the statement right before it, by the same speaker or the body spoken for.

    Words without an act of their own go on with that of the sentence before, or say what the next one sums up.
    """
    summed_up = last.act in _SUMMING_UP and not last.quotes
    same = (
        last.speaker == new.speaker
        or (new.affiliation is not None and last.speaker in new.affiliation)
        or (summed_up and _is_one_state(last.speaker, new.affiliation))
    )
    if not same or new.sentences[0] - last.sentences[-1] > 1:
        return False
    if summed_up and new.act in _SPELLING_OUT and new.quotes:
        return not set(acts_in(unquoted(new.words))) - _REPORTING
    return last.act == new.act or new.act in _REPORTING or (last.act in _REPORTING and new.act in _SUMMING_UP)


def _is_one_state(body: str, other: str | None) -> bool:
    """Whether two names stand for the government of one state ("Kyiv", "Ukraine's defence ministry")."""
    one, two = resolve_actor(body), resolve_actor(other or "")
    return one.kind == two.kind == "government" and one.country == two.country


def _joined(last: DraftStatement, new: DraftStatement) -> DraftStatement:
    """Both remarks as one statement; the spokesman's name goes before the body's."""
    told, other = (new, last) if last.act in _REPORTING else (last, new)
    return new.model_copy(
        update={
            "sentences": sorted({*last.sentences, *new.sentences}),
            "words": last.words,
            "act": told.act,
            "gist": f"{last.gist} {new.gist}" if last.gist != new.gist else last.gist,
            "quotes": [*last.quotes, *new.quotes],
            "addressee": told.addressee or other.addressee,
            **{name: getattr(new, name) or getattr(last, name) for name in ("medium", "when", "role")},
        }
    )
