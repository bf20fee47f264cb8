"""One article in the terminal: labels against prediction, beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from conflictsum.schema import Attack, CasualtyReport, Strike
from evals.fields import FIELDS
from evals.fixtures import GoldCasualty, GoldEvent
from evals.judge import NOTHING
from evals.links import FIELD as LINK
from evals.scoring import LISTS
from evals.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from evals.fields import FieldSpec
    from evals.fixtures import Fixture, GoldRecord
    from evals.match import Pair
    from evals.score import CaseScore
    from evals.slots import Slots

_BOTH, _LABEL_ONLY, _PREDICTED_ONLY = "green", "yellow", "red"
_STYLES = {"cor": "green", "par": "cyan", "inc": "red", "mis": "yellow", "spu": "red"}
_NOT_SHOWN = frozenset({"evidence", "alternatives", "optional"})
_TEXT_WIDTH = 56  # columns; lines of about ten words read best


def show_case(fixture: Fixture, score: CaseScore | None, console: Console) -> None:
    """Prints an article with its labels, and with what a run made of it.

    Args:
        fixture: The article.
        score: Its score in a run; None shows the labels alone.
        console: Where to.
    """
    console.print(Text(f"{fixture.id}  {fixture.title or ''}", style="bold"))
    published = f"published {fixture.published}" if fixture.published else "no publication date"
    console.print(Text(" · ".join((fixture.split, fixture.register_, published, *fixture.tags)), style="dim"))
    if score and score.failure:
        console.print(Text(f"{score.failure.error}: {score.failure.message}", style=_PREDICTED_ONLY))
    console.print(_legend(with_run=score is not None))
    page = Table.grid(padding=(0, 2, 0, 0), expand=True)
    page.add_column(width=min(_TEXT_WIDTH, console.width // 2))
    page.add_column(ratio=1)
    page.add_row(_text(fixture, score), _records(fixture, score))
    console.print(page)


def _legend(*, with_run: bool) -> Text:
    legend = Text("evidence: ")
    for name, style in (("labelled", _LABEL_ONLY), ("predicted", _PREDICTED_ONLY), ("both", _BOTH)):
        if with_run or name == "labelled":
            legend.append(f"{name} ", style=style)
    return legend


def _text(fixture: Fixture, score: CaseScore | None) -> Text:
    text = Text(fixture.text.strip("\n"))
    labels = (*fixture.events, *fixture.casualties, *fixture.statements)
    labelled = {span for label in labels for span in fixture.spans(label)}
    pairs = [pair for name in LISTS for pair in (score.pairs[name] if score else ())]
    predicted = {span for pair in pairs if pair.predicted for span in pair.predicted.spans}
    # offsets count from the first character of the article, which the page does not show if it is a line end
    skipped = len(fixture.text) - len(fixture.text.lstrip("\n"))
    for start, end in labelled | predicted:
        style = _LABEL_ONLY if (start, end) not in predicted else _BOTH if (start, end) in labelled else _PREDICTED_ONLY
        text.stylize(style, start - skipped, end - skipped)
    return text


def _records(fixture: Fixture, score: CaseScore | None) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    if score is None:
        for name, records in (
            ("event", fixture.events),
            ("casualty", fixture.casualties),
            ("statement", fixture.statements),
        ):
            for record in records:
                table.add_row(Text(name, style="bold"), Text("optional" if record.optional else "", style="dim"))
                _add_label(table, record)
        return table
    table.add_column(ratio=1)
    table.add_row("", Text("label", style="bold"), Text("prediction", style="bold"))
    for name in LISTS:
        for pair in score.pairs[name]:
            table.add_row(_heading(name, pair), Text(), Text())
            for spec in FIELDS[name]:
                if spec.content and (cells := _cells(spec, pair)):
                    table.add_row(Text(f"  {spec.name}", style="dim"), *cells)
            if name == "casualties":
                _add_link(table, pair)
    return table


def _add_link(table: Table, pair: Pair) -> None:
    verdict = pair.verdicts[LINK]
    label = pair.gold.record if pair.gold else None
    report = pair.predicted.record if pair.predicted else None
    expected = label.event if isinstance(label, GoldCasualty) else None
    given = report.event_id if isinstance(report, CasualtyReport) else None
    if expected or given:
        table.add_row(Text(f"  {LINK}", style="dim"), Text(words(expected)), Text(words(given), _style(verdict.slots)))


def _add_label(table: Table, record: GoldRecord) -> None:
    for field, info in type(record).model_fields.items():
        value = getattr(record, field)
        if field not in _NOT_SHOWN and value != info.default:
            table.add_row(Text(f"  {field}", style="dim"), Text(words(value)))
    for field, values in record.alternatives.items():
        table.add_row(Text(f"  or {field}", style="dim"), Text("; ".join(map(words, values))))


def _heading(name: str, pair: Pair) -> Text:
    alone = "missed" if pair.gold else "spurious"
    ids = " = ".join(_ids(pair))
    state = f"matched {pair.similarity:.2f}" if pair.gold and pair.predicted else alone
    if not pair.scored:
        state += ", optional"
    if pair.note:
        state += f", {pair.note}"
    style = _BOTH if pair.gold and pair.predicted else _LABEL_ONLY if pair.gold else _PREDICTED_ONLY
    return Text.assemble((f"{name} ", "bold"), (f"{ids} " if ids else ""), (state, style))


def _ids(pair: Pair) -> Iterator[str]:
    """What casualty reports name an event by: the key of its label, and the id of its prediction."""
    if pair.gold and isinstance(pair.gold.record, GoldEvent):
        yield pair.gold.record.key
    if pair.predicted and isinstance(pair.predicted.record, Strike | Attack):
        yield pair.predicted.record.id


def _cells(spec: FieldSpec, pair: Pair) -> tuple[Text, Text] | None:
    """What stands in a field on both sides; None where it is empty or passed over on both."""
    verdict = pair.verdicts[spec.name]
    if verdict == NOTHING:
        return None
    style = _style(verdict.slots)
    gold = spec.accepted(pair.gold) if pair.gold else ()
    labelled = gold if spec.several else gold[:1]
    predicted = spec.predicted(pair.predicted) if pair.predicted else None
    given = predicted or () if spec.several else (predicted,)
    return Text("; ".join(map(words, labelled))), Text("; ".join(map(words, given)), style=style)


def _style(slots: Slots) -> str:
    """The colour of the worst that happened in a field."""
    return next((_STYLES[name] for name in ("inc", "spu", "mis", "par") if getattr(slots, name)), _STYLES["cor"])
