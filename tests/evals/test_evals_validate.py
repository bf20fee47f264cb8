"""Faults planted in a label file are found, with their line."""

from __future__ import annotations

import pytest
from bench import LABEL_FILE as GOOD
from bench import TOML

from evals.fixtures import read_fixture
from evals.source import FixtureError
from evals.validate import validate


@pytest.fixture
def write(tmp_path):
    """Writes the sample with replacements, under its own or another name."""

    def write(*replacements, name="sample", content=GOOD):
        for old, new in replacements:
            assert old in content
            content = content.replace(old, new, 1)
        path = tmp_path / f"{name}.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def line_of(path, words):
    return next(number for number, row in enumerate(path.read_text().splitlines(), start=1) if words in row)


def test_the_sample_is_in_order(write):
    """Nothing is found where nothing is wrong, and a file is no double of itself."""
    path = write()
    assert validate([path]) == []
    assert validate([path], [path]) == []


def test_the_day_of_publication_is_not_after_it(write):
    """A time may end on that day."""
    since = 'when = { text = "since the rains", start = 2025-03-01, end = 2025-03-10, precision = "day" }'
    friday = 'when = { text = "on Friday", start = 2025-03-07, end = 2025-03-07, precision = "day" }'
    assert validate([write((friday, since))]) == []


def test_evidence_is_the_sentence_that_begins_with_the_words(write):
    """The word stands in three sentences, and begins one of them."""
    assert validate([write(('["Army jets bombed"]', '["Army"]'))]) == []


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ('topic = "sudan"', 'topic = sudan"', "topic", "is no TOML"),
        ('split = "dev"', 'split = "train"', "split", "split: 'train' input should be 'dev' or 'test'"),
        ('topic = "sudan"\n', "", "", "topic: is missing"),
        ('target = "fuel depot"', 'goal = "fuel depot"', "goal", "events 1, goal: is no field of the codebook"),
        ('weapon = "jets"', 'wepon = "jets"', "wepon", "is 'weapon' meant?"),
        ('speaker = "Nabil Osman"\n', "", "[[statements]]", "statements 1, speaker: is missing"),
        ('id = "sample"', 'id = "other"', "id", "id is 'other', but the file is named 'sample'"),
        ('act = "condemn"', 'act = "blame"', "act", "statements 1, act: 'blame' input should be"),
        ('country = "SD"', 'country = "ZZ"', "country", "events 1, country 'ZZ' is no ISO 3166-1 alpha-2 code"),
        ('killed = "9-"', 'killed = "nine"', "killed", "casualties 1, killed: 'nine' is no count"),
        ('killed = "9-"', "killed = 9", "killed", 'casualties 1, killed: 9 must be a text such as "9"'),
        ('evidence = ["Doctors said"]', "evidence = []", "evidence = []", "casualties 2, evidence: must not be empty"),
        ('sources = ["army"]', 'sources = "army"', "sources", "'army' must be a list, in square brackets"),
        ("2025-03-10\n", "2025-03-10T09:00:00\n", "published", "2025-03-10 09:00:00 must be a day without a time"),
        ("[[statements]]", "[statements]", "[statements]", "statements: must be a list: write [[statements]]"),
        ("[[statements]]", "[[statments]]", "[[statments]]", "is no field of the codebook; is 'statements' meant?"),
        ('killed = "9-"', 'killed = "10-"', "killed", 'casualties 1, killed "10-": 10 is not in the evidence'),
        ('wounded = "20"', 'wounded = "0"', "wounded =", 'casualties 2, wounded "0": 0 is not in the evidence'),
        ('target = "rebel camp"', 'target = "camp of rebels"', 'target = "camp', "target 'camp of rebels' is not in"),
        ('sources = ["army"]', 'sources = ["navy"]', "sources", "casualties 1, source 'navy' is not in the text"),
        ('"Army jets bombed"', '"Air force jets"', "Air force", "evidence 'Air force jets' is not in the text"),
        ('"Army jets bombed"', '"a"', '"a"', "evidence 'a' stands in 2 sentences (2, 4)"),
        ('"Doctors said"', '"Saturday. Doctors"', '["Saturday', "runs over more than one sentence"),
        ('event = "e2"', 'event = "e9"', "e9", "casualties 2, event 'e9' is the key of no event"),
        ('quotes = ["These', 'quotes = ["“These', "quotes", "begins or ends with a quotation mark or comma"),
        ('"These crimes will not go unpunished"', '"army spokesman"', "quotes", "does not stand in quotation marks"),
        ("start = 2025-03-07, end = 2025-03-07", "start = 2025-02-28, end = 2025-02-28", "02-28", "is 2025-03-07, the"),
        ("start = 2025-03-07, end = 2025-03-07", "start = 2025-03-08, end = 2025-03-07", "03-08", "after its end"),
        ("start = 2025-03-07, end = 2025-03-07", "start = 2025-03-07", '"on Friday"', "has a start only"),
        (
            "start = 2025-03-07, end = 2025-03-07",
            "start = 2025-03-07, end = 2025-04-07",
            "04-07",
            "after the publication",
        ),
        ("published = 2025-03-10\n", "", '"on Friday"', "cannot be resolved without a publication date (F4)"),
        ('novelty = "new"', 'novelty = "new"\nrule = "Z1"', "rule", "events 1, rule: 'Z1'"),
        (
            'weapon = "jets"',
            'weapon = "jets"\nalternatives = { weapons = ["jets"] }',
            "alternatives",
            "'weapons' is no field",
        ),
        (
            'weapon = "jets"',
            'weapon = "jets"\nalternatives = { strikes_made = ["two"] }',
            "alternatives",
            "'two' is no count",
        ),
    ],
)
def test_planted_faults(write, old, new, at, message):
    """Each fault is found on its own line."""
    path = write((old, new))
    problems = validate([path])
    assert message in problems[0].message
    assert problems[0].file == path
    assert problems[0].line == line_of(path, at)


def test_a_fault_of_a_whole_record(write):
    """A method that does not fit the kind is reported at the head of the second event."""
    path = write(('method = "air"', 'method = "rocket"'))
    (problem,) = validate([path])
    assert "method 'rocket' is none of a strike: air, artillery, drone" in problem.message
    assert problem.line == line_of(path, 'key = "e2"') - 1


def test_a_key_that_is_taken(write):
    """The second of two events with one key is reported."""
    path = write(('key = "e2"', 'key = "e1"'))
    (problem, _) = validate([path])
    assert problem.message == "events 2, key 'e1' is taken by an event above"
    assert problem.line == line_of(path, 'kind = "strike"') - 1


def test_a_fault_in_the_last_line(write):
    """TOML that ends too early is reported at its end."""
    path = write(content="id = \"sample\"\ntext = '''\nwords\n")
    with pytest.raises(FixtureError, match=rf"{path.name}:3: is no TOML"):
        read_fixture(path)


def test_a_file_that_is_not_utf_8(tmp_path):
    """The line of the first bad byte is named."""
    path = tmp_path / "sample.toml"
    path.write_bytes(b'id = "sample"\ntitle = "\xff"\n')
    with pytest.raises(FixtureError, match=r"sample.toml:2: is not UTF-8"):
        read_fixture(path)


def test_a_file_that_is_not_there(tmp_path):
    """The system's reason is given."""
    with pytest.raises(FixtureError, match="cannot be read: No such file"):
        read_fixture(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\ufeff" + GOOD, "sample.toml:1: begins with a byte order mark"),
        ("number = " + "1" * 5000, "sample.toml:1: cannot be read: Exceeds the limit"),
        ("list = " + "[" * 5000, "sample.toml:1: cannot be read: maximum recursion depth exceeded"),
        (f"{TOML[: TOML.index('Drones')]}\n'''", "sample.toml:8: text: '\\n' the article is empty"),
        (f"{TOML[: TOML.index('Drones')]}{'war ' * 130_000}'''", "characters, more than the 500,000 allowed"),
    ],
)
def test_files_that_no_label_can_be_read_from(write, content, message):
    """They are problems like others: nothing is raised, and no message quotes a whole article."""
    (problem,) = validate([write(content=content)])
    assert message in str(problem).replace(str(problem.file.parent), "")
    assert len(problem.message) < 250


@pytest.mark.parametrize(("words", "found"), [(20, True), (120, False), (500, True)])
def test_lengths(write, words, found):
    """Label files have 60 to 460 words."""
    content = TOML.lstrip().replace("\n'''\n\n[[events]]", f"\n\n{'word ' * (words - 45)}\n'''\n\n[[events]]", 1)
    messages = [problem.message for problem in validate([write(content=content)])]
    assert any("the text has" in message for message in messages) == found


def test_two_files_with_one_id(write, tmp_path):
    """Both are named, in whichever folder they are."""
    first = write()
    other = tmp_path / "sub"
    other.mkdir()
    second = other / "sample.toml"
    second.write_text(first.read_text())
    problems = validate([first, second])
    assert [problem.file for problem in problems] == [first, second]
    assert f"id 'sample' is taken by {second}" in problems[0].message


def test_a_topic_in_both_splits(write):
    """A topic belongs to one split; files that are not checked count too, but are not reported."""
    one = write()
    other = write(('id = "sample"', 'id = "other"'), ('split = "dev"', 'split = "test"'), name="other")
    (problem,) = validate([one], [other])
    assert problem.message == "topic 'sudan' is in dev here, in test in other.toml: it must be wholly in one"
    assert problem.line == line_of(one, "split")


PAIRED = ('topic = "sudan"', 'topic = "sudan"\npair = "p"')


def test_pairs_have_two_articles(write):
    """One alone is no pair."""
    (problem,) = validate([write(PAIRED)])
    assert problem.message == "pair 'p' has 1 articles, not 2"


def test_partners_tell_the_same_facts(write):
    """Other names and words are what pairs are for; another number is a fault, on both sides."""
    one = write(PAIRED)
    twin = write(PAIRED, ('id = "sample"', 'id = "other"'), ('target = "fuel depot"', 'target = "depot"'), name="other")
    assert validate([one, twin]) == []
    other = write(PAIRED, ('id = "sample"', 'id = "other"'), ('wounded = "20"', 'wounded = "20-"'), name="other")
    mine, theirs = sorted(validate([one, other]), key=lambda problem: problem.file, reverse=True)
    assert mine.message == "pair 'p': casualties here, wounded 20, have no partner in other.toml"
    assert theirs.message == "pair 'p': casualties here, wounded 20-, have no partner in sample.toml"


def test_optional_records_need_no_partner(write):
    """What may be left out may be left out of one of the two."""
    one = write(PAIRED)
    without = GOOD[: GOOD.index("[[statements]]")]
    twin = write(PAIRED, ('id = "sample"', 'id = "other"'), name="other", content=without)
    assert len(validate([one, twin])) == 1
    one = write(PAIRED, ('act = "condemn"', 'act = "condemn"\noptional = true'))
    assert validate([one, twin]) == []


def test_persons_that_are_counted_need_a_rule(write):
    """A number that follows from names is right only where rule C4 is cited; one person needs no rule."""
    counted = ('killed = "9-"', 'killed = "3"')
    assert "needs rule" in validate([write(counted)])[0].message
    assert validate([write(counted, ('event = "e1"', 'event = "e1"\nrule = "C4"'))]) == []
    assert validate([write(('killed = "9-"', 'killed = "1"'))]) == []


def test_since_ends_on_the_day_of_publication(write):
    """Rule A1."""
    since = (
        '{ text = "on Friday", start = 2025-03-07, end = 2025-03-07',
        '{ text = "since the rains", start = 2025-03-01, end = 2025-03-09',
    )
    (problem,) = validate([write(since)])
    assert "ends on the day of publication, 2025-03-10 (A1), not on 2025-03-09" in problem.message
