"""A small OpenAI-compatible server on loopback that answers by script, for tests of everything that asks a model."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True)
class Request:
    """A request as it arrived; header names in lower case."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The body, parsed."""
        parsed: dict[str, Any] = json.loads(self.body)
        return parsed


@dataclass(frozen=True)
class Reply:
    """What to answer: bytes and text as they are, anything else as JSON.

    ``lost`` closes the connection before the promised end of the body; ``hangs`` answers only when the server closes.
    """

    body: object = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    lost: bool = False
    hangs: bool = False

    def encoded(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


Answer = Reply | Callable[[Request], Reply]


def completion(content: object, /, *, finish: str = "stop", usage: object = None, **message: object) -> Reply:
    """A chat completion with one choice; ``content`` is sent as JSON unless it is text."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}
    body = {"id": "c1", "object": "chat.completion", "created": 1, "model": "served-model", "choices": [choice]}
    return Reply(body | ({"usage": usage} if usage is not None else {}))


def tokens(read: int, written: int, cached: int | None = None) -> dict[str, Any]:
    """A ``usage`` field."""
    usage: dict[str, Any] = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
    return usage | ({"prompt_tokens_details": {"cached_tokens": cached}} if cached is not None else {})


def failure(status: int, message: str = "no", *, headers: Mapping[str, str] | None = None, **fields: object) -> Reply:
    """An error as OpenAI sends it; ``retry-after-ms`` keeps the client's waits out of the tests' time."""
    return Reply(
        {"error": {"message": message, **fields}}, status, {"retry-after-ms": "1"} if headers is None else headers
    )


class ScriptedServer:
    """Answers requests in the order of a script, and keeps them.

    After the end of the script every answer is an error that no client tries again.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._script: list[Answer] = []
        self._lock = threading.Lock()
        self.closing = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                reply = outer._answer(Request(self.path, headers, body))
                if reply.hangs:
                    outer.closing.wait()
                self.close_connection = reply.lost or reply.hangs
                content = reply.encoded()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("content-type", reply.content_type)
                self.send_header("content-length", str(len(content) + reply.lost))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_: object) -> None:  # a client that does not wait for its answer
                pass

        self._http = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        """Base URL of the API."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def calls(self) -> int:
        """Number of requests that arrived."""
        return len(self.requests)

    def script(self, *answers: Answer) -> None:
        """Add to the script."""
        self._script.extend(answers)

    def _answer(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            answer = (
                self._script.pop(0) if self._script else failure(501, "off script", headers={"x-should-retry": "false"})
            )
        return answer(request) if callable(answer) else answer

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
