"""Whether an article is about armed conflict at all, by its vocabulary.

Sport, business and the arts borrow the words of war, weather and accidents its tolls; they seldom borrow its armies.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from conflictsum.article import Article
from conflictsum.resolve.actors import find_actors
from conflictsum.vocabulary import ALIKE, PEACEFUL, VOCABULARY, WARLIKE, found_words
from conflictsum.weighing import Features, weigh

_PER = 200  # words: counts are per this many
_LEAST = 100  # words: a shorter text is counted as if it had so many


def conflict_odds(article: Article) -> float:
    """Log odds that an article tells of armed conflict or political violence; an article is judged once as a whole."""
    return weigh("topic", features(article))


def features(article: Article) -> Features:
    """How often, and in how many different words, each part of the vocabulary stands in the article."""
    length = max(len(article.text.split()), _LEAST)
    hits = {name: found_words(name, article.text) for name in VOCABULARY}
    peaceful = [word for name in PEACEFUL for word in hits[name]]
    found: Features = {}
    for name, words in [*((name, hits[name]) for name in WARLIKE), ("peace", peaceful)]:
        found[name] = _rate(words, length)
        found[f"{name}_kinds"] = math.log1p(len(set(words)))
    found |= {name: _rate(hits[name], length) for name in ("law", *ALIKE) if name != "cyber"}
    named = sum(len(find_actors(sentence.text)) for sentence in article.sentences)
    found["actors"] = math.log1p(named * _PER / length)
    return found


def _rate(words: Sequence[str], length: int) -> float:
    return math.log1p(len(words) * _PER / length)
