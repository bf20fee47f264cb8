"""Asking a model: one seam for every server that speaks OpenAI's chat completions.

With :mod:`conflictsum.exchange` (what comes back) and :mod:`conflictsum.failures` (what goes wrong) the only place
that knows openai, instructor and tenacity. Who does what:

- openai carries the request, and alone repeats what failed on the way (``transport_retries``; it honours
  ``Retry-After`` up to 120 s);
- instructor asks again when an answer does not fit, telling the model why (``attempts``, bounded by tenacity);
- the rest is ours: what is on the wire, what counts as an answer, what it cost.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import weakref
from contextvars import ContextVar
from functools import cached_property
from typing import TYPE_CHECKING, Any

import httpx2
import instructor
import openai
from instructor.core import InstructorRetryException, ResponseParsingError
from tenacity import AsyncRetrying, Retrying, retry_if_exception_type, stop_after_attempt

from conflictsum.asking import Answer, Ask, T
from conflictsum.errors import MissingKeyError, SetupError
from conflictsum.exchange import Exchange, well_formed
from conflictsum.failures import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from openai.types.chat import ChatCompletion
    from pydantic import BaseModel

__all__ = ["Answer", "Ask", "ChatModel"]

_OPENAI = "https://api.openai.com/v1"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")  # asked directly, whatever proxy the environment names
_OPENAI_HOSTS = ("api.openai.com", ".openai.azure.com")

# instructor logs failures as errors, with the model's whole answer. A filter that looks at a context variable keeps it
# quiet during our calls only, in whichever thread or task they run.
_asking: ContextVar[bool] = ContextVar("conflictsum_asking", default=False)
logging.getLogger("instructor.v2.retry").addFilter(lambda _: not _asking.get())


class ChatModel:
    """A model on a server that speaks OpenAI's chat completions. Threads may share it; so may tasks of one event loop.

    OpenAI (and Azure) get ``max_completion_tokens``, as their newer models refuse ``max_tokens``; all others get
    ``max_tokens``, which every one of them knows.

    Args:
        model: Name of the model as the server knows it.
        base_url: Address of the API, such as ``http://localhost:11434/v1``; by default OpenAI's.
        api_key: Key for it; any word for servers that want none.
        timeout: Seconds one try may wait for the server.
        transport_retries: How often to try again what failed on the way: no connection, timeout, HTTP 408, 409, 429
            and 5xx.
        attempts: How often to ask in all, when answers do not fit the schema.
        temperature: Sampling temperature. By default 0, but for OpenAI the model's own, as its newer models refuse
            every other.
        seed: Sampling seed, for servers that take one.
        http_client: Transport for :meth:`ask`; closed with this object.
        async_http_client: Transport for :meth:`aask`; closed with this object.
        json_schema: Whether to send the schema; false for servers that refuse it.

    Raises:
        MissingKeyError: ``api_key`` is empty, or cannot be sent as it is.
        SetupError: ``base_url`` is no plain http or https address.
    """

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None = None,
        api_key: str,
        timeout: float = 120.0,
        transport_retries: int = 2,
        attempts: int = 3,
        temperature: float | None = None,
        seed: int | None = None,
        http_client: httpx2.Client | None = None,
        async_http_client: httpx2.AsyncClient | None = None,
        json_schema: bool = True,
    ) -> None:
        url = _plain_url(base_url or _OPENAI)
        key = _plain_key(api_key)
        at_openai = url.host.endswith(_OPENAI_HOSTS)
        if temperature is None and not at_openai:
            temperature = 0.0
        self.server = Server(host=url.netloc.decode(), model=model, timeout=timeout, key=key)
        self._attempts = attempts
        self._json_schema = json_schema
        self._limit = "max_completion_tokens" if at_openai else "max_tokens"
        options = {"model": model, "temperature": temperature, "seed": seed}
        self._options = {name: value for name, value in options.items() if value is not None}
        self._transport: dict[str, Any] = {
            "base_url": url,
            "api_key": key,
            "timeout": timeout,
            "max_retries": transport_retries,
        }
        self._http_client = http_client
        self._async_http_client = async_http_client
        self._proxied = url.host not in _LOOPBACK
        self._sockets = _Sockets()

    def __repr__(self) -> str:
        return f"ChatModel({self.server.model!r} at {self.server.host})"

    def ask(self, ask: Ask, into: type[T]) -> Answer[T]:
        """Ask until an answer fits ``into``.

        Args:
            ask: The question.
            into: What the answer must be.

        Returns:
            The valid answer with its cost.

        Raises:
            ModelError: Any error of that branch, with what was spent in ``usage``.
        """
        run = Exchange(self.server, ask, into)

        def create(*, messages: list[dict[str, str]], **_: Any) -> ChatCompletion:
            wire = self._wire(ask, into, messages)
            return run.received(self._client.chat.completions.create(**wire), wire)

        repeat = Retrying(retry=_UNFIT, stop=stop_after_attempt(self._attempts), reraise=True)
        with _quiet():
            try:
                return run.answer(_patched(create)(**run.question, max_retries=repeat))
            except InstructorRetryException as error:
                failure = error.__cause__ or error
        # outside of the handler, so that the wrapper, which holds the whole article, is not even our error's context
        raise run.failure(failure)

    async def aask(self, ask: Ask, into: type[T]) -> Answer[T]:
        """Ask until an answer fits ``into``: :meth:`ask` for asynchronous code."""
        run = Exchange(self.server, ask, into)

        async def create(*, messages: list[dict[str, str]], **_: Any) -> ChatCompletion:
            wire = self._wire(ask, into, messages)
            return run.received(await self._async_client.chat.completions.create(**wire), wire)

        repeat = AsyncRetrying(retry=_UNFIT, stop=stop_after_attempt(self._attempts), reraise=True)
        with _quiet():
            try:
                return run.answer(await _patched(create)(**run.question, max_retries=repeat))
            except InstructorRetryException as error:
                failure = error.__cause__ or error
        raise run.failure(failure)

    def close(self) -> None:
        """Close the connections of :meth:`ask`, cutting off questions that other threads still wait for."""
        self._sockets.cut()
        if "_client" in vars(self):
            self._client.close()

    async def aclose(self) -> None:
        """Close the connections of :meth:`aask`."""
        if "_async_client" in vars(self):
            await self._async_client.close()

    @cached_property
    def _client(self) -> openai.OpenAI:
        hooks = {"request": [self._sockets.watch]}
        client = self._http_client or openai.DefaultHttpxClient(event_hooks=hooks, trust_env=self._proxied)
        return _Client(http_client=client, **self._transport)

    @cached_property
    def _async_client(self) -> openai.AsyncOpenAI:
        # a connection kept alive outlives its event loop, and then fails the next one's first call
        fresh = httpx2.Limits(max_keepalive_connections=0)
        client = self._async_http_client or openai.DefaultAsyncHttpxClient(limits=fresh, trust_env=self._proxied)
        return _AsyncClient(http_client=client, **self._transport)

    def _wire(self, ask: Ask, into: type[BaseModel], messages: Sequence[Mapping[str, str]]) -> dict[str, Any]:
        """The request as it is sent; of instructor's only the messages are taken, as its schema is not strict."""
        wire: dict[str, Any] = {
            **self._options,
            "messages": [{name: well_formed(text) for name, text in message.items()} for message in messages],
            self._limit: ask.max_tokens,
        }
        if ask.grammar is not None:
            wire["extra_body"] = {"grammar": well_formed(ask.grammar)}
            if ask.adapted:
                wire["extra_body"]["lora"] = [{"id": 0, "scale": 1.0}]
        elif self._json_schema:
            schema = ask.schema or openai.pydantic_function_tool(into)["function"]["parameters"]
            described = {"name": into.__name__, "strict": True, "schema": schema}
            wire["response_format"] = {"type": "json_schema", "json_schema": described}
        return wire


class _Sockets:
    """The sockets of a client, to end what is under way on them: closing one does not wake a thread that reads it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._over = False

    def watch(self, request: httpx2.Request) -> None:
        """Learn of the connections made for ``request``."""
        request.extensions = {**request.extensions, "trace": self._trace}

    def _trace(self, event: str, details: Mapping[str, Any]) -> None:
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            with self._lock:
                self._open.add(details["return_value"].get_extra_info("socket"))
            if self._over:
                self.cut()

    def cut(self) -> None:
        """End all connections, and those still being made; who waits for an answer gets a connection error at once."""
        with self._lock:
            self._over = True
            for connection in self._open:
                with contextlib.suppress(OSError):  # closed already
                    connection.shutdown(socket.SHUT_RDWR)


def _can_help(response: httpx2.Response) -> bool:
    """Whether trying again can help; waiting does not fill a used-up quota, which the SDK would try again."""
    return '"insufficient_quota"' not in response.text


class _Client(openai.OpenAI):
    def _should_retry(self, response: httpx2.Response) -> bool:
        return _can_help(response) and super()._should_retry(response)


class _AsyncClient(openai.AsyncOpenAI):
    def _should_retry(self, response: httpx2.Response) -> bool:
        return _can_help(response) and super()._should_retry(response)


_UNFIT = retry_if_exception_type(ResponseParsingError)


def _patched(create: Callable[..., Any]) -> Callable[..., Any]:
    return instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    token = _asking.set(True)
    try:
        yield
    finally:
        _asking.reset(token)


def _plain_url(address: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address.strip())
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo or url.query or url.fragment:
        # the address itself is not shown, and not sent: HTTP logs would write what secrets it holds
        raise SetupError(
            "the base URL must look like http://localhost:11434/v1, with no user name, password or query in it; "
            "give a key as api_key or OPENAI_API_KEY"
        )
    return url


def _plain_key(key: str) -> str:
    key = key.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        state = "holds characters that cannot be sent" if key else "is empty"
        raise MissingKeyError(f"the API key {state}; check OPENAI_API_KEY")
    return key
