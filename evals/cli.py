"""The command line of the evals.

Exit codes: 0 success; 1 the gate found a regression; 2 wrong usage, or label files, a model, a run or recordings that
cannot be used; 130 interrupted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import track

from evals import fit, offline, report
from evals.agreement import FOLDER as SECOND
from evals.agreement import agreement, read_second
from evals.agreement import sheets as agreement_sheets
from evals.asked import Asked, summarized
from evals.console import (
    Labels,
    Split,
    Subset,
    give_up,
    label_files,
    load_labels,
    load_run,
    print_sheets,
    score_of,
    show_score,
    stop_on,
    tell,
    unusable,
)
from evals.corpora import cli as corpora
from evals.fixtures import FOLDER, TRAINING, fixture_files
from evals.phrases import number
from evals.run import chosen
from evals.score import score_case
from evals.show import show_case
from evals.source import FixtureError
from evals.validate import validate

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
RunFile = Annotated[Path, typer.Argument(metavar="RUN", help="Journal of a run (evals/runs/*.jsonl).")]
Before = Annotated[Path, typer.Argument(metavar="BEFORE", help="Journal of a run.")]
After = Annotated[Path, typer.Argument(metavar="AFTER", help="Journal of a run over the same articles.")]
Second = Annotated[Path, typer.Option("--second", metavar="FOLDER", help="Folder of the second coder's labels.")]
Training = Annotated[Path, typer.Option("--training", metavar="FOLDER", help="Folder of further labelled articles.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]


@app.callback()
def _evals() -> None:
    """Measures how well summaries are, against labelled articles."""


@app.command("validate")
def _validate(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Label files; by default all of evals/fixtures and evals/training.")
    ] = None,
) -> None:
    """Checks label files against their texts and the codebook."""
    chosen_files = files or [*label_files(FOLDER), *label_files(TRAINING)]
    stop_on(validate(chosen_files, [*fixture_files(), *fixture_files(TRAINING)]))
    typer.echo(f"{number(len(chosen_files), 'label file')} checked: nothing wrong")


@app.command("run")
def _run(
    *,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Model to ask, as for conflictsum; floor: rules alone; peer:NAME: see evals/peers."
        ),
    ] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="OpenAI-compatible server.")] = None,
    strategy: Annotated[Literal["whole", "windowed"] | None, typer.Option(help="How to ask the model.")] = None,
    split: Split = "dev",
    subset: Subset = None,
    concurrency: Annotated[int, typer.Option(min=1, help="Articles at once; the embedded model takes one.")] = 4,
    into: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Journal to write, or to go on with after an interruption.")
    ] = None,
    fixtures: Labels = FOLDER,
) -> None:
    """Runs a model over the articles, writes a journal and shows the score."""
    cases = chosen(load_labels(fixtures), split, subset or [])
    if not cases:
        give_up(f"no article of split {split!r} fits")
    run = summarized(cases, Asked(model, base_url, strategy, concurrency, into), "articles")
    show_score(run, cases, as_markdown=False)


@app.command("score")
def _score_command(*, run: RunFile, as_markdown: AsMarkdown = False, fixtures: Labels = FOLDER) -> None:
    """Scores a finished run."""
    show_score(load_run(run), load_labels(fixtures), as_markdown=as_markdown)


@app.command("compare")
def _compare(*, before: Before, after: After, as_markdown: AsMarkdown = False, fixtures: Labels = FOLDER) -> None:
    """Compares two runs over the same articles: what changed, how surely, and where."""
    labels = load_labels(fixtures)
    scores = [score_of(load_run(path), labels) for path in (before, after)]
    with unusable(ValueError):
        print_sheets(report.comparison(*scores), as_markdown=as_markdown)


@app.command("show")
def _show(
    *,
    case: Annotated[str, typer.Argument(metavar="CASE", help="Id of an article.")],
    run: Annotated[Path | None, typer.Option(metavar="RUN", help="Journal whose prediction to show.")] = None,
    fixtures: Labels = FOLDER,
) -> None:
    """Shows an article with its labels, and what a run made of it."""
    labelled = {fixture.id: fixture for fixture in load_labels(fixtures)}
    if case not in labelled:
        give_up(f"there is no article {case!r} in {fixtures}")
    score = None
    if run is not None:
        entry = load_run(run).entries.get(case)
        if entry is None:
            give_up(f"{run}: holds no article {case!r}")
        score = score_case(labelled[case], entry.outcome)
    show_case(labelled[case], score, Console())


@app.command("agree")
def _agree(*, as_markdown: AsMarkdown = False, fixtures: Labels = FOLDER, second: Second = SECOND) -> None:
    """Measures how far two coders agree who labelled the same articles."""
    firsts = {fixture.id: fixture for fixture in load_labels(fixtures)}
    cases = []
    for path in label_files(second):
        try:
            again = read_second(path, firsts)
        except FixtureError as error:
            stop_on(error.problems)
            raise
        cases.append(agreement(firsts[again.id], again))
    print_sheets(agreement_sheets(cases), as_markdown=as_markdown)


@app.command("fit")
def _fit(*, fixtures: Labels = FOLDER, training: Training = TRAINING) -> None:
    """Learns the weights of the judgements that rules leave open, from the dev articles and those of evals/training."""
    labelled = [fixture for fixture in load_labels(fixtures) if fixture.split == "dev"] + load_labels(training)
    console = Console(stderr=True)
    cases = [fit.case_of(fixture) for fixture in track(labelled, "articles", console=console)]
    fit.WEIGHTS.write_text(fit.learn(cases), encoding="utf-8")
    tell(f"{fit.WEIGHTS}: learned from {number(len(cases), 'article')}")


app.add_typer(offline.app)
app.add_typer(corpora.app)


def main() -> None:
    """Runs the command line and exits."""
    app(prog_name="python -m evals")
