"""Whether an article is about armed conflict at all, by its vocabulary and by who acts in it.

Sport, business and the arts borrow the words of war, weather and accidents its tolls; they seldom borrow its armies.
"""

from __future__ import annotations

import math

from conflictsum.armed_acts import actors_in, armed_deeds
from conflictsum.article import Article
from conflictsum.vocabulary import ALIKE, PEACEFUL, VOCABULARY, WARLIKE, found_words, kinds
from conflictsum.weighing import Features, weigh

_PER = 200  # words: counts are per this many
_LEAST = 100  # words: a shorter text is counted as if it had so many
_LEAD = 3  # sentences, the headline among them


def conflict_odds(article: Article) -> float:
    """Log odds that an article tells of armed conflict or political violence; an article is judged once as a whole."""
    return weigh("topic", features(article))


def features(article: Article) -> Features:
    """What the article is made of: the subjects of its words, by number and by kinds, and acts of armed forces."""
    length = max(len(article.text.split()), _LEAST)
    hits = {name: found_words(name, article.text) for name in VOCABULARY}
    peaceful = [word for name in PEACEFUL for word in hits[name]]
    found: Features = {}
    for name, words in [*((name, hits[name]) for name in WARLIKE), ("peace", peaceful)]:
        found[name] = _rate(len(words), length)
        found[f"{name}_kinds"] = math.log1p(len(set(words)))
    found |= {name: _rate(len(hits[name]), length) for name in ("law", *ALIKE) if name != "cyber"}
    return found | _lead(article) | _acts(article, length)


def _lead(article: Article) -> Features:
    """What the headline and the first sentences are about: there an article says what it tells of."""
    lead = kinds("\n".join([article.title or "", *(sentence.text for sentence in article.sentences[:_LEAD])]))
    groups = {"lead_war": WARLIKE[:2], "lead_peace": PEACEFUL, "lead_alike": ALIKE}
    return {name: math.log1p(sum(lead[subject] for subject in subjects)) for name, subjects in groups.items()}


def _acts(article: Article, length: int) -> Features:
    """How often armed forces are named, and do anything."""
    acts = [armed_deeds(sentence.text) for sentence in article.sentences]
    actors = [armed for sentence in article.sentences for armed in actors_in(sentence.text)]
    return {
        "armed_deeds": _rate(sum(armed for armed, _ in acts), length),
        "other_deeds": _rate(sum(other for _, other in acts), length),
        "lead_armed": float(any(armed for armed, _ in acts[:_LEAD])),
        "actors": _rate(len(actors), length),
        "forces": _rate(sum(actors), length),
    }


def _rate(count: int, length: int) -> float:
    return math.log1p(count * _PER / length)
