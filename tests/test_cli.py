"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import pty
import runpy
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import summary
from server import Reply, ScriptedServer, completion, failure, tokens

from conflictsum import cli
from conflictsum.progress import OnProgress, Progress
from conflictsum.report import progress as progress_module
from conflictsum.report.progress import progress_line
from conflictsum.schema import ConflictSummary, json_schema
from conflictsum.summarizer import Summarizer
from conflictsum.version import __version__

if TYPE_CHECKING:
    from conflictsum.article import Article

ARTICLE = "Rebels attacked the town of Bara on Monday. Two soldiers were killed, a doctor said.\n"
OPEN = "Rebels attacked the town of Bara on Monday. A school in Umm Ruwaba was hit as well.\n"
"""Who hit the school is left to the model."""
NOTHING = {"events": [], "casualties": [], "statements": []}
EVENT_BLANKS = dict.fromkeys(
    ("responsibility", "responsibility_by", "target_actor", "country", "time", "weapon", "strikes_made", "sites_hit",
     "targets_hit", "munitions_used", "aggregate_count", "aggregate_unit")
)  # fmt: skip
DRAFT = {
    "events": [
        {
            "sentences": [1], "words": "Rebels attacked the town of Bara", "kind": "attack", "status": "reported",
            "novelty": "new", "method": "ground_assault", "perpetrator": "Rebels", "perpetrator_kind": "rebel",
            "target": "the town of Bara", "place": "Bara", "when": "on Monday",
        } | EVENT_BLANKS
    ],
    "casualties": [
        {
            "sentences": [2], "words": "Two soldiers were killed, a doctor said", "event": 1, "status": "reported",
            "novelty": "new", "victims": "soldiers", "group": "military", "affiliation": None, "killed": "Two",
            "wounded": None, "missing": None, "captured": None, "sources": ["a doctor"],
        }
    ],
    "statements": [],
}  # fmt: skip
ANSWER = completion(DRAFT, usage=tokens(2100, 50))
KEY = "sk-secret-of-the-user"
VARIABLES = (
    "CONFLICTSUM_MODEL", "CONFLICTSUM_API_KEY", "CONFLICTSUM_CACHE", "CONFLICTSUM_DEBUG", "OPENAI_API_KEY",
    "OPENAI_BASE_URL", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """How a run ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with an article, and none of the user's settings."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CONFLICTSUM_API_KEY", KEY)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs the command line in this process."""

    def call(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["conflictsum", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        captured = capsys.readouterr()
        return Result(ended.value.code or 0, captured.out, captured.err)

    return call


@pytest.fixture
def ask(run, server: ScriptedServer):
    """Runs the command line against the scripted server."""

    def call(*arguments: str) -> Result:
        return run(*arguments, "--model", "served-model", "--base-url", server.url)

    return call


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """Starts the command line in a process of its own."""
    command = [sys.executable, "-m", "conflictsum", *arguments]
    return subprocess.Popen(command, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options)


def errors(result: Result) -> list[str]:
    """The lines on standard error, each of which must be ours."""
    lines = result.err.splitlines()
    assert all(line.startswith("conflictsum: ") for line in lines)
    return lines


def leftovers() -> set[str]:
    return {path.name for path in Path().iterdir()} - {"a.txt"}


def test_an_article_is_summarized(ask, server: ScriptedServer) -> None:
    """``conflictsum FILE`` shows what the model found, resolved against the publication date."""
    server.script(ANSWER)
    result = ask("a.txt", "--published", "2024-01-24")
    words = " ".join(result.out.split())
    assert result.code == 0
    assert result.err == ""
    assert "a.txt published 24 January 2024 1 attack, 1 casualty report" in words
    assert "when Mon 22 January 2024 (“on Monday”)" in words
    assert "C1 2 killed reported · new who soldiers (military) source a doctor event A1, Rebels → the town" in words
    assert "\x1b" not in result.out


def test_json_is_one_object_or_an_array(ask, server: ScriptedServer) -> None:
    """One article gives the summary itself, several give an array of summaries."""
    server.script(ANSWER, ANSWER, ANSWER)
    one = ConflictSummary.model_validate_json(ask("a.txt", "--format", "json").out)
    assert one.casualties[0].killed.min == 2
    several = json.loads(ask("a.txt", "a.txt", "--format", "json").out)
    assert [ConflictSummary.model_validate(each).attacks for each in several] == [one.attacks, one.attacks]


def test_json_of_several_articles_stays_an_array(ask, server: ScriptedServer) -> None:
    """The shape depends on what was asked for, not on what succeeded; without any success there is no output."""
    server.script(ANSWER)
    assert len(json.loads(ask("a.txt", "no.txt", "--format", "json").out)) == 1
    assert ask("no.txt", "nor.txt", "--format", "json").out == ""


def test_jsonl_is_written_as_articles_are_finished(ask, server: ScriptedServer) -> None:
    """Each line is there before the next article is asked about."""
    seen: list[str] = []

    def second(_: object) -> Reply:
        seen.append(sys.stdout.getvalue())
        return ANSWER

    server.script(ANSWER, second)
    result = ask("a.txt", "a.txt", "--format", "jsonl")
    assert len(seen[0].splitlines()) == 1
    assert [ConflictSummary.model_validate_json(line).article.source for line in result.out.splitlines()] == [
        "a.txt", "a.txt",
    ]  # fmt: skip


def test_markdown_is_a_document_for_each_article(ask, server: ScriptedServer) -> None:
    """Documents follow each other with a blank line between."""
    server.script(ANSWER, completion(NOTHING))
    out = ask("a.txt", "a.txt", "--format", "markdown").out
    assert out.count("\n\n# ") == 1
    assert out.startswith("# ")


def test_an_article_without_conflict_is_no_error(ask, server: ScriptedServer) -> None:
    """Nothing found is a result."""
    server.script(completion(NOTHING))
    result = ask("a.txt")
    assert result.code == 0
    assert "No acts of armed conflict, casualties or statements found." in result.out


def test_standard_input_is_read(ask, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` is the article on standard input."""
    server.script(ANSWER)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    summary_read = ConflictSummary.model_validate_json(ask("-", "--format", "json").out)
    assert summary_read.article.characters == len(ARTICLE)


def test_options_reach_the_summarizer(ask, server: ScriptedServer) -> None:
    """The strategy is in the result, and the model and key are on the wire."""
    Path("open.txt").write_text(OPEN, encoding="utf-8")
    server.script(completion({"event_2": {"by": "Rebels"}}))
    found = ConflictSummary.model_validate_json(ask("open.txt", "--strategy", "windowed", "--format", "json").out)
    assert found.provenance.strategy == "windowed"
    assert server.requests[0].json["model"] == "served-model"
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_a_slow_server_is_given_up(ask, server: ScriptedServer) -> None:
    """``--timeout`` limits the wait for an answer."""
    server.script(*[Reply(hangs=True)] * 3)
    result = ask("a.txt", "--timeout", "0.2")
    assert result.code == 5
    assert len(errors(result)) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.txt", "--published", "2024-13-01"], "'2024-13-01' is not a date: write YYYY-MM-DD, such as 2024-01-24"),
        (["a.txt", "--published", "yesterday"], "'yesterday' is not a date"),
        (["a.txt", "--timeout", "0"], "--timeout must be from 0.001 to 86,400 seconds"),
        (["a.txt", "--timeout", "nan"], "--timeout must be from"),
        (["a.txt", "--timeout", "inf"], "--timeout must be from"),
        (["a.txt", "--timeout", "soon"], "--timeout"),
        (["a.txt", "--format", "xml"], "--format"),
        (["a.txt", "--strategy", "guess"], "--strategy"),
        (["a.txt", "--colour"], "--colour"),
        ([], "Missing argument 'ARTICLE...'"),
        (["schema", "a.txt"], "a.txt"),
    ],
)
def test_wrong_usage_is_one_line(run, arguments: list[str], words: str) -> None:
    """What is wrong, and where to read on; exit code 2."""
    result = run(*arguments)
    (line,) = errors(result)
    assert words in line
    assert line.endswith("See conflictsum --help.")
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "b.txt: no such file"), (b" \n", "b.txt is empty"), (b"\x00\x01", "b.txt is not a text file")],
)
def test_an_unusable_article_is_one_line(ask, server: ScriptedServer, content: bytes | None, words: str) -> None:
    """The path once, the reason, exit code 3, and no model is asked."""
    if content is not None:
        Path("b.txt").write_bytes(content)
    result = ask("b.txt")
    (line,) = errors(result)
    assert line.startswith(f"conflictsum: {words}")
    assert (result.code, result.out, server.calls) == (3, "", 0)


def test_a_bad_article_does_not_stop_the_others(ask, server: ScriptedServer) -> None:
    """The good ones are printed, each bad one has its line, and the first bad one decides the exit code."""
    server.script(failure(400, "too long"), ANSWER)
    Path("b.txt").write_text(ARTICLE, encoding="utf-8")
    result = ask("no.txt", "a.txt", "b.txt", "--format", "jsonl")
    first, second = errors(result)
    assert first == "conflictsum: no.txt: no such file"
    assert second.startswith("conflictsum: a.txt: ")
    assert [json.loads(line)["article"]["source"] for line in result.out.splitlines()] == ["b.txt"]
    assert result.code == 3


def test_a_rejected_key_is_one_line_without_the_key(ask, server: ScriptedServer) -> None:
    """Exit code 5; neither key nor article is printed."""
    server.script(failure(401, f"Incorrect API key provided: {KEY}", code="invalid_api_key"))
    result = ask("a.txt")
    (line,) = errors(result)
    assert result.code == 5
    assert KEY not in line
    assert "Bara" not in line


def test_a_missing_model_or_key_is_one_line(run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 4, and what to set or install."""
    monkeypatch.delenv("CONFLICTSUM_API_KEY")
    monkeypatch.setattr("conflictsum.config._has_engine", lambda: False)
    for arguments, words in (
        ([], "OPENAI_API_KEY"),
        (["--model", "local"], "pip install"),
        (["--model", "openai/x"], "OPENAI_API_KEY"),
    ):
        result = run("a.txt", *arguments)
        (line,) = errors(result)
        assert words in line
        assert result.code == 4


def test_an_unexpected_error_is_one_line(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its type and how to see more, exit code 1; its text may hold the article and is not printed."""

    def fail(*_: object, **__: object) -> ConflictSummary:
        raise RuntimeError(ARTICLE)

    monkeypatch.setattr(Summarizer, "summarize", fail)
    result = ask("a.txt")
    (line,) = errors(result)
    assert line.startswith("conflictsum: a.txt: unexpected RuntimeError")
    assert "CONFLICTSUM_DEBUG=1" in line
    assert "Bara" not in line
    assert result.code == 1
    monkeypatch.setenv("CONFLICTSUM_DEBUG", "1")
    assert "Traceback" in ask("a.txt").err


def test_an_unexpected_error_before_any_article_is_one_line(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that goes wrong shows a traceback."""

    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(Summarizer, "__init__", fail)
    result = ask("a.txt")
    assert errors(result)[0].startswith("conflictsum: unexpected RuntimeError: please report it")
    assert result.code == 1


def test_error_lines_are_clean(run) -> None:
    """A file name can neither break the line nor steer the terminal."""
    result = run("no\x1b[31m\nsuch.txt")
    assert errors(result) == ["conflictsum: no\ufffd[31m such.txt: no such file"]


def test_a_file_gets_the_whole_output(ask, server: ScriptedServer) -> None:
    """``-o`` writes all articles to the file, plain and in UTF-8, and nothing to standard output."""
    server.script(ANSWER, ANSWER)
    result = ask("a.txt", "a.txt", "-o", "out.txt")
    assert (result.code, result.out, result.err) == (0, "", "")
    text = Path("out.txt").read_text(encoding="utf-8")
    assert text.count("A1  Rebels → the town of Bara") == 2
    assert "\x1b" not in text
    assert leftovers() == {"out.txt"}


def test_a_dash_as_file_is_standard_output(ask, server: ScriptedServer) -> None:
    """``-o -`` makes no file."""
    server.script(ANSWER)
    assert json.loads(ask("a.txt", "--format", "json", "-o", "-").out)["attacks"]
    assert leftovers() == set()


def test_a_file_keeps_its_mode_and_its_link(ask, server: ScriptedServer) -> None:
    """A link still points to the file, whose content alone changes."""
    server.script(ANSWER)
    real = Path("real.json")
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    Path("link.json").symlink_to("real.json")
    assert ask("a.txt", "--format", "json", "-o", "link.json").code == 0
    assert Path("link.json").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert json.loads(real.read_text(encoding="utf-8"))["attacks"]


def test_a_device_is_written_to_and_stays(ask, server: ScriptedServer) -> None:
    """What is no regular file is not replaced by one."""
    server.script(ANSWER)
    assert ask("a.txt", "-o", os.devnull).code == 0
    assert Path(os.devnull).is_char_device()


def test_without_any_summary_no_file_is_touched(ask) -> None:
    """An earlier result survives a run in which everything failed."""
    Path("out.json").write_text("old", encoding="utf-8")
    assert ask("no.txt", "-o", "out.json").code == 3
    assert Path("out.json").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("path", "words"),
    [("no/out.json", "there is no folder"), (".", "is a folder"), ("a.txt/out.json", "there is no folder")],
)
def test_an_unwritable_place_is_told_before_the_model_is_asked(
    ask, server: ScriptedServer, path: str, words: str
) -> None:
    """Exit code 6 with one line, and nothing spent."""
    result = ask("a.txt", "-o", path)
    (line,) = errors(result)
    assert words in line
    assert (result.code, server.calls) == (6, 0)


def test_a_folder_without_permission_is_told(ask, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a folder that may not be written to."""
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    result = ask("a.txt", "-o", "out.json")
    assert errors(result) == ["conflictsum: out.json cannot be written: permission denied"]
    assert (result.code, server.calls) == (6, 0)


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_the_earlier_file(
    ask, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Whenever writing fails, the old file is whole, no temporary file stays, and the exit code is 6."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    server.script(ANSWER)
    Path("out.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, failing, full)
    result = ask("a.txt", "-o", "out.json")
    assert errors(result) == ["conflictsum: out.json cannot be written: No space left on device"]
    assert result.code == 6
    assert Path("out.json").read_text(encoding="utf-8") == "old"
    assert leftovers() == {"out.json"}


def test_a_full_standard_output_is_one_line() -> None:
    """Exit code 6 without a second complaint at the end of the process."""
    with Path("/dev/full").open("wb") as full:
        process = start("schema", stdout=full)
        _, err = process.communicate(timeout=60)
    assert err == b"conflictsum: standard output cannot be written: No space left on device\n"
    assert process.returncode == 6


def test_a_reader_that_stops_is_no_error() -> None:
    """``conflictsum ... | head`` ends quietly."""
    process = start("schema")
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.parametrize(
    ("target", "end"),
    [
        ("pipe", Result(0, "", "")),
        ("/dev/full", Result(6, "", "conflictsum: standard output cannot be written: No space left on device\n")),
    ],
)
def test_a_failing_standard_output_stops_the_run(
    ask, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, target: str, end: Result
) -> None:
    """The second article is not asked about when nobody can get the first."""
    server.script(ANSWER, ANSWER)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as gone, Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", gone if target == "pipe" else full)
        result = ask("a.txt", "a.txt", "--format", "jsonl")
    assert (result, server.calls) == (end, 1)


def test_a_terminal_gets_colours(ask, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pretty view is coloured where the output is a terminal, or is said to be one."""
    server.script(ANSWER)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in ask("a.txt").out


def test_an_interrupt_is_told(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stops all articles, with its own line and exit code."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Summarizer, "summarize", interrupt)
    assert ask("a.txt", "a.txt") == Result(130, "", "conflictsum: interrupted\n")


@pytest.mark.parametrize("strategy", ["whole", "windowed"])
def test_ctrl_c_ends_at_once_and_leaves_nothing(server: ScriptedServer, strategy: str) -> None:
    """One line, exit code 130, no traceback, no output file."""
    article = Path("long.txt")
    article.write_text("\n\n".join([OPEN * 10] * 4), encoding="utf-8")
    asked = threading.Event()

    def hang(_: object) -> Reply:
        asked.set()
        return Reply(hangs=True)

    server.script(*[hang] * 20)
    process = start(
        str(article), "--model", "m", "--base-url", server.url, "--strategy", strategy, "-o", "out.json"
    )  # fmt: skip
    assert asked.wait(60)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"conflictsum: interrupted\n")
    assert leftovers() == {"long.txt"}


def test_piped_output_is_utf_8(server: ScriptedServer) -> None:
    """JSON in a pipe is UTF-8 whatever the locale says."""
    Path("u.txt").write_text("Війська\n\n" + ARTICLE, encoding="utf-8")
    server.script(completion(NOTHING))
    process = start(
        "u.txt", "--model", "m", "--base-url", server.url, "--format", "json",
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    out, _ = process.communicate(timeout=60)
    assert json.loads(out.decode("utf-8"))["article"]["title"] == "Війська"


def on_terminal(server: ScriptedServer, *arguments: str) -> str:
    """What a run writes to its standard error when that is a terminal."""
    leader, follower = pty.openpty()
    process = start(
        "a.txt", "--model", "m", "--base-url", server.url, *arguments,
        stderr=follower, env=os.environ | {"TERM": "xterm", "COLUMNS": "120"},
    )  # fmt: skip
    os.close(follower)
    process.communicate(timeout=60)
    written = b""
    while chunk := _chunk(leader):
        written += chunk
    os.close(leader)
    return written.decode()


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a terminal ends on Linux
        return b""


def test_progress_shows_on_a_terminal_only(server: ScriptedServer, ask) -> None:
    """It goes to standard error, vanishes at the end, and ``--quiet`` keeps it away."""
    server.script(ANSWER, ANSWER, ANSWER)
    shown = on_terminal(server)
    assert "Reading the article" in shown
    assert shown.rstrip().endswith("\x1b[2K")
    assert on_terminal(server, "--quiet") == ""
    assert ask("a.txt").err == ""


def test_progress_follows_the_summarizer(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step that the summarizer reports is shown, under the article's headline or name."""
    step = Progress("ask", 1, 2)
    steps: list[tuple[str, Progress]] = []

    def summarize(_: Summarizer, article: Article, *, on_progress: OnProgress) -> ConflictSummary:
        on_progress(step)
        return summary()

    @contextlib.contextmanager
    def line(title: str):
        yield lambda step: steps.append((title, step))

    Path("b.txt").write_text(f"Headline\n\n{ARTICLE}", encoding="utf-8")
    monkeypatch.setattr(Summarizer, "summarize", summarize)
    monkeypatch.setattr(progress_module, "progress_line", line)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert ask("a.txt", "b.txt").code == 0
    assert steps == [("a.txt", step), ("Headline", step)]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Progress("join", 500_000_000, 1_000_000_000), "Preparing the embedded model, once 500.0 MB of 1.0 GB"),
        (Progress("load", 0, 1), "Starting the embedded model"),
        (Progress("ask", 3, 9), "Reading the article 3 of 9"),
        (Progress("recheck", 1, 2), "Checking answers against the article 1 of 2"),
    ],
)
def test_each_stage_has_its_words(monkeypatch: pytest.MonkeyPatch, step: Progress, words: str) -> None:
    """Bytes are told as such, questions as a count, and a single step has no count."""
    page = io.StringIO()
    console = progress_module.Console
    monkeypatch.setattr(
        progress_module, "Console", lambda **_: console(file=page, force_terminal=True, width=200, no_color=True)
    )
    with progress_line("[bold]Headline\x1b[2J") as on_progress:
        on_progress(step)
    text = page.getvalue()
    plain = "".join(character for character in text if character not in "━╸╺")
    assert "[bold]Headline\ufffd[2J: " in plain
    assert words in " ".join(plain.split())


def test_schema_describes_a_summary(run) -> None:
    """``conflictsum schema`` prints the schema of exactly what ``--format json`` prints."""
    result = run("schema")
    schema = json.loads(result.out)
    assert schema == json_schema()
    found = summary()
    data = json.loads(found.model_dump_json())
    assert set(schema["required"]) <= set(data) <= set(schema["properties"])
    for field, kind in (("strikes", "Strike"), ("casualties", "CasualtyReport"), ("statements", "PoliticalStatement")):
        definition = schema["$defs"][kind]
        assert set(definition["required"]) <= set(data[field][0]) <= set(definition["properties"])
    assert ConflictSummary.model_validate(data) == found


def test_an_article_may_be_called_like_a_command(ask, server: ScriptedServer) -> None:
    """``./schema`` is a file."""
    server.script(completion(NOTHING))
    Path("schema").write_text(ARTICLE, encoding="utf-8")
    assert ask("./schema").out.startswith("./schema\npublication date not given\n")


def test_help_teaches(run) -> None:
    """Examples, choice of the model, variables, exit codes and the other command are in the help."""
    result = run("--help")
    assert result.code == 0
    for words in (
        "Usage: conflictsum [OPTIONS] ARTICLE...", "conflictsum report.txt --published", "--base-url", "--quiet",
        "CONFLICTSUM_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL", "CONFLICTSUM_API_KEY", "CONFLICTSUM_CACHE",
        "3    the article cannot be used", "130  interrupted", "conflictsum schema",
    ):  # fmt: skip
        assert words in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_version(run) -> None:
    """``--version`` needs no article."""
    assert run("--version") == Result(0, f"conflictsum {__version__}\n", "")


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m conflictsum`` is the same command."""
    monkeypatch.setattr(sys, "argv", ["anything", "--help"])
    with pytest.raises(SystemExit):
        runpy.run_module("conflictsum", run_name="__main__")
    assert capsys.readouterr().out.startswith("Usage: conflictsum [OPTIONS] ARTICLE...\n")


def test_streams_of_another_kind_will_do(run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard output is no file, as in a notebook, text is written to what stands there."""
    page = io.StringIO()
    monkeypatch.setattr(sys, "stdout", page)
    assert run("schema").code == 0
    assert json.loads(page.getvalue()) == json_schema()


@pytest.mark.parametrize("argument", ["--help", "schema"])
def test_help_and_schema_come_without_slow_imports(argument: str) -> None:
    """Neither needs the libraries that ask models or draw."""
    code = f"""
import sys
from conflictsum.cli import main
sys.argv = ["conflictsum", {argument!r}]
try:
    main()
finally:
    print(sorted({{"openai", "instructor", "rich"}} & set(sys.modules)), file=sys.stderr)
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert ended.stderr == b"[]\n"
