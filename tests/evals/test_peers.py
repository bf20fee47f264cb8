"""Peers: what they say becomes records that the same scorer scores, unrepaired."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from bench import fixture
from recorded import write_labels
from server import Reply, completion, failure, tokens
from told import CASUALTY, EMPTY, EVENT, EXTRACTION, STATEMENT
from typer.testing import CliRunner

from conflictsum.article import Article
from conflictsum.errors import InvalidAnswerError, ServerError, SetupError, TruncatedAnswerError
from conflictsum.schema import Strike, Usage
from evals.cli import app
from evals.journal import read_run
from evals.peers import peer
from evals.peers.base import FOLDER, Endpoint, Peer
from evals.peers.base import Reply as Said
from evals.peers.instructor_peer import Extraction
from evals.peers.mapping import records
from evals.peers.told import Told, ToldCasualty, ToldEvent, ToldStatement
from evals.score import score_case

ARTICLE = Article(
    "Rebels shelled the town of Goma on Friday.\n\nFour officers died, doctors said. "
    "“We will not forget this,” President Amina Bello said.\n",
    published=dt.date(2025, 3, 10),
)
SHELLING = "Rebels shelled the town of Goma on Friday."


def told_event(**fields):
    return records(Told(events=(ToldEvent(**{"kind": "attack", "words": SHELLING, **fields}),)), ARTICLE).attacks[0]


def told_statement(**fields):
    values = {"words": "“We will not forget this,” President Amina Bello said.", "speaker": "Amina Bello", **fields}
    return records(Told(statements=(ToldStatement(**values),)), ARTICLE).statements[0]


def test_words_are_read_by_the_resolvers():
    """A place gets its country, a weekday its date before publication, a number its bounds."""
    event = told_event(place="Goma", when="on Friday", munitions_used="at least 30 shells", method="shelling")
    assert (event.place.country, event.when.start, event.munitions_used.min) == ("CD", dt.date(2025, 3, 7), 30)
    assert event.method == "artillery"


def test_an_iso_date_stays():
    """A peer that works out the date itself is not marked down for it."""
    assert told_event(when="2025-03-06").when.start == dt.date(2025, 3, 6)


@pytest.mark.parametrize("blank", [None, "", " - ", "Unknown", "n/a", "null", [], ["none"]])
def test_blank_is_not_said(blank):
    """However "nothing" is written, it is no value."""
    event = told_event(perpetrator=blank, target=blank, place=blank, when=blank, munitions_used=blank)
    assert (event.perpetrator, event.target, event.place, event.when, event.munitions_used) == (None,) * 5


def test_numbers_may_be_json_numbers():
    """9 is read as "9"."""
    report = records(Told(casualties=(ToldCasualty(words="Four officers died", killed=4),)), ARTICLE).casualties[0]
    assert (report.killed.min, report.killed.max) == (4, 4)


def test_unknown_codes_are_left_at_their_default():
    """ "certain" is no status and "zap" no method."""
    event = told_event(status="certain", novelty="old", method="zap")
    assert (event.status, event.novelty, event.method) == ("reported", "new", "unspecified")


def test_a_strike_stays_a_strike():
    """Rebels make no strikes by the codebook, but to see that is the peer's work."""
    told = Told(events=(ToldEvent(kind="strike", words=SHELLING, perpetrator="Rebels", method="artillery"),))
    assert isinstance(records(told, ARTICLE).strikes[0], Strike)


def test_repeats_stay():
    """What is said twice is two records."""
    assert len(records(Told(events=(ToldEvent(kind="attack", words=SHELLING),) * 2), ARTICLE).attacks) == 2


@pytest.mark.parametrize(
    "words",
    ["Four officers died", "four officers  died, doctors said", "Four officers died, the doctors said"],
    ids=["piece", "spelling", "nearly"],
)
def test_evidence_is_the_sentence_that_holds_the_words(words):
    """Words are looked for exactly, else nearly; the whole sentence counts."""
    (report,) = records(Told(casualties=(ToldCasualty(words=words),)), ARTICLE).casualties
    assert [item.text for item in report.evidence] == ["Four officers died, doctors said."]


def test_the_peers_own_span_is_taken():
    """Where it aligned words that differ, its sentence is the evidence."""
    (report,) = records(Told(casualties=(ToldCasualty(words="several dead", span=(45, 55)),)), ARTICLE).casualties
    assert [item.text for item in report.evidence] == ["Four officers died, doctors said."]


def test_invented_records_stay_and_count_as_ungrounded():
    """A record that is nowhere in the article must not vanish: it is spurious and not grounded."""
    labelled = fixture()
    invented = ToldEvent(kind="attack", words="A bridge was blown up in Lisbon", target="bridge", place="Lisbon")
    summary = _summary(labelled.article, Told(events=(invented,)))
    case = score_case(labelled, summary)
    assert case.slots["attacks"].spu == 1
    assert (case.numbers["records"], case.numbers["grounded"]) == (1, 0)


def test_a_quotation_is_found_without_the_marks_and_comma():
    """The comma belongs to the article's sentence, not to the quotation."""
    (quote,) = told_statement(quotes=["“We will not forget this.”"]).quotes
    assert ARTICLE.text[quote.start : quote.end] == quote.text == "We will not forget this"


def test_an_invented_quotation_is_kept():
    """It counts as fabricated."""
    (quote,) = told_statement(quotes=["They will pay"]).quotes
    assert ARTICLE.text[quote.start : quote.end] != quote.text == "They will pay"


@pytest.mark.parametrize(
    ("label", "tied"),
    [
        ("Goma shelling", True),
        ("goma shelling ", True),
        ("Goma shellings", True),
        ("Kivu ambush", False),
        (None, False),
    ],
)
def test_casualties_are_tied_by_label(label, tied):
    """The label of an event, or nearly so, names it; another or none names nothing."""
    told = Told(
        events=(ToldEvent(kind="attack", words=SHELLING, event="Goma shelling"),),
        casualties=(ToldCasualty(words="Four officers died", event=label),),
    )
    found = records(told, ARTICLE)
    assert found.casualties[0].event_id == (found.attacks[0].id if tied else None)


def test_an_aggregate_has_a_number_a_unit_and_a_window():
    """ "about 150 attacks" since a month: what is counted stands behind the number."""
    aggregate = told_event(aggregate_count="about 150 attacks", when="since January 2025").aggregate
    assert (aggregate.count.min, aggregate.count.approximate, aggregate.unit) == (150, True, "attacks")
    assert (aggregate.start, aggregate.end) == (dt.date(2025, 1, 1), dt.date(2025, 3, 10))


def test_a_statement_of_nobody_stays():
    """Without a speaker it is a wrong statement, not none."""
    assert told_statement(speaker=None, act="warned").act == "warn"


def test_instructor_asks_once_and_counts_tokens(server):
    """One question for the whole article; time and tokens stand in the summary."""
    server.script(completion(EXTRACTION, usage=tokens(900, 120, 700)))
    summary = _ask(server)
    assert server.requests[0].json["messages"][-1]["content"].endswith(ARTICLE.text.strip())
    assert "Monday, 10 March 2025" in server.requests[0].json["messages"][-1]["content"]
    (attack,), (report,), (said,) = summary.attacks, summary.casualties, summary.statements
    assert (attack.place.name, report.event_id, said.act) == ("Goma", attack.id, "threaten")
    usage = summary.usage
    assert (usage.calls, usage.input_tokens, usage.output_tokens, usage.cached_tokens) == (1, 900, 120, 700)


def test_instructor_asks_again_once(server):
    """An answer outside the schema is repeated once, at the cost of both."""
    server.script(completion({"events": 3}, usage=tokens(10, 5)), completion(EMPTY, usage=tokens(30, 6)))
    usage = _ask(server).usage
    assert (usage.calls, usage.input_tokens, usage.output_tokens) == (2, 40, 11)


@pytest.mark.parametrize(
    ("answers", "error", "calls"),
    [
        ([completion({"events": 3}, usage=tokens(10, 5))] * 2, InvalidAnswerError, 2),
        ([completion('{"events": [', finish="length", usage=tokens(10, 5))], TruncatedAnswerError, 1),
        ([failure(400)], ServerError, 0),
        ([Reply("no JSON at all", 200)], ServerError, 0),
    ],
    ids=["invalid", "truncated", "refused", "no completion"],
)
def test_no_valid_answer_is_a_failure(server, answers, error, calls):
    """It never becomes an empty summary, and tells what it cost."""
    server.script(*answers)
    with pytest.raises(error) as raised:
        _ask(server)
    assert (raised.value.usage.calls, raised.value.usage.seconds > 0) == (calls, True)


class Engine:
    """Stands for the embedded model's engine, which can end by itself."""

    api_key = "none"

    def __init__(self, base_url):
        self.base_url = base_url
        self.closed = False

    def close(self):
        self.closed = True


def test_an_engine_that_ended_is_started_anew(server, monkeypatch):
    """One article at which the engine ends is one failure; the next is asked of a new engine."""
    engines = [Engine(server.url), Engine(server.url)]
    waiting = iter(engines)
    monkeypatch.setattr("evals.peers.base._embedded", lambda *_: next(waiting))
    server.script(failure(400), completion(EXTRACTION))
    with peer("peer:instructor") as asked:
        with pytest.raises(ServerError):
            asked.summarize(ARTICLE)
        engines[0].closed = True
        assert asked.summarize(ARTICLE).casualties
    assert engines[1].closed


def test_worked_examples_fit_the_schema():
    """What the model is shown is what it must write."""
    for example in json.loads((FOLDER / "instructor.json").read_text()):
        Extraction.model_validate_json(json.dumps(example["answer"]), strict=True, extra="forbid")


def test_run_with_a_peer(server, tmp_path):
    """``--model peer:instructor`` writes a journal like any other run."""
    write_labels(tmp_path / "labels", "sample")
    server.script(
        completion({"events": [EVENT], "casualties": [CASUALTY], "statements": [STATEMENT]}, usage=tokens(9, 4))
    )
    path = tmp_path / "run.jsonl"
    where = ["--base-url", server.url, "--fixtures", str(tmp_path / "labels"), "--into", str(path)]
    result = CliRunner().invoke(app, ["run", "--model", "peer:instructor", *where])
    assert result.exit_code == 0, result.output
    run = read_run(path)
    assert (run.header.model, run.header.strategy) == ("peer:instructor", "whole")
    assert run.entries["sample"].usage.input_tokens == 9


def test_there_are_two_peers():
    """Another name is refused with theirs."""
    with pytest.raises(SetupError, match="peer:instructor and peer:langextract"):
        peer("peer:regex")


def _ask(server):
    with peer("peer:instructor", server.url) as asked:
        return asked.summarize(ARTICLE)


def _summary(article, told):
    """The summary around what a peer says; no question is asked."""

    class Sure(Peer):
        name, strategy, prompt_files = "sure", "whole", ("instructor.md",)

        def start(self, endpoint):
            """Nothing to prepare."""

        def stop(self):
            """Nothing to free."""

        def ask(self, _):
            return Said(told, Usage())

    return Sure(Endpoint("http://unused", "none")).summarize(article)
