"""What weapons and acts do to things and people: "sheared the roof off", "knocked out", "cost a linesman his life"."""

from __future__ import annotations

from conflictsum.resolve.clauses import after_preposition, by_phrases, coordinated, is_passive, objects, sides, subjects
from conflictsum.resolve.deed import Deed, act
from conflictsum.resolve.forces import is_weapon, uses_force
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act

BREAKING = frozenset(
    "sheared shearing blew blown blowing knocked knocking cut cutting sliced slicing slashed plunged plunging blacked "
    "collapsed collapsing caved punctured perforated ruptured rupturing breached breaching cracked toppled toppling "
    "felled gouged dented clipped grazed maimed maiming mangled crushed crushing trapped charred overturned capsized "
    "demolished demolishing severed severing put putting took taken taking tore torn tearing ripped ripping blasted "
    "peeled stove left leaving reduced blinded ignited igniting sparked sparking started caused causing "
    "triggered".split()
)
"""Verbs for what a weapon does to what it hits; of anything else they may tell of peace."""
SILENCING = frozenset(
    "silenced silencing plastered plastering pummelled pummeled pummelling pummeling harried harrying thumped lashed "
    "saturated mortared rocketed decimated decimating annihilated annihilating "
    "routed routing worked took taken taking knocked knocking gone went going".split()
)
"""Verbs that tell of force only where forces, guns or weapons do it."""
FATAL = frozenset("slit slitting cut took taken taking claimed claiming ended ending cost costing".split())
"""Verbs that are deadly with "throat" or "life"."""

SEVERING = frozenset("cut cutting severed severing sliced snapped parted ruptured".split())
"""Verbs for what is done to cables and pipelines."""

_LINES = frozenset("cable cables pipeline pipelines interconnector".split())
_SEAS = frozenset(
    "undersea subsea submarine seabed offshore sea gulf strait baltic island islands sabotage saboteurs".split()
)
_DIGGERS = frozenset(
    "excavator excavators digger diggers dredger earthquake landslide eruption company companies".split()
)
_THROATS = frozenset("throat throats".split())
_LIVES = frozenset("life lives".split())
_PARTS = frozenset(
    "leg legs foot feet arm arms hand hands limb limbs roof roofs floor floors wall walls front side corner storey "
    "storeys hole holes facade gable door doors window windows turret tower top bow stern".split()
)
"""What is taken off, out of or from what was hit."""
_OFF = frozenset("off from in of through".split())
_HOLING = frozenset("blew blown blowing blasted".split())
_HOLES = frozenset("hole holes".split())
_SUPPLIES = frozenset("power electricity".split())
_SUPPLIED = frozenset("to in for".split())
_FIRES = frozenset("fire fires blaze blazes inferno explosion explosions blast blasts damage destruction".split())
_KINDLING = frozenset("ignited igniting sparked sparking started caused causing triggered".split())
_AT = frozenset("at in to aboard on".split())
_LOOSE = frozenset("put putting left leaving took taken taking cut cutting reduced".split())
_OUT = frozenset("out off down away open".split())
_STATES = (
    ("out", "of", "action"),
    ("out", "of", "service"),
    ("out", "of", "commission"),
    ("offline",),
    ("in", "ruins"),
    ("in", "rubble"),
    ("in", "flames"),
    ("on", "fire"),
    ("ablaze",),
    ("burning",),
    ("inoperable",),
    ("without", "power"),
    ("without", "electricity"),
    ("without", "water"),
    ("in", "darkness"),
)
_DURING = frozenset("in during by".split())
_REACH = 12  # words in which "put ... out of action" stands together


def broken(sentence: Sentence, at: int) -> Deed | None:
    """ "A missile sheared *two floors* off a block", "boiler houses were knocked out by drones"."""
    doers, hit = sides(sentence, at)
    passive = is_passive(sentence, at)
    if passive and not doers:
        doers = _cause(sentence, at)
    related = _related(sentence, at)
    doers = [related] if related else doers
    holed = sentence.low(at) in _HOLING and any(sentence.head(phrase) in _HOLES for phrase in hit)
    if sentence.low(at + 1) == "open" or not (holed or any(is_weapon(sentence, phrase) for phrase in doers)):
        return None
    if not passive:
        hit = _harmed(sentence, at, hit)
    elif not _is_undone(sentence, at):
        return None
    return act(doers, hit, at) if hit else None


def _harmed(sentence: Sentence, at: int, hit: list[Phrase]) -> list[Phrase]:
    """What an active verb does harm to: of "cut power *to a town*" and "started a fire *at a mill*" the last."""
    if not hit:
        return []
    if sentence.low(at) in _KINDLING:
        return after_preposition(sentence, hit[-1].last, _AT) if sentence.head(hit[-1]) in _FIRES else []
    if sentence.head(hit[-1]) in _SUPPLIES:
        return after_preposition(sentence, hit[-1].last, _SUPPLIED)
    return _whole(sentence, hit) if _is_undone(sentence, at) else []


def _related(sentence: Sentence, at: int) -> Phrase | None:
    """The act or weapon right before "that" or "which": "in reply to *a raid* on Sunday that blacked out a town"."""
    before = at - 1
    if sentence.tag(before) != "relative":
        return None
    before -= 1
    while sentence.tag(before) == "time" or sentence.low(before) == ",":
        before -= 1
    nearest = sentence.ending(before + 1)
    return nearest if nearest and is_weapon(sentence, nearest) else None


def _cause(sentence: Sentence, at: int) -> list[Phrase]:
    """The act in which something was broken: "put out of action *in the strike*"."""
    for near in range(at + 1, at + _REACH):
        cause = sentence.starting(near + 1) if sentence.low(near) in _DURING else None
        if cause and is_act(sentence, cause):
            return [cause]
    return []


def _is_undone(sentence: Sentence, at: int) -> bool:
    """Whether loose verbs such as "put", "left" and "took" tell of destruction by the words after them."""
    if sentence.low(at) not in _LOOSE:
        return True
    near = [sentence.low(at + step) for step in range(1, _REACH)]
    if near[0] in _OUT or not _PARTS.isdisjoint(near[:4]):
        return True
    return any(tuple(near[start : start + len(state)]) == state for state in _STATES for start in range(len(near)))


def _whole(sentence: Sentence, hit: list[Phrase]) -> list[Phrase]:
    """Of "the roof *off a school*" the school; of all else what was hit."""
    if sentence.head(hit[-1]) not in _PARTS or sentence.low(hit[-1].last) not in _OFF:
        return hit
    return coordinated(sentence, hit[-1].last + 1) or hit


def silenced(sentence: Sentence, at: int) -> Deed | None:
    """ "Gunners silenced two posts", "army guns worked over the caves", "jets took out a radar"."""
    low, after = sentence.low(at), sentence.low(at + 1)
    needed = _PARTICLES.get(low)
    if needed is not None and after not in needed:
        return None
    doers, hit = sides(sentence, at)
    if after in {"over", "after"} and not is_passive(sentence, at):
        hit = coordinated(sentence, at + 2)
        counted = any(sentence.low(near) == "times" for near in range(at, len(sentence.words)))
        if after == "after" and not counted:
            return None
    armed = any(uses_force(sentence, phrase) for phrase in doers)
    return act(doers, hit, at) if armed and hit else None


_PARTICLES = {
    "worked": frozenset({"over"}),
    **dict.fromkeys("took taken taking knocked knocking".split(), frozenset({"out"})),
    **dict.fromkeys("gone went going".split(), frozenset({"after"})),
}


def severed(sentence: Sentence, at: int) -> Deed | None:
    """ "A cable was cut in the Baltic Sea", "saboteurs severed a pipeline": by saboteurs, or under the sea."""
    doers, hit = sides(sentence, at)
    alone = not hit and not is_passive(sentence, at)
    lines = [phrase for phrase in (doers if alone else hit) if sentence.head(phrase) in _LINES]
    by = [phrase for phrase in doers if not alone and uses_force(sentence, phrase)]
    undersea = any(word.low in _SEAS for word in sentence.words)
    digging = any(sentence.head(phrase) in _DIGGERS for phrase in doers)
    return act(by, lines, at) if lines and (by or undersea) and not digging else None


def fatal(sentence: Sentence, at: int) -> Deed | None:
    """ "Had their throats slit", "slit the throats of two guards", "a mine took the life of a driver"."""
    done = objects(sentence, at)
    if any(sentence.head(phrase) in _THROATS for phrase in done):
        return act(subjects(sentence, at), _owners(sentence, done), at)
    before = sentence.ending(at)
    if before and sentence.head(before) in _THROATS:
        return act(by_phrases(sentence, at + 1), _had(sentence, before), at)
    return _cost(sentence, at)


def _had(sentence: Sentence, throats: Phrase) -> list[Phrase]:
    """Whose throats were slit: "*four herders* had their throats slit", "*two men* found with their throats cut"."""
    at = throats.first
    while at > 0 and sentence.tag(at - 1) not in {"verb", "auxiliary"}:
        at -= 1
    return subjects(sentence, at - 1) if at else []


def _cost(sentence: Sentence, at: int) -> Deed | None:
    """ "Claimed *nine* lives", "ended the life of a couple", "cost *a linesman* his life" of a weapon or an act."""
    doers = subjects(sentence, at)
    if not any(is_weapon(sentence, phrase) for phrase in doers) or is_passive(sentence, at):
        return None
    lives = next((phrase for phrase in _following(sentence, at) if sentence.head(phrase) in _LIVES), None)
    if lives is None:
        return None
    victim = sentence.ending(lives.first) if sentence.low(at).startswith("cost") else None
    return act(doers, [victim] if victim else _owners(sentence, [lives]), at)


def _following(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrases close after a verb, "with" passed over."""
    return [phrase for phrase in sentence.phrases if at < phrase.first <= at + _REACH]


def _owners(sentence: Sentence, parts: list[Phrase]) -> list[Phrase]:
    """Whom "of" gives lives or throats to."""
    end = parts[-1].last
    return coordinated(sentence, end + 1) if sentence.low(end) == "of" else []
