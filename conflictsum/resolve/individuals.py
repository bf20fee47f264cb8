"""Single persons whom something befell, named or described: "killed *the mayor*", "*Ana Ruiz* was shot dead"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conflictsum.resolve.actor_spans import find_actors
from conflictsum.resolve.clauses import coordinated, is_passive, objects, subjects
from conflictsum.resolve.fate_words import PEOPLE
from conflictsum.resolve.fates import Cue
from conflictsum.resolve.gazetteer import gazetteer
from conflictsum.resolve.names import Span, words
from conflictsum.resolve.nonpersons import THINGS
from conflictsum.resolve.phrases import Phrase, Sentence, read

_PERSON = re.compile(
    r"(?i)(?:mayor|governor|minister|president|chief|commander|leader|head|deputy|general|colonel|captain|major|"
    r"lieutenant|sergeant|officer|policem[ae]n|soldier|driver|guard|watchman|gunman|attacker|bomber|assailant|suspect|"
    r"journalist|reporter|cameraman|photographer|editor|doctor|nurse|medic|paramedic|teacher|headmaster|headmistress|"
    r"principal|pupil|student|priest|imam|bishop|pastor|monk|cleric|sheikh|judge|lawyer|prosecutor|farmer|fisherman|"
    r"shepherd|goatherd|trader|vendor|seller|shopkeeper|owner|worker|employee|engineer|technician|cook|pilot|sailor|"
    r"conductor|husband|wife|mother|father|son|daughter|brother|sister|uncle|aunt|cousin|nephew|niece|grandmother|"
    r"grandfather|child|baby|infant|boy|girl|woman|man|couple|bodyguard|aide|activist|candidate|councillor|senator|"
    r"politician|official|administrator|volunteer|passer-by|bystander|resident|villager|civilian|militant|fighter|"
    r"rebel|peacekeeper|labourer|laborer|porter|operative|sniper|hostage|prisoner|inmate|passenger|crewman|trackman|"
    r"grandson|granddaughter|grandchild|stepson|stepmother|brother-in-law|fianc[eé]e?|widow|widower|bride|groom|orphan|"
    r"newborn|toddler|teenager|schoolboy|schoolgirl|schoolmaster|midwife|pharmacist|surgeon|dentist|"
    r"ranger|marine|recruit|conscript|corporal|private|brigadier|admiral|jawan|constable|patrolman|gendarme|"
    r"sentry|interpreter|spokesman|spokeswoman|motorman|mechanic|electrician|helmsman|boatman|ferryman|boatswain|"
    r"oiler|steward|chef|waiter|baker|butcher|tailor|barber|carpenter|plumber|welder|miner|docker|mason|builder|"
    r"proprietor|caretaker|janitor|cleaner|gardener|maid|nanny|messenger|courier|postman|miller|beekeeper|"
    r"herder|herdsman|muezzin|preacher|chaplain|nun|novice|rabbi|deacon|catechist|missionary|elder|chieftain|emir|"
    r"prince|king|headman|lawmaker|magistrate|attorney|registrar|clerk|secretary|ambassador|envoy|diplomat|consul|"
    r"professor|scientist|researcher|scholar|geologist|surveyor|writer|poet|artist|singer|musician|footballer|coach|"
    r"blogger|broadcaster|presenter|anchor|correspondent|stringer|producer|migrant|refugee|tourist|pilgrim|"
    r"worshipper|mourner|motorist|cyclist|pedestrian|rider|biker|cabbie|firefighter|fireman|rescuer|"
    r"kidnapper|hijacker|terrorist|insurgent|separatist|guerrilla|ringleader|mastermind|facilitator|accomplice|"
    r"hitman|assassin|mercenary|warlord|gangster|bandit|robber|deserter|defector|informer|informant|spy|agent|"
    r"founder|co-founder|director|manager|foreman|supervisor|chairman|chairwoman|boss|servant|tribesman|countryman|"
    r"mate|mariner|seafarer|seaman|deckhand|sepoy|havildar|paratrooper|commando|detainee|shopper|pensioner|"
    r"colleague|comrade|friend|neighbour|neighbor|companion|partner|relative|victim)"
)
_NO_PERSON = frozenset(
    "number total group crowd family dozen couple handful majority score pair series string wave lot few toll "
    "blow deal bill chance part fire figure count estimate statement report list record word message post tweet "
    "letter video photo photograph claim tally pause truce lull halt curfew man-made career pride reputation hope "
    "hopes dream project plan proposal idea ego hand arm leg head face eye foot body stock herd livestock mule ox "
    "bull calf cat army force police unit company country nation economy city town tiger bear bird puppy pet".split()
)
ORGANISED = re.compile(
    r"\b(?:Army|Armed|Forces?|Guards?|Brigade|Battalion|Front|Council|Ministry|Party|Corps|Union|Movement|Committee|"
    r"Agency|Company|Police|Command|Government|Navy|State|Group|Organi[sz]ation|Office|Court|Hospital|"
    r"University|News|Press|Times|Post|Radio|TV|Television|Channel|Wire|Bank)\b"
)
_GIVEN = r"[A-ZÀ-Þ][\w’'-]+"
NAME = re.compile(rf"{_GIVEN}(?:\s(?:(?:al|el|bin|ibn|de|del|la|van|von|da|dos|y)[\s-])?{_GIVEN}){{1,3}}")
_TITLED = re.compile(rf"(?:[\w-]+\s){{0,3}}?(?:{_PERSON.pattern.removeprefix('(?i)')})(?:\s[A-ZÀ-Þ][\w’'-]*){{1,4}}")
_AROUND_AGE = frozenset({(",", ",", "and"), ("(", ")", "and")})
# what is done to persons alone, so that "its quartermaster was killed" needs no list of persons
_DONE_TO_PERSONS = re.compile(
    r"(?i)(?:(?:was|is|been) )?(?:killed|shot|shot dead|found dead|gunned down|"
    r"wounded|injured|murdered|assassinated|beheaded|executed|lynched|abducted|"
    r"kidnapped|taken hostage|martyred)"
)
_AGENT = re.compile(r"[a-z-]{3,}(?:er|or|ist|man|woman|ian)")
_POSSESSIVES = frozenset("his her its their our my".split())
_INSERTED = frozenset("age aged resident native a an".split())
_PLURAL_LOOK = re.compile(r"(?i)[a-z]{2,}s\b|\b(?:people|police|troops|personnel|children|men|women|staff|crew|and)\b")
_ORDINAL = re.compile(
    r"(?i)\b(?:a|the)\s(?:second|third|fourth|fifth|sixth|seventh|eighth)(?=\s(?:was|is|has|had|died|lost|remains|"
    r"suffered|person|man|woman|soldier|officer|sailor)|,\s)"
)
_ONE_OF = re.compile(
    rf"(?i)\bone(?=\sof\s(?:them|(?:the|its|their|his|her|our|those)\s(?:[\w’'-]+\s){{0,2}}?"
    rf"(?:{PEOPLE}|injured|wounded|attackers|assailants|victims|suspects)\b))"
)
_TITLES = re.compile(
    r"(?:(?:Lieutenant|Lt|Major|Brigadier|General|Gen|Colonel|Col|Captain|Capt|Sergeant|Sgt|Corporal|Private|Constable|"
    r"Inspector|Officer|Admiral|Commander|Head|Chief|Dr|Mr|Mrs|Ms|Sheikh|Father|Malam|Imam|Mayor|Governor|Minister|"
    r"President|Judge|Professor|Senator)\b\.?\s)+"
)


def single_victims(text: str, told: Iterable[Cue]) -> list[Span]:
    """Persons named or described whom something befell: "killed *the mayor*", "*Ana Ruiz* was shot dead", "a third".

    Args:
        text: A sentence.
        told: What befell people in it.
    """
    sentence = read(text)
    found = {span for cue in told if not cue.noun for span in _singles(sentence, cue)}
    for pattern in (_ORDINAL, _ONE_OF):
        found |= {match.span() for match in pattern.finditer(text)}
    return sorted(found)


def bare_name(text: str) -> str | None:
    """A person's name without rank and title; None for other words."""
    name = _TITLES.sub("", text, count=1)
    return name if NAME.fullmatch(name) or (name != text and re.fullmatch(_GIVEN, name)) else None


def is_person(name: str) -> bool:
    """Whether capitalised words are a person's name: no body, no known actor, no place."""
    if ORGANISED.search(name) or find_actors(name):
        return False
    return not list(gazetteer().find(name, words(name)))


def _singles(sentence: Sentence, cue: Cue) -> list[Span]:
    at = next((n for n, word in enumerate(sentence.words) if word.end > cue.span[0]), None)
    if at is None:
        return []
    last = next((n for n, word in enumerate(sentence.words) if word.start >= cue.span[1]), len(sentence.words)) - 1
    if cue.side == "after":
        phrases = objects(sentence, last) or coordinated(sentence, last + 1)
    else:
        phrases = subjects(sentence, at, pronouns=False)
        whom = _whom(sentence, at)
        if whom and sentence.low(whom[0].first) == "the":  # "the sailor who died" was told of before
            return []
        phrases = [_described(sentence, phrase) for phrase in whom or phrases]
        phrases = [*_aged_before(sentence, phrases), *phrases]
        if not phrases and is_passive(sentence, at):
            phrases = subjects(sentence, last, pronouns=False)
    sure = cue.side == "before" and _DONE_TO_PERSONS.fullmatch(sentence.text[slice(*cue.span)]) is not None
    return [span for phrase in phrases if (span := _single(sentence, phrase, sure=sure))]


def _whom(sentence: Sentence, verb: int) -> list[Phrase]:
    """The person right before "who": "spoke with the brother of *a sailor* who died"."""
    at = verb - 1
    while sentence.tag(at) in {"auxiliary", "adverb"}:
        at -= 1
    phrase = sentence.ending(at) if sentence.low(at) == "who" else None
    return [phrase] if phrase and _PERSON.fullmatch(sentence.head(phrase)) else []


def _described(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The name that an age or a description between commas belongs to: "*Ana Ruiz*, 34, a nurse, was hit"."""
    named = phrase
    while sentence.low(named.first - 1) == "," and _is_inserted(sentence, named):
        before = sentence.ending(named.first - 1)
        if before is None or _PERSON.fullmatch(sentence.head(sentence.ending(before.first - 1) or before)):
            return phrase
        named = before
    return named if NAME.search(sentence.text[slice(*sentence.span(named.first, named.last))]) else phrase


def _is_inserted(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.low(phrase.first) in _INSERTED or all(word.isdigit() for word in sentence.words_of(phrase))


def _aged_before(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """The phrase that "and" joins to a subject across an age: "*the driver*, 44, and the conductor died"."""
    at = phrases[0].first - 1 if phrases else 0
    words = [sentence.low(near) for near in range(at - 3, at + 1)]
    aged = (words[0], words[2], words[3]) in _AROUND_AGE and words[1].isdigit()
    phrase = sentence.ending(at - 3) if aged else None
    return [phrase] if phrase else []


def _single(sentence: Sentence, phrase: Phrase, *, sure: bool) -> Span | None:
    """The words for one person, such that no plural stands in them; None for all else.

    Args:
        sentence: The sentence.
        phrase: Of whom something is told.
        sure: Whether it is told of persons alone.
    """
    if any(sentence.tag(n) == "number" for n in range(phrase.first, phrase.last)):
        return None
    start, end = sentence.span(phrase.first, phrase.last)
    text = sentence.text[start:end]
    head, opening = sentence.head(phrase), sentence.low(phrase.first)
    if opening in {"a", "an", "another"}:
        kind = head not in THINGS | _NO_PERSON and not head.endswith("s")
        return (start, end) if kind and not _PLURAL_LOOK.search(text) else None
    name = NAME.search(text)
    if name and name.end() == len(text) and is_person(name.group()):
        return _singular(start + name.start(), name.group())
    described = sentence.text[slice(*sentence.span(sentence.bare(phrase), phrase.last))]
    owned = opening in _POSSESSIVES or "'s" in " ".join(sentence.words_of(phrase))
    person = _PERSON.fullmatch(head) or _TITLED.fullmatch(described) or (sure and _may_be_person(head, owned=owned))
    if (owned or opening == "the") and person:
        return (start, end) if not _PLURAL_LOOK.search(described) else None
    return None


def _may_be_person(noun: str, *, owned: bool) -> bool:
    """Whether a noun that no list of persons has may be one: after "its" any, after "the" one for a doer."""
    return noun not in THINGS | _NO_PERSON and (owned or _AGENT.fullmatch(noun) is not None)


def _singular(start: int, name: str) -> Span | None:
    """Of a name the part that does not look like a plural ("Carlos *Medina*"), which reads as one person."""
    if not _PLURAL_LOOK.search(name):
        return start, start + len(name)
    part = next((match for match in re.finditer(_GIVEN, name) if not _PLURAL_LOOK.search(match.group())), None)
    return (start + part.start(), start + part.end()) if part else None
