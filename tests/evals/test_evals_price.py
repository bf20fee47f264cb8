"""Prices of runs: list prices where there are some, and none invented."""

from __future__ import annotations

import pytest
from bench import fixture, summary

from conflictsum.schema import Usage
from evals.journal import Entry, Journal, read_run
from evals.price import dollars
from evals.report import sheets
from evals.run import header, score_run


def test_the_price_is_that_of_the_tokens():
    """Reading and writing are paid for, what comes from the provider's cache is cheaper."""
    read, written = Usage(input_tokens=1000, output_tokens=0), Usage(input_tokens=0, output_tokens=1000)
    both = Usage(input_tokens=1000, output_tokens=1000)
    cached = Usage(input_tokens=1000, output_tokens=0, cached_tokens=1000)
    prices = [dollars("openai/gpt-5-mini", usage) for usage in (cached, read, written, both)]
    assert 0 < prices[0] < prices[1] < prices[2]
    assert prices[3] == pytest.approx(prices[1] + prices[2])


@pytest.mark.parametrize("label", ["local", "floor", "peer:langextract", "ollama/qwen3", "openai/no-such-model"])
def test_a_model_without_a_list_price_has_none(label):
    """It is not said to be free."""
    assert dollars(label, Usage(input_tokens=10, output_tokens=10)) is None


def test_unknown_tokens_have_no_price():
    """A server that tells no tokens cannot be priced."""
    assert dollars("openai/gpt-5-mini", Usage(calls=1)) is None


def test_a_run_shows_what_it_cost(tmp_path):
    """In the table of the run, and article by article."""
    article = fixture()
    journal = Journal.open(
        tmp_path / "run.jsonl", header([article], model="openai/gpt-5-mini", strategy="whole", version="0.1.0")
    )
    usage = Usage(calls=1, input_tokens=100_000, output_tokens=10_000)
    journal.add(Entry(case=article.id, summary=summary(usage=usage), usage=usage))
    run = read_run(journal.path)
    of_run, *_, of_articles = sheets(score_run(run, [article]), run)
    price = f"${dollars('openai/gpt-5-mini', usage):.4f}"
    assert ("cost", price) in of_run.rows
    assert dict(zip(of_articles.columns, of_articles.rows[0], strict=True))["cost"] == price
