"""Recording live answers and replaying them: the same summaries, and a clear word where an answer is missing."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import httpx2
import pytest
from recorded import GOOD, NO_STRIKE, answer, record, write_labels
from server import Reply, completion, failure, tokens
from typer.testing import CliRunner

from conflictsum import Summarizer
from conflictsum.config import Config
from conflictsum.errors import AuthenticationError
from evals.cli import app
from evals.journal import RunError, read_run
from evals.record import Session
from evals.recordings import key_of, read_recording, recording_path
from evals.replay import Replay, replay, unknown_recordings


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recordings"


@pytest.fixture
def cases(tmp_path):
    return write_labels(tmp_path / "labels", "sample")


@pytest.fixture
def path(folder):
    return recording_path(folder, "m", "sample")


def without_time(summary):
    """A summary as JSON, without when it was made and how long it took."""
    data = summary.model_dump(mode="json")
    del data["provenance"]["created"], data["usage"]["seconds"]
    return json.dumps(data)


def only(replayed):
    return replayed.run.entries["sample"]


def test_replay_gives_the_live_summary(cases, server, folder):
    """What the live model's answer became is what its recording becomes, each time, without another question."""
    server.script(answer(), answer())
    with Summarizer(Config(model="m", base_url=server.url)) as live:
        expected = live.summarize(cases[0].article)
    record(cases, server, folder)
    calls = server.calls
    summaries = [only(replay(cases, "m", folder=folder)).summary for _ in range(2)]
    assert [without_time(summary) for summary in summaries] == [without_time(expected)] * 2
    assert len(expected.strikes) == len(expected.attacks) == 1
    assert server.calls == calls


def test_replay_tells_the_seconds_of_the_live_run(cases, server, folder, path):
    """Replaying takes no time worth telling."""
    server.script(answer())
    record(cases, server, folder)
    path.write_text(path.read_text().replace(f'"seconds": {read_recording(path).seconds}', '"seconds": 41.5'))
    assert only(replay(cases, "m", folder=folder)).usage.seconds == 41.5


def test_what_a_recording_holds(cases, server, folder, path):
    """Its origin and the answers; no key, no header, not the prompt, not the whole question."""
    server.script(answer())
    record(cases, server, folder)
    written = path.read_text()
    recording = read_recording(path)
    assert (recording.origin, recording.model, recording.base_url) == ("live", "m", server.url)
    assert set(recording.libraries) == {"conflictsum", "openai", "instructor", "pydantic"}
    assert json.loads(recording.exchanges[0].body["choices"][0]["message"]["content"]) == GOOD.model_dump()
    assert "very-secret-key" not in written
    assert "uthorization" not in written
    assert cases[0].text[200:260] not in written
    assert len(written) < 15_000


def test_the_name_of_a_model_file_does_not_tell_where_it_is(cases, server, folder, path):
    """llama.cpp names its model by the path of the file."""
    reply = answer()
    reply.body["model"] = "/home/someone/models/small.gguf"
    server.script(reply)
    record(cases, server, folder)
    assert read_recording(path).exchanges[0].body["model"] == "small.gguf"


def test_answers_that_do_not_fit_are_replayed_too(cases, server, folder):
    """Three answers that fit no schema: the replay fails for the same reason and at the same cost."""
    server.script(*[completion("no JSON", usage=tokens(10, 2))] * 3)
    session = record(cases, server, folder)
    assert session.lost == []
    entry = only(replay(cases, "m", folder=folder))
    assert entry.failure.error == "InvalidAnswerError"
    assert (entry.usage.calls, entry.usage.input_tokens) == (3, 30)


def test_what_is_recorded_is_not_asked_again(cases, server, folder, path):
    """The second time nothing is asked and the file stays as it is."""
    server.script(answer())
    assert record(cases, server, folder).asked == {"sample": 1}
    before = path.read_bytes()
    assert record(cases, server, folder).asked == {"sample": 0}
    assert server.calls == 1
    assert path.read_bytes() == before


def test_only_what_changed_is_asked_again(tmp_path, server, folder):
    """An interrupted session is gone on with: of two articles one is recorded, and only the other one asked about."""
    one, two = write_labels(tmp_path / "labels", "one", "two")
    server.script(answer(), answer(NO_STRIKE))
    record([one], server, folder)
    assert record([one, two], server, folder).asked == {"one": 0, "two": 1}
    assert server.calls == 2


def test_a_changed_article_is_recorded_anew(cases, server, folder):
    """Its recording is replaced, and holds nothing of before."""
    server.script(answer(), answer())
    record(cases, server, folder)
    changed = [cases[0].model_copy(update={"title": "Another headline"})]
    record(changed, server, folder)
    assert len(read_recording(recording_path(folder, "m", "sample")).exchanges) == 1
    assert replay(cases, "m", folder=folder).missing == {"sample": "the article was changed after it was recorded"}
    assert replay(changed, "m", folder=folder).missing == {}


def test_no_answer_is_no_recording(cases, server, folder, path):
    """A server that is down leaves nothing behind, and the same command records the article when it is up."""
    server.script(*[failure(503)] * 3)
    assert record(cases, server, folder).lost == ["sample"]
    assert not path.exists()
    server.script(answer())
    assert record(cases, server, folder).lost == []
    assert path.exists()


def test_a_wrong_key_ends_the_session(cases, server, folder, path):
    """No article would get an answer."""
    server.script(failure(401))
    with pytest.raises(AuthenticationError):
        record(cases, server, folder)
    assert not path.exists()


def test_a_full_disk_ends_the_session(tmp_path, server, folder, monkeypatch):
    """The message names the file; no second article is paid for, and no half of a file is left."""
    cases = write_labels(tmp_path / "labels", "one", "two")
    server.script(answer(), answer())

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    with pytest.raises(RunError, match=r"one.json: cannot be written: No space left on device"):
        record(cases, server, folder)
    assert server.calls == 1
    assert not list(folder.rglob("*.json"))


def test_a_miss(cases, server, folder, path):
    """Without its answer a question gets HTTP 424, is not sent again, and the article is named as not replayed."""
    server.script(answer())
    record(cases, server, folder)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"exchanges": []}))
    replayed = replay(cases, "m", folder=folder)
    assert replayed.missing == {"sample": "a question has no recorded answer: it is the first one"}
    assert "no recording of this question about sample" in only(replayed).failure.message


def test_a_miss_tells_what_changed(cases, server, folder, monkeypatch):
    """With another prompt the same article is another question, different in the system message."""
    server.script(answer())
    record(cases, server, folder)
    from conflictsum import extract  # noqa: PLC0415
    from conflictsum.prompts import Prompt  # noqa: PLC0415

    monkeypatch.setattr(extract, "load_prompt", lambda name: Prompt(name, "Find all that happened.", "0" * 64))
    reason = replay(cases, "m", folder=folder).missing["sample"]
    assert reason.endswith("it differs from the recorded ones in message 1 (system)")


def test_misses_are_not_tried_again(cases, server, folder):
    """The answer of the transport itself: 424, not to be tried again, with a message."""
    server.script(answer())
    record(cases, server, folder)
    transport = Replay(read_recording(recording_path(folder, "m", "sample")))
    with httpx2.Client(transport=transport) as client:
        body = {"model": "m", "messages": [{"role": "user", "content": "What else?"}]}
        response = client.post("http://127.0.0.1/v1/chat/completions", json=body)
    assert response.status_code == 424
    assert response.headers["x-should-retry"] == "false"
    assert "no recording of this question about sample" in response.json()["error"]["message"]


def test_an_article_without_recording(cases, folder):
    """It is named, and not run."""
    replayed = replay(cases, "m", folder=folder)
    assert replayed.missing == {"sample": f"there is no recording in {folder / 'm'}"}
    assert replayed.run.entries == {}


def test_unused_recordings_are_listed(cases, server, folder, path):
    """A recorded question that is not asked any more, and a recording of no article."""
    server.script(answer())
    record(cases, server, folder)
    data = json.loads(path.read_text())
    data["exchanges"].append({**data["exchanges"][0], "key": "f" * 64, "question": "Who else?"})
    path.write_text(json.dumps(data))
    replayed = replay(cases, "m", folder=folder)
    assert replayed.unused == {"sample": ["Who else?"]}
    assert replayed.missing == {}
    other = path.with_name("gone.json")
    other.write_text(path.read_text())
    assert unknown_recordings(cases, "m", folder) == [other]


def test_recordings_of_two_models_are_not_mixed(tmp_path, server, folder):
    """One article was asked about in windows, the other in one piece."""
    one, two = write_labels(tmp_path / "labels", "one", "two")
    server.script(*[answer()] * 5)
    record([one], server, folder)
    record([two], server, folder, strategy="windowed")
    with pytest.raises(RunError, match="do not come from one model, asked in one way"):
        replay([one, two], "m", folder=folder)


@pytest.mark.parametrize(
    ("content", "told"), [('{\n "case": "sam', "sample.json:2: is no recording"), ("{}", "case: Field required")]
)
def test_a_damaged_recording(cases, folder, path, content, told):
    """The message names the file and the fault."""
    path.parent.mkdir(parents=True)
    path.write_text(content)
    with pytest.raises(RunError, match=told):
        replay(cases, "m", folder=folder)


def test_a_key_that_was_changed_by_hand(cases, server, folder, path):
    """All parts of the question are the recorded ones: the message has something to name all the same."""
    server.script(answer())
    record(cases, server, folder)
    data = json.loads(path.read_text())
    data["exchanges"][0]["key"] = "0" * 64
    path.write_text(json.dumps(data))
    assert replay(cases, "m", folder=folder).missing["sample"].endswith("in its address or key")


def question(text, path="/v1/chat/completions", **options):
    """A request as a client sends it."""
    messages = [{"role": "user", "content": text}]
    content = json.dumps({"messages": messages, "model": "m"}, **options)
    return httpx2.Request("POST", f"http://127.0.0.1{path}", content=content)


def test_how_questions_are_told_apart():
    """By path and content; neither the spelling of the JSON nor pydantic's version counts."""
    key = key_of(question("Who?"))
    assert key == key_of(question("Who?", indent=2))
    assert key != key_of(question("When?"))
    assert key != key_of(question("Who?", path="/v2/chat/completions"))
    old, new = (
        key_of(question(f"A string, see https://errors.pydantic.dev/{version}/v/int_type"))
        for version in ("2.10", "2.14")
    )
    assert old == new


@pytest.fixture
def embedded(monkeypatch, server):
    """The embedded model, played by the scripted server; ``uninstall`` takes its engine away."""

    def installed(*, there):
        monkeypatch.setattr("conflictsum.config._has_engine", lambda: there)

    def shared(*_, **__):
        return SimpleNamespace(base_url=server.url, api_key="loopback", warm=lambda _: None)

    def nothing(*_, **__):
        raise AssertionError("the engine or its weights were asked for")

    def uninstall():
        installed(there=False)
        monkeypatch.setattr("conflictsum.local.shared", nothing)
        monkeypatch.setattr("conflictsum.summarizer.locate", nothing)

    installed(there=True)
    monkeypatch.setattr("conflictsum.local.shared", shared)
    monkeypatch.setattr("conflictsum.summarizer.locate", lambda *_, **__: None)
    monkeypatch.setattr("evals.record.engine", lambda _: "engine 1, weights 1")
    return SimpleNamespace(uninstall=uninstall)


def first_allowed(request):
    """The answer that takes the first of all that the grammar of a question allows."""
    start = re.search(r"^start: (.*)$", request.json["grammar"], re.MULTILINE)[1]
    text = r'"(?:[^"\\]|\\.)*"'
    chosen = re.sub(rf"\(({text})[^)]*\)", r"\1", start)
    return completion("".join(map(json.loads, re.findall(text, chosen))))


@pytest.fixture
def windows(cases):
    """The article with so much between its beginning and its end that it has several windows."""
    filler = "The army bombed a rebel camp near Nyala on Saturday. A bridge was hit as well. " * 11
    text = cases[0].text.replace("\n\n“These", f"\n\n{filler}\n\n{filler.replace('Nyala', 'Zalingei')}\n\n“These")
    return [cases[0].model_copy(update={"text": text})]


def test_the_embedded_model_is_replayed_without_engine_and_weights(windows, server, folder, embedded):
    """Its questions carry a grammar; in the replay nothing of it needs to be installed, and no key set."""
    server.script(*[first_allowed] * 10)
    with Session(Config(model="local"), folder) as session:
        session.record(windows, concurrency=1)
    assert server.calls > 1
    assert all("grammar" in request.json for request in server.requests)
    embedded.uninstall()
    replayed = replay(windows, "local", folder=folder)
    assert (replayed.missing, replayed.unused) == ({}, {})
    summary = only(replayed).summary
    assert [record.perpetrator.text for record in summary.attacks] == ["Rapid Support Forces"]
    assert (summary.provenance.model, summary.provenance.server) == ("local", None)
    assert summary.usage.calls == server.calls


def test_the_order_of_questions_does_not_matter(windows, server, folder, embedded):
    """Asked backwards, every window gets its own answer."""
    server.script(*[first_allowed] * 10)
    with Session(Config(model="local"), folder) as session:
        session.record(windows, concurrency=1)
    transport = Replay(read_recording(recording_path(folder, "local", "sample")))
    with httpx2.Client(transport=transport) as client:
        for request in reversed(server.requests):
            response = client.post(f"http://anywhere{request.path}", content=request.body)
            assert response.json()["choices"] == first_allowed(request).body["choices"]
    assert transport.unused == []


def test_a_failed_session_throws_nothing_away(windows, server, folder, embedded):
    """One window gets no answer: what other windows are known to answer, now or before, stays in the file."""
    server.script(*[first_allowed] * 10)
    with Session(Config(model="local"), folder) as session:
        session.record(windows, concurrency=1)
    path = recording_path(folder, "local", "sample")
    data = json.loads(path.read_text())
    data["exchanges"][0]["key"] = "f" * 64
    path.write_text(json.dumps(data))
    server._script[:] = [failure(503)] * 3
    with Session(Config(model="local"), folder) as session:
        session.record(windows, concurrency=1)
    assert session.lost == ["sample"]
    assert {each.key for each in read_recording(path).exchanges} == {each["key"] for each in data["exchanges"]}


def test_new_weights_are_recorded_anew(windows, server, folder, embedded, monkeypatch):
    """Answers of another model file or engine are not kept."""
    server.script(*[first_allowed] * 20)
    for engine in ("engine 1, weights 1", "engine 1, weights 2"):
        monkeypatch.setattr("evals.record.engine", lambda _, name=engine: name)
        with Session(Config(model="local"), folder) as session:
            session.record(windows, concurrency=1)
    assert session.asked["sample"] == server.calls / 2


@pytest.fixture
def evals(tmp_path, cases):
    """Runs a command on the article and the recordings."""

    def run(*arguments, code=0):
        folders = ["--fixtures", str(tmp_path / "labels"), "--recordings", str(tmp_path / "recordings")]
        result = CliRunner().invoke(app, [*map(str, arguments), *folders], env={"COLUMNS": "200"})
        assert result.exit_code == code, result.output
        return result

    return run


def test_the_commands(evals, server, tmp_path):
    """Record, and again without a question; then replay, with a journal that other commands read."""
    server.script(answer())
    asked = ("record", "--model", "m", "--base-url", server.url)
    assert "1 article recorded, 1 new answer" in evals(*asked).stderr
    assert "1 article recorded, 0 new answers" in evals(*asked).stderr
    journal = tmp_path / "run.jsonl"
    lines = evals("replay", "--model", "m", "--into", journal).stdout.splitlines()
    assert next(line for line in lines if line.startswith("statements ")).split()[1:4] == ["1", "0", "0"]
    assert read_run(journal).entries["sample"].summary
    assert "is there already" in evals("replay", "--model", "m", "--into", journal, code=2).stderr


def test_record_tells_what_got_no_answer(evals, server):
    """Exit 2, with the article: the recordings are not complete."""
    server.script(*[failure(503)] * 3)
    result = evals("record", "--model", "m", "--base-url", server.url, code=2)
    assert "1 article got no answer (sample): run it again" in result.stderr


def test_record_without_a_model(evals):
    """No server is known: exit 2."""
    assert "no server is known for model 'm'" in evals("record", "--model", "m", code=2).stderr


def test_replay_without_recordings(evals, tmp_path):
    """Exit 2, with the article and the command that records it; no score is shown."""
    result = evals("replay", "--model", "m", "--into", tmp_path / "run.jsonl", code=2)
    assert "sample: there is no recording" in result.stderr
    assert "python -m evals record --model m" in result.stderr
    assert "F1" not in result.stdout


def test_ctrl_c_keeps_what_is_recorded(tmp_path, server):
    """While the second article is waited for, Ctrl-C ends at once with 130; the first one stays recorded."""
    write_labels(tmp_path / "labels", "one", "two")
    server.script(answer(), Reply(hangs=True))
    folders = ["--fixtures", str(tmp_path / "labels"), "--recordings", str(tmp_path / "recordings")]
    asked = ["record", "--model", "m", "--base-url", server.url, "--concurrency", "1"]
    command = [sys.executable, "-m", "evals", *asked, *folders]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        while server.calls < 2 and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "interrupted after 1 of 2 articles: the same command goes on" in told
    assert [path.name for path in (tmp_path / "recordings" / "m").iterdir()] == ["one.json"]
    assert server.calls == 2
