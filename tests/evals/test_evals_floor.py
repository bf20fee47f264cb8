"""The floor: rules alone, through the same stages."""

from __future__ import annotations

from bench import fixture
from recorded import write_labels
from typer.testing import CliRunner

from conflictsum.article import Article
from evals.cli import app
from evals.floor import Floor
from evals.journal import read_run
from evals.score import score_case


def test_first_choices_become_records():
    """First agent, target, place, time and number of each sentence; resolved and linked as a model's answers are."""
    article = Article("Rebels attacked a police station in Goma on 3 March 2025, killing four officers.\n")
    summary = Floor().summarize(article)
    attack, report = summary.attacks[0], summary.casualties[0]
    assert (attack.perpetrator.text, attack.target, attack.place.text) == ("Rebels", "police station", "Goma")
    assert (attack.when.start.isoformat(), attack.place.country) == ("2025-03-03", "CD")
    assert (report.killed.min, report.event_id) == (4, attack.id)
    assert all(article.text[item.start : item.end] == item.text for item in (*attack.evidence, *report.evidence))


def test_of_two_agents_the_first_is_taken():
    """No judgement is made: that is what a model is for."""
    text = "The army and the rebels shelled a market in Goma on Friday.\n"
    (event,) = Floor().summarize(Article(text)).events
    assert "army" in event.perpetrator.text


def test_nothing_to_tell():
    """An article without any trigger has no records and needs no answer."""
    summary = Floor().summarize(Article("The choir sang in the old church, and everybody liked it.\n"))
    assert summary.events == summary.casualties == summary.statements == ()


def test_provenance_names_no_prompt():
    """None was read, and no model asked."""
    summary = Floor().summarize(fixture().article)
    assert (summary.provenance.model, summary.provenance.prompt, summary.usage.calls) == ("floor", "none", 0)


def test_it_is_scored_as_a_model_is():
    """In the labelled article the sentence of the drone attack is clear enough for rules."""
    labelled = fixture()
    assert score_case(labelled, Floor().summarize(labelled.article)).slots["attacks"].cor == 1


def test_run_with_the_floor(tmp_path):
    """``--model floor`` needs no key, no server and no engine."""
    write_labels(tmp_path / "labels", "sample")
    path = tmp_path / "run.jsonl"
    arguments = ["run", "--model", "floor", "--fixtures", str(tmp_path / "labels"), "--into", str(path)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert read_run(path).header.model == "floor"
