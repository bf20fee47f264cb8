"""Where in a sentence places are named: names of the gazetteer, and unknown ones after "in" or "village of"."""

from __future__ import annotations

import re

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.countries import Mention, mentions
from conflictsum.resolve.deeds import deeds
from conflictsum.resolve.gazetteer import DIRECTIONS, gazetteer
from conflictsum.resolve.names import Span, Word, hyphenated, words
from conflictsum.resolve.offices import OFFICES
from conflictsum.resolve.once import read_once
from conflictsum.resolve.phrases import Sentence, read
from conflictsum.resolve.predicates import is_speech
from conflictsum.resolve.speakers import find_speakers
from conflictsum.resolve.verbs import DIRECT
from conflictsum.resolve.word_classes import BE

_KIND = (
    r"(?:(?:military |civilian |international )?(?:air ?base|air ?field|airport)|naval base|military base|base|"
    r"(?:refugee |displacement |prison )?camp|crossroads|checkpoint|hospital|province|region|district|governorate|"
    r"oblast|state|city|port|border|valley|coast|island|junction|crossing|market|village|township|neighbou?rhood|"
    r"suburbs?|quarter|desert|mountains|strait|street|square|university|bridge|dam|refinery|hills?|peninsula|sector|"
    r"county|municipality|settlement|outpost|power plant|oil depot|prison|penitentiary|area|territory|highlands|"
    r"barracks|police (?:station|post)|river|creek|lake|highway|forest|junction|district|township|commune|chiefdom|"
    r"(?:thermal |nuclear |hydroelectric |hydro)?power (?:plant|station)|(?:oil |fuel |gas |grain )(?:depot|terminal)|"
    r"substation|(?:(?:gold|coal|copper|coltan|tin) )?mine|monastery|(?:railway|train|bus) station|steelworks|landfill)"
)
_AFTER = re.compile(rf"\s{_KIND}\b")
_PART = (
    r"(?:(?:St|Ste|Ft|Mt|Sta|Sto)\.|[^\W\d_a-z][\w’']*(?:\.[\w’']+)*(?:[-–][\w’']+)*|"
    r"\d+[A-Z]?(?=\s(?:de\s)?[A-Z]))"
)
_NAME = (
    rf"(?:(?:al|el|ar|as|an|at|ad|az)-)?{_PART}"
    rf"(?:\s(?:(?:de|of|al|el|la|du|des|del|los|las|and the)\s)?(?:(?:al|el)-)?{_PART})*"
)
_SITE = (
    r"(?:city|cities|town|towns|village|villages|hamlet|district|districts|province|region|camp|port|island|"
    r"area|areas|suburb|suburbs|"
    r"state|valley|market|bridge|municipality|settlement|capital|base|airport|neighbou?rhood|county|township|"
    r"locality|gulf|strait|sea|"
    r"rail hub|hub|crossing|junction|valley|hills|foothills|mountains|forest|woods|banks|shores?|shore|cent(?:re|er)|"
    r"heart|post|outpost|checkpoint|enclave|exclave|peninsula|archipelago|commune|canton|chiefdom|parish|prefecture|territory|sector|oasis|"
    r"wells|vicinity|resort|[Rr]esidents|[Ii]nhabitants|[Vv]illagers|environs|hinterland|garrison|fortress|bastion|atoll|lagoon|oilfield|"
    r"site|road|track|highway|stronghold|outskirts|edge|north|south|east|west|coast|hospital|station|quarter|"
    r"department|bombardment|"
    r"shelling|bombing|bombings|siege|battle|capture)"
)
_WHICH = (
    r"(?:nearby|neighbou?ring|adjacent|downtown|besieged|embattled|occupied|coastal|remote|rural|war-torn|annexed|"
    r"(?:[a-z]+-)(?:held|controlled|occupied|run|ruled)|(?:north|south|east|west|central|upper|lower)[a-z-]*)"
)
_AT = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Oo]ver|[Aa]cross|[Ii]nside|[Tt]owards?|[Oo]ff|[Uu]pon|"
    r"[Aa]bove|[Bb]elow|"
    r"[Bb]eside|[Bb]etween|into|on|entered|reached|stormed|shelled|bombed|raided|struck|hit|attacked|targeted|"
    r"pounded|overran|seized|invaded|besieged|torched|burned|razed|looted|sacked|retook|recaptured|bombarded|strafed|"
    r"rocked|shook|"
    r"captured|(?:road|way|route|highway|track) (?:to|from)|"
    rf"{_SITE} of)\s(?:the\s)?(?:{_WHICH}\s)?(?:(?:{_SITE}|{_KIND}) of\s)?|[Ff]rom\s(?=\w+\sto\s[A-Z]))"
    rf"(?P<name>{_NAME})"
)
_KNOWN_KIND = re.compile(rf"(?<![\w’'-])(?P<name>{_NAME})(?=\s{_KIND}\b)")
_LISTED = re.compile(rf"(?:,|,? and)\s(?P<name>{_NAME})(?=,| and |\.|;)")
# after these an unknown name with an article is a ship or a house: "hit the Grand Fidelity"
_AT_THE = re.compile(
    r"\b(?:at|towards?|on|upon|struck|hit|attacked|targeted|shelled|bombed|raided|pounded|seized|captured) [Tt]he\s$"
)
_HEADING = re.compile(rf"^[-–•*·]\s(?P<name>{_NAME})(?:,\s[^:.]{{2,40}})?:\s")
_ASIDE = re.compile(
    r"\b(?:(?:[Rr]esidents|[Ii]nhabitants|[Vv]illagers) of|[Ff]rom|[Tt]o|soldiers in|meeting in|conference in|"
    r"told \w+ in)"
    r"\s(?:the\s)?$"
)
_TOWARDS = re.compile(
    r"\b(?:[Ii]n|at|inside|into|across|over|within|towards?|near|of|from) (?:the )?"
    r"(?:(?:north|south|east|west|central)[a-z-]* )?(?<!of )$"
)
_WIDE = re.compile(r"\b(?:province|region|governorate|oblast|state|department|desert|peninsula|coast)$")
_LIVING = re.compile(r"\b(?:in|at|near|from|of) (?=[A-Z])")
_DESCRIBING = re.compile(
    r"\s(?:[a-z-]+\s)?(?:city|town|village|hamlet|port|capital|resort|camp|island|settlement|enclave|base|"
    r"community|municipality|locality) of (?:the )?[A-Z]"
)
_BODY = re.compile(
    r"\s(?!(?:North|South|East|West|City|Strip|Province|Region|Oblast|State|District|Governorate|County)\b)[A-Z][a-z]+"
)
_PERSON = re.compile(r"[A-Z][a-z]+ (?:al|el)-$")  # Abu Bakr al-Baghdadi
_FRAMING = re.compile(
    r"(?:Meanwhile |Elsewhere |Further \w+ |Also )?"
    r"(?:In|At|Near|Around|Outside|Inside|Across|Over|in|at|near) (?:the )?"
)
_CLAUSES = frozenset("when while whereas".split())
_SHIPS = frozenset("USS HMS HMAS MV MT MS INS SS".split())
_UNITS = frozenset(
    "Battalion Brigade Division Army Force Forces Front Fleet Guard Guards Corps Agency Ministry Office Council "
    "Committee Party Movement Union Authority Command Service".split()
)
_DETERMINERS = frozenset("the a an this that its their his her on in at".split())
_NOT_A_PLACE = re.compile(
    r"(?i)^(?:the|an?|its|his|her|their|this|that|it|he|she|we|they|god|army|navy|air force|gmt|utc|x|twitter|"
    r"telegram|facebook|"
    r"region|district|province|state|zone|sector|area|county|hospital|school|office|"
    r"parliament|congress|christmas|easter|ramadan|eid|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
)


@read_once
def find_places(text: str) -> list[Span]:
    """Spans of places in a running text, not overlapping; kinds of places belong to the name ("air base").

    Args:
        text: A sentence.

    Returns:
        The likeliest scene first: what stands after a word for where, then other places, then countries; in each sort
        in text order.
    """
    spans: list[Span] = []
    sentence = read(text)
    tokens = words(text)
    taken = [*sentence.times, *_taken(text)]
    located = _after_preposition(sentence)
    known = (span for span in _known(text, tokens) if not _DESCRIBING.match(text, span[1]))
    named = {span for span in known if not _is_government(sentence, span)}
    heading = {match.span("name") for match in [_HEADING.match(text)] if match}  # an item of a list: "- Feodosia: ..."
    found = named | heading | {span for span in located if not _is_other(sentence, span, known=span in named)}
    for start, end in sorted(found | _listed(text, found), key=lambda span: (span[0], -span[1])):
        kind = _AFTER.match(text, end)
        span = (start, kind.end() if kind else end)
        if _NOT_A_PLACE.match(text[start:end]):
            continue
        if not any(_takes(other, span) for other in (*spans, *taken)):
            spans.append(span)
    narrow = [span for span in spans if not any(_owns(text, span, other) for other in spans)]
    return sorted(
        narrow,
        key=lambda span: (
            span not in heading,
            _is_elsewhere(sentence, span),
            _rank(text, span, located),
            span[0],
        ),
    )


def _is_elsewhere(sentence: Sentence, span: Span) -> bool:
    """Whether another clause stands between a place and every act that the sentence tells of."""
    here = sentence.position(span[0])
    if _FRAMING.fullmatch(sentence.text, 0, span[0]) and not _speaks_next(sentence, here):
        return False
    acts = [deed.at for deed in deeds(sentence)]
    if _is_of_modifier(sentence, here, acts):
        return True
    between = (range(min(at, here) + 1, max(at, here)) for at in acts)
    return bool(acts) and all(any(_parts(sentence, word, acts) for word in words_between) for words_between in between)


def _is_of_modifier(sentence: Sentence, at: int, acts: list[int]) -> bool:
    """Whether a place is only of words that describe a noun: "people fleeing *Goma* were shot near Sake"."""
    verb = at - 1
    while verb >= 0 and sentence.tag(verb) not in {"verb", "mark"}:
        if verb in acts:
            return False
        verb -= 1
    if sentence.tag(verb) != "verb" or verb < 0 or verb in acts:
        return False
    before = verb - 1
    while sentence.tag(before) in {"auxiliary", "adverb"}:
        before -= 1
    moving = sentence.low(verb).endswith("ing") and sentence.tag(verb - 1) == "word"
    return moving or sentence.tag(before) == "relative" or sentence.low(before) == "to"


def _speaks_next(sentence: Sentence, at: int) -> bool:
    """Whether the next verb is of speech: "In Kyiv, officials *said*"."""
    verb = next((near for near in range(at, len(sentence.words)) if sentence.tag(near) == "verb"), None)
    return verb is not None and is_speech(sentence, verb)


def _parts(sentence: Sentence, at: int, acts: list[int]) -> bool:
    """Whether a word parts one clause from another: a verb that tells of no act, "when", "as"."""
    return (sentence.tag(at) == "verb" and at not in acts) or sentence.low(at) in _CLAUSES


def _takes(other: Span, span: Span) -> bool:
    """Whether another reading goes before a place; not where it is a part of its name ("Port *Sudan*")."""
    part = span[0] < other[0] and other[1] == span[1]
    return span[0] < other[1] and other[0] < span[1] and not part


def _taken(text: str) -> list[Span]:
    """Spans of actors and speakers: what they are named after is no scene, unless they act or live there."""
    actors = [span for span in find_actors(text) if not _TOWARDS.search(text, 0, span[0])]
    speakers = []
    for start, end in find_speakers(text):
        within = _LIVING.search(text, start, end)
        office = not OFFICES.isdisjoint(text[start:end].lower().split())
        speakers += [(start, within.start() if within and not office else end)] if " " in text[start:end] else []
    return [*actors, *speakers]


def _rank(text: str, span: Span, located: set[Span]) -> int:
    """The scene goes before the division it lies in, then where people come from or speak, then countries."""
    entries = gazetteer().get(text[slice(*span)])
    aside = _ASIDE.search(text, 0, span[0]) or text[: span[0]].rstrip().endswith("(")
    if entries and entries[0].precision == "country":
        return 4 if aside else 3
    if aside or not any(start <= span[0] < end for start, end in located):
        return 2
    wide = _WIDE.search(text, span[0], span[1]) or (entries and entries[0].precision in {"admin1", "region", "sea"})
    return 1 if wide else 0


def _owns(text: str, owner: Span, place: Span) -> bool:
    """Whether one is the wider place of "*Sudan*'s remote Abu Shouk camp"."""
    return re.fullmatch(r"[’']s?\s(?:[a-z-]+\s){0,3}", text[owner[1] : place[0]]) is not None


def _is_government(sentence: Sentence, span: Span) -> bool:
    """Whether a capital stands for its government: it speaks, acts or is spoken to."""
    name = sentence.text[slice(*span)]
    if not any("capital" in mention.forms for mention in mentions(name, words(name))):
        return False
    first, last = sentence.position(span[0]), sentence.position(span[1])
    before = sentence.low(first - 1)
    if sentence.tag(first - 1) == "preposition" or before in DIRECT | {"of"} | DIRECTIONS:
        return before == "to"
    acts = sentence.tag(last) == "verb" or (sentence.tag(last) == "auxiliary" and sentence.low(last) not in BE)
    return acts or sentence.tag(first - 1) == "verb" or sentence.text[span[1] :].startswith(("’s", "'s"))


def _is_other(sentence: Sentence, span: Span, *, known: bool) -> bool:
    """Whether a name after a word for where is no place: a ship, a body, or an adjective ("the *Libyan* capital")."""
    text = sentence.text
    name = text[slice(*span)]
    tokens = words(name)
    adjectives = {at for one in mentions(name, tokens) if _describes(one) for at in range(one.first, one.last)}
    if adjectives >= set(range(len(tokens))) or name.split()[0] in _SHIPS or name.split()[-1] in _UNITS:
        return True
    if _DESCRIBING.match(text, span[1]):  # "the *Volga* city of Saratov"
        return True
    if known or _AFTER.match(text, span[1]):
        return False
    return _qualifies(sentence, span) or _AT_THE.search(text, 0, span[0]) is not None


def _qualifies(sentence: Sentence, span: Span) -> bool:
    """Whether a common noun follows a name in its phrase: "*444 Brigade* vehicles"."""
    holding = (phrase for phrase in sentence.phrases if phrase.first <= sentence.position(span[0]) < phrase.last)
    heads = [sentence.words[phrase.last - 1] for phrase in holding]
    return any(head.start > span[1] and sentence.text[head.start].islower() for head in heads)


def _describes(mention: Mention) -> bool:
    return not mention.forms & {"name", "part", "capital"}


def _known(text: str, tokens: list[Word]) -> set[Span]:
    described = {at for one in mentions(text, tokens) if _describes(one) for at in range(one.first, one.last)}
    return {
        (tokens[first].start, tokens[last - 1].end)
        for first, last, _ in gazetteer().find(text, tokens)
        if tokens[first].capital
        and not described & set(range(first, last))
        and not hyphenated(text, tokens[first])[0]
        and not hyphenated(text, tokens[last - 1])[1]
        and not _BODY.match(text, tokens[last - 1].end)
        and not _PERSON.search(text, 0, tokens[first].start + 3)
    }


def _after_preposition(sentence: Sentence) -> set[Span]:
    """Names after a word for where; of "Sudan's Abu Shouk" the name that is owned."""
    text = sentence.text
    found = set()
    for match in (*_AT.finditer(text), *_KNOWN_KIND.finditer(text)):
        start, name = match.start("name"), match["name"]
        if name.split()[0].lower() in _DETERMINERS:
            start, name = start + len(name.split()[0]) + 1, name.partition(" ")[2]
        owner = list(re.finditer(r"[’']s?\s(?=[^\W\d_a-z])", name))
        if owner:
            start, name = start + owner[-1].end(), name[owner[-1].end() :]
        name = re.sub(r"(?:[’']s?|[.,])+$", "", name)
        if len(name) > 1 and name.split()[0].lower() not in OFFICES:
            found.add((start, start + len(name)))
    return found


def _listed(text: str, found: set[Span]) -> set[Span]:
    """Names that a list joins to a place: "in Kovel, *Sarny* and *Zdolbuniv*"."""
    listed: set[Span] = set()
    ends = {end for _, end in found}
    for match in _LISTED.finditer(text):
        if match.start() in ends:
            listed.add(match.span("name"))
            ends.add(match.end())
    return listed
