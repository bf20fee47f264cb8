"""``python -m evals muc`` and ``releases``: tables, exit codes, and messages about faulty files."""

from __future__ import annotations

import json

import pytest
from bench import NOTHING, actor, attack, strike, summary
from corpora_samples import ABDUCTION, BOMBING, muc_row, release_row, write
from typer.testing import CliRunner

from conflictsum.errors import RefusalError
from conflictsum.resolve.places import resolve_place
from conflictsum.schema import Count
from evals.cli import app
from evals.floor import Floor
from evals.journal import read_run

COMMANDS = ("muc", "releases")
ROWS = {"muc": muc_row, "releases": release_row}


def run(command, path, *options):
    """What a command prints, with the floor for a model."""
    arguments = [command, str(path), "--model", "floor", "--into", str(path.parent / "run.jsonl"), *options]
    return CliRunner().invoke(app, arguments)


def answer(monkeypatch, **records):
    """Lets the floor give the same summary of every document."""
    monkeypatch.setattr(Floor, "summarize", lambda *_: summary(**{**NOTHING, **records}))


def without(row, *names):
    """A row without the field at a path of names and positions."""
    inner = row
    for name in names[:-1]:
        inner = inner[name]
    del inner[names[-1]]
    return row


def cell(output, row, column):
    """A number of the Markdown tables."""
    cells = next(line.split(" | ") for line in output.splitlines() if line.startswith(f"| {row} |"))
    return cells[column].strip("| ")


def test_muc_scores_a_run(tmp_path, monkeypatch):
    """A bombing that is found with its target stands in the tables as a right template and a right slot."""
    found = attack(method="bombing", perpetrator=actor("rebels"), target="radio station")
    answer(monkeypatch, attacks=(found,))
    result = run("muc", write(tmp_path / "muc.jsonl", muc_row(BOMBING)), "--markdown")
    assert result.exit_code == 0, result.output
    assert [cell(result.output, "templates", column) for column in (1, 4, 5)] == ["1", "0", "0"]
    assert cell(result.output, "templates.physical", 1) == "1"


def test_a_slot_that_is_empty_on_both_sides_has_no_score(tmp_path):
    """Nobody was injured, and nobody said so: that is no 100 %."""
    result = run("muc", write(tmp_path / "muc.jsonl", muc_row(BOMBING)), "--markdown")
    assert cell(result.output, "templates.injured", 8) == "–"


def test_false_alarms(tmp_path, monkeypatch):
    """Of documents without templates, or with optional ones only, those that were given some."""
    rows = [
        muc_row(templates=[]),
        muc_row(templates=[], doc_id="TEST-MUC-0002", text="The choir sang in the old church."),
        muc_row(ABDUCTION, doc_id="TEST-MUC-0003"),
        muc_row(BOMBING, doc_id="TEST-MUC-0004"),
    ]
    choir, bombed = summary(**NOTHING), summary()
    monkeypatch.setattr(Floor, "summarize", lambda _, article: choir if "choir" in article.text else bombed)
    result = run("muc", write(tmp_path / "muc.jsonl", *rows), "--markdown")
    assert cell(result.output, "false alarms", 1) == "2 of 3 documents without required templates"


def test_releases_scores_a_run(tmp_path, monkeypatch):
    """Two of three places are found, and three of seven strikes."""
    mosul = strike(place=resolve_place("Mosul"), strikes_made=Count(min=2, max=2, text="two"))
    kirkuk = strike(id="strike-2", place=resolve_place("Kirkuk"))
    answer(monkeypatch, strikes=(mosul, kirkuk))
    result = run("releases", write(tmp_path / "releases.jsonl", release_row()), "--markdown")
    assert result.exit_code == 0, result.output
    assert [cell(result.output, "places", column) for column in (1, 4, 5)] == ["2", "1", "0"]
    assert [cell(result.output, f"strikes {word}", 1)[:1] for word in ("listed", "told")] == ["7", "3"]


@pytest.mark.parametrize("command", COMMANDS)
def test_only_the_first_documents(tmp_path, command):
    """``--limit`` leaves the rest out of run and score."""
    rows = [ROWS[command](), muc_row(doc_id="TEST-MUC-0002") if command == "muc" else release_row()]
    result = run(command, write(tmp_path / "rows.jsonl", *rows), "--limit", "1", "--markdown")
    assert cell(result.output, "documents", 1) == "1"
    assert len(read_run(tmp_path / "run.jsonl").entries) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_finished_run_is_scored_again_without_asking(tmp_path, command, monkeypatch):
    """With the journal of the run, nothing is summarized a second time."""
    path = write(tmp_path / "rows.jsonl", ROWS[command]())
    first = run(command, path, "--markdown")
    monkeypatch.setattr(Floor, "summarize", lambda *_: pytest.fail("asked again"))
    second = run(command, path, "--markdown")
    assert (second.exit_code, second.stdout) == (0, first.stdout)


def test_the_journal_of_other_documents(tmp_path):
    """A journal is gone on with for the same texts only: in another case they are others."""
    path = write(tmp_path / "muc.jsonl", muc_row())
    run("muc", path)
    result = run("muc", path, "--case", "sentence")
    assert result.exit_code == 2
    assert "holds another run (with another text" in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_a_model_that_fails_on_half(tmp_path, command, monkeypatch):
    """Its score is shown, with everything missed, and is no measurement."""

    def refuse(*_):
        raise RefusalError("no")

    monkeypatch.setattr(Floor, "summarize", refuse)
    result = run(command, write(tmp_path / "rows.jsonl", ROWS[command]()), "--markdown")
    assert result.exit_code == 2
    assert cell(result.output, "with a summary", 1) == "0.0"
    assert "1 of 1 documents gave no summary" in result.output


@pytest.mark.parametrize(
    ("command", "line", "message"),
    [
        ("muc", "{", "is no MUC-4 document: Invalid JSON"),
        ("muc", "[]", "is no MUC-4 document: Input should be an object"),
        ("muc", json.dumps(without(muc_row(), "text")), "is no MUC-4 document: text: Field required"),
        ("muc", json.dumps(muc_row(text="  ")), "is no MUC-4 document: text: String should match"),
        ("muc", json.dumps(muc_row(publication_date="in May")), "is no MUC-4 document: publication_date: "),
        (
            "muc",
            json.dumps(without(muc_row(), "templates", 0, "derived", "types")),
            "is no MUC-4 document: templates.0.derived.types: Field required",
        ),
        (
            "muc",
            json.dumps(muc_row({**BOMBING, "derived": {**BOMBING["derived"], "types": ["RIOT"]}})),
            "is no MUC-4 document: templates.0.derived.types.0: Input should be 'ATTACK'",
        ),
        ("muc", json.dumps(muc_row()), "has the doc_id of"),
        ("releases", json.dumps(without(release_row(), "strikes")), "is no release: strikes: Field required"),
        ("releases", json.dumps(without(release_row(), "release_date")), "is no release: release_date: Field required"),
        (
            "releases",
            json.dumps(release_row(strikes=[{"country": "Iraq", "location": "Mosul", "number": 0}])),
            "is no release: strikes.0.number: Input should be greater than or equal to 1",
        ),
    ],
)
def test_a_faulty_line(tmp_path, command, line, message):
    """The message begins with file and line, and nothing is run."""
    path = write(tmp_path / "rows.jsonl", ROWS[command](), line)
    result = run(command, path)
    assert result.exit_code == 2
    assert f"evals: {path}:2: {message}" in result.output
    assert not (tmp_path / "run.jsonl").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_no_file(tmp_path, command):
    """A folder, a file that is not there, and one that is empty end the command with its name."""
    (tmp_path / "empty.jsonl").write_text("\n")
    for name, message in {
        "": "cannot be read: Is a directory",
        "none.jsonl": "cannot be read: No such file",
        "empty.jsonl": "holds no",
    }.items():
        path = tmp_path / name
        result = CliRunner().invoke(app, [command, str(path), "--model", "floor"])
        assert result.exit_code == 2
        assert f"{path}: {message}" in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_bytes_that_are_no_text(tmp_path, command):
    """They are a faulty line like any other."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(json.dumps(ROWS[command]()).encode("utf-16"))
    result = run(command, path)
    assert result.exit_code == 2
    assert f"{path}:1: is no " in result.output
