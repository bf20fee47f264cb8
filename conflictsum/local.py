"""The embedded model's server: llama.cpp in a process of its own, on a loopback port only this process has the key to.

Asked like any other OpenAI-compatible endpoint, through `LocalServer.base_url` and `LocalServer.api_key`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import secrets
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path

import httpx2

from conflictsum.errors import MissingExtraError, ServerError, SetupError, WeightsError
from conflictsum.prefixes import Slots, warm
from conflictsum.version import __version__
from conflictsum.weights import cache_folder, check_gguf

CONTEXT_TOKENS = 4096
SLOTS = 4
_INSTALL = 'pip install --force-reinstall "conflictsum[local]"'


class LocalServer:
    """A running server for one model file. Loading takes some seconds and can be interrupted.

    Args:
        path: The GGUF file.
        adapter: A GGUF file with a LoRA adapter, for requests that ask for it.
        context: Tokens that one request and its answer may have together.
        slots: Requests answered at the same time.
        threads: Threads that compute; by default one for each core this process may use.

    Attributes:
        api_key: What requests must carry as bearer token; random for each server, since any local user can reach
            the port.

    Raises:
        MissingExtraError: The engine is not installed.
        SetupError: The engine is installed but does not run.
        WeightsError: The file is no GGUF file or cannot be loaded.
    """

    def __init__(
        self,
        path: Path,
        *,
        adapter: Path | None = None,
        context: int = CONTEXT_TOKENS,
        slots: int = SLOTS,
        threads: int | None = None,
    ) -> None:
        check_gguf(path)
        if importlib.util.find_spec("xllamacpp") is None:
            raise MissingExtraError('The embedded model needs xllamacpp: pip install "conflictsum[local]"')
        self.api_key = secrets.token_urlsafe(32)
        self._slots = slots
        self._states = cache_folder().absolute() / "prefixes"
        self._warming = threading.Lock()
        self._warmed: list[dict[str, str]] = []
        settings: dict[str, object] = {
            "model": str(path),
            "adapter": str(adapter) if adapter else None,
            "context": context,
            "slots": slots,
            "threads": threads or _cores(),
            "api_key": self.api_key,
            "states": str(self._states),
            "search_path": [str(entry) for entry in sys.path],
        }
        file = path.stat()
        self._process = _launch()
        self._stop = weakref.finalize(self, _end, self._process, os.getpid())
        try:
            answer = _hand_over(self._process, settings)
        except BaseException:
            self._stop()
            raise
        self._address = answer["address"]
        self._identity = {
            "model": [path.name, file.st_size, file.st_mtime_ns],
            "engine": [answer["version"], __version__],  # the library's version stands for what engine.py sets
            "slots": [slots, context],
        }

    @property
    def base_url(self) -> str:
        """Address of the OpenAI-compatible endpoint.

        Raises:
            ServerError: The server was closed, or ended by itself.
        """
        if self.closed:
            raise ServerError("The embedded model's server is not running any more: start another")
        return f"{self._address}/v1"

    @property
    def closed(self) -> bool:
        """Whether the server was shut down or ended by itself."""
        return not self._stop.alive or self._process.poll() is not None

    def warm(self, messages: Sequence[Mapping[str, str]]) -> None:
        """Makes every slot hold messages, so that requests that begin with them only read the rest.

        They are read once and kept in the cache folder for the next server. Nothing happens when they were the last
        ones here. It is a matter of speed only: where it fails, as on a full disk, requests read all by themselves.

        Args:
            messages: The beginning that later requests share; what its last message ends in may differ.
        """
        wanted = [dict(message) for message in messages]
        with self._warming:
            if wanted == self._warmed:
                return
            with contextlib.suppress(OSError, httpx2.HTTPError), self._transport() as client:
                warm(Slots(client, self._slots), self._states, self._identity, wanted)
            self._warmed = wanted

    def _transport(self) -> httpx2.Client:
        """A client that asks the server directly, whatever proxy the environment names."""
        headers = {"Authorization": f"Bearer {self.api_key}"}
        return httpx2.Client(base_url=self._address, headers=headers, trust_env=False)

    def close(self) -> None:
        """Ends the server and frees its memory; requests under way fail. Closing twice is harmless."""
        self._stop()


_lock = threading.RLock()
_shared: dict[tuple[Path, Path | None, int, int, int | None], LocalServer] = {}


def shared(
    path: Path,
    *,
    adapter: Path | None = None,
    context: int = CONTEXT_TOKENS,
    slots: int = SLOTS,
    threads: int | None = None,
) -> LocalServer:
    """Gives this process's one server for a file and its settings, starting it on first use.

    It runs until it is closed or the interpreter exits. A forked process gets a server of its own. Arguments and errors
    are those of `LocalServer`.
    """
    key = (path.resolve(), adapter, context, slots, threads)
    with _lock:
        server = _shared.get(key)
        if server is None or server.closed:
            server = _shared[key] = LocalServer(path, adapter=adapter, context=context, slots=slots, threads=threads)
        return server


def _launch() -> subprocess.Popen[str]:
    script = Path(__file__).with_name("engine.py")
    try:
        return subprocess.Popen(  # noqa: S603  nothing here comes from outside
            [sys.executable, "-P", str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
    except OSError as error:
        raise SetupError(
            f"The embedded model needs a Python to run in, but {sys.executable!r} cannot be started"
        ) from error


def _hand_over(process: subprocess.Popen[str], settings: dict[str, object]) -> dict[str, str]:
    """Passes the settings to the new process and waits until its model is loaded: its address and version."""
    assert process.stdin is not None  # noqa: S101  both are pipes
    assert process.stdout is not None  # noqa: S101
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(json.dumps(settings) + "\n")
        process.stdin.flush()
    # A site's own start-up code may print lines before.
    answer: dict[str, str] = next((json.loads(line) for line in process.stdout if line.startswith("{")), {})
    if "address" in answer:
        return answer
    if "no_engine" in answer:
        raise SetupError(f"xllamacpp is installed but does not run ({answer['no_engine']}): {_INSTALL}")
    if "no_model" in answer:
        raise WeightsError(
            f"{settings['model']} cannot be loaded: the file is damaged or cut off, the model is of a kind that the "
            "installed xllamacpp does not know, or memory is short; download it again or choose another model"
        )
    raise WeightsError(
        f"The engine ended with status {process.wait()} while loading {settings['model']}: "
        "free some memory or choose another model"
    )


def _end(process: subprocess.Popen[str], owner: int) -> None:
    if os.getpid() == owner:
        process.kill()
        process.wait()
    else:
        process.returncode = 0  # a forked process has nothing to wait for: the server belongs to its parent
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def _cores() -> int:
    """Counts the cores this process may run on, a core with two hardware threads once; -1 leaves it to the engine."""
    if not hasattr(os, "sched_getaffinity"):
        return -1
    cores = set()
    for cpu in os.sched_getaffinity(0):
        siblings = Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list")
        try:
            cores.add(siblings.read_text(encoding="ascii"))
        except OSError:
            cores.add(str(cpu))
    return len(cores)


def _forget_parent() -> None:
    """Drops the parent's servers in a forked process, and a lock that a thread of the parent may have held."""
    global _lock  # noqa: PLW0603  a lock cannot be emptied
    _lock = threading.RLock()
    _shared.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_parent)
