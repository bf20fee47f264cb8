"""A summary in the terminal: compact, coloured where the terminal has colours, readable where it has none.

Text of the article only ever goes into :class:`rich.text.Text`, which knows no markup.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from conflictsum.report import wording
from conflictsum.report.entries import sections
from conflictsum.report.text import quoted, shorten

if TYPE_CHECKING:
    from rich.console import RenderableType

    from conflictsum.report.entries import Entry
    from conflictsum.schema import ConflictSummary

PASSAGES_SHOWN = 2

_SECTION_STYLES = {"Strikes": "red", "Attacks": "magenta", "Casualties": "yellow", "Statements": "cyan"}
_TAG_STYLES = {
    "reported": "green",
    "claimed": "yellow",
    "alleged": "yellow",
    "denied": "red",
    "attempted": "magenta",
    "intercepted": "magenta",
    "threatened": "blue",
    "planned": "blue",
    "new": "bold",
    "background": "dim",
    "aggregate": "blue",
}
_ACT_STYLE = "cyan"
_LABEL_WIDTH = 3
_NAME_WIDTH = 7


def print_summary(summary: ConflictSummary, console: Console) -> None:
    """Prints a summary for a person to read.

    Args:
        summary: What to print.
        console: Where to; its width and colours are respected.
    """
    console.print(_header(summary))
    found = sections(summary)
    for section in found:
        style = _SECTION_STYLES[section.title]
        console.print()
        console.print(Rule(Text(section.title, style=f"bold {style}"), align="left", style=style))
        for number, entry in enumerate(section.entries):
            if number:
                console.print()
            console.print(_entry(entry, style))
    if not found:
        console.print()
        console.print(Text(wording.NOTHING_FOUND))
    console.print()
    console.print(_footer(summary))


def to_text(summary: ConflictSummary, width: int) -> str:
    """The same as plain text, for files and pipes.

    Args:
        summary: What to show.
        width: Columns to fill.
    """
    page = io.StringIO()
    print_summary(
        summary, Console(file=page, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    )
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _header(summary: ConflictSummary) -> RenderableType:
    title, published = wording.article_in_words(summary.article)
    lines = [Text(title, style="bold"), Text(published, style="dim")]
    if sections(summary):
        lines.append(Text(wording.overview_in_words(summary)))
    return Group(*lines)


def _footer(summary: ConflictSummary) -> RenderableType:
    lines = [Text(wording.cost_in_words(summary), style="dim")]
    if dropped := wording.dropped_in_words(summary):
        lines.insert(0, Text(dropped, style="yellow"))
    return Group(*lines)


def _entry(entry: Entry, style: str) -> RenderableType:
    label = Text(entry.label, style=f"bold {style}")
    return _grid([(label, Group(_head(entry), *_details(entry)))], width=max(_LABEL_WIDTH, len(entry.label)))


def _head(entry: Entry) -> Text:
    head = Text(entry.head, style="bold")
    if entry.tail:
        head.append(" → ", style="not bold dim").append(entry.tail, style="not bold")
    for number, tag in enumerate(entry.tags):
        head.append(" · " if number else "  ", style="not bold dim")
        head.append(tag.replace(" ", "\N{NO-BREAK SPACE}"), style=f"not bold {_TAG_STYLES.get(tag, _ACT_STYLE)}")
    return head


def _details(entry: Entry) -> list[RenderableType]:
    details = [_grid([(Text(name, style="dim"), Text(words)) for name, words in entry.lines], width=_NAME_WIDTH)]
    passages = [Text(quoted(quote.text), style="italic") for quote in entry.quotes]
    cited = entry.evidence[:PASSAGES_SHOWN]
    passages += [Text(shorten(passage.text, entry.around), style="dim") for passage in cited]
    if more := len(entry.evidence) - len(cited):
        passages.append(Text(f"and {more} more passage{'s' if more > 1 else ''}", style="dim"))
    return [*details, _grid([(Text("»", style="dim"), passage) for passage in passages], width=1)]


def _grid(rows: list[tuple[Text, RenderableType]], width: int) -> Table:
    """Rows with a narrow first column; the second wraps within itself."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(no_wrap=True, width=width)
    grid.add_column(ratio=1)
    for row in rows:
        grid.add_row(*row)
    return grid
