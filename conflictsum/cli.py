"""The command line: ``conflictsum ARTICLE…`` and ``conflictsum schema``.

Whatever takes long to import is imported where it is used, so that help and schema come at once.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from conflictsum.config import Config, Strategy
from conflictsum.errors import ConflictSumError
from conflictsum.report.files import OutputError, ReaderGoneError, write_stdout
from conflictsum.report.text import clean
from conflictsum.report.writer import Format, Report
from conflictsum.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from conflictsum.article import Article
    from conflictsum.schema import ConflictSummary
    from conflictsum.summarizer import Summarizer

T = TypeVar("T")

DEBUG_VARIABLE = "CONFLICTSUM_DEBUG"
INTERRUPTED = 130
SHORTEST_TIMEOUT = 0.001
LONGEST_TIMEOUT = 86_400

HELP = """
Turns news articles about armed conflict into data: strikes, attacks, casualty claims with their sources, and political
statements, each with the sentences it came from.

ARTICLE is a text or HTML file, an http(s) address, or - for standard input.

\b
Examples:
  conflictsum report.txt --published 2024-01-24
  conflictsum https://example.org/news --format markdown -o news.md
  conflictsum *.txt --format jsonl --model ollama/qwen3:8b > facts.jsonl

\b
The model is the first of these that is there:
  --model            openai/NAME, ollama/NAME, local (the embedded model),
                     local:/path/to/model.gguf, or any name with --base-url
  CONFLICTSUM_MODEL  the same, as a variable
  OPENAI_API_KEY     OpenAI's gpt-5-mini
  local              if installed: pip install "conflictsum[local]"
"""
EPILOG = """
\b
Environment variables:
  CONFLICTSUM_MODEL    model to ask where --model is not given
  OPENAI_API_KEY       key for OpenAI
  OPENAI_BASE_URL      server to ask instead of OpenAI's
  CONFLICTSUM_API_KEY  key for any other server
  CONFLICTSUM_CACHE    folder for the embedded model's file (1.1 GB)
  CONFLICTSUM_DEBUG    1 shows the traceback of an unexpected error

\b
Exit codes (of several articles, that of the first that failed):
  0    success, also when the article holds no conflict
  2    wrong usage
  3    the article cannot be used
  4    something is missing here: a model, key, extra or the model's file
  5    the model or its server failed
  6    the output cannot be written
  130  interrupted

"conflictsum schema" prints the JSON Schema of a summary. A file of that name is ./schema.
"""


class _DefaultCommand(TyperGroup):
    """Takes what does not name a command as arguments of ``summarize``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        known = bool(args) and args[0] in self.commands
        return super().parse_args(ctx, args if known else ["summarize", *args])


class _Unnamed(TyperCommand):
    """Shows its usage without its name, which nobody needs to type."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        program = ctx.parent.command_path
        formatter.write_usage(program, "[OPTIONS] ARTICLE...")
        formatter.write_usage(program, "schema", prefix="       ")


app = typer.Typer(cls=_DefaultCommand, add_completion=False, rich_markup_mode=None)


def main() -> None:
    """Runs the command line and exits."""
    _prepare_streams()
    try:
        code = typer.main.get_command(app).main(prog_name="conflictsum", standalone_mode=False)
    except ReaderGoneError:
        code = 0
    except Exception as error:  # noqa: BLE001  whatever happens, a user gets one line
        code = complain(error)
    if code == INTERRUPTED:
        _tell("interrupted")
    sys.exit(code)


def complain(error: Exception, article: str | None = None) -> int:
    """Tells of an error in one line on standard error.

    Args:
        error: What happened.
        article: Path or address of the article that was at work.

    Returns:
        The exit code for it.
    """
    if isinstance(error, typer.TyperException):
        _tell(f"{error.format_message()} See conflictsum --help.")
        return error.exit_code
    if isinstance(error, (ConflictSumError, OutputError)):
        message, code = str(error), error.exit_code
    else:
        # its text may hold anything, the article or a key included
        message, code = f"unexpected {type(error).__name__}: please report it, with {DEBUG_VARIABLE}=1 it tells more", 1
    if article is not None and article not in message:
        message = f"{article}: {message}"
    _tell(message)
    if os.environ.get(DEBUG_VARIABLE) == "1":
        traceback.print_exception(error)
    return code


def _tell(message: str) -> None:
    print(f"conflictsum: {clean(message)}", file=sys.stderr)  # noqa: T201  this is what a command line is for


def _prepare_streams() -> None:
    """Pipes and files get UTF-8, as JSON demands; a terminal that lacks a character shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date: write YYYY-MM-DD, such as 2024-01-24.") from None


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"conflictsum {__version__}")
        raise typer.Exit


@app.command("schema")
def _schema() -> None:
    """Prints the JSON Schema of a summary."""
    from conflictsum.schema import json_schema  # noqa: PLC0415  not needed for help

    write_stdout(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


@app.command("summarize", cls=_Unnamed, help=HELP, epilog=EPILOG)
def _summarize(
    *,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", hidden=True)],
    published: Annotated[
        dt.date | None,
        typer.Option(parser=_date, metavar="YYYY-MM-DD", help="Publication date, from which dates are counted."),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Model to ask, see above.")] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="OpenAI-compatible server.")] = None,
    strategy: Annotated[
        Strategy | None,
        typer.Option(
            help="whole: the model reads it all; windowed: rules do, it fills gaps; listed: it lists events too."
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the summary.")] = "pretty",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", show_default="300", help="Longest wait for one answer.")
    ] = Config.timeout,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Print the version.")
    ] = False,
) -> int:
    # written so that a NaN does not pass
    if not SHORTEST_TIMEOUT <= timeout <= LONGEST_TIMEOUT:
        raise typer.BadParameter(f"--timeout must be from {SHORTEST_TIMEOUT} to {LONGEST_TIMEOUT:,} seconds.")
    config = Config(model=model, base_url=base_url, strategy=strategy, timeout=timeout)
    report = Report(form, output, several=len(articles) > 1)
    run = _Run(shows_progress=sys.stderr.isatty() and not quiet)
    found = [(name, article) for name in articles if (article := run.read(name, published)) is not None]
    if found:
        from conflictsum.summarizer import Summarizer  # noqa: PLC0415  imports openai

        with Summarizer(config) as summarizer:
            for name, article in found:
                summary = run.summarize(name, article, summarizer)
                if summary is not None:
                    report.add(summary)
    report.finish()
    return run.code


@dataclass
class _Run:
    """Articles at work: a bad one is told of, and the others go on.

    Attributes:
        shows_progress: Whether to tell what is being done.
        code: Exit code of the first article that failed.
    """

    shows_progress: bool
    code: int = 0

    def read(self, name: str, published: dt.date | None) -> Article | None:
        from conflictsum.reading import read_article  # noqa: PLC0415  not needed for help

        return self._attempt(name, lambda: read_article(name, published=published))

    def summarize(self, name: str, article: Article, summarizer: Summarizer) -> ConflictSummary | None:
        def work() -> ConflictSummary:
            if not self.shows_progress:
                return summarizer.summarize(article)
            from conflictsum.report.progress import progress_line  # noqa: PLC0415  imports rich

            with progress_line(article.title or name) as on_progress:
                return summarizer.summarize(article, on_progress=on_progress)

        return self._attempt(name, work)

    def _attempt(self, name: str, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except Exception as error:  # noqa: BLE001  one bad article must not stop the others
            code = complain(error, article=name)
            self.code = self.code or code
            return None
