"""Runs: written down article by article, gone on with after an interruption, and scored as they are."""

from __future__ import annotations

import threading

import pytest
from bench import fixture, summary

from conflictsum.errors import AuthenticationError, MissingKeyError, RefusalError
from conflictsum.schema import Usage
from evals.journal import Journal, RunError, read_run
from evals.run import chosen, header, journal_path, run_cases, score_run
from evals.score import Failure

CASES = [fixture(id=name) for name in ("one", "two", "three", "four")]


def begin(path, cases=CASES, model="test"):
    return Journal.open(path, header(cases, model=model, strategy="whole", version="0.1.0"))


def answer(_):
    return summary()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "runs" / "run.jsonl"


def test_outcomes_are_read_back_as_they_were(path):
    """Summaries and failures are equal after the journal, with what they cost."""

    def summarize(case):
        if case.id == "two":
            raise RefusalError("the model declines", usage=Usage(calls=1, input_tokens=7))
        return summary()

    run_cases(CASES, summarize, begin(path), concurrency=2)
    run = read_run(path)
    assert run.missing == []
    assert run.entries["one"].outcome == summary()
    assert run.entries["two"].outcome == Failure("RefusalError", "the model declines")
    assert run.entries["two"].usage.input_tokens == 7


def test_a_crash_is_an_outcome(path):
    """An error of the program itself is told with its place and scores as all missed."""

    def summarize(_):
        raise ZeroDivisionError("oh")

    run_cases(CASES[:1], summarize, begin(path, CASES[:1]), concurrency=1)
    run = read_run(path)
    assert run.entries["one"].failure.error == "ZeroDivisionError"
    assert "oh (test_evals_run.py:" in run.entries["one"].failure.message
    assert score_run(run, CASES).micro("attacks").recall == 0.0


def test_without_a_model_nothing_is_run(path):
    """What every article would end with ends the run, and no article is written down as failed."""

    def summarize(_):
        raise MissingKeyError("no key")

    journal = begin(path)
    with pytest.raises(MissingKeyError):
        run_cases(CASES, summarize, journal, concurrency=1)
    assert read_run(path).entries == {}


def test_what_is_being_answered_when_the_run_ends_is_kept(path):
    """The second article finds that the key is rejected; the first one's answer, paid for, comes later."""
    rejected = threading.Event()
    asked = []

    def summarize(case):
        asked.append(case.id)
        if case.id == "two":
            rejected.set()
            raise AuthenticationError("rejects the key")
        assert rejected.wait(timeout=30)
        return summary()

    with pytest.raises(AuthenticationError):
        run_cases(CASES, summarize, begin(path), concurrency=2)
    assert list(read_run(path).entries) == ["one"]
    assert sorted(asked) == ["one", "two"]


def test_no_more_articles_at_once_than_asked_for(path):
    """Two at a time: each waits for a second one, and never sees a third."""
    together = threading.Barrier(2, timeout=30)
    at_work = []
    seen = []

    def summarize(case):
        at_work.append(case.id)
        seen.append(len(at_work))
        together.wait()
        at_work.remove(case.id)
        together.wait()
        return summary()

    run_cases(CASES, summarize, begin(path), concurrency=2)
    assert max(seen) == 2


def test_an_interrupted_run_goes_on(path):
    """What was done before Ctrl-C is kept and not asked again; only the rest is."""

    def interrupted(entry):
        if entry.case == "two":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_cases(CASES, answer, begin(path), concurrency=1, on_done=interrupted)
    assert read_run(path).missing == ["three", "four"]
    asked = []
    run_cases(CASES, lambda case: asked.append(case.id) or summary(), begin(path), concurrency=1)
    assert asked == ["three", "four"]
    assert read_run(path).missing == []


def test_a_line_cut_off_is_done_again(path):
    """A last line without its end is passed over when reading, and cut off when going on."""
    run_cases(CASES, answer, begin(path), concurrency=1)
    content = path.read_bytes()
    path.write_bytes(content[:-100])
    assert read_run(path).missing == ["four"]
    run_cases(CASES, answer, begin(path), concurrency=1)
    assert read_run(path).missing == []
    assert len(path.read_bytes().splitlines()) == 5


def test_another_run_is_not_gone_on_with(path):
    """Another model, or other articles, need another file."""
    begin(path, CASES[:3])
    with pytest.raises(
        RunError, match=r"run.jsonl: holds another run \(of model test, not other\): choose another file"
    ):
        begin(path, CASES[:3], model="other")
    with pytest.raises(RunError, match=r"\(without four\)"):
        begin(path, CASES)
    edited = CASES[0].model_copy(update={"text": CASES[0].text + "More."})
    with pytest.raises(RunError, match=r"\(with three, with another text, title or date of one\)"):
        begin(path, [edited, CASES[1]])


def test_an_empty_file_is_begun(path):
    """A file that a temporary name was reserved with holds no other run."""
    path.parent.mkdir()
    path.touch()
    begin(path)
    assert read_run(path).header.model == "test"


def test_a_disk_that_is_full_from_the_start(path, monkeypatch):
    """Half a header would stand in the way when there is room again."""

    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(RunError, match="cannot be written: No space left"):
            begin(path)
    begin(path)
    assert read_run(path).entries == {}


def test_a_journal_in_a_folder_that_is_none(path):
    """What is wrong is the folder, and the message says so."""
    path.parent.write_text("a file")
    with pytest.raises(RunError, match=rf"run.jsonl: cannot be written: {path.parent} is no folder"):
        begin(path)


def test_a_damaged_journal_names_its_line(path):
    """The second line is no entry."""
    begin(path)
    path.write_text(path.read_text() + '{"case": 5}\n')
    with pytest.raises(RunError, match=r"run.jsonl:2: is no line of a journal: case"):
        read_run(path)


@pytest.mark.parametrize("content", ["", "no json", "{}\n"])
def test_what_is_no_journal(path, content):
    """Empty, cut off in the first line, or something else."""
    path.parent.mkdir()
    path.write_text(content)
    with pytest.raises(RunError, match="is no"):
        read_run(path)


def test_a_journal_that_cannot_be_read(path):
    """The system's reason is given."""
    with pytest.raises(RunError, match="cannot be read: No such file"):
        read_run(path)


def test_a_full_disk_is_told(path, monkeypatch):
    """The write fails; the message names the file."""
    journal = begin(path)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(RunError, match=r"run.jsonl: cannot be written: No space left"):
        run_cases(CASES, answer, journal, concurrency=1)


def test_an_unfinished_run_is_not_scored(path):
    """Articles that were not done must not vanish."""
    run_cases(CASES[:1], answer, begin(path), concurrency=1)
    with pytest.raises(RunError, match=r"3 of 4 articles were not done \(two, three, four\)"):
        score_run(read_run(path), CASES)


def test_articles_that_changed_are_not_scored(path):
    """A text edited after the run has other offsets; an article without labels has no score."""
    run_cases(CASES, answer, begin(path), concurrency=1)
    edited = [*CASES[:3], CASES[3].model_copy(update={"text": CASES[3].text + "More."})]
    with pytest.raises(RunError, match="1 of 4 articles were changed after the run: four"):
        score_run(read_run(path), edited)
    with pytest.raises(RunError, match="1 of 4 articles have no labels: four"):
        score_run(read_run(path), CASES[:3])


@pytest.mark.parametrize("change", [{"title": "Another title"}, {"published": None}])
def test_a_title_or_date_that_changed_is_another_article(path, change):
    """The model was given them too."""
    run_cases(CASES[:1], answer, begin(path, CASES[:1]), concurrency=1)
    with pytest.raises(RunError, match="were changed after the run: one"):
        score_run(read_run(path), [CASES[0].model_copy(update=change)])


def test_new_labels_do_not_invalidate_a_run(path):
    """Labels may be corrected: the model has not seen them."""
    run_cases(CASES[:1], answer, begin(path, CASES[:1]), concurrency=1)
    assert score_run(read_run(path), [fixture(id="one", tags=["new"], statements=[])]).micro("statements").spu == 1


def test_subsets():
    """By id, topic, register or tag, within a split."""
    cases = [fixture(id="a-one"), fixture(id="a-two", split="test"), fixture(id="b", tags=["denial"], topic="haiti")]
    assert [case.id for case in chosen(cases, "dev", [])] == ["a-one", "b"]
    assert [case.id for case in chosen(cases, "all", ["a-*"])] == ["a-one", "a-two"]
    assert [case.id for case in chosen(cases, "dev", ["denial", "nothing"])] == ["b"]
    assert [case.id for case in chosen(cases, "dev", ["haiti"])] == ["b"]
    assert [case.id for case in chosen(cases, "test", ["agency"])] == ["a-two"]


def test_the_file_of_a_new_run(tmp_path):
    """Named by time and model, without characters that file names cannot have."""
    first = header(CASES, model="ollama/qwen3:8b", strategy="whole", version="0.1.0")
    assert journal_path(first, tmp_path).name == f"{first.started:%Y%m%d-%H%M%S}-ollama-qwen3-8b.jsonl"
