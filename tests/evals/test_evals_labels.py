"""The labelled articles themselves: in order, and scored in full by the scorer."""

from __future__ import annotations

import pytest

from evals.fixtures import fixture_files, read_fixture
from evals.perfect import perfect
from evals.score import score_case
from evals.scoring import LISTS
from evals.validate import validate


def test_all_label_files_are_in_order():
    """The validator finds nothing."""
    assert validate(fixture_files()) == []


@pytest.mark.parametrize("path", fixture_files(), ids=lambda path: path.stem)
def test_the_labels_answer_themselves(path):
    """Labels given as a prediction are all right in every field: no two are too alike to be told apart."""
    fixture = read_fixture(path)
    score = score_case(fixture, perfect(fixture))
    wrong = {key: slots for key, slots in score.slots.items() if slots.cor != slots.given or slots.mis}
    assert wrong == {}
    assert not score.false_alarm
    assert all(pair.note is None for name in LISTS for pair in score.pairs[name] if pair.scored)
