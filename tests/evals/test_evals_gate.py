"""The gate: passes, fails on what got worse and names it, and says so when it cannot measure."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from recorded import GOOD, NO_STRIKE, answer, label_file, record, write_labels
from typer.testing import CliRunner

from conflictsum.prompts import Prompt
from conflictsum.schema import When
from evals import offline
from evals.baseline import Baseline, CaseBaseline
from evals.cli import app
from evals.fixtures import read_fixture
from evals.gate import compared, judge
from evals.recordings import recording_path


@pytest.fixture
def place(tmp_path, server):
    """Two labelled articles and their recordings: all of ``good`` was found, of ``poor`` all but the strike."""
    good, poor = write_labels(tmp_path / "labels", "good", "poor")
    server.script(answer(GOOD), answer(NO_STRIKE))
    record([good, poor], server, tmp_path / "recordings")
    return tmp_path


@pytest.fixture
def gate(place):
    """Runs the gate on them."""

    def run(*arguments, code=0):
        folders = ("--fixtures", "labels", "--recordings", "recordings", "--baseline", "baseline.json")
        paths = [str(place / item) if not item.startswith("--") else item for item in folders]
        result = CliRunner().invoke(app, ["gate", "--model", "m", *paths, *map(str, arguments)], env={"COLUMNS": "200"})
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def accepted(gate):
    """The gate, with what is there accepted as baseline."""
    gate("--update")
    return gate


def answer_otherwise(place, case, value):
    """Puts other words into the model's mouth."""
    path = recording_path(place / "recordings", "m", case)
    recording = json.loads(path.read_text())
    recording["exchanges"][0]["body"]["choices"][0]["message"]["content"] = value.model_dump_json()
    path.write_text(json.dumps(recording))


def change_labels(place, case, old, new):
    path = place / "labels" / f"{case}.toml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def row(result, name):
    """The first line of a metric, in cells."""
    return next(line for line in result.stdout.splitlines() if line.startswith(f"{name} "))


def told(result, name, way):
    """The articles in which a metric got worse or better."""
    lines = result.stdout.splitlines()
    return next((line.split(" in ")[1] for line in lines if line.startswith(f"{name} got {way} in ")), "")


def test_nothing_changed(accepted):
    """Exit 0."""
    assert "Pass: 2 articles scored as in the baseline" in accepted().stdout


def test_the_baseline_holds_the_counts(accepted, place):
    """Sums and articles, worked out by hand: one strike of two is missed, both attacks are found."""
    baseline = json.loads((place / "baseline.json").read_text())
    assert baseline["totals"]["strikes"] == [1, 0, 0, 1, 0]
    assert baseline["totals"]["attacks"] == [2, 0, 0, 0, 0]
    assert baseline["totals"]["summaries"] == [2, 0, 0, 0, 0]
    assert baseline["cases"]["poor"]["slots"]["strikes"] == [0, 0, 0, 1, 0]
    assert baseline["model"] == "m"
    assert set(baseline["prompts"]) == {"whole.v1"}


def test_a_regression_in_the_date_resolver(accepted, monkeypatch):
    """Dates that are not resolved any more: exit 1, with the metric and the articles; everything else is as it was."""
    monkeypatch.setattr(
        "conflictsum.resolve.records.resolve_when", lambda text, **_: When(text=text, basis="stated") if text else None
    )
    result = accepted(code=1)
    assert "Regression" in result.stdout
    assert row(result, "events.date").split()[2] == "0.0"
    assert told(result, "events.date", "worse") == "good, poor"
    assert not any(line.startswith("events.place ") for line in result.stdout.splitlines())


def test_a_regression_in_grounding(accepted, monkeypatch):
    """Descriptions that are not found in the article any more: exit 1, and the fields that hold them fall."""
    monkeypatch.setattr("conflictsum.grounding._Grounder._description", lambda *_: None)
    result = accepted(code=1)
    assert row(result, "events.weapon").split()[2] == "0.0"
    assert row(result, "casualties.victims").split()[1:3] == ["85.7", "0.0"]  # one of four is missed before


def test_a_regression_in_one_article(accepted, place):
    """Only that article is named."""
    answer_otherwise(place, "good", NO_STRIKE)
    assert told(accepted(code=1), "strikes", "worse") == "good"


def test_an_article_without_summary(accepted, place):
    """A summary that is not made any more is a regression of its own."""
    path = recording_path(place / "recordings", "m", "good")
    recording = json.loads(path.read_text())
    recording["exchanges"][0]["status"] = 400
    path.write_text(json.dumps(recording))
    assert told(accepted(code=1), "summaries", "worse") == "good"


def test_an_improvement(accepted, place):
    """Exit 0; the gate says how to renew the baseline, and then passes without a word."""
    answer_otherwise(place, "poor", GOOD)
    result = accepted()
    assert "Pass: no metric fell" in result.stdout
    assert told(result, "strikes", "better") == "poor"
    assert "renew the baseline with python -m evals gate --update" in result.stderr
    accepted("--update")
    assert "renew" not in accepted().stderr


def test_better_here_does_not_make_up_for_worse_there(accepted, place):
    """Two strikes more in one metric, no statement any more in another: exit 1 for the one that fell."""
    answer_otherwise(place, "poor", GOOD.model_copy(update={"statements": []}))
    result = accepted(code=1)
    assert row(result, "statements").split()[1:3] == ["100.0", "66.7"]
    assert row(result, "strikes").split()[1:3] == ["66.7", "100.0"]


def test_a_deleted_recording(accepted, place):
    """Exit 2, with the article and the command that records it."""
    recording_path(place / "recordings", "m", "poor").unlink()
    result = accepted(code=2)
    where = place / "recordings" / "m"
    assert f"1 article, poor: there is no recording in {where}: python -m evals record --model m" in result.stderr
    assert "Not measurable" in result.stdout


def test_a_damaged_recording(accepted, place):
    """Exit 2 with file and line, in the reports too."""
    path = recording_path(place / "recordings", "m", "poor")
    path.write_text(path.read_text()[:40])
    lines = path.read_text().count("\n") + 1
    report = place / "verdict.xml"
    result = accepted("--junit", report, code=2)
    assert f"{path}:{lines}: is no recording" in result.stderr
    assert "Not measurable" in result.stdout
    assert ET.fromstring(report.read_text()).find("testsuite/testcase/error").get("message").startswith(str(path))


def test_a_deleted_answer(accepted, place):
    """An article with a question that has no answer is not measurable, and no regression."""
    path = recording_path(place / "recordings", "m", "poor")
    path.write_text(json.dumps(json.loads(path.read_text()) | {"exchanges": []}))
    assert "a question has no recorded answer" in accepted(code=2).stderr


def test_another_prompt(accepted, monkeypatch):
    """What a changed prompt does, no old recording can tell."""
    monkeypatch.setattr("conflictsum.extract.load_prompt", lambda name: Prompt(name, "Find all.", "0" * 64))
    assert "differs from the recorded ones in message 1 (system)" in accepted(code=2).stderr


def test_changed_labels(accepted, place):
    """Labels that are not those of the baseline: exit 2, with the article and the command that accepts them."""
    change_labels(place, "good", 'victims = "guards"', 'victims = "nine guards"')
    message = accepted(code=2).stderr
    assert "labels changed since the baseline: good: accept it with python -m evals gate --update" in message
    accepted("--update")
    accepted()


def test_a_label_file_written_otherwise(accepted, place):
    """A comment changes no label."""
    change_labels(place, "good", "[[casualties]]", "# who died\n[[casualties]]")
    accepted()


def test_changed_text(accepted, place):
    """The recording is not of this article any more."""
    change_labels(place, "good", "Trade in the town", "Trade in this town")
    assert "the article was changed after it was recorded" in accepted(code=2).stderr


def test_changed_scoring(accepted, place):
    """Other weights make other scores: exit 2."""
    path = place / "baseline.json"
    data = json.loads(path.read_text())
    path.write_text(json.dumps(data | {"scoring": "0" * 64}))
    assert "scoring.toml is not the one of the baseline" in accepted(code=2).stderr


def test_another_set_of_articles(accepted, place, server):
    """A removed and an added article are named: exit 2."""
    (place / "labels" / "poor.toml").unlink()
    assert "gone since the baseline: poor" in accepted(code=2).stderr
    added = write_labels(place / "labels", "third")
    server.script(answer())
    record(added, server, place / "recordings")
    assert "not in the baseline: third" in accepted(code=2).stderr


def test_no_baseline(gate):
    """Exit 2, and how to make one."""
    assert "there is no baseline: make one with python -m evals gate --update" in gate(code=2).stderr


@pytest.mark.parametrize(
    ("content", "fault"),
    [("{\n<<<<<<< HEAD\n", "baseline.json:2: is no baseline"), ("{}", "is no baseline: model: Field required")],
)
def test_a_damaged_baseline(gate, place, content, fault):
    """Exit 2 with file and fault."""
    (place / "baseline.json").write_text(content)
    assert fault in gate(code=2).stderr


def test_a_baseline_changed_by_hand(accepted, place):
    """Sums that are not those of the articles are noticed."""
    path = place / "baseline.json"
    path.write_text(path.read_text().replace('"strikes": [1, 0, 0, 1, 0]', '"strikes": [0, 0, 0, 2, 0]'))
    assert "the totals are not the sums of the articles (strikes)" in accepted(code=2).stderr


def test_no_articles(accepted, place):
    """Nothing ran: exit 2."""
    for path in (place / "labels").iterdir():
        path.unlink()
    assert "there are no label files" in accepted(code=2).stderr
    assert judge([], "m", place / "baseline.json").status == "not measurable"


def test_faulty_labels(accepted, place):
    """Exit 2 with file and line."""
    change_labels(place, "good", 'killed = "9-"', 'killed = "12"')
    assert "good.toml:" in accepted(code=2).stderr


def test_an_update_needs_recordings(accepted, place):
    """What could not be measured does not become the baseline."""
    before = (place / "baseline.json").read_bytes()
    recording_path(place / "recordings", "m", "poor").unlink()
    accepted("--update", code=2)
    assert (place / "baseline.json").read_bytes() == before


@pytest.mark.parametrize(("fault", "code"), [(ZeroDivisionError("oh"), 2), (KeyboardInterrupt(), 130)])
def test_a_fault_of_the_gate_is_no_regression(accepted, monkeypatch, fault, code):
    """Python itself would exit with 1."""

    def judge_not(*_, **__):
        raise fault

    monkeypatch.setattr(offline, "judge", judge_not)
    accepted(code=code)


def test_an_output_that_cannot_be_written(accepted, place):
    """Exit 2 with the file: a report that CI waits for must not be missing without a word."""
    path = place / "labels" / "good.toml" / "report.xml"
    assert f"{path}: cannot be written: {path.parent} is no folder" in accepted("--junit", path, code=2).stderr


def test_one_output_that_cannot_be_written_costs_no_other(accepted, place):
    """The verdict is shown, the other reports are written, and nothing half written is left behind."""
    junit, markdown = place / "folder", place / "verdict.md"
    junit.mkdir()
    result = accepted("--junit", junit, "--markdown", markdown, code=2)
    assert f"{junit}: cannot be written: Is a directory" in result.stderr
    assert "Pass: 2 articles" in result.stdout
    assert "# Pass" in markdown.read_text()
    assert list(place.glob("*.part")) == []


def test_unused_recordings_are_told(accepted, place):
    """They change nothing."""
    path = recording_path(place / "recordings", "m", "gone")
    path.write_text("{}")
    assert f"{path} is of no labelled article: delete it" in accepted().stderr


def outputs(gate, place, code):
    """The three reports of one run."""
    paths = {kind: place / f"verdict.{kind}" for kind in ("junit", "markdown", "html")}
    gate(*(part for kind, path in paths.items() for part in (f"--{kind}", path)), code=code)
    return {kind: path.read_text() for kind, path in paths.items()}


def test_reports_of_a_regression(accepted, place):
    """All three name the metric and the article; JUnit counts what it lists."""
    answer_otherwise(place, "good", NO_STRIKE)
    reports = outputs(accepted, place, code=1)
    suites = {suite.get("name"): suite for suite in ET.fromstring(reports["junit"])}
    assert suites["articles"].get("failures") == "1"
    failed = [case.get("name") for case in suites["articles"] if case.find("failure") is not None]
    assert failed == ["good"]
    fallen = [case.get("name") for case in suites["metrics"] if case.find("failure") is not None]
    assert "strikes" in fallen
    assert suites["metrics"].get("failures") == str(len(fallen))
    for suite in suites.values():
        assert suite.get("tests") == str(len(suite))
    assert "# Regression" in reports["markdown"]
    assert "| strikes | 66.7 | 0.0 | 1 right, 1 missed | 2 missed | 1 | – |" in reports["markdown"]
    assert "- strikes got worse in good" in reports["markdown"]
    assert "<h1>Regression" in reports["html"]
    assert '<a href="#good">good</a>' in reports["html"]


def test_reports_of_a_pass(accepted, place):
    """No failure anywhere; the page shows labels beside predictions."""
    reports = outputs(accepted, place, code=0)
    assert "<failure" not in reports["junit"]
    assert "# Pass" in reports["markdown"]
    assert '<td>victims</td><td>guards</td><td class="cor">guards</td>' in reports["html"]


def test_reports_when_nothing_can_be_said(accepted, place):
    """JUnit has an error, the others the reason."""
    recording_path(place / "recordings", "m", "poor").unlink()
    reports = outputs(accepted, place, code=2)
    error = ET.fromstring(reports["junit"]).find("testsuite/testcase/error")
    assert "poor: there is no recording" in error.get("message")
    assert "poor: there is no recording" in reports["markdown"]
    assert "poor: there is no recording" in reports["html"]


def test_the_page_escapes_the_article(place, gate, server):
    """Neither text, labels nor predictions of an article become part of the page."""
    script = "<script>alert(1)</script>"
    path = place / "labels" / "good.toml"
    path.write_text(label_file("good", **{"rebel camp": f"rebel camp {script}"}))
    cases = write_labels(place / "labels", "poor")
    server.script(answer(GOOD), answer(GOOD))
    record([read_fixture(path), *cases], server, place / "recordings")
    gate("--update")
    page = outputs(gate, place, code=0)["html"]
    assert script not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 2


def test_the_page_needs_nothing_else(accepted, place):
    """No style sheet, script or picture from outside."""
    page = outputs(accepted, place, code=0)["html"]
    assert "http" not in page.split("</head>")[0]
    assert "src=" not in page
    assert "<link" not in page


def test_junit_takes_any_character(accepted, place):
    """Control characters, which XML cannot hold, do not break the file."""
    path = recording_path(place / "recordings", "m", "poor")
    data = json.loads(path.read_text())
    data["exchanges"][0]["parts"] = {"odd\x07name": 1}
    data["exchanges"][0]["key"] = "0" * 64
    path.write_text(json.dumps(data))
    report = place / "verdict.xml"
    accepted("--junit", report, code=2)
    assert "odd?name" in ET.fromstring(report.read_text()).find("testsuite/testcase/error").get("message")


def test_which_article_pulls_a_metric_down():
    """More of the bad articles' answers can lower F1 over all articles, though each article's own F1 rises or stays.

    Before: (2 * 1 + 2 * 45) / (10 + 90) = 0.92; after: (2 * 2 + 2 * 45) / (16 + 90) = 0.887. Article a rose from 0.2 to
    0.25.
    """

    def baseline(counts):
        cases = {
            "a": CaseBaseline(article="", labels="", slots={"strikes": counts}),
            "b": CaseBaseline(article="", labels="", slots={"strikes": (45, 0, 0, 0, 0)}),
        }
        totals = {"strikes": (counts[0] + 45, *counts[1:])}
        return Baseline(model="m", strategy="whole", scoring="", prompts={}, totals=totals, cases=cases)

    (metric,) = compared(baseline((1, 0, 0, 0, 8)), baseline((2, 0, 0, 0, 12)))
    assert metric.regressed
    assert (metric.worse, metric.better) == (("a",), ())
