"""Tables that can be shown in a terminal and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console


WIDTH = 130  # columns that the widest table needs


@dataclass(frozen=True)
class Sheet:
    """A table.

    Attributes:
        title: What it shows.
        columns: Headings; the first column is left-aligned, the others hold numbers.
        rows: Cells as text.
        note: How to read it.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


def show(sheets: Sequence[Sheet], console: Console) -> None:
    """Prints tables in a terminal; where it is narrow, it may break lines, but nothing is cut off."""
    console.width = max(console.width, WIDTH)
    for sheet in sheets:
        table = Table(title=Text(sheet.title, style="bold"), title_justify="left", box=None, pad_edge=False)
        for number, name in enumerate(sheet.columns):
            table.add_column(Text(name), justify="right" if number else "left", no_wrap=True)
        for row in sheet.rows:
            table.add_row(*(Text(cell) for cell in row))
        console.print()
        console.print(table)
        if sheet.note:
            console.print(Text(sheet.note, style="dim"))


def markdown(sheets: Sequence[Sheet]) -> str:
    """The tables as a Markdown document."""
    return "\n".join(_markdown(sheet) for sheet in sheets)


def _markdown(sheet: Sheet) -> str:
    rows = [
        sheet.columns,
        ["---", *(["---:"] * (len(sheet.columns) - 1))],
        *([cell.replace("|", "\\|") for cell in row] for row in sheet.rows),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"## {sheet.title}\n\n{table}\n" + (f"\n{sheet.note}\n" if sheet.note else "")
