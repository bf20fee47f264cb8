"""The functions most users need. For many settings or repeated use, see :class:`conflictsum.Summarizer`."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace

from conflictsum.article import Article
from conflictsum.config import Config
from conflictsum.errors import ConflictSumError
from conflictsum.progress import OnProgress
from conflictsum.schema import ConflictSummary
from conflictsum.summarizer import Summarizer


def summarize(
    article: str | Article,
    *,
    published: dt.date | str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    config: Config | None = None,
    on_progress: OnProgress | None = None,
) -> ConflictSummary:
    """Summarizes one article about armed conflict.

    The embedded model stays loaded for the next call in this process.

    Args:
        article: Its text, or an :class:`Article` from :func:`read_article`.
        published: Publication date (``2024-01-24``); without it relative dates ("on Tuesday") stay unresolved.
        model: ``local``, ``local:/path/to/model.gguf``, ``openai/NAME``, ``ollama/NAME``, or any name together with
            ``base_url``. By default what :class:`Config` says.
        base_url: Address of an OpenAI-compatible server.
        config: All other settings; ``model`` and ``base_url`` given here win.
        on_progress: Called with each step of progress.

    Returns:
        The summary. An article without armed conflict gives an empty one.

    Raises:
        ConflictSumError: Of the kind that ``conflictsum.errors`` draws, saying what to change.
        ValueError: When ``published`` is no date.
    """
    with Summarizer(_config(config, model, base_url)) as summarizer:
        return summarizer.summarize(article, published=published, on_progress=on_progress)


async def asummarize(
    article: str | Article,
    *,
    published: dt.date | str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    config: Config | None = None,
    on_progress: OnProgress | None = None,
) -> ConflictSummary:
    """:func:`summarize` for asynchronous code."""
    async with Summarizer(_config(config, model, base_url)) as summarizer:
        return await summarizer.asummarize(article, published=published, on_progress=on_progress)


def summarize_many(
    articles: Iterable[str | Article],
    *,
    published: dt.date | str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    config: Config | None = None,
) -> Iterator[ConflictSummary | ConflictSumError]:
    """Summarizes many articles, ``config.concurrency`` at a time, yielding in order a summary or an error for each.

    Args:
        articles: Texts or articles; taken only as they are needed.
        published: Publication date of those that have none.
        model: As for :func:`summarize`.
        base_url: As for :func:`summarize`.
        config: As for :func:`summarize`.

    Raises:
        SetupError: When no model can be chosen or started.
    """
    with Summarizer(_config(config, model, base_url)) as summarizer:
        yield from summarizer.summarize_many(articles, published=published)


async def asummarize_many(
    articles: Iterable[str | Article],
    *,
    published: dt.date | str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    config: Config | None = None,
) -> AsyncIterator[ConflictSummary | ConflictSumError]:
    """:func:`summarize_many` for asynchronous code."""
    async with Summarizer(_config(config, model, base_url)) as summarizer:
        async for result in summarizer.asummarize_many(articles, published=published):
            yield result


def _config(config: Config | None, model: str | None, base_url: str | None) -> Config:
    config = config or Config()
    return replace(config, model=model or config.model, base_url=base_url or config.base_url)
