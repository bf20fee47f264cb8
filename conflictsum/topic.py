"""Whether an article is about armed conflict at all, by its vocabulary.

Sport, business and the arts borrow the words of war, weather and accidents its tolls; they seldom borrow its armies.
"""

from __future__ import annotations

import math

from conflictsum.article import Article
from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.names import cue
from conflictsum.weighing import Features, weigh

_PER = 200  # words: counts are per this many
_LEAST = 100  # words: a shorter text is counted as if it had so many


_VOCABULARY = {
    "armed": cue(
        r"soldiers?|troops|servicem[ae]n|paratroopers?|conscripts?|militants?|rebels?|insurgen(?:ts?|cy)|gunm[ae]n|"
        r"fighters?|jihad(?:ists?|is?)|paramilitar\w+|militias?|militiam[ae]n|guerrillas?|separatists?|terrorists?|"
        r"extremists?|mercenar(?:y|ies)|combatants?|peacekeepers?|bandits?|army|armies|military|militaries|militarily|"
        r"navy|naval|air force|armed forces|security forces|defen[cs]e (?:ministry|minister|forces)|"
        r"ministry of defen[cs]e|junta|brigade|battalion|regiment|garrison|central command|general staff|front ?lines?|"
        r"armed (?:group|men)"
    ),
    "fire": cue(
        r"air ?-?strikes?|shelling|shelled|artillery|mortars?|warplanes?|fighter jets?|explosives?|bombings?|bombed|"
        r"rocket fire|drone (?:strikes?|attacks?)|missile (?:strikes?|attacks?)|landmines?|grenades?|ieds?|car bomb\w*|"
        r"gunfire|ballistic|warships?|frigate|destroyer|air defen[cs]es?|munitions?|ambush\w*"
    ),
    "harm": cue(
        r"killed|wounded|dead|bodies|casualties|slain|martyr\w*|gunned down|beheaded|executed|massacre\w*|civilians?|"
        r"displaced|refugees?|villagers?|captives?|abduct\w+|kidnap\w*|hostages?|looted|torched"
    ),
    "order": cue(
        r"ceasefire|cease-fire|truce|war crimes?|occupied|occupation|insurgency|civil war|airspace|humanitarian|"
        r"united nations|sanctions|regime|peace (?:talks|deal|agreement)|checkpoints?|curfew|police|prosecutors?|"
        r"gangs?|cartels?|suspects?"
    ),
    "peace": cue(
        r"season|match|league|coach|goal(?:s|keeper)?|half-time|strikers?|shares|profits?|revenues?|investors?|"
        r"customers|quarter|per ?cent|analysts?|films?|director|novel|album|players?|studio|exhibition|museum|species|"
        r"researchers?|scientists?|airline|retail\w*|takeover|tournament|innings|wickets?|champion\w*|prices?|audience|"
        r"gamers?|stocks?|index|euros|tickets?|concert|patients?|infection\w*|storm|rain|winds?|forecast\w*|colony|ants?|"
        r"marathon|race|tariffs?|steel\w*|bill|lawmakers?|anniversary|veterans?|exercises?|manoeuvres|accident\w*|"
        r"crash\w*|collision|derail\w*|hurricane|floods?|earthquake|jury|trial|detectives?|festival"
    ),
}


def conflict_odds(article: Article) -> float:
    """Log odds that an article tells of armed conflict or political violence; an article is judged once as a whole."""
    return weigh("topic", features(article))


def features(article: Article) -> Features:
    """How often, and in how many different words, each part of the vocabulary stands in the article."""
    length = max(len(article.text.split()), _LEAST)
    found: Features = {}
    for name, pattern in _VOCABULARY.items():
        hits = [hit.group().lower() for hit in pattern.finditer(article.text)]
        found[name] = math.log1p(len(hits) * _PER / length)
        found[f"{name}_kinds"] = math.log1p(len(set(hits)))
    named = sum(len(find_actors(sentence.text)) for sentence in article.sentences)
    found["actors"] = math.log1p(named * _PER / length)
    return found
