"""The pipeline: an article in, a ConflictSummary out."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Self

from conflictsum.article import Article
from conflictsum.asking import Ask
from conflictsum.config import Choice, Config, choose_model
from conflictsum.drafts import Draft
from conflictsum.errors import ConflictSumError, ModelError
from conflictsum.extract import WINDOWED_PROMPT, Dialogue, Reply
from conflictsum.grounding import GroundedDraft
from conflictsum.progress import OnProgress, Progress
from conflictsum.prompts import load_prompt
from conflictsum.run import Run
from conflictsum.schema import ConflictSummary
from conflictsum.weights import ADAPTER, locate

if TYPE_CHECKING:
    import httpx2

    from conflictsum.llm import ChatModel


class Summarizer:
    """Summarizes articles with one model. Safe to share between threads; use as a context manager, or close it.

    Args:
        config: Settings; the defaults where not given.
        http_client: An httpx2 client to ask with, for proxies and replays; ``asummarize`` makes its own.

    Attributes:
        config: The settings.
        choice: The model that will be asked.

    Raises:
        SetupError: When no model can be chosen (see :func:`conflictsum.config.choose_model`), or its file is not there.
        UnknownModelError: When the model's server is not known.
    """

    def __init__(self, config: Config | None = None, *, http_client: httpx2.Client | None = None) -> None:
        self.config = config or Config()
        self.choice: Choice = choose_model(self.config)
        if self.choice.weights:
            locate(self.choice.weights)  # a wrong path is no matter of the first article that needs the model
        self._lock = Lock()
        self._http_client = http_client
        self._chat: ChatModel | None = None

    def load(self, on_progress: OnProgress | None = None) -> None:
        """Makes ready to ask now and not with the first article that needs the model, as a service wants it.

        Args:
            on_progress: Called while the embedded model is joined and loaded.

        Raises:
            SetupError: When the embedded model cannot be started.
        """
        self._ready(on_progress)

    def summarize(
        self,
        article: str | Article,
        *,
        published: dt.date | str | None = None,
        on_progress: OnProgress | None = None,
    ) -> ConflictSummary:
        """Summarizes one article.

        Args:
            article: Its text, or an :class:`Article` from :func:`read_article`.
            published: Publication date (``2024-01-24``); without it relative dates stay unresolved.
            on_progress: Called with each step of progress.

        Raises:
            ArticleError: When the article cannot be used.
            SetupError: When the embedded model cannot be started. It is started by the first article that needs it: of
                others recognisers leave nothing open.
            ModelError: When the model or its server failed; its ``usage`` tells what was spent.
        """
        with self._run(article, published, on_progress) as run:
            return run.summary(_drive(run.extraction.dialogue, lambda asks: self._ask_all(asks, run)))

    async def asummarize(
        self,
        article: str | Article,
        *,
        published: dt.date | str | None = None,
        on_progress: OnProgress | None = None,
    ) -> ConflictSummary:
        """:meth:`summarize` for asynchronous code."""
        with self._run(article, published, on_progress) as run:
            return run.summary(await _adrive(run.extraction.dialogue, lambda asks: self._aask_all(asks, run)))

    def summarize_many(
        self, articles: Iterable[str | Article], *, published: dt.date | str | None = None
    ) -> Iterator[ConflictSummary | ConflictSumError]:
        """Summarizes many articles, ``config.concurrency`` at a time, in order.

        Args:
            articles: Texts or articles, taken from the iterable only as they are needed.
            published: Publication date of those that have none.

        Yields:
            For each article its summary, or the error that it ended with.
        """

        def one(article: str | Article) -> ConflictSummary | ConflictSumError:
            try:
                return self.summarize(article, published=published)
            except ConflictSumError as error:
                return error

        size = self._articles_at_once
        with ThreadPoolExecutor(size) as pool:
            waiting = []
            for article in articles:
                waiting.append(pool.submit(one, article))
                if len(waiting) >= 2 * size:
                    yield waiting.pop(0).result()
            for future in waiting:
                yield future.result()

    async def asummarize_many(
        self, articles: Iterable[str | Article], *, published: dt.date | str | None = None
    ) -> AsyncIterator[ConflictSummary | ConflictSumError]:
        """:meth:`summarize_many` for asynchronous code."""
        gate = asyncio.Semaphore(self._articles_at_once)

        async def one(article: str | Article) -> ConflictSummary | ConflictSumError:
            async with gate:
                try:
                    return await self.asummarize(article, published=published)
                except ConflictSumError as error:
                    return error

        waiting: list[asyncio.Task[ConflictSummary | ConflictSumError]] = []
        try:
            for article in articles:
                waiting.append(asyncio.create_task(one(article)))
                if len(waiting) >= 2 * self._articles_at_once:
                    yield await waiting.pop(0)
            while waiting:
                yield await waiting.pop(0)
        finally:
            for task in waiting:
                task.cancel()

    def close(self) -> None:
        """Closes connections; questions under way fail. The embedded model stays loaded for the next summarizer."""
        if self._chat is not None:
            self._chat.close()

    async def aclose(self) -> None:
        """:meth:`close` for asynchronous code."""
        if self._chat is not None:
            await self._chat.aclose()
            self._chat.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    @property
    def _articles_at_once(self) -> int:
        """The embedded model works on the windows of one article at once; a server takes several articles."""
        return 1 if self.choice.is_local else self.config.concurrency

    def _run(self, article: str | Article, published: dt.date | str | None, on_progress: OnProgress | None) -> Run:
        return Run(self.choice, self.config, _article(article, published), on_progress)

    def _ready(self, on_progress: OnProgress | None) -> ChatModel:
        """The connection to the model, made on first use."""
        with self._lock:
            if self._chat is None:
                self._chat = _connect(self.choice, self.config, self._http_client, on_progress)
            return self._chat

    def _ask_all(self, asks: Sequence[Ask], run: Run) -> list[Reply]:
        chat = self._ready(run.on_progress)

        def one(ask: Ask) -> Reply:
            try:
                reply: Reply = chat.ask(ask, Draft)
            except ModelError as error:
                reply = error
            run.received(reply)
            return reply

        run.asking(asks)
        if len(asks) == 1:
            return [one(asks[0])]
        pool = ThreadPoolExecutor(self.config.concurrency)
        try:
            return list(pool.map(one, asks))
        except BaseException:
            # on Ctrl-C, questions under way would keep the process for minutes: cut their connections
            self.close()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    async def _aask_all(self, asks: Sequence[Ask], run: Run) -> list[Reply]:
        chat = await asyncio.to_thread(self._ready, run.on_progress)
        gate = asyncio.Semaphore(self.config.concurrency)

        async def one(ask: Ask) -> Reply:
            async with gate:
                try:
                    reply: Reply = await chat.aask(ask, Draft)
                except ModelError as error:
                    reply = error
            run.received(reply)
            return reply

        run.asking(asks)
        return list(await asyncio.gather(*map(one, asks)))


def _drive(dialogue: Dialogue, answer: Callable[[Sequence[Ask]], Sequence[Reply]]) -> GroundedDraft:
    try:
        asks = next(dialogue)
        while True:
            asks = dialogue.send(answer(asks))
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]


async def _adrive(dialogue: Dialogue, answer: Callable[[Sequence[Ask]], Awaitable[Sequence[Reply]]]) -> GroundedDraft:
    try:
        asks = next(dialogue)
        while True:
            asks = dialogue.send(await answer(asks))
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]


def _connect(
    choice: Choice, config: Config, http_client: httpx2.Client | None, on_progress: OnProgress | None
) -> ChatModel:
    from conflictsum.llm import ChatModel  # noqa: PLC0415  openai and instructor take a second to import

    base_url, api_key = choice.base_url, choice.api_key
    if base_url is None:
        from conflictsum.local import shared  # noqa: PLC0415  only where the embedded model is asked

        report = on_progress or (lambda _: None)
        weights = locate(choice.weights, progress=lambda _, done, total: report(Progress("join", done, total)))
        report(Progress("load", 0, 1))
        adapter = ADAPTER if choice.strategy == "listed" else None
        server = shared(weights, adapter=adapter, slots=config.concurrency, threads=config.threads)
        if choice.strategy == "windowed":
            server.warm(
                [{"role": "system", "content": load_prompt(WINDOWED_PROMPT).text}, {"role": "user", "content": ""}]
            )
        report(Progress("load", 1, 1))
        base_url, api_key = server.base_url, server.api_key
    return ChatModel(
        model=choice.name,
        base_url=base_url,
        api_key=api_key,
        timeout=config.timeout,
        transport_retries=config.transport_retries,
        attempts=config.attempts,
        http_client=http_client,
    )


def _article(article: str | Article, published: dt.date | str | None) -> Article:
    if isinstance(published, str):
        try:
            published = dt.date.fromisoformat(published)
        except ValueError:
            raise ValueError(f"published must be a date like 2024-01-24, not {published!r}") from None
    if isinstance(article, str):
        return Article(article, published=published)
    return replace(article, published=published) if published else article
