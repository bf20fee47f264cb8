"""Agreement of two coders, worked out by hand on the sample article."""

from __future__ import annotations

from collections import Counter

import pytest
from bench import LABEL_FILE, fixture, labels
from typer.testing import CliRunner

from evals.agreement import KIND, agreement, kappa, read_second, sheets
from evals.cli import app
from evals.fixtures import read_fixture
from evals.slots import Slots
from evals.source import FixtureError

TABLES = LABEL_FILE[LABEL_FILE.index("[[events]]") :]


def other(table, number=0, **changes):
    """The sample as a second coder labelled it, who differs in one record."""
    return fixture(**{table: labels(table, number, **changes)})


def test_a_labelling_agrees_with_itself():
    """Each record is there for each of the two coders, and all fields and codes are the same."""
    case = agreement(fixture(), fixture())
    assert case.records["strikes"] == case.records["attacks"] == case.records["statements"] == Slots(cor=2)
    assert case.records["events"] == case.records["casualties"] == Slots(cor=4)
    for counts in (case.fields, case.exact):
        assert all(slots.accuracy == 1 for slots in counts.values())
    assert all(kappa(codes) == 1 for codes in case.codes.values())


def test_a_record_that_one_coder_lacks():
    """Of three necessary reports (two of the first coder, one of the second) two are with the other: F1 is 2/3."""
    case = agreement(fixture(), fixture(casualties=labels("casualties")[:1]))
    assert case.records["casualties"] == Slots(cor=2, mis=1)
    assert case.records["casualties"].accuracy == pytest.approx(2 / 3)


def test_an_optional_record_counts_against_nobody():
    """The second coder has it as optional: found for the first, not asked of the second; alone it is not asked at all."""
    both = agreement(fixture(), other("statements", optional=True))
    assert both.records["statements"] == Slots(cor=1)
    assert both.records["statements|all"] == Slots(cor=2)
    alone = agreement(fixture(statements=[]), other("statements", optional=True))
    assert alone.records["statements"] == Slots()
    assert alone.records["statements|all"] == Slots(mis=1)


def test_it_does_not_matter_who_comes_first():
    """Counts stay, and the values of codes change sides."""
    first, second = fixture(), other("events", status="claimed", target="guards", optional=True)
    there, back = agreement(first, second), agreement(second, first)
    assert (there.records, there.fields, there.exact) == (back.records, back.fields, back.exact)
    assert there.codes["events.status"] == Counter({("reported", "reported"): 2, ("reported", "claimed"): 1})
    assert back.codes["events.status"] == Counter({("reported", "reported"): 2, ("claimed", "reported"): 1})


def test_an_alternative_of_either_coder_is_tolerated_in_one_direction_only():
    """“depot” is not “fuel depot”: half right by words, right where it is an alternative; exactly it is neither."""
    longer = other("events", target="depot", alternatives={"target": ["fuel depot"]})
    case = agreement(fixture(), longer)
    assert case.fields["events.target"] == Slots(cor=3, par=1)
    assert case.exact["events.target"] == Slots(cor=2, inc=2)


def test_a_value_that_one_coder_leaves_out():
    """Missing in one direction, spurious in the other."""
    case = agreement(fixture(), other("events", weapon=None))
    assert case.fields["events.weapon"] == Slots(cor=2, mis=1, spu=1)
    assert case.fields["events.weapon"].accuracy == pytest.approx(1 / 2)


def test_a_strike_of_one_coder_that_is_an_attack_of_the_other():
    """The event counts as with neither, and as disagreement in kind for each of the two."""
    case = agreement(fixture(), other("events", kind="strike"))
    assert case.records["attacks"] == Slots(mis=1)
    assert case.records["strikes"] == Slots(cor=2, mis=1)
    assert case.records["events"] == Slots(cor=2, mis=2)
    assert case.fields[KIND] == Slots(cor=2, inc=2)
    assert case.codes[KIND] == Counter({("strikes", "strikes"): 2, ("attacks", "strikes"): 2})


def test_a_toll_attached_to_another_event():
    """The link is wrong in both directions; that of the other toll is right."""
    case = agreement(fixture(), other("casualties", event="e2"))
    assert case.fields["casualties.event"] == Slots(cor=2, inc=2)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        # Cohen's table: 20 + 15 of 50 alike (0.7); by chance 25 x 30 + 25 x 20 of 2500 (0.5)
        ({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15}, (0.7 - 0.5) / (1 - 0.5)),
        # half alike, as chance alone would have it
        ({("a", "a"): 1, ("a", "b"): 1, ("b", "a"): 1, ("b", "b"): 1}, 0),
        # never alike
        ({("a", "b"): 1, ("b", "a"): 1}, -1),
        ({("a", "a"): 3, (None, None): 1}, 1),
        ({("a", "a"): 3}, 1),
        ({}, 1),
    ],
)
def test_kappa(codes, expected):
    """Agreement beyond chance; where there is nothing to disagree on, it is full."""
    assert kappa(Counter(codes)) == pytest.approx(expected)


def test_the_tables():
    """Two articles, one in full agreement, one with a casualty report less: 6 of 7 necessary reports."""
    less = fixture(casualties=labels("casualties")[:1])
    records, fields = sheets([agreement(fixture(), fixture()), agreement(fixture(), less)])
    rows = {row[0]: row[1:] for row in records.rows}
    assert rows["casualties"][:3] == ["7", "1", "85.7"]
    assert rows["casualties"][3:] == ["66.7–100.0", "85.7"]
    assert rows["strikes"][:3] == ["4", "0", "100.0"]
    kinds = next(row for row in fields.rows if row[0] == "events.kind")
    assert kinds == ["events.kind", "8", "100.0", "100.0", "100.0–100.0", "1.00", "1.00–1.00"]
    assert "events.strikes_made" not in {row[0] for row in fields.rows}


@pytest.fixture
def folders(tmp_path):
    """The sample in one folder, and a second coder's labels of it in another."""
    firsts, seconds = tmp_path / "first", tmp_path / "second"
    for folder, content in ((firsts, LABEL_FILE), (seconds, f'id = "sample"\n\n{TABLES}')):
        folder.mkdir()
        (folder / "sample.toml").write_text(content, encoding="utf-8")
    return firsts, seconds


def test_second_labels_take_everything_else_from_the_first_file(folders):
    """The text, the title and the day are those of the label file with the same id."""
    firsts, seconds = folders
    first = read_fixture(firsts / "sample.toml")
    assert read_second(seconds / "sample.toml", {"sample": first}) == first


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "sample"', 'id = "simple"', ":1: id 'simple' is that of no label file"),
        (
            'method = "drone"',
            'methods = "drone"',
            ":8: events 1, methods: is no field of the codebook; is 'method' meant?",
        ),
        ('"Army jets bombed"', '"Navy jets bombed"', ":29: events 2, evidence 'Navy jets bombed' is not in the text"),
    ],
)
def test_faults_of_second_labels_are_found(folders, old, new, message):
    """With file and line, as in label files."""
    firsts, seconds = folders
    path = seconds / "sample.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(FixtureError) as caught:
        read_second(path, {"sample": read_fixture(firsts / "sample.toml")})
    assert message in str(caught.value)


def test_the_command(folders):
    """``agree`` prints both tables; a faulty file ends it with 2 and its line."""
    firsts, seconds = folders
    arguments = ["agree", "--markdown", "--fixtures", str(firsts), "--second", str(seconds)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "| casualties | 4 | 0 | 100.0 | 100.0–100.0 | 100.0 |" in result.output
    assert "| statements.act | 2 | 100.0 | 100.0 | 100.0–100.0 | 1.00 | 1.00–1.00 |" in result.output
    (seconds / "sample.toml").write_text('id = "other"\n')
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "sample.toml:1: id 'other' is that of no label file" in result.output


def test_all_faults_of_second_labels_are_told(folders):
    """Of every file; one article in two files is a fault too, for both would count."""
    firsts, seconds = folders
    (seconds / "twin.toml").write_text((seconds / "sample.toml").read_text())
    (seconds / "unknown.toml").write_text('id = "other"\n')
    result = CliRunner().invoke(app, ["agree", "--fixtures", str(firsts), "--second", str(seconds)])
    assert result.exit_code == 2
    assert f"{seconds / 'twin.toml'}:1: id is 'sample', but the file is named 'twin'" in result.stderr
    assert f"{seconds / 'unknown.toml'}:1: id 'other' is that of no label file" in result.stderr


def test_the_committed_second_labels_are_in_order():
    """Every file of evals/second can be compared, at least 30 of them."""
    result = CliRunner().invoke(app, ["agree"])
    assert result.exit_code == 0, result.output
    assert "Records, 32 articles" in result.output
