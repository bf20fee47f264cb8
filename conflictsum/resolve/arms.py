"""What an act of violence was done with: weapons and munitions named in a sentence, and how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.actor_spans import find_actors
from conflictsum.resolve.countries import mentions
from conflictsum.resolve.counts import find_numbers
from conflictsum.resolve.names import Span, overlap, words
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.verbs import ACTS


def _both(singulars: str) -> frozenset[str]:
    return frozenset(singulars.split()) | frozenset(f"{noun}s" for noun in singulars.split())


_MUNITIONS = _both(
    "missile rocket drone uav quadcopter shahed bomb shell mortar grenade mine landmine munition projectile "
    "torpedo ied explosive warhead device charge paraglider"
) | frozenset({"dynamite", "napalm", "petrol"})
"""What explodes or is fired, or a drone (codebook F5)."""
_ARMS = _both("rifle machete knife pistol cutlass firearm hammer axe sword spear revolver") | frozenset(
    {"knives", "axes", "artillery", "stones", "cutlasses"}
)
"""What is used at close range, and guns; where no munition is named."""
_VAGUE = frozenset("device devices charge charges explosives".split())
_QUALIFIED = frozenset("explosive improvised incendiary makeshift homemade suicide roadside hidden".split())
# "drone attack", "mortar fire": the act names its weapon
_FIRE = frozenset("fire attack attacks strike strikes barrage barrages salvo salvos volley volleys raid raids".split())
_LOADED = re.compile(
    r"(?i)\b(?:car|truck|lorry|van|bus|motorbike|motorcycle|bicycle|boat|drone boat|vehicle|suitcase|drone) "
    r"(?:packed|laden|filled|loaded|rigged|full|carrying|stuffed)(?: with| of)? explosives\b"
)
_SPECIAL = re.compile(
    r"(?i)\b(?:unmanned (?:aircraft|aerial vehicles?|boats?|vehicles?)|(?:naval|sea) drones?|drone boats?|"
    r"live (?:rounds|ammunition|bullets))\b"
)
_STOPPED = (
    r"(?:(?:was|were|had been|have been|has been)\s)?(?:all\s)?(?:shot down|intercepted|destroyed|brought down|downed|"
    r"jammed|stopped|neutrali[sz]ed|suppressed)"
)
_SOME_STOPPED = re.compile(
    rf"(?i)\sof\s(?:them|(?:the|these|those)\s[^.;,]{{1,40}}?)\s(?:[\w’'-]+\s){{0,3}}?{_STOPPED}\b"
)
_SMALL = frozenset("one a an single".split())


@dataclass(frozen=True, slots=True)
class Arm:
    """A weapon.

    Attributes:
        span: Its words, without number, article and owner.
        number: The words for how many were used; None where nothing tells, or it is a single one.
    """

    span: Span
    number: Span | None


def find_arms(text: str) -> list[Arm]:
    """The weapons of a sentence, munitions and drones before guns and blades, else in text order.

    Args:
        text: A sentence.
    """
    sentence = read(text)
    loaded = [Arm(match.span(), None) for match in (*_LOADED.finditer(text), *_SPECIAL.finditer(text))]
    munitions = [_arm(sentence, phrase) for phrase in sentence.phrases if _is_munition(sentence, phrase)]
    firing = [arm for phrase in sentence.phrases if (arm := _in_act(sentence, phrase))]
    arms = [_arm(sentence, phrase) for phrase in sentence.phrases if sentence.head(phrase) in _ARMS]
    found: list[Arm] = []
    for arm in (*loaded, *sorted((*munitions, *firing), key=lambda arm: arm.span), *arms):
        same = next((n for n, other in enumerate(found) if overlap(arm.span, other.span)), None)
        if same is None:
            found.append(arm)
        elif arm.number and not found[same].number:
            found[same] = Arm(found[same].span, arm.number)
    return found


def find_stopped(text: str) -> Span | None:
    """The words for how many munitions did not arrive: "*97* of the 118 drones were shot down"."""
    for number in find_numbers(text):
        if _SOME_STOPPED.match(text, number[1]):
            return number
    return None


def _is_munition(sentence: Sentence, phrase: Phrase) -> bool:
    head = sentence.head(phrase)
    if head in _VAGUE:
        return not _QUALIFIED.isdisjoint(sentence.words_of(phrase)) or head == "explosives"
    return head in _MUNITIONS


def _arm(sentence: Sentence, phrase: Phrase) -> Arm:
    first = phrase.first
    while first < phrase.last - 1 and (sentence.tag(first) in {"determiner", "number"} or _is_owner(sentence, first)):
        first += 1
    return Arm(sentence.span(first, phrase.last), _number(sentence, phrase))


def _is_owner(sentence: Sentence, at: int) -> bool:
    """Whether a word before a weapon says whose it is: "*Houthi* drones", "*Ukraine's* missiles"."""
    word = sentence.words[at]
    text = sentence.text[word.start : word.end]
    if not text[:1].isupper():
        return False
    return bool(find_actors(f"{text} forces") or list(mentions(text, words(text)))) or text.endswith(("'s", "’s"))


def _number(sentence: Sentence, phrase: Phrase) -> Span | None:
    """The number of a phrase, or the one that "of" ties to it ("dozens of drones"); one alone is none."""
    start, end = sentence.words[phrase.first].start, sentence.words[phrase.last - 1].end
    if sentence.low(phrase.first - 1) == "of" and phrase.first > 1:
        start = sentence.words[phrase.first - 2].start
    for number in find_numbers(sentence.text):
        overlaps = number[0] < end and start < number[1]
        if overlaps and sentence.text[slice(*number)].lower().split()[0] not in _SMALL:
            return number
    return None


def _in_act(sentence: Sentence, phrase: Phrase) -> Arm | None:
    """The weapon that names an act: "*drone* strikes", "*artillery* fire"."""
    if sentence.head(phrase) not in ACTS | _FIRE or phrase.last - phrase.first == 1:
        return None
    at = phrase.last - 2
    named = sentence.low(at) in _MUNITIONS - _VAGUE or sentence.low(at) == "artillery"
    return Arm(sentence.span(at, at + 1), None) if named else None


_AFAR = re.compile(
    r"(?i)\b(?:air ?-?strikes?|strikes?|struck|hit(?:s|ting)?|target(?:s|ed|ing)?|bomb(?:s|ed|ing|ings)?|bombard\w*|"
    r"pound\w*|shell(?:s|ed|ing)|destroy\w*|launch\w*|fired|blasted|blitz|flatten\w*|pulveri[sz]\w*|obliterat\w*|"
    r"crater\w*|engaged|silenc\w*|worked over|(?:gone|went|going) after|(?:took|taken|taking|knocked) out|pummel\w*|"
    r"plaster\w*|strafed|mortared|rained|poured fire|cannonade|level(?:l?ed|l?ing)|"
    r"missiles?|bombs|sorties?|air[ -](?:attacks?|raids?))\b"
)
_PLANTED = re.compile(
    r"(?i)\b(?:planted|car bomb\w*|truck bomb\w*|parcel|suicide|roadside|explosive device|ieds?|(?:land)?mines?|"
    r"under (?:his|her|the|a) (?:car|vehicle|bridge)|booby[- ]trap\w*|limpet|blew (?:him|her|them)sel\w+ up|"
    r"(?:bomb|charge|device|explosives?)s? (?:went off|tore|ripped)|"
    r"(?:car|truck|lorry|van|pickup|motorcycle|motorbike|minibus|vehicle|cart) "
    r"(?:packed|laden|filled|loaded|rigged|stuffed) with explosives)\b"
)


# rebels have drones, rockets and mortars, but no jets and warships
_OF_STATES = re.compile(
    r"(?i)\b(?:(?:fighter |war)?jets?|warplanes?|fighter aircraft|bombers?(?= (?:hit|struck|dropped|bombed))|"
    r"helicopter gunships?|warships?|frigates?|naval guns|cruise missiles|"
    r"(?-i:F|Su|MiG|Tu|Mi|Ka|JF|FA)-\d{1,3}\w{0,3})\b"
)


def is_of_state(text: str) -> bool:
    """Whether a sentence tells of force by means that only states have."""
    return bool(_OF_STATES.search(text))


def is_stand_off(text: str) -> bool:
    """Whether a sentence may tell of force from the air or from afar: it strikes or bombs, and nothing was planted."""
    return bool(_AFAR.search(text)) and not _PLANTED.search(text)


def is_planted(text: str) -> bool:
    """Whether a sentence tells of an explosive that was laid or brought, and not fired or dropped."""
    return bool(_PLANTED.search(text))
