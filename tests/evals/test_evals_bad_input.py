"""How commands end that cannot go on: with what is wrong and where, without a traceback, with nothing lost."""

from __future__ import annotations

import re
import runpy
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from recorded import answer, write_labels
from server import failure
from typer.testing import CliRunner

from evals.cli import app
from evals.journal import read_run
from evals.scoring import scoring
from evals.source import FixtureError

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")


@pytest.fixture
def labels(tmp_path):
    """A folder of two labelled articles."""
    write_labels(tmp_path / "labels", "one", "two")
    return tmp_path / "labels"


@pytest.fixture
def evals(labels):
    """Runs a command on them."""

    def run(*arguments, code=0):
        result = CliRunner().invoke(app, [*map(str, arguments), "--fixtures", str(labels)], env={"COLUMNS": "200"})
        assert result.exit_code == code, result.output
        return result

    return run


def test_no_article_fits(evals, labels):
    """The pattern and the folder are named, since either may be misspelt."""
    told = evals("run", "--model", "floor", "--subset", "thre", code=2).stderr
    assert f"no article of split 'dev' fits thre: looked in {labels}" in told


def test_runs_over_other_articles_are_not_compared(evals, tmp_path):
    """Both files are named, and what only one of them has."""
    both, one = tmp_path / "both.jsonl", tmp_path / "one.jsonl"
    evals("run", "--model", "floor", "--into", both)
    evals("run", "--model", "floor", "--into", one, "--subset", "one")
    told = evals("compare", both, one, code=2).stderr
    assert f"{both} and {one} are not over the same articles: only one of them has two" in told


def test_a_run_that_stops_says_what_it_keeps(evals, tmp_path, server):
    """The key is rejected from the second article on; the first one is kept, and not asked about again."""
    path = tmp_path / "run.jsonl"
    arguments = ("run", "--model", "m", "--base-url", server.url, "--concurrency", "1", "--into", path)
    server.script(answer(), failure(401))
    told = evals(*arguments, code=2).stderr
    assert f"stopped after 1 of 2 articles: go on with --into {path}" in told
    assert "rejects the key" in told
    server.script(answer())
    evals(*arguments)
    assert server.calls == 3
    assert read_run(path).missing == []


@pytest.mark.parametrize(
    ("content", "message"),
    [("[tau]\nstrikes 0.5\n", ":2: is no TOML"), ("[tau]\nstrikes = 0.5\n", ":1: lacks 'attacks'")],
)
def test_faulty_settings_of_the_scorer(tmp_path, content, message):
    """The file and its line are named, as for labels."""
    path = tmp_path / "scoring.toml"
    path.write_text(content)
    with pytest.raises(FixtureError, match=re.escape(f"{path}{message}")):
        scoring(path)


@pytest.mark.skipif(not FULL.exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("command", ["show one", "gate --model none"])
def test_output_to_a_full_disk(labels, command):
    """What cannot be shown is said in one line, and the exit code is neither 0 nor that of a regression."""
    arguments = [sys.executable, "-m", "evals", *command.split(), "--fixtures", str(labels)]
    with FULL.open("w") as full:
        ended = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert ended.returncode == 2
    assert "evals: standard output: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_verdict_that_nobody_reads(labels):
    """A closed pipe is no regression."""
    arguments = [sys.executable, "-m", "evals", "gate", "--model", "none", "--fixtures", str(labels)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == 2
    assert "Traceback" not in told


WAITING = """
import threading
from evals import cli

def interrupted(**_):
    threading.Thread(target=threading.Event().wait).start()
    raise SystemExit(130)

cli.app = interrupted
cli.main()
"""


def test_nobody_waits_for_answers_after_an_interruption():
    """A thread that would wait for ever does not keep the command from ending with 130."""
    ended = subprocess.run([sys.executable, "-c", WAITING], cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == 128 + signal.SIGINT


def test_ctrl_c_while_the_commands_are_loaded(monkeypatch):
    """130 without a traceback, as later."""

    class Interrupted:
        def find_spec(self, name, *_):
            if name == "evals.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "evals.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("evals", run_name="__main__")
    assert ended.value.code == 130
