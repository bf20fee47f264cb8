"""How much of a summary stands in its article: measured without labels.

The library promises that everything does (its records are built from copied words); other systems do not, and are
measured by the same rules.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from conflictsum.matching import FoldedText
from conflictsum.schema import Actor, Count, Event, PoliticalStatement
from evals.numbers import written_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conflictsum.article import Article
    from conflictsum.schema import ConflictSummary
    from evals.fields import PredictedRecord

NUMBER_FIELDS = (
    "strikes_made",
    "sites_hit",
    "targets_hit",
    "munitions_used",
    "killed",
    "wounded",
    "missing",
    "captured",
)
_TEXT_FIELDS = (
    "perpetrator",
    "target",
    "target_actor",
    "weapon",
    "victims",
    "affiliation",
    "speaker",
    "role",
    "addressee",
    "medium",
)


def grounding(summary: ConflictSummary, article: Article) -> Counter[str]:
    """Counts what is and is not in the article.

    Returns:
        ``records`` and of them ``grounded`` (their evidence is a slice of the article) and ``strictly_grounded`` (all
        values too); ``values`` and of them ``invented`` (a text that is nowhere in the article, a number that is not in
        the evidence); ``quotes`` and of them ``fabricated`` (not verbatim).
    """
    whole = FoldedText(article.text)
    counts: Counter[str] = Counter()
    records: tuple[PredictedRecord, ...] = (*summary.events, *summary.casualties, *summary.statements)
    for record in records:
        evident = all(article.text[passage.start : passage.end] == passage.text for passage in record.evidence)
        texts = [bool(whole.find(text)) for text in _texts(record)]
        written = set().union(*(written_numbers(passage.text) for passage in record.evidence))
        numbers = [number in written for number in _numbers(record)]
        quotes = [bool(whole.find(quote.text)) for quote in getattr(record, "quotes", ())]
        values = [*texts, *numbers, *quotes]
        counts["records"] += 1
        counts["grounded"] += evident
        counts["strictly_grounded"] += evident and all(values)
        counts["values"] += len(values)
        counts["invented"] += values.count(False)
        counts["quotes"] += len(quotes)
        counts["fabricated"] += quotes.count(False)
    return counts


def _texts(record: PredictedRecord) -> Iterator[str]:
    for field in _TEXT_FIELDS:
        value = getattr(record, field, None)
        if value is not None:
            yield value.text if isinstance(value, Actor) else value
    for source in getattr(record, "sources", ()):
        yield source.text
    if isinstance(record, Event | PoliticalStatement) and record.when is not None:
        yield record.when.text
    if isinstance(record, Event) and record.place is not None:
        yield record.place.text


def _numbers(record: PredictedRecord) -> Iterator[int]:
    """Bounds of the counts that claim to be written."""
    counts: list[Count | None] = [getattr(record, field, None) for field in NUMBER_FIELDS]
    if isinstance(record, Event) and record.aggregate is not None:
        counts.append(record.aggregate.count)
    for count in counts:
        if count is None or count.computed:
            continue
        yield from {bound for bound in (count.min, count.max) if bound is not None}
