"""Who did it, by where the word of violence stands: before an active verb, after a passive "by", before "strike"."""

from __future__ import annotations

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.authors import blamed, owned_up
from conflictsum.resolve.charges import names_an_act
from conflictsum.resolve.clauses import POSSESSIVES, antecedent, coordinated
from conflictsum.resolve.countries import mentions
from conflictsum.resolve.deeds import Weight, deeds, is_act, is_thing
from conflictsum.resolve.names import Span, words
from conflictsum.resolve.offices import OFFICES, RANKS
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.things import is_craft, is_crewless
from conflictsum.resolve.verbs import ACTS, CRAFT, HOLDING, VEHICLES, WEAPONS
from conflictsum.resolve.word_classes import OPENING_QUOTES

_NOBODY = frozenset(
    "nobody people one ones others other toll number total figure attack it them sides side "
    "group's kind time statement resident residents witness witnesses "
    "times flames fire blaze collapse fighting violence war news report reports death deaths losses casualties last "
    "rest hand defences defenses sorties pair trio remainder control mistake accident error surprise avalanche crew "
    "crews passengers defence defense jammer jammers everyone everybody craft impact power shockwave debris years "
    "months weeks days hours minutes".split()
)
_ARMAMENT = frozenset("arms battery batteries launcher launchers cannon cannons guns gun".split())
_SPEAKERS = frozenset("minister ministers spokesman spokeswoman spokesperson official officials president".split())
_SHARES = frozenset("most some many several dozens scores hundreds thousands groups".split())
_PLACES = frozenset(
    "side sides border frontier territory soil post posts position positions base bases outpost outposts direction "
    "hill hills hillside hilltop village villages town mountain mountains forest ridge river bank sea island field "
    "cornfield bush trees roof window building house vehicle vehicles car boat motorcycle motorcycles motorbike "
    "distance area areas south north east west district province country region state neighbourhood".split()
)
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_PARTS = frozenset(
    "unit branch wing cell column faction group band brigade battalion team squad regiment front".split()
)
_OWNERS = frozenset("army military navy militia rebel junta government police regime insurgent separatist".split())
_MINISTRIES = frozenset("ministry government presidency".split())
_OF = frozenset("of from".split())


def tells_a_deed(text: str) -> bool:
    """Whether a sentence tells of an act of violence, not only of its dead or of what is said about it."""
    sentence = read(text)
    if any(deed.weight is Weight.ACT for deed in deeds(sentence)):
        return True
    accused = blamed(sentence)
    return bool(owned_up(sentence) or accused.plainly or (accused.parties and names_an_act(sentence)))


def find_agents(text: str) -> list[Span]:
    """Spans of the parties that stand where the doer stands, the likeliest first.

    Args:
        text: A sentence.

    Returns:
        Who claims the act; then, in text order, who stands after a passive "by" ("attacked about 40 times by
        *rebels*") or before an active verb of violence ("*the army* shelled"), who owns the weapon or act ("*US* drone
        strike"), and who is blamed; last who owns an act that is only named. A pronoun or "its" is read as whom it
        means. None where nobody stands there.
    """
    sentence = read(text)
    told = deeds(sentence)
    done = [phrase for deed in told if deed.weight is not Weight.MENTION for phrase in deed.doers]
    named = [phrase for deed in told if deed.weight is Weight.MENTION for phrase in deed.doers]
    ranked = ([*owned_up(sentence)], [*done, *blamed(sentence).parties], named)
    found = [
        span
        for phrases in ranked
        for phrase in sorted(dict.fromkeys(phrases), key=lambda phrase: phrase.first)
        for span in _parties(sentence, phrase)
    ]
    return list(dict.fromkeys(found))


def _parties(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Who is meant by a phrase in the doer's place: the phrase, or the owner of the weapon or act it names."""
    if _is_gerund(sentence, phrase) or (sentence.low(phrase.last) == "of" and _is_force(sentence, phrase)):
        return []
    owners = _meant(sentence, phrase)
    head = sentence.head(phrase)
    armed = is_craft(sentence, phrase) or is_crewless(sentence, phrase) or head in _ARMAMENT
    thing = armed or is_thing(sentence, phrase)
    placed = head in _PLACES | VEHICLES
    if thing or placed:
        owners += _holders(sentence, phrase) or _owners(sentence, phrase)
    counted = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "of" else None
    if counted and not thing and (sentence.tag(phrase.last - 1) == "number" or head in _SHARES):
        return _parties(sentence, counted)  # "hundreds of *settlers*"
    first = sentence.bare(phrase, numbers=False)
    bare_noun = bool(owners) and sentence.low(phrase.first) in POSSESSIVES and first == phrase.last - 1
    nobody = head in _NOBODY | _ORDINALS or sentence.low(phrase.first) == "no"
    if thing or placed or bare_noun or nobody or sentence.tag(first) == "number":
        return owners
    if not OFFICES.isdisjoint(sentence.words_of(phrase)):  # a minister does not fly the jet
        body = _owners(sentence, phrase)
        if body or sentence.words_of(phrase)[-1] in _SPEAKERS or "minister" in sentence.words_of(phrase):
            return body
    last = sentence.extended(phrase)
    if sentence.low(last - 1) in ACTS:  # "accused *Russia* of shelling"
        last = phrase.last
    if (
        sentence.low(last) == "("
        and sentence.low(last + 2) == ")"
        and not sentence.text[sentence.words[last + 1].start : sentence.words[last + 1].end].isupper()
    ):
        last += 3  # "the CPI (Maoist)", but "the Arakan Army (AA)"
    state = _owners(sentence, phrase) if sentence.head(phrase) in _MINISTRIES else []
    return [*owners, *_name(sentence, phrase), *_body(sentence, phrase), *state, sentence.span(first, last)]


def _is_gerund(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase only opens a noun in "-ing": "*the deliberate* targeting of homes"."""
    return sentence.low(phrase.last).endswith("ing") and sentence.low(phrase.last + 1) == "of"


def _is_force(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means the might of an act: "*the force* of the blast"."""
    might = sentence.starting(phrase.last + 1)
    return sentence.words_of(phrase)[-1] == "force" and might is not None and is_thing(sentence, might)


def _name(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """The name beside a common noun: "a splinter group, *the Azure Guards*, claimed it"."""
    beside = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "," else None
    if beside is None or sentence.head(phrase) not in _PARTS | _OWNERS or sentence.low(beside.first) != "the":
        return []
    start = sentence.words[sentence.bare(beside)].start
    return [sentence.span(sentence.bare(beside), beside.last)] if sentence.text[start].isupper() else []


def _meant(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Whose "its forces" are."""
    at = phrase.first - 2 if sentence.low(phrase.first - 1) in OPENING_QUOTES else phrase.first  # its “soldiers”
    if sentence.low(at) not in POSSESSIVES:
        return []
    return [
        span
        for owner in antecedent(sentence, at)
        if RANKS.isdisjoint(sentence.words_of(owner))  # "our troops", said by a colonel
        for span in _parties(sentence, owner)
    ]


def _body(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """The body that "fighters of", "commandos from" or "a unit of" belongs to."""
    head = sentence.head(phrase)
    body = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) in _OF else None
    thing = body is not None and sentence.head(body) in _PLACES | WEAPONS | CRAFT
    if body is None or thing or is_act(sentence, body) or not (head.endswith(("s", "men")) or head in _PARTS):
        return []
    start, end = sentence.span(sentence.bare(body, numbers=False), body.last)
    if sentence.low(phrase.last) == "from" and not any(
        start <= at and to <= end for at, to in find_actors(sentence.text)
    ):
        return []
    return [(start, end)]


def _holders(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Who holds the place that fire came from: "from a hill held by *the rebels*"."""
    at = phrase.last
    if sentence.low(at) not in HOLDING or sentence.low(at + 1) != "by":
        return []
    return [span for holder in coordinated(sentence, at + 2) for span in _parties(sentence, holder)]


def _owners(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Whose weapon or act a phrase names: "*US* strike", "*the group*'s rockets", "drones of *the army*"."""
    first, last = phrase.first, phrase.last
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    owner = sentence.starting(last + 1) if sentence.low(last) == "of" else None
    if owner and (sentence.head(phrase) not in ACTS or is_act(sentence, owner)):
        return _parties(sentence, owner)
    for at in range(first, last - 1):
        if sentence.low(at).endswith(("'s", "s'")) and sentence.tag(at) != "time":
            return [sentence.span(sentence.bare(phrase), at + 1)]
    actors = [span for span in find_actors(sentence.text) if start <= span[0] and span[1] <= end]
    if actors:
        return [_without_craft(sentence.text, actors[0])]
    for at in range(first, last - 1):
        if sentence.low(at) in _OWNERS:
            return [sentence.span(at, at + 1)]
    tokens = words(sentence.text)
    named = [(tokens[mention.first].start, tokens[mention.last - 1].end) for mention in mentions(sentence.text, tokens)]
    return [span for span in named if start <= span[0] and span[1] < end][:1]


def _without_craft(text: str, span: Span) -> Span:
    """Of "*Turkish* warplanes" the words for the owner."""
    owner, _, last = text[slice(*span)].rpartition(" ")
    shorter = (span[0], span[0] + len(owner))
    return _without_craft(text, shorter) if owner and last.lower() in CRAFT | WEAPONS | {"fighter"} else span
