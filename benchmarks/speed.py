"""Speed of the embedded model on one article, and of other ways to use the same model, as a Markdown table.

    python benchmarks/speed.py [ARTICLE] [--published YYYY-MM-DD] [--times N] [--without-peers] [--without-long]

Needs the local extra, 1.2 GB of disk beside the model's usual place, and a machine that does nothing else. Progress is
told on standard error. Langextract is measured where LANGEXTRACT_PYTHON names the Python of its environment: see
evals/peers/README.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from pathlib import Path

from benchmarks.long_article import PUBLISHED, long_article
from benchmarks.measuring import Loading, Work, embedded, in_new_process, load, other, rules
from benchmarks.table import Row, markdown, missing_row, seconds, times_row, work_row
from conflictsum.article import Article
from conflictsum.errors import ConflictSumError, SetupError
from conflictsum.reading import read_article
from conflictsum.version import __version__
from conflictsum.weights import CACHE_VARIABLE, EMBEDDED, cache_folder, locate
from evals.peers.langextract_peer import PYTHON

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "congo-lakeshore.txt"
EXAMPLE_PUBLISHED = dt.date(2025, 6, 18)
LENGTHS = (2_500, 5_000, 10_000)  # words
BEFORE = 600  # words of the article that goes before a later one

NOTES = """\
- Each run has a new Python process and a new engine. Where there are several: median (smallest–largest), and in the
  other columns the median run. Joining, the first load, the peers and the long articles are measured once.
- Joining and the first load begin with an empty cache folder; the installed wheels may be in the system's file cache,
  and the joined file is. A load starts the engine and takes the fixed part of the prompt from a file that the first
  load wrote, which had to read that part.
- A first article meets an engine that has read nothing but, for conflictsum, the fixed part of the prompt. The peers
  read theirs with their first article. No article's time contains the load.
- A later article follows another one of {before} words. The engine's cache then has the fixed part of the prompt, the
  peers' too, but no word of the article: no engine is given an article twice, and answers are never kept.
- Peak memory is that of the Python process and all its children, the engine among them, since they began: the sum of
  what Linux calls VmHWM, mapped pages of the model's file included. Elsewhere it is not available.
"""
MAKE_ENVIRONMENT = f"""\
    python -m venv .venv/langextract
    .venv/langextract/bin/pip install -r evals/peers/langextract.txt
    export {PYTHON}=.venv/langextract/bin/python"""


def main() -> None:
    """Measures, and prints each row of the table as soon as it is known."""
    given = _arguments()
    published = given.published or (EXAMPLE_PUBLISHED if given.article.resolve() == EXAMPLE else None)
    try:
        article = read_article(given.article, published=published)
        print(_heading(article))
        rows = _measured(article, given.times, peers=not given.without_peers, long=not given.without_long)
        for line in markdown(rows):
            print(line, flush=True)
    except (ConflictSumError, OSError) as error:
        sys.exit(f"speed: {error}")
    print()
    print(NOTES.format(before=BEFORE), end="")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--published", type=dt.date.fromisoformat, help="publication date of the article")
    parser.add_argument("--times", type=_positive, default=3, help="runs of conflictsum and of the rules (default 3)")
    parser.add_argument("--without-peers", action="store_true", help="leave out langextract and instructor")
    parser.add_argument("--without-long", action="store_true", help="leave out articles of up to 10,000 words")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {number}")
    return number


def _heading(article: Article) -> str:
    load_average = f"; load average before {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    try:
        engine = metadata.version("xllamacpp")
    except metadata.PackageNotFoundError:
        raise SetupError('the embedded model is not installed: pip install "conflictsum[local]"') from None
    return (
        f"{dt.datetime.now(dt.UTC):%Y-%m-%d}: {_processors()} processors ({_processor()}), {platform.system()}, "
        f"Python {platform.python_version()}{load_average}. conflictsum {__version__}, "
        f"xllamacpp {engine}, {EMBEDDED.name}. "
        f"Article: {Path(article.source or '').name}, {len(article.text.split()):,} words, "
        f"published {article.published or 'on an unknown day'}.\n"
    )


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _measured(article: Article, times: int, *, peers: bool, long: bool) -> Iterator[Row]:
    versions, missing = _peers() if peers else ({}, [])
    before = Article(long_article(BEFORE), published=PUBLISHED)
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    # beside the usual place, and so on the same disk; processes to come take it from the environment
    with tempfile.TemporaryDirectory(prefix="speed-", dir=folder) as cache:
        os.environ[CACHE_VARIABLE] = cache
        yield _join()
        yield _first_load()
        yield from _embedded(before, article, times)
        yield from _both("rules alone", lambda articles: in_new_process(rules, articles), before, article, times)
        for label, version in versions.items():
            yield from _peer(label, version, before, article)
        if long:
            yield from map(_long, LENGTHS)
    yield from missing


def _join() -> Row:
    tell("joining the model's file")
    started = time.perf_counter()
    locate()
    return times_row("joining the model's file, once", [time.perf_counter() - started])


def _first_load() -> Row:
    tell("first load")
    return times_row("first load", [in_new_process(load, time.time()).model])


def _embedded(before: Article, article: Article, times: int) -> Iterator[Row]:
    loadings: list[Loading] = []

    def measure(articles: Sequence[Article]) -> Work:
        loading, work = in_new_process(embedded, articles, time.time())
        loadings.append(loading)
        return work

    yield from _both("conflictsum", measure, before, article, times)
    yield times_row("load", [loading.model for loading in loadings])
    yield times_row("new Python process, imports and load", [loading.python for loading in loadings])


def _both(
    name: str, measure: Callable[[Sequence[Article]], Work], before: Article, article: Article, times: int
) -> Iterator[Row]:
    """The article as the first one in a process, and as a later one."""
    for what, articles in ((f"{name}, first article", [article]), (f"{name}, later article", [before, article])):
        works = []
        for number in range(1, times + 1):
            tell(f"{what}, run {number} of {times}")
            works.append(measure(articles))
            tell(f"    {seconds([works[-1].seconds])} s")
        yield work_row(what, works)


def _peers() -> tuple[dict[str, str], list[Row]]:
    """The peers' labels with names and versions, and the rows of those that are left out."""
    found = {"peer:instructor": f"instructor {metadata.version('instructor')}"}
    try:
        found["peer:langextract"] = f"langextract {_langextract()}"
    except SetupError as error:
        tell(f"langextract is left out: {error}. To make its environment:\n{MAKE_ENVIRONMENT}")
        return found, [missing_row("langextract", error)]
    return found, []


def _langextract() -> str:
    """Its version.

    Raises:
        SetupError: It is in no environment that is named.
    """
    python = os.environ.get(PYTHON)
    if not python:
        raise SetupError(f"{PYTHON} is not set")
    script = "from importlib.metadata import version; print(version('langextract'))"
    try:
        answer = subprocess.run([python, "-P", "-c", script], capture_output=True, text=True, check=True)  # noqa: S603  named by the user
    except OSError as error:
        raise SetupError(f"{PYTHON} names no Python: {error.strerror}") from None
    except subprocess.CalledProcessError:
        raise SetupError(f"the Python that {PYTHON} names has no langextract") from None
    return answer.stdout.strip()


def _peer(label: str, name: str, before: Article, article: Article) -> Iterator[Row]:
    try:
        yield from _both(name, lambda articles: in_new_process(other, label, articles), before, article, times=1)
    except SetupError as error:
        tell(f"{name} is left out: {error}")
        yield missing_row(name, error)


def _long(words: int) -> Row:
    article = Article(long_article(words), published=PUBLISHED)
    tell(f"conflictsum, {words:,} words")
    _, work = in_new_process(embedded, [article], time.time())
    tell(f"    {seconds([work.seconds])} s")
    return work_row(f"conflictsum, made-up article of {work.words:,} words", [work])


def tell(message: str) -> None:
    """Tells how far it is."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
