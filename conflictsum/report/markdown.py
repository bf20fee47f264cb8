"""A summary as Markdown (CommonMark with tables, as GitHub shows it), with every passage in full.

Text of the article can neither make markup nor links nor HTML of itself: what could is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conflictsum.report import wording
from conflictsum.report.entries import sections
from conflictsum.report.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conflictsum.report.entries import Entry, Section
    from conflictsum.schema import ConflictSummary, Evidence

# Characters with a meaning inside a line, those of GitHub (mentions, issues, formulas) included, and the colon or dot
# that makes a bare address a link. What has a meaning only at the start of a line never stands there.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#$@]|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def to_markdown(summary: ConflictSummary) -> str:
    """The summary as a Markdown document that ends with a line break."""
    return "\n".join(_lines(summary)) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, for use inside a line."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _lines(summary: ConflictSummary) -> Iterator[str]:
    title, published = wording.article_in_words(summary.article)
    yield f"# {escape(title)}"
    yield ""
    yield f"Article: {escape(published)}"
    yield ""
    yield wording.overview_in_words(summary)
    for section in sections(summary):
        yield from _section(section)
    yield ""
    yield "---"
    yield ""
    if dropped := wording.dropped_in_words(summary):
        yield dropped
        yield ""
    yield f"Made by {escape(wording.cost_in_words(summary))}"


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {section.title}"
    for entry in section.entries:
        yield ""
        yield f"### {entry.label} · {escape(' → '.join(filter(None, (entry.head, entry.tail))))}"
        yield ""
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"*{', '.join(entry.tags)}*"
    yield ""
    yield "| | |"
    yield "|---|---|"
    for name, words in entry.lines:
        yield f"| {name} | {escape(words)} |"
    for passage in (*entry.quotes, *entry.evidence):
        yield ""
        yield f"> {_passage(passage)}"


def _passage(passage: Evidence) -> str:
    return f"{escape(quoted(passage.text))} (characters {passage.start}\N{EN DASH}{passage.end})"
