"""The command line of the evals.

Exit codes: 0 success; 1 the gate found a regression; 2 wrong usage, or label files, a model, a run or recordings that
cannot be used; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from conflictsum.config import Strategy
from evals import fit, offline, report
from evals.agreement import FOLDER as SECOND
from evals.agreement import agreement, read_second
from evals.agreement import sheets as agreement_sheets
from evals.asked import Asked, summarized
from evals.beside import beside
from evals.console import (
    INTERRUPTED,
    UNUSABLE,
    Labels,
    Split,
    Subset,
    choose,
    fault_of,
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
from evals.fixtures import FOLDER, HELDOUT, TRAINING, Fixture, fixture_files
from evals.journal import RunError
from evals.phrases import listed, number
from evals.recordings import write_whole
from evals.score import score_case
from evals.show import show_case
from evals.source import FixtureError, Problem
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
    """Measures how well summaries are, against labelled articles. evals/README.md says how to read the scores.

    \b
    A first look, without a model:   run --model floor
    A model on the dev articles:     run --model local
    Better than before, and where:   compare BEFORE AFTER
    What went wrong in an article:   show CASE --run RUN
    Before a commit, as CI does:     gate

    Exit codes: 0 success; 1 a regression (gate only); 2 wrong usage, or label files, a model, a run or recordings that
    cannot be used; 130 interrupted.
    """  # noqa: D301  what click knows a table by


@app.command("validate")
def _validate(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Label files; by default all of evals/fixtures, training and heldout.")
    ] = None,
) -> None:
    """Checks label files against their texts and the codebook.

    Each problem is a line of file:line: message.
    """
    folders = (FOLDER, TRAINING, HELDOUT)
    chosen_files = files or [file for folder in folders for file in label_files(folder)]
    stop_on(validate(chosen_files, [file for folder in folders for file in fixture_files(folder)]))
    typer.echo(f"{number(len(chosen_files), 'label file')} checked: nothing wrong")


@app.command("run")
def _run(
    *,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="local (embedded), openai/NAME, ollama/NAME, or any name with --base-url; floor: rules alone; "
            "peer:instructor, peer:langextract. By default as conflictsum chooses.",
        ),
    ] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="OpenAI-compatible server.")] = None,
    strategy: Annotated[Strategy | None, typer.Option(help="How to ask the model.")] = None,
    split: Split = "dev",
    subset: Subset = None,
    concurrency: Annotated[int, typer.Option(min=1, help="Articles at once; the embedded model takes one.")] = 4,
    into: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Journal to write, or to go on with after an interruption.")
    ] = None,
    fixtures: Labels = FOLDER,
) -> None:
    """Runs a model over the articles and shows the score.

    Every article is written down in a journal as soon as it is done. After an interruption, the same command with
    --into and the journal asks only for the rest. Never tune on --split test.
    """
    cases = choose(fixtures, split, subset)
    run = summarized(cases, Asked(model, base_url, strategy, concurrency, into), "articles")
    show_score(run, cases, as_markdown=False)


@app.command("score")
def _score_command(*, run: RunFile, as_markdown: AsMarkdown = False, fixtures: Labels = FOLDER) -> None:
    """Scores a finished run again, as after labels were corrected. Nothing is asked."""
    show_score(load_run(run), load_labels(fixtures), as_markdown=as_markdown)


@app.command("compare")
def _compare(*, before: Before, after: After, as_markdown: AsMarkdown = False, fixtures: Labels = FOLDER) -> None:
    """Compares two runs over the same articles.

    Shows what changed, with the interval of the difference, and in which articles.
    """
    labels = load_labels(fixtures)
    runs = [load_run(path) for path in (before, after)]
    if lone := sorted(set(runs[0].header.cases) ^ set(runs[1].header.cases)):
        give_up(f"{before} and {after} are not over the same articles: only one of them has {listed(lone)}")
    scores = [score_of(run, labels) for run in runs]
    print_sheets(report.comparison(*scores), as_markdown=as_markdown)


@app.command("beside")
def _beside(
    *,
    runs: Annotated[list[Path], typer.Argument(metavar="RUN...", help="Journals of runs, finished or not.")],
    split: Split = "all",
    subset: Subset = None,
    as_markdown: AsMarkdown = False,
    fixtures: Labels = FOLDER,
) -> None:
    """Shows several runs side by side, on the articles that all of them did."""
    cases = choose(fixtures, split, subset)
    with unusable(ValueError, RunError):
        sheet = beside([load_run(path) for path in runs], cases)
    print_sheets([sheet], as_markdown=as_markdown)


@app.command("show")
def _show(
    *,
    case: Annotated[str, typer.Argument(metavar="CASE", help="Id of an article.")],
    run: Annotated[Path | None, typer.Option(metavar="RUN", help="Journal whose prediction to show.")] = None,
    fixtures: Labels = FOLDER,
) -> None:
    """Shows an article, its labels and a prediction."""
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
    """Measures how far two coders agree.

    Both labelled the same articles, the second without sight of the first one's labels.
    """
    firsts = {fixture.id: fixture for fixture in load_labels(fixtures)}
    seconds: list[Fixture] = []
    problems: list[Problem] = []
    for path in label_files(second):
        try:
            seconds.append(read_second(path, firsts))
        except FixtureError as error:
            problems += error.problems
    stop_on(problems)
    cases = [agreement(firsts[again.id], again) for again in seconds]
    print_sheets(agreement_sheets(cases), as_markdown=as_markdown)


@app.command("fit")
def _fit(*, fixtures: Labels = FOLDER, training: Training = TRAINING) -> None:
    """Learns the weights of judgements that rules leave open.

    From the dev articles and those of evals/training, into conflictsum/data/weights.toml.
    """
    labelled = [fixture for fixture in load_labels(fixtures) if fixture.split == "dev"] + load_labels(training)
    console = Console(stderr=True)
    cases = [fit.case_of(fixture) for fixture in track(labelled, "articles", console=console)]
    with unusable(RunError):
        write_whole(fit.WEIGHTS, fit.learn(cases))
    tell(f"{fit.WEIGHTS}: learned from {number(len(cases), 'article')}")


app.add_typer(offline.app)
app.add_typer(corpora.app)


def main() -> None:
    """Runs the command line and exits."""
    try:
        app(prog_name="python -m evals")
    except SystemExit as end:
        code = end.code
    except OSError as error:
        tell(fault_of(error))
        code = UNUSABLE
    try:
        typer.echo(nl=False)
    except OSError:  # a full disk, again when Python flushes what is left, which changes the exit code
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if code == INTERRUPTED:
        os._exit(INTERRUPTED)  # threads may wait for minutes for answers that nobody needs any more
    sys.exit(code)
