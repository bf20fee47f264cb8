"""The command line: what it prints, and its exit codes."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bench import LABEL_FILE, attack, summary
from server import Reply, ScriptedServer, completion, tokens
from typer.testing import CliRunner

from conflictsum.errors import RefusalError
from evals.cli import app
from evals.fixtures import read_fixture
from evals.journal import Journal, read_run
from evals.run import header, run_cases

ROOT = Path(__file__).parents[2]
DRAFT = {
    "events": [
        {
            "sentences": [4],
            "words": "Army jets bombed a rebel camp",
            "kind": "strike",
            "status": "reported",
            "novelty": "new",
            "method": "air",
            "perpetrator": "Army",
            "perpetrator_kind": "state_forces",
            "responsibility": None,
            "responsibility_by": None,
            "target": "rebel camp",
            "target_actor": None,
            "place": "Nyala",
            "country": None,
            "when": "on Saturday",
            "time": None,
            "weapon": "jets",
            "strikes_made": None,
            "sites_hit": None,
            "targets_hit": None,
            "munitions_used": None,
            "aggregate_count": None,
            "aggregate_unit": None,
        }
    ],
    "casualties": [],
    "statements": [],
}


@pytest.fixture
def folder(tmp_path):
    """Two labelled articles."""
    labels = tmp_path / "labels"
    labels.mkdir()
    (labels / "sample.toml").write_text(LABEL_FILE)
    (labels / "second.toml").write_text(LABEL_FILE.replace('id = "sample"', 'id = "second"'))
    return labels


@pytest.fixture
def evals(folder):
    """Runs a command on these articles."""

    def run(*arguments, code=0):
        extra = [] if arguments[0] == "validate" else ["--fixtures", str(folder)]
        result = CliRunner().invoke(app, [*map(str, arguments), *extra], env={"COLUMNS": "200"})
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def journal(tmp_path, folder):
    """Writes a finished run."""

    def write(name, outcome):
        cases = [read_fixture(path) for path in sorted(folder.glob("*.toml"))]
        path = tmp_path / f"{name}.jsonl"
        first = header(cases, model="test", strategy="whole", version="0.1.0")
        run_cases(cases, outcome, Journal.open(path, first), concurrency=1)
        return path

    return write


def test_validate_good_files(evals, folder):
    """Nothing wrong: exit 0."""
    assert "2 label files checked: nothing wrong" in evals("validate", *sorted(folder.glob("*.toml"))).stdout


def test_validate_a_bad_file(evals, folder):
    """Each problem on a line with file and line number: exit 2."""
    path = folder / "sample.toml"
    path.write_text(LABEL_FILE.replace('killed = "9-"', 'killed = "12"'))
    result = evals("validate", path, code=2)
    number = next(n for n, row in enumerate(path.read_text().splitlines(), start=1) if "killed =" in row)
    assert f'{path}:{number}: casualties 1, killed "12": 12 is not in the evidence' in result.stderr
    assert "evals: 1 problem in 1 file" in result.stderr


def test_a_run_against_a_server(evals, tmp_path, server: ScriptedServer):
    """The article is asked for once, the strike is found, everything else is missed; tokens are counted."""
    server.script(completion(DRAFT, usage=tokens(900, 120)))
    path = tmp_path / "run.jsonl"
    result = evals(
        "run", "--model", "m", "--base-url", server.url, "--subset", "sample", "--into", path, "--concurrency", "1"
    )
    assert server.calls == 1
    rows = {row.split()[0]: row.split() for row in result.stdout.splitlines() if row.strip()}
    assert rows["strikes"][1:4] == ["1", "0", "0"]
    assert rows["attacks"][1:4] == ["0", "1", "0"]
    assert rows["statements"][1:4] == ["0", "1", "0"]
    assert read_run(path).entries["sample"].usage.input_tokens == 900


def test_a_finished_run_asks_nothing_again(evals, tmp_path, server: ScriptedServer):
    """Going on with a complete journal only scores it."""
    server.script(completion(DRAFT), completion(DRAFT))
    arguments = ("run", "--model", "m", "--base-url", server.url, "--into", tmp_path / "run.jsonl")
    first = evals(*arguments)
    calls = server.calls
    assert evals(*arguments).stdout == first.stdout
    assert server.calls == calls == 2


def test_ctrl_c_keeps_what_is_done(evals, folder, tmp_path, server: ScriptedServer):
    """While the second article is waited for, Ctrl-C ends at once, tells how to go on, and exits with 130."""
    server.script(completion(DRAFT), Reply(hangs=True))
    path = tmp_path / "run.jsonl"
    arguments = ("run", "--model", "m", "--base-url", server.url, "--into", str(path), "--concurrency", "1")
    command = [sys.executable, "-m", "evals", *arguments, "--fixtures", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        while server.calls < 2 and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert f"interrupted after 1 of 2 articles: go on with --into {path}" in told
    assert read_run(path).missing == ["second"]
    assert f"{path}: 1 of 2 articles were not done (second)" in evals("score", path, code=2).stderr
    server.script(completion(DRAFT))
    evals(*arguments)
    assert read_run(path).missing == []


def test_no_article_fits(evals):
    """An empty choice is no measurement: exit 2."""
    assert "no article of split 'test' fits" in evals("run", "--model", "local", "--split", "test", code=2).stderr


def test_a_model_that_cannot_be_asked(evals):
    """No server is known for the name: exit 2, before anything is written."""
    assert "no server is known for model 'gpt'" in evals("run", "--model", "gpt", code=2).stderr


def test_score_a_run(evals, journal):
    """A run that answers every label has 100 points everywhere."""
    result = evals("score", journal("good", lambda _: summary()))
    assert "| " not in result.stdout
    row = next(row for row in result.stdout.splitlines() if row.startswith("casualties "))
    assert row.split()[1:7] == ["4", "0", "0", "100.0", "100.0", "100.0"]


def test_score_as_markdown(evals, journal):
    """Tables with headings."""
    result = evals("score", journal("good", lambda _: summary()), "--markdown")
    assert "## Records" in result.stdout
    assert "| strikes | 2 | 0 | 0 | 100.0 | 100.0 | 100.0 |" in result.stdout


def test_a_run_that_failed_on_half_of_the_articles(evals, journal):
    """The tables are shown, with the failed articles scored as missed, and the run is called unusable: exit 2."""

    def half(case):
        if case.id == "second":
            raise RefusalError("no")
        return summary()

    path = journal("half", half)
    result = evals("score", path, code=2)
    assert f"{path}: 1 of 2 articles gave no summary (1 RefusalError)" in result.stderr
    row = next(row for row in result.stdout.splitlines() if row.startswith("attacks "))
    assert row.split()[1:7] == ["1", "1", "0", "100.0", "50.0", "66.7"]


def test_score_something_else(evals, folder):
    """A file that is no journal: exit 2 and its line."""
    assert (
        f"{folder / 'sample.toml'}:1: is no line of a journal" in evals("score", folder / "sample.toml", code=2).stderr
    )


def test_compare_runs(evals, journal):
    """The attack of one of two articles is lost: F1 100 to 66.7, and the article is named."""
    good = journal("good", lambda _: summary())
    worse = journal("worse", lambda case: summary(attacks=() if case.id == "second" else (attack(),)))
    lines = evals("compare", good, worse).stdout.splitlines()
    row = next(row for row in lines if row.startswith("attacks "))
    assert row.split()[1:4] == ["100.0", "66.7", "-33.3"]
    assert any(row.split()[:2] == ["events", "second"] for row in lines)
    assert not any(row.split()[:2] == ["events", "sample"] for row in lines)


def test_runs_beside_each_other(evals, journal, folder):
    """One column a run, over the articles that all of them did: an unfinished run narrows it."""
    good = journal("good", lambda _: summary())
    worse = journal("worse", lambda _: summary(attacks=(), casualties=()))
    lines = evals("beside", good, worse).stdout.splitlines()
    assert ["attacks", "100.0", "0.0"] in [
        [line.split()[0], *re.findall(r"(\d+\.\d) \(", line)] for line in lines if line
    ]
    assert any(line.startswith("2 articles of dev") for line in lines)
    half = folder.parent / "half.jsonl"
    half.write_text("\n".join(worse.read_text().splitlines()[:2]) + "\n")
    assert any(line.startswith("1 article of dev") for line in evals("beside", good, half).stdout.splitlines())


def test_runs_without_a_common_article_are_not_compared(evals, journal):
    """Exit 2 with the reason."""
    good = journal("good", lambda _: summary())
    none = good.with_name("none.jsonl")
    none.write_text(good.read_text().splitlines()[0] + "\n")
    assert "the runs have no article in common" in evals("beside", good, none, code=2).stderr


def test_show_labels(evals):
    """Without a run: the text and its labels."""
    output = evals("show", "sample").stdout
    assert "Two drones of the Rapid Support Forces" in output
    assert "fuel depot" in output
    assert "prediction" not in output


def test_show_a_prediction(evals, journal):
    """With a run: which records were matched and which missed."""
    path = journal("worse", lambda _: summary(attacks=()))
    output = evals("show", "sample", "--run", path).stdout
    assert "strikes e2 = strike-1 matched 1.00" in output
    assert "attacks e1 missed" in output


def test_show_the_event_of_casualties(evals, journal):
    """The event that a report is tied to stands under the names that the events bear: label's key, prediction's id."""
    output = evals("show", "sample", "--run", journal("good", lambda _: summary())).stdout
    assert "attacks e1 = attack-1 matched" in output
    assert ["event", "e1", "attack-1"] in [line.split()[-3:] for line in output.splitlines()]


def test_show_a_prediction_that_is_not_there(evals, journal, folder):
    """The run was over other articles: exit 2."""
    path = journal("good", lambda _: summary())
    (folder / "third.toml").write_text(LABEL_FILE.replace('id = "sample"', 'id = "third"'))
    assert f"{path}: holds no article 'third'" in evals("show", "third", "--run", path, code=2).stderr


def test_show_a_failure(evals, journal):
    """The error stands above the labels, all of which are missed."""

    def refuse(_):
        raise RefusalError("the model declines")

    output = evals("show", "sample", "--run", journal("none", refuse)).stdout
    assert "RefusalError: the model declines" in output
    assert "strikes e2 missed" in output


def test_label_files_with_faults_stop_everything(evals, folder):
    """Nothing is run or shown on faulty labels: exit 2 with file and line."""
    path = folder / "sample.toml"
    path.write_text(LABEL_FILE.replace('act = "condemn"', 'act = "blame"'))
    assert f"{path}:" in evals("show", "second", code=2).stderr


def test_an_empty_folder(evals, folder):
    """There is nothing to measure: exit 2."""
    for path in folder.iterdir():
        path.unlink()
    assert "there are no label files in" in evals("show", "sample", code=2).stderr


def test_show_an_unknown_article(evals):
    """Exit 2."""
    assert "there is no article 'nothing'" in evals("show", "nothing", code=2).stderr


def test_text_with_markup_is_shown_as_it_is(evals, folder):
    """An article that holds terminal markup is only text."""
    (folder / "sample.toml").write_text(LABEL_FILE.replace("Drones hit depot", "Drones [bold]hit[/bold] depot"))
    assert "[bold]hit[/bold]" in evals("show", "sample").stdout
