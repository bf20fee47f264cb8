"""Who "he", "it", "the group" or a bare surname means, as a reader knows who has read the article so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from conflictsum.resolve.actors import find_actors, resolve_actor
from conflictsum.resolve.acts import acts_in
from conflictsum.resolve.offices import OFFICES
from conflictsum.resolve.persons import find_named
from conflictsum.resolve.quotations import unquoted
from conflictsum.resolve.speakers import find_pronoun, find_speakers
from conflictsum.resolve.voices import Voice, voice_of
from conflictsum.schema import Act

_REACH = 1  # paragraphs over which a pronoun is understood
_BY_SAYING: frozenset[Act] = frozenset({"condemn", "urge", "demand", "warn", "threaten", "reject", "accuse", "praise"})
_ANY_BODY = frozenset("group movement organisation organization militia".split())
_OWN_DEED: frozenset[Act] = frozenset({"deny", "claim_responsibility"})
_OF_STATES = frozenset("government state_forces police coalition".split())
# what has a name of its own, and is called by its last word once it was named
_PARTS = frozenset(
    "ministry council command mission committee union embassy service authority commission party front brigade corps "
    "alliance coalition bureau department directorate secretariat headquarters network federation office".split()
)
_EPITHET = re.compile(
    r"diplomat|politician|officer|(?:(?:senior|top|veteran|former|retired|outspoken|hard-?line|conservative|"
    r"\d\d-year-old) )+(?:lawmaker|diplomat|official|politician|general|commander|leader|officer|cleric|senator|"
    r"envoy|minister|legislator)"
)


# a wire that names its speaker only later: "Ana Ruiz, a spokesperson for the office, made the remarks at a briefing"
_REMARKS = re.compile(r"\bmade (?:the|these|this|those) (?:remarks?|comments?|statements?|appeal|announcement)\b")


@dataclass(frozen=True)
class _Heard:
    voice: Voice
    paragraph: int


def heard(sentences: Iterable[tuple[str, int]]) -> list[tuple[Voice, ...]]:
    """Who speaks in each sentence of an article.

    Args:
        sentences: The sentences in order, each with the position of its paragraph.
    """
    antecedents = Antecedents()
    found: list[tuple[Voice, ...]] = []
    for text, paragraph in sentences:
        found.append(antecedents.hear(text, paragraph))
        named = _remarking(text)
        if named:
            found = [tuple(named if _is_nameless(voice, named) else voice for voice in voices) for voices in found]
    return found


def _remarking(text: str) -> Voice | None:
    """The official of whom a sentence says that the words told before are his."""
    if not _REMARKS.search(unquoted(text)):
        return None
    return next((voice for span in find_named(text) if (voice := voice_of(text, span)).role), None)


def _is_nameless(voice: Voice, named: Voice) -> bool:
    """Whether a speaker told by office alone ("a *ministry spokesperson*") holds the office of a named one."""
    office = voice.text.split()[-1].lower()
    return voice.person and voice.role is None and office in OFFICES and office in (named.role or "").lower().split()


class Antecedents:
    """Reads the sentences of an article in order, and tells who speaks in each of them."""

    def __init__(self) -> None:
        self._known: list[Voice] = []
        self._heard: list[_Heard] = []
        self._previous: Voice | None = None
        self._groups: list[Voice] = []

    def hear(self, text: str, paragraph: int = 0) -> tuple[Voice, ...]:
        """Who speaks in the next sentence.

        Args:
            text: The sentence.
            paragraph: Position of its paragraph in the article.

        Returns:
            The speakers, with name and office from where the article introduced them.
        """
        body = self._body(paragraph)
        voices = [self._recognised(voice_of(text, span, body), text, paragraph) for span in find_speakers(text)]
        voices = [self._affiliated(voice, body) for voice in voices]
        if (meant := self._meant(text, paragraph)) and (not voices or find_pronoun(text)):
            voices.insert(0, meant)
        named = [voice_of(text, span, body) for span in find_named(text)]
        for voice in named:
            if voice.role or (voice.person and not voice.official):  # "Ana Ruiz, a 61-year-old farmer, was hurt"
                self._remember(voice, paragraph)
        for voice in voices:
            self._remember(voice, paragraph)
        self._name_groups(text)
        if not voices:
            for start, end in find_actors(unquoted(text))[:1]:
                self._heard.append(
                    _Heard(Voice(text[start:end], None, None, None, person=False, official=True), paragraph)
                )
        self._previous = voices[-1] if voices else None
        return tuple(dict.fromkeys(voices))

    def _name_groups(self, text: str) -> None:
        """Remembers the armed groups that a sentence names, whether they speak or not."""
        named = [Voice(text[slice(*span)], None, None, None, person=False, official=True) for span in find_actors(text)]
        self._groups += [voice for voice in named if resolve_actor(voice.text).kind not in _OF_STATES | {"unknown"}]

    def _group(self, text: str, paragraph: int) -> Voice | None:
        """Whom "the group" means: who was just speaking, but who denies or claims an act is an armed one."""
        speaking = [voice for voice in self._near(paragraph) if not voice.person and not _is_of_state(voice.text)]
        if speaking and _OWN_DEED.isdisjoint(acts_in(text)[:1]):
            return speaking[0]
        return self._groups[-1] if self._groups else None

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

    def _recognised(self, voice: Voice, text: str, paragraph: int) -> Voice:
        """The voice under the name and with the office that the article gave it before."""
        if voice.text in _ANY_BODY and f"the {voice.text}" in text.lower():
            return self._group(text, paragraph) or voice
        if voice.text.startswith("same "):
            same = replace(voice, text=voice.text.removeprefix("same "))
            return self._recognised(same, text.replace(" same ", " "), paragraph)
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


def _is_of_state(name: str) -> bool:
    """Whether a name means a state, its forces or one of its offices ("interior ministry")."""
    words = set(name.lower().split())
    return resolve_actor(name).kind in _OF_STATES or not words.isdisjoint(_PARTS - {"front", "alliance", "coalition"})


def _is_short_for(short: str, known: Voice, text: str) -> bool:
    """Whether a surname, "the minister" or "the Council" means somebody named in full before."""
    definite = f"the {short}" in text or f"The {short}" in text
    if short == known.short:
        return True
    if known.person and " " in known.text:
        if known.text.split()[-1] == short or (known.role and known.text.split()[0] == short):
            return True
        office, meant = (known.role or "").lower().split(), short.lower().split()
        return definite and meant[-1] in OFFICES and " ".join(meant) in " ".join(office) and set(meant) <= set(office)
    if known.person or not definite or " " in short or known.text == short:
        return False
    name = known.text.split()
    return short in name if short[:1].isupper() else short in _PARTS and name[-1].lower() == short
