"""Who "he", "it", "the group" or a bare surname means, as a reader knows who has read the article so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from conflictsum.resolve.actors import find_actors, resolve_actor
from conflictsum.resolve.cues import acts_in
from conflictsum.resolve.offices import OFFICES
from conflictsum.resolve.persons import find_officials
from conflictsum.resolve.quotations import unquoted
from conflictsum.resolve.speakers import find_pronoun, find_speakers
from conflictsum.resolve.voices import Voice, voice_of
from conflictsum.schema import Act

_REACH = 1  # paragraphs over which a pronoun is understood
_BY_SAYING: frozenset[Act] = frozenset({"condemn", "urge", "demand", "warn", "threaten", "reject", "accuse", "praise"})
_ANY_BODY = frozenset("group movement organisation organization".split())
# what has a name of its own, and is called by its last word once it was named
_PARTS = frozenset(
    "ministry council command mission committee union embassy service authority commission party front brigade corps "
    "alliance coalition bureau department directorate secretariat headquarters network federation office".split()
)
_EPITHET = re.compile(
    r"(?:(?:senior|top|veteran|former|retired|outspoken|hard-?line|conservative|\d\d-year-old) )+"
    r"(?:lawmaker|diplomat|official|politician|general|commander|leader|officer|cleric|senator|envoy|minister|legislator)"
)


@dataclass(frozen=True)
class _Heard:
    voice: Voice
    paragraph: int


class Antecedents:
    """Reads the sentences of an article in order, and tells who speaks in each of them."""

    def __init__(self) -> None:
        self._known: list[Voice] = []
        self._heard: list[_Heard] = []
        self._previous: Voice | None = None

    def hear(self, text: str, paragraph: int = 0) -> tuple[Voice, ...]:
        """Who speaks in the next sentence.

        Args:
            text: The sentence.
            paragraph: Position of its paragraph in the article.

        Returns:
            The speakers, with name and office from where the article introduced them.
        """
        body = self._body(paragraph)
        voices = [self._recognised(voice_of(text, span, body), text) for span in find_speakers(text)]
        voices = [self._affiliated(voice, body) for voice in voices]
        if (meant := self._meant(text, paragraph)) and (not voices or find_pronoun(text)):
            voices.insert(0, meant)
        for span in find_officials(text):
            self._remember(voice_of(text, span, body), paragraph)
        for voice in voices:
            self._remember(voice, paragraph)
        if not voices:
            for start, end in find_actors(unquoted(text))[:1]:
                self._heard.append(
                    _Heard(Voice(text[start:end], None, None, None, person=False, official=True), paragraph)
                )
        self._previous = voices[-1] if voices else None
        return tuple(dict.fromkeys(voices))

    def _affiliated(self, voice: Voice, body: str | None) -> Voice:
        """The voice with the body it speaks for: under its full name, or who spoke in the sentence before.

        "Norway condemned it. Foreign Minister Ana Ruiz said …" and "The army denied it. “No,” said spokesman Idris
        Malo" do not say again whose minister and spokesman they are.
        """
        full = next((known.text for known in self._known if known.short and known.short == voice.affiliation), None)
        if full:
            return replace(voice, affiliation=full)
        if body and voice.affiliation in _ANY_BODY:
            return replace(voice, affiliation=body)
        last = self._previous
        if voice.role is None or voice.affiliation is not None or last is None or last.person:
            return voice
        office = voice.role.lower().split()
        state = resolve_actor(last.text)
        minister = "minister" in office and state.kind == "government" and state.country is not None
        if minister or (len(office) == 1 and office[0].startswith("spokes")):
            return replace(voice, affiliation=last.text)
        return voice

    def _remember(self, voice: Voice, paragraph: int) -> None:
        self._heard.append(_Heard(voice, paragraph))
        if voice not in self._known:
            self._known.append(voice)

    def _body(self, paragraph: int) -> str | None:
        """Whom "it" and "its" mean."""
        return next((voice.text for voice in self._near(paragraph) if not voice.person), None)

    def _near(self, paragraph: int) -> list[Voice]:
        return [heard.voice for heard in reversed(self._heard) if paragraph - heard.paragraph <= _REACH]

    def _meant(self, text: str, paragraph: int) -> Voice | None:
        """Whom the pronoun before the verb of speech means, or who goes on in a quotation that names nobody."""
        pronoun = find_pronoun(text)
        if pronoun == "we":
            return self._issuer(text)
        near = self._near(paragraph)
        if pronoun in {"he", "she"}:
            return next((voice for voice in near if voice.person), None)
        if pronoun in {"it", "they"}:
            return next((voice for voice in near if not voice.person), None)
        if pronoun == "statement":
            return next(iter(near), None)
        bare = pronoun is None and not any(map(str.isalnum, unquoted(text)))
        return self._previous if bare else None

    def _issuer(self, text: str) -> Voice | None:
        """Whose release this is, where "we" condemn, urge or demand something: no newspaper does."""
        does = next(iter(acts_in(unquoted(text))), None)
        return next((voice for voice in self._known if not voice.person), None) if does in _BY_SAYING else None

    def _recognised(self, voice: Voice, text: str) -> Voice:
        """The voice under the name and with the office that the article gave it before."""
        for known in reversed(self._known):
            if known.text == voice.text:
                return replace(
                    known,
                    role=voice.role or known.role,
                    affiliation=voice.affiliation or known.affiliation,
                    official=voice.official and known.official,
                )
            if _is_short_for(voice.text, known, text):
                return known
        if _EPITHET.fullmatch(voice.text) and f"the {voice.text}" in text.lower():
            return next((heard.voice for heard in reversed(self._heard) if heard.voice.person), voice)
        return voice


def _is_short_for(short: str, known: Voice, text: str) -> bool:
    """Whether a surname, "the minister" or "the Council" means somebody named in full before."""
    definite = f"the {short}" in text or f"The {short}" in text
    if short == known.short:
        return True
    if known.person and " " in known.text:
        if known.text.split()[-1] == short or (known.role and known.text.split()[0] == short):
            return True
        office = (known.role or "").lower().split()
        return definite and short in OFFICES and short in office
    if known.person or not definite or " " in short or known.text == short:
        return False
    if short in _ANY_BODY:
        return True
    name = known.text.split()
    return short in name if short[:1].isupper() else short in _PARTS and name[-1].lower() == short
