from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.long_article import PUBLISHED, long_article
from benchmarks.measuring import Work, in_new_process, load, peak_memory, rules
from benchmarks.table import COLUMNS, markdown, times_row, work_row
from conflictsum import local, summarizer
from conflictsum.article import Article
from conflictsum.schema import Usage
from conflictsum.weights import CACHE_VARIABLE
from evals.peers.langextract_peer import PYTHON

ENGINE = """
from types import SimpleNamespace
__version__ = "1"
def CommonParams():
    return SimpleNamespace(model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace())
def Server(params):
    return SimpleNamespace(listening_address="http://127.0.0.1:9")
"""


def work(seconds, **more):
    usage = Usage(calls=6, input_tokens=4000, cached_tokens=3000, output_tokens=int(seconds))
    return Work(**({"words": 500, "seconds": seconds, "usage": usage, "records": 40, "memory": 2_130_000_000} | more))


# The made-up article -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [600, 2_500, 10_000])
def test_a_made_up_article_has_the_length_asked_for(words):
    """It has at least so many words, and at most the last paragraph more."""
    assert words <= len(long_article(words).split()) < words + 100


def test_a_made_up_article_does_not_repeat_itself():
    """Of 10,000 words no paragraph is like another: no engine can answer one from what it read before."""
    paragraphs = long_article(10_000).split("\n\n")
    assert len(paragraphs) > 100
    assert len(set(paragraphs)) == len(paragraphs)


def test_a_short_made_up_article_is_the_beginning_of_a_long_one():
    """What is measured at several lengths differs in length only."""
    assert long_article(1_000).startswith(long_article(600).rstrip())


# What is measured ----------------------------------------------------------------------------------------------------


def test_a_result_comes_back_from_a_new_process():
    """An article is summarized in another process, which says what it took."""
    article = Article(long_article(60), published=PUBLISHED)
    done = in_new_process(rules, [article])
    assert done.words == len(article.text.split())
    assert done.failure is None
    assert done.records is not None
    assert done.usage.calls == 0
    assert in_new_process(os.getpid) != os.getpid()


def test_loading_is_measured_apart_from_articles(tmp_path, monkeypatch):
    """The engine is started without an article; the time since the process was asked for contains more."""
    (tmp_path / "xllamacpp.py").write_text(ENGINE)
    model = tmp_path / "model.gguf"
    model.write_bytes(b"GGUF\x03\x00\x00\x00")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(summarizer, "locate", lambda *_, **__: model)
    servers = {}
    monkeypatch.setattr(local, "_shared", servers)
    try:
        loading = load(time.time() - 3600)
    finally:
        for server in servers.values():
            server.close()
    assert len(servers) == 1
    assert 0 < loading.model < 3600 < loading.python


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has it")
def test_peak_memory_counts_children_and_what_was_freed():
    """A grandchild that had 64 MiB once counts with them."""
    hold = "held = bytearray(64 << 20); held[::4096] = b'x' * (len(held) // 4096); del held; print(flush=True); input()"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    before = peak_memory(os.getpid())
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        during = peak_memory(os.getpid())
        child.communicate(b"\n")
    assert during - before > 64 << 20


# The table -----------------------------------------------------------------------------------------------------------


def test_a_row_shows_the_median_run():
    """Time with its range; tokens of the run in the middle; seconds for 1,000 words of an article of 500."""
    row = work_row("conflictsum", [work(20.0), work(9.0), work(12.0)])
    assert row == ("conflictsum", "12.0 (9.00–20.0)", "24.0", "4,000", "3,000", "12", "40", "2.13 GB")


def test_a_row_leaves_out_what_is_not_known():
    """Nothing is written as 0 that was not counted."""
    row = work_row("rules", [work(0.5, usage=Usage(), memory=None)])
    assert row == ("rules", "0.50", "1.00", "", "", "", "40", "")


def test_a_row_tells_of_failures():
    """A run without a summary still took its time, and says why."""
    row = work_row("peer", [work(30.0, records=None, failure="TruncatedAnswerError: cut off"), work(10.0)])
    assert row[0] == "peer (failed in 1 of 2 runs: TruncatedAnswerError: cut off)"
    assert row[1] == "20.0 (10.0–30.0)"


def test_a_table_is_markdown():
    """One line for each row, all with the same number of cells, whatever stands in them."""
    lines = list(markdown([times_row("a|b\nc", [1.0])]))
    assert lines[0] == f"| {' | '.join(COLUMNS)} |"
    assert lines[1] == "| --- |" + " ---: |" * (len(COLUMNS) - 1)
    assert lines[2] == "| a\\|b c | 1.00 |" + "  |" * (len(COLUMNS) - 2)
    assert len(lines) == 3


def test_a_row_is_written_before_the_next_is_measured():
    """A benchmark that is stopped has shown what it measured."""
    measured = []

    def rows():
        for name in ("load", "article"):
            measured.append(name)
            yield times_row(name, [1.0])

    lines = markdown(rows())
    assert "load" in [next(lines), next(lines), next(lines)][-1]
    assert measured == ["load"]


# The command ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["--times", "0"], "--times: must be at least 1"), (["--published", "tuesday"], "--published: invalid")],
)
def test_wrong_arguments_are_named(arguments, message, monkeypatch, capsys):
    """They end the command before anything is measured."""
    monkeypatch.setattr(sys, "argv", ["speed.py", *arguments])
    with pytest.raises(SystemExit, match="2"):
        speed.main()
    assert message in capsys.readouterr().err


def test_a_missing_article_is_one_line(tmp_path, monkeypatch):
    """No traceback, nothing measured."""
    monkeypatch.setattr(sys, "argv", ["speed.py", str(tmp_path / "none.txt")])
    with pytest.raises(SystemExit, match=r"^speed: .*none\.txt: no such file$"):
        speed.main()


@pytest.mark.parametrize(
    ("python", "why"),
    [
        (None, f"{PYTHON} is not set"),
        ("/no/python", f"{PYTHON} names no Python: No such file or directory"),
        (sys.executable, f"the Python that {PYTHON} names has no langextract"),
    ],
)
def test_langextract_is_left_out_with_the_reason(python, why, monkeypatch, capsys):
    """Its row says why, and the terminal how to make its environment; instructor is measured all the same."""
    monkeypatch.delenv(PYTHON, raising=False)
    if python:
        monkeypatch.setenv(PYTHON, python)
    found, missing = speed._peers()
    assert list(found) == ["peer:instructor"]
    assert [row[0] for row in missing] == [f"langextract: left out, {why}"]
    assert "pip install -r evals/peers/langextract.txt" in capsys.readouterr().err
