from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openai
import pydantic
import pytest

from conflictsum import Config, local, summarize
from conflictsum.asking import Ask
from conflictsum.errors import MissingExtraError, ServerError, SetupError, WeightsError
from conflictsum.llm import ChatModel
from conflictsum.local import LocalServer, shared
from conflictsum.prefixes import Slots
from conflictsum.weights import CACHE_VARIABLE, locate

CONTEXT = 512
SLOTS = 2
MUTE_ENGINE = """
from types import SimpleNamespace
__version__ = "1"
def CommonParams():
    return SimpleNamespace(model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace())
def Server(params):
    return SimpleNamespace(listening_address="http://127.0.0.1:9")
"""
SYSTEM = {"role": "system", "content": " ".join(f"Rule {number}: answer in one word." for number in range(12))}
START = [SYSTEM, {"role": "user", "content": ""}]


def child(code: str) -> subprocess.Popen[str]:
    """Starts code in a new interpreter, every warning an error, with `model` as the embedded model's path."""
    head = "from conflictsum.local import *\nfrom conflictsum.weights import locate\nmodel = locate()\n"
    return subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-c", head + code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def outcome(process: subprocess.Popen[str]) -> tuple[str, str]:
    return process.communicate(timeout=120)


def refuses_connections(url: str) -> bool:
    """Whether the server's port is closed, given the moment that the system takes to clear it."""
    host, port = url.removeprefix("http://").removesuffix("/v1").split(":")
    for _ in range(100):
        try:
            socket.create_connection((host, int(port)), timeout=5).close()
        except ConnectionRefusedError:
            return True
        time.sleep(0.1)
    return False


# Without the model ---------------------------------------------------------------------------------------------------


def test_a_missing_engine_names_the_extra(tmp_path, monkeypatch):
    """Without xllamacpp the error names the extra that installs it."""
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF\x03\x00\x00\x00")
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(MissingExtraError, match=r'pip install "conflictsum\[local\]"'):
        LocalServer(path)


@pytest.mark.parametrize("content", [b"", b"a text, not a model", b"GGUF", b"GGUF\x09\x00\x00\x00"])
def test_what_is_no_gguf_file_never_reaches_the_engine(tmp_path, monkeypatch, content):
    """A file with a wrong or cut-off header is refused before any process is started."""
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    monkeypatch.setattr(subprocess, "Popen", None)
    with pytest.raises(WeightsError):
        LocalServer(path)


def test_an_engine_that_does_not_import_is_told_from_a_missing_one(tmp_path, monkeypatch):
    """An xllamacpp that fails to import, as with a missing system library, raises SetupError with the reason."""
    (tmp_path / "xllamacpp.py").write_text("raise ImportError('libgomp.so.1: cannot open shared object file')\n")
    (tmp_path / "model.gguf").write_bytes(b"GGUF\x03\x00\x00\x00")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(SetupError, match=r"libgomp\.so\.1") as error:
        LocalServer(tmp_path / "model.gguf")
    assert not isinstance(error.value, MissingExtraError | WeightsError)


def test_an_engine_that_crashes_while_loading_is_an_error_not_a_crash(tmp_path, monkeypatch):
    """Where the engine's C code aborts, the caller survives and gets one line with the exit status."""
    (tmp_path / "xllamacpp.py").write_text("import os\nprint('noise', flush=True)\nos.abort()\n")
    (tmp_path / "model.gguf").write_bytes(b"GGUF\x03\x00\x00\x00")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(WeightsError, match="status -6" if os.name == "posix" else "status") as error:
        LocalServer(tmp_path / "model.gguf")
    assert "\n" not in str(error.value)


def test_a_python_that_cannot_be_started_is_named(tmp_path, monkeypatch):
    """Inside a program whose sys.executable is no Python, the error names what was tried."""
    pytest.importorskip("xllamacpp")
    (tmp_path / "model.gguf").write_bytes(b"GGUF\x03\x00\x00\x00")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(SetupError, match="no-python"):
        LocalServer(tmp_path / "model.gguf")


@pytest.mark.parametrize(
    ("siblings", "allowed", "cores"),
    [
        ({0: "0", 1: "1"}, {0, 1}, 2),
        ({0: "0-1", 1: "0-1", 2: "2-3", 3: "2-3"}, {0, 1, 2, 3}, 2),
        ({0: "0,4", 4: "0,4", 1: "1,5", 5: "1,5"}, {0, 4, 5}, 2),
        ({0: "0-1", 1: "0-1", 2: "2-3", 3: "2-3"}, {3}, 1),
        ({}, {0, 1, 2}, 3),
    ],
)
def test_threads_are_one_for_each_core_this_process_may_use(monkeypatch, siblings, allowed, cores):
    """Hardware threads of one core count once, forbidden processors not at all, unknown ones each for themselves."""

    def read_text(self, **options):
        processor = int(self.parts[-3].removeprefix("cpu"))
        if processor not in siblings:
            raise FileNotFoundError(self)
        return siblings[processor] + "\n"

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: allowed, raising=False)
    monkeypatch.setattr(Path, "read_text", read_text)
    assert local._cores() == cores


def test_where_the_system_does_not_tell_the_engine_decides(monkeypatch):
    """On systems without processor affinity the engine's own default is kept."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert local._cores() == -1


@pytest.fixture
def mute(tmp_path, monkeypatch):
    """A server that is started without an error and then answers nothing."""
    (tmp_path / "xllamacpp.py").write_text(MUTE_ENGINE)
    (tmp_path / "model.gguf").write_bytes(b"GGUF\x03\x00\x00\x00")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    server = LocalServer(tmp_path / "model.gguf")
    yield server
    server.close()


def test_warming_is_no_error_where_the_server_does_not_answer(mute, tmp_path):
    """A dead server is for the questions to report; no file is left."""
    mute.warm(START)
    assert list((tmp_path / "cache" / "prefixes").iterdir()) == []


def test_warming_is_no_error_where_the_cache_cannot_be_written(mute, tmp_path):
    """With a file in the folder's place warming does nothing."""
    (tmp_path / "cache").write_text("a file")
    mute.warm(START)
    assert (tmp_path / "cache").read_text() == "a file"


def test_threads_warm_a_beginning_once(mute, monkeypatch):
    """Of many threads one warms and the others wait for it; another beginning is warmed again."""
    begun, go_on, warmed = threading.Event(), threading.Event(), []

    def slow(slots, folder, identity, messages):
        warmed.append(messages)
        begun.set()
        assert go_on.wait(30)

    monkeypatch.setattr(local, "warm", slow)
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(mute.warm, START) for _ in range(8)]
        assert begun.wait(30)
        assert not any(call.done() for call in calls)
        go_on.set()
    mute.warm(tuple(START))
    assert warmed == [START]
    mute.warm([SYSTEM])
    assert warmed == [START, [SYSTEM]]


def test_an_interrupted_warming_is_begun_again(mute, monkeypatch):
    """Ctrl-C while the beginning is read leaves it to the next call."""
    warmed = []

    def interrupted(slots, folder, identity, messages):
        warmed.append(messages)
        raise KeyboardInterrupt

    monkeypatch.setattr(local, "warm", interrupted)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            mute.warm(START)
    assert warmed == [START, START]


# With the model ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def model():
    try:
        return locate()
    except MissingExtraError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def running(model, tmp_path_factory):
    pytest.importorskip("xllamacpp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(tmp_path_factory.mktemp("cache")))
        server = LocalServer(model, context=CONTEXT, slots=SLOTS)
    yield server
    server.close()


@pytest.fixture
def client(running):
    with openai.OpenAI(base_url=running.base_url, api_key=running.api_key, max_retries=0, timeout=60) as client:
        yield client


@pytest.mark.embedded
def test_a_completion_comes_back(client):
    """The server answers the openai SDK with text and counts its tokens."""
    answer = client.chat.completions.create(
        model="local", messages=[{"role": "user", "content": "Say hello."}], max_tokens=4, temperature=0
    )
    assert answer.choices[0].message.content
    assert answer.usage.completion_tokens in range(1, 5)


@pytest.mark.embedded
@pytest.mark.parametrize(
    "window",
    [
        'The army\'s spokesman said "we will answer", then left.\nNobody was hurt.',
        "Войска обстреляли село.",
        "قتل ثلاثة أشخاص في غزة.",
    ],
)
def test_a_grammar_makes_the_answer_copy_the_window(client, window):
    """With a `substring_words` grammar the answer is a piece of the window, though asked for something else."""
    grammar = (
        '%llguidance {}\nstart: "<" COPIED ">"\nCOPIED: %regex {"substring_words": '
        + json.dumps(window, ensure_ascii=False)
        + "}\n"
    )
    answer = client.chat.completions.create(
        model="local",
        messages=[{"role": "user", "content": "Write the word Moscow between angle brackets."}],
        max_tokens=60,
        temperature=0,
        extra_body={"grammar": grammar},
    )
    text = answer.choices[0].message.content
    assert answer.choices[0].finish_reason == "stop"
    assert text[0] + text[-1] == "<>"
    assert text[1:-1] in window


@pytest.mark.embedded
def test_each_slot_has_the_whole_context(running):
    """Slots do not take context from one another: each has what was asked for."""
    request = urllib.request.Request(
        running.base_url.removesuffix("/v1") + "/slots", headers={"Authorization": f"Bearer {running.api_key}"}
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        assert [slot["n_ctx"] for slot in json.load(response)] == [CONTEXT] * SLOTS


@pytest.mark.embedded
@pytest.mark.parametrize("key", [None, "", "wrong"])
def test_without_the_key_nothing_is_answered(running, key):
    """Other users of this machine, who can reach the port, are turned away."""
    request = urllib.request.Request(
        running.base_url + "/chat/completions",
        data=json.dumps({"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 1}).encode(),
        headers={"Content-Type": "application/json"} | ({} if key is None else {"Authorization": f"Bearer {key}"}),
    )
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request, timeout=30)
    error.value.close()
    assert error.value.code == 401


@pytest.mark.embedded
@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's table of sockets")
def test_it_listens_on_loopback_only(running):
    """The server's one listening socket is bound to 127.0.0.1 and nothing else."""
    port = int(running.base_url.removesuffix("/v1").rsplit(":", 1)[1])
    listening = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            address, state = line.split()[1], line.split()[3]
            if state == "0A" and int(address.rsplit(":", 1)[1], 16) == port:
                listening.append(address.rsplit(":", 1)[0])
    assert listening == ["0100007F"]


@pytest.mark.embedded
@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's table of processes")
def test_the_key_is_not_visible_to_other_users(running):
    """The key stands in no command line and no environment of the server's process."""
    process = Path("/proc") / str(running._process.pid)
    assert running.api_key.encode() not in (process / "cmdline").read_bytes()
    assert running.api_key.encode() not in (process / "environ").read_bytes()


@pytest.mark.embedded
@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
def test_an_interrupt_from_the_terminal_does_not_end_the_server(running, client):
    """A terminal sends Ctrl-C to the server's process too, which leaves the decision to its caller."""
    running._process.send_signal(signal.SIGINT)
    assert [model.object for model in client.models.list()] == ["model"]
    assert not running.closed


@pytest.mark.embedded
@pytest.mark.parametrize("kept", [200, 5_000_000, 100_000_000])
def test_a_cut_off_model_is_refused_by_name(model, tmp_path, kept):
    """A GGUF file cut off in its header, its vocabulary or its tensors raises WeightsError with its path."""
    path = tmp_path / "cut.gguf"
    with model.open("rb") as whole:
        path.write_bytes(whole.read(kept))
    with pytest.raises(WeightsError, match="cut off") as error:
        LocalServer(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.embedded
def test_random_bytes_after_the_header_are_refused(tmp_path):
    """Noise behind a right header raises WeightsError."""
    path = tmp_path / "noise.gguf"
    path.write_bytes(b"GGUF\x03\x00\x00\x00" + bytes(range(256)) * 400)
    with pytest.raises(WeightsError, match="cannot be loaded"):
        LocalServer(path)


@pytest.mark.embedded
def test_threads_asking_at_once_share_one_server(model):
    """Eight threads get the same server; after close the next one is new and the old address is dead."""
    got: list[LocalServer] = []
    threads = [threading.Thread(target=lambda: got.append(shared(model, context=CONTEXT, slots=1))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first = got[0]
    assert got == [first] * 8
    url = first.base_url
    first.close()
    first.close()
    assert refuses_connections(url)
    with pytest.raises(ServerError, match="not running"):
        _ = first.base_url
    second = shared(model, context=CONTEXT, slots=1)
    assert second is not first
    assert second.api_key != first.api_key
    second.close()


@pytest.mark.embedded
def test_a_server_that_was_killed_is_noticed_and_replaced(model):
    """When the system ends the server, its address raises and `shared` starts another."""
    server = shared(model, context=CONTEXT, slots=1)
    server._process.kill()
    server._process.wait()
    assert server.closed
    with pytest.raises(ServerError):
        _ = server.base_url
    other = shared(model, context=CONTEXT, slots=1)
    assert not other.closed
    other.close()
    server.close()


@pytest.mark.embedded
def test_it_is_silent_and_ends_with_the_interpreter(model):
    """A run that never closes its server keeps its own exit status, prints and warns nothing and leaves no port."""
    process = child("print(shared(model, context=256, slots=1).base_url)\nraise SystemExit(5)")
    out, err = outcome(process)
    assert process.returncode == 5
    assert err == ""
    assert refuses_connections(out.strip())
    assert len(out.splitlines()) == 1


@pytest.mark.embedded
def test_closing_with_a_request_under_way_does_not_hang(model):
    """A request that is being answered fails with a connection error when the server is closed."""
    code = """
import threading, openai
server = shared(model, context=4096, slots=1)
client = openai.OpenAI(base_url=server.base_url, api_key=server.api_key, max_retries=0)
stream = client.chat.completions.create(model="local", messages=[{"role": "user", "content": "Hi"}], stream=True,
                                        max_tokens=4000, extra_body={"ignore_eos": True})
next(stream)
server.close()
try:
    for chunk in stream: pass
except Exception as error:
    print("cut off")
client.close()
"""
    process = child(code)
    assert outcome(process) == ("cut off\n", "")
    assert process.returncode == 0


@pytest.mark.embedded
@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
def test_an_interrupt_while_loading_ends_at_once(model):
    """Ctrl-C during the load raises KeyboardInterrupt, and both processes are gone."""
    process = child(
        "import os\nfrom conflictsum import local\nold = local._hand_over\n"
        "def tell(process, settings):\n    print(process.pid, flush=True)\n    return old(process, settings)\n"
        "local._hand_over = tell\nshared(model, context=256, slots=1)\nprint('loaded')",
    )
    engine = int(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    out, err = outcome(process)
    assert out == ""
    assert err.rstrip().endswith("KeyboardInterrupt")
    assert process.returncode == -signal.SIGINT
    with pytest.raises(ProcessLookupError):
        os.kill(engine, 0)


@pytest.mark.embedded
@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
def test_the_server_does_not_outlive_a_killed_caller(model):
    """When the caller is killed outright, the server notices and ends by itself."""
    process = child("import time\nprint(shared(model, context=256, slots=1).base_url, flush=True)\ntime.sleep(60)")
    url = process.stdout.readline().strip()
    process.kill()
    outcome(process)
    assert refuses_connections(url)


@pytest.mark.embedded
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_gets_its_own_server_and_leaves_the_parents_alone(model):
    """A fork starts a server of its own and exits with its own status; the parent's server keeps running."""
    code = """
import os, sys
mine = shared(model, context=256, slots=1)
if (pid := os.fork()) == 0:
    own = shared(model, context=256, slots=1)
    mine.close()
    sys.exit(7 if own.base_url != mine._address + "/v1" and own.api_key != mine.api_key else 1)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), mine.closed, shared(model, context=256, slots=1) is mine)
"""
    process = child(code)
    assert outcome(process) == ("7 False True\n", "")
    assert process.returncode == 0


def cached_of_four(server: LocalServer) -> list[tuple[int, int]]:
    """Tokens taken from the cache and read by four requests at once, each with a question of its own."""
    with openai.OpenAI(base_url=server.base_url, api_key=server.api_key, max_retries=0, timeout=120) as client:

        def ask(name: str) -> tuple[int, int]:
            question = {"role": "user", "content": f"{name} is a colour."}
            answer = client.chat.completions.create(model="local", messages=[SYSTEM, question], max_tokens=8)
            return answer.timings["cache_n"], answer.timings["prompt_n"]

        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(ask, ["Red", "Green", "Blue", "Black"]))


@pytest.mark.embedded
def test_after_warming_four_requests_at_once_read_their_own_words_only(model, tmp_path, monkeypatch):
    """Every slot holds the beginning, on the server that read it and on the next one, which takes it from the file.

    The rest is the chat template's way from the system message to the answer and the question's four or five words.
    """
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    first = LocalServer(model, context=CONTEXT, slots=4)
    first.warm(START)
    for cached, read in cached_of_four(first):
        assert cached > 100
        assert read < 20
    first.close()
    files = list((tmp_path / "prefixes").iterdir())
    assert len(files) == 1

    second = LocalServer(model, context=CONTEXT, slots=4)
    with monkeypatch.context() as patch:
        patch.setattr(Slots, "read", None)
        second.warm(START)
    for cached, read in cached_of_four(second):
        assert cached > 100
        assert read < 20
    second.close()
    assert list((tmp_path / "prefixes").iterdir()) == files


class Word(pydantic.BaseModel):
    word: str


@pytest.mark.embedded
def test_a_proxy_gets_nothing_of_what_goes_to_the_embedded_model(running, monkeypatch):
    """Warming and asking reach the server though the environment names a dead proxy for everything."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    running.warm(START)
    assert len(list(running._states.iterdir())) == 1
    model = ChatModel(model="local", base_url=running.base_url, api_key=running.api_key, transport_retries=0)
    answer = model.ask(Ask(messages=(SYSTEM, {"role": "user", "content": "Name a colour."}), max_tokens=40), Word)
    model.close()
    assert answer.value.word
    assert answer.cached_tokens > 100


@pytest.mark.embedded
def test_a_server_that_takes_a_schema_is_asked_in_windows(model):
    """Reached like any server, the engine chooses in the JSON form too, at the first attempt."""
    text = "The Congolese army shelled Goma on Tuesday. A school in Sake was hit as well."
    server = LocalServer(model, context=2048, slots=1)
    try:
        config = Config(model="m", base_url=server.base_url, api_key=server.api_key, strategy="windowed")
        summary = summarize(text, config=config)
    finally:
        server.close()
    assert summary.usage.calls == 1
    (doer,) = (event.perpetrator for event in summary.events if event.target == "school")
    assert doer is None or doer.text == "Congolese army"
