"""Numbers are read as they are meant, and found where they count people or events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.counts import find_numbers, read_count

OPEN = None
READ = [
    # exact
    ("two", 2, 2), ("12", 12, 12), ("twelve", 12, 12), ("1,200", 1200, 1200), ("12 000", 12000, 12000),
    ("1\u202f200", 1200, 1200), ("1’200", 1200, 1200), ("twenty-one", 21, 21), ("one hundred and twenty", 120, 120),
    ("three thousand five hundred", 3500, 3500), ("a hundred", 100, 100), ("a thousand", 1000, 1000),
    ("1.2 million", 1200000, 1200000), ("2.5 thousand", 2500, 2500), ("30k", 30000, 30000), ("1.5m", 1500000, 1500000),
    ("a dozen", 12, 12), ("half a dozen", 6, 6), ("two dozen", 24, 24), ("three dozen civilians", 36, 36),
    ("both", 2, 2), ("five others", 5, 5), ("another five", 5, 5), ("four more", 4, 4), ("34 dead", 34, 34),
    ("the death toll rose to 34", 34, 34), ("two people, including a child", 2, 2), ("a family of five", 5, 5),
    ("four US personnel", 4, 4), ("١٢ قتيلا", 12, 12), ("۳۴", 34, 34), ("１２", 12, 12), ("12人", 12, 12),
    # one
    ("a man", 1, 1), ("an officer", 1, 1), ("a militia leader", 1, 1), ("a 12-year-old boy", 1, 1), ("another soldier", 1, 1),
    ("one", 1, 1),
    # none
    ("no casualties", 0, 0), ("none", 0, 0), ("nobody", 0, 0), ("no one", 0, 0), ("not one", 0, 0), ("no", 0, 0),
    ("without casualties", 0, 0), ("zero", 0, 0), ("no injuries were reported", 0, 0),
    # open and closed ranges
    ("at least two", 2, OPEN), ("at least 12 people", 12, OPEN), ("no fewer than 12", 12, OPEN), ("no less than five", 5, OPEN),
    ("more than 20", 21, OPEN), ("over 100", 101, OPEN), ("upwards of 30", 31, OPEN), ("≥5", 5, OPEN),
    ("up to 40", OPEN, 40), ("as many as 40", OPEN, 40), ("no more than 5", OPEN, 5), ("at most three", OPEN, 3),
    ("fewer than 10", OPEN, 9), ("less than a dozen", OPEN, 11), ("under 50", OPEN, 49),
    ("between 5 and 7", 5, 7), ("5-7", 5, 7), ("5–7", 5, 7), ("10 to 15", 10, 15), ("three or four", 3, 4),
    ("from 12 to 15 fighters", 12, 15), ("between twelve and fifteen", 12, 15), ("seven to five", 5, 7),
    ("20 or more", 20, OPEN), ("20+", 20, OPEN), ("12 or fewer", OPEN, 12), ("less than zero", OPEN, 0),
    ("two to three million", 2000000, 3000000), ("two hundred to three hundred", 200, 300),
    ("the toll rose from 30 to 34", 34, 34),
    # number words next to each other
    ("half a million", 500000, 500000), ("two million three hundred thousand and five", 2300005, 2300005),
    ("one hundred and five", 105, 105), ("two and four", 2, 2), ("three of the five soldiers", 3, 3),
    ("a group of 12 soldiers", 12, 12), ("one of the soldiers", 1, 1), ("not a single soldier", 0, 0),
    # a report that is missing is no report of none
    ("no immediate reports of casualties", OPEN, OPEN), ("no information", OPEN, OPEN),
    # no number
    ("two-thirds", OPEN, OPEN), ("1.5", OPEN, OPEN), ("9" * 5000, OPEN, OPEN), ("at 2:30", OPEN, OPEN),
    ("few people", OPEN, OPEN), ("people", OPEN, OPEN), ("casualties", OPEN, OPEN), ("civilians", OPEN, OPEN), ("Qasem Bey", OPEN, OPEN),
    ("the commander", OPEN, OPEN), ("155mm shells", OPEN, OPEN), ("F-16", OPEN, OPEN), ("Su-35", OPEN, OPEN), ("T-72 tanks", OPEN, OPEN),
    ("the 1st Division", OPEN, OPEN), ("third", OPEN, OPEN), ("2014", OPEN, OPEN), ("20 percent", OPEN, OPEN), ("40 km", OPEN, OPEN),
    ("", OPEN, OPEN), ("hostages", OPEN, OPEN),
]  # fmt: skip
APPROXIMATE = [
    ("about 150", 150, 150), ("about 150 times", 150, 150), ("some 150", 150, 150), ("around thirty", 30, 30),
    ("roughly 40", 40, 40), ("nearly 300", 300, 300), ("almost 50", 50, 50), ("approximately 12", 12, 12),
    ("an estimated 400", 400, 400), ("~150", 150, 150), ("close to 90", 90, 90), ("a couple", 2, 2),
    ("dozens", 24, OPEN), ("scores of people", 40, OPEN), ("hundreds of people", 200, OPEN), ("thousands", 2000, OPEN),
    ("tens of thousands", 20000, OPEN), ("several", 3, OPEN), ("a few", 3, OPEN), ("a handful", 3, OPEN), ("multiple", 2, OPEN),
    ("many", 2, OPEN), ("a number of soldiers", 2, OPEN), ("several dozen", 36, OPEN), ("a few hundred", 300, OPEN),
    ("a couple of hundred", 200, OPEN), ("tens of people", 20, OPEN), ("at least some 20", 20, OPEN), ("12 or so", 12, 12),
    ("about 10 to 15", 10, 15),
]  # fmt: skip


@pytest.mark.parametrize(("text", "least", "most"), READ, ids=[text for text, *_ in READ])
def test_exact_numbers_and_bounds(text, least, most):
    """Exact numbers, ranges and open bounds; words without a number have none. The words are kept."""
    count = read_count(text)
    assert (count.min, count.max, count.approximate, count.text) == (least, most, False, text)


@pytest.mark.parametrize(("text", "least", "most"), APPROXIMATE, ids=[text for text, *_ in APPROXIMATE])
def test_approximate_numbers(text, least, most):
    """ "About" and its like keep the number and mark it; vague words give the least they can mean."""
    count = read_count(text)
    assert (count.min, count.max, count.approximate) == (least, most, True)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The strikes killed at least two militants and four other people were wounded.", ["at least two", "four"]),
        ("Troops have been attacked about 150 times since October 7.", ["about 150"]),
        ("Between 5 and 7 shells fell, killing dozens.", ["Between 5 and 7", "dozens"]),
        ("There were no casualties.", ["no"]),
        ("Nobody was hurt, police said.", ["Nobody"]),
        ("No one said why, and no group claimed it.", []),
        ("A drone killed a soldier on the road.", ["a soldier"]),
        ("A drone hit a depot.", []),
        ("On December 18, 2023, a convoy was hit.", []),
        ("The war began in 2014.", []),
        ("It happened at 2:30 a.m. (2330 GMT).", []),
        ("An F-16 and two Su-35 jets fired 155mm shells.", ["two"]),
        ("A boy aged 12 and a 71-year-old woman died.", ["A boy", "a 71-year-old woman"]),
        ("It is 40 km (25 miles) from the border, and 30% burned.", []),
        ("The $5 million plant was hit.", []),
        ("The 3rd Brigade lost three men.", ["three"]),
        ("Prices rose 5 percent in two months.", []),
        ("Up to 1,200 people fled.", ["Up to 1,200"]),
        ("Two or three shells and a dozen rockets fell.", ["Two or three", "a dozen"]),
        ("More than 20 were killed, several of them children.", ["More than 20", "several"]),
        ("Resolution 2231 was adopted.", []),
        ("It killed two and four were hurt.", ["two", "four"]),
        ("One of the men left.", []),
        ("There were no immediate reports of casualties.", []),
        ("Another soldier was shot near a civilian airport.", ["Another soldier"]),
        ("A militant group took over 12 villages.", ["over 12"]),
        ("Jane Roe, 45, was hurt on 2023-12-18.", []),
        ("Call +44 20 7946 0958 at 9:15.", []),
        ("Two-thirds of it burned within 12 hours.", []),
        ("The takeover cost 12 lives and $30,000.", ["12"]),
        ("About 2000 people and 1950 soldiers fled.", ["About 2000", "1950 soldiers"]),
        # ages, a change of tolls, a title of two nouns, the number of a unit
        ("A farmer of 58 died, and the driver, who was 19, fled.", ["A farmer"]),
        ("Two pupils aged 15 and 16 and a family of five fled.", ["Two", "five"]),
        ("Ana Ruiz, seventy-two, sold tickets.", []),
        ("The clinic raised its toll from nine to 14.", ["nine", "14"]),
        ("A captain general was hurt.", ["A captain general"]),
        ("They hit the 153 Task Force Battalion.", []),
    ],
)
def test_finding_numbers(text, numbers):
    """Numbers of people, events and things with their modifiers; not dates, clocks, ages, measures, names."""
    assert [text[start:end] for start, end in find_numbers(text)] == numbers


@pytest.mark.parametrize(
    "text", ["About 2000 people fled.", "1950 soldiers and a doctor died.", "No casualties, 20 or more hurt."]
)
def test_what_is_found_can_be_read(text):
    """Each span, read by itself, gives a number: a choice offered to a model is never empty."""
    found = [read_count(text[start:end]) for start, end in find_numbers(text)]
    assert len(found) >= 1
    assert all(count.min is not None or count.max is not None for count in found)


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    """No text raises, bounds are in order, and spans lie in the text in order."""
    count = read_count(text)
    assert count.min is None or count.max is None or count.min <= count.max
    position = 0
    for start, end in find_numbers(text):
        assert position <= start < end <= len(text)
        position = end
