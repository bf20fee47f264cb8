"""A template of a MUC-4 key as fills, which the scorer compares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evals.corpora.fills import Fill
from evals.counts import UNSTATED, GoldCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evals.corpora.muc import Level, MucDocument, Template, Toll

Key = dict[str, tuple[Fill, ...]]
"""For each slot its fills."""

_KIND = re.compile(r"\s*\([^)]*\)?")
_LETTER = re.compile(r"[^\W_]")


def key_of(template: Template, document: MucDocument) -> Key:
    """The fills of a template.

    Args:
        template: The template.
        document: Its document.
    """
    fills = template.derived
    dates = tuple((span.first, span.last) for span in fills.dates)
    # what a key says of an incident whose date the document does not tell
    by_default = (None, document.publication_date) in dates
    locations = tuple(chain for levels in fills.locations for chain in _chains(levels))
    return {
        "type": (Fill(fills.types),),
        "stage": (Fill(fills.stage),) if fills.stage else (),
        "date": (Fill(dates, optional=by_default),) if dates else (),
        "location": (Fill(locations),) if locations else (),
        "individuals": _strings((entry.alternatives, entry.optional) for entry in fills.perp_individuals),
        "organisations": _strings((entry.alternatives, entry.optional) for entry in fills.perp_orgs),
        "physical": _strings((entry.alternatives, entry.optional) for entry in fills.physical_targets),
        "human": _strings(((*entry.names, *entry.descriptions), entry.optional) for entry in fills.human_targets),
        "killed": _toll(fills.killed),
        "injured": _toll(fills.injured),
    }


def _strings(entries: Iterable[tuple[tuple[str, ...], bool]]) -> tuple[Fill, ...]:
    read = ((_words(alternatives), optional) for alternatives, optional in entries)
    return tuple(Fill(words, optional) for words, optional in read if words)


def _words(alternatives: tuple[str, ...]) -> tuple[str, ...]:
    r"""The alternatives of a fill, without those that an escaped quotation mark (``\"``) cut in two."""
    whole = tuple(text for text in alternatives if "\\" not in text and _LETTER.search(text))
    return whole or tuple(text.replace("\\", "") for text in alternatives if _LETTER.search(text))


def _chains(levels: tuple[Level, ...]) -> Iterator[tuple[str, ...]]:
    """The names of a location, the country first; two chains for what lies between two places (``A - B``)."""
    names = [_KIND.sub("", level.text).strip() for level in levels]
    *outer, inner = [name for name in names if name] or [""]
    for end in inner.split(" - "):
        if end:
            yield (*outer, end)


def _toll(toll: Toll | None) -> tuple[Fill, ...]:
    """A number of people; ``PLURAL``, which is "at least two", may be given as a number that is not stated."""
    if toll is None:
        return ()
    count = GoldCount(toll.min, toll.max)
    return (Fill((count,) if toll.max is not None else (count, UNSTATED)),)
