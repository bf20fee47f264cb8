"""What people read: wording, terminal view, Markdown."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console
from samples import ARTICLE, NOTHING, TEXT, exactly, sentence, summary

from conflictsum.report import wording
from conflictsum.report.markdown import escape, to_markdown
from conflictsum.report.terminal import print_summary, to_text
from conflictsum.report.text import PASSAGE_LENGTH, clean, shorten
from conflictsum.schema import (
    Actor,
    Aggregate,
    Attack,
    CasualtyReport,
    ConflictSummary,
    Count,
    Dropped,
    Evidence,
    Place,
    PoliticalStatement,
    Strike,
    Usage,
    When,
)

HOSTILE = "[bold]x[/] \x1b[31mred\x1b]0;title\x07 <b>h</b> [a](http://e.org) | `c` *i* :smile:\n# not a heading"
MARKDOWN = MarkdownIt("commonmark").enable("table")


def event(**fields: object) -> Attack:
    base = {"id": "a", "status": "reported", "novelty": "new", "evidence": (sentence("Temna"),)}
    return Attack.model_validate(base | fields)


def casualty(**fields: object) -> CasualtyReport:
    base = {"id": "c", "status": "reported", "novelty": "new", "evidence": (sentence("at least two"),)}
    return CasualtyReport.model_validate(base | fields)


def plain(found: ConflictSummary, width: int = 100) -> str:
    """The terminal view as one line of words, so that wrapping does not matter."""
    return " ".join(to_text(found, width).split())


def coloured(found: ConflictSummary, **options: object) -> str:
    page = io.StringIO()
    print_summary(found, Console(file=page, force_terminal=True, width=100, **options))
    return page.getvalue()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (exactly(2, "two"), "2 sites"),
        (exactly(1, "a"), "1 site"),
        (exactly(0, "no"), "0 sites"),
        (exactly(1200, "1,200"), "1,200 sites"),
        (Count(min=2, text="at least two"), "at least 2 sites"),
        (Count(min=1, text="at least one"), "at least 1 site"),
        (Count(max=40, text="up to 40"), "up to 40 sites"),
        (Count(max=1, text="at most one"), "up to 1 site"),
        (Count(min=5, max=7, text="five to seven"), "5 to 7 sites"),
        (Count(min=0, max=1, text="one or none"), "0 to 1 sites"),
        (Count(min=150, max=150, approximate=True, text="some 150"), "about 150 sites"),
        (Count(min=24, approximate=True, text="dozens"), "at least 24 sites (“dozens”)"),
        (Count(min=1, max=1, computed=True, text="a farmer"), "1 site (computed)"),
        (Count(text="several"), "sites, number not given"),
    ],
)
def test_counts_stay_honest(count: Count, words: str) -> None:
    """Open, rounded, computed and missing numbers are told as such."""
    assert wording.count_in_words(count, "site", "sites") == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"killed": Count(min=2, text="at least two")}, "at least 2 killed"),
        ({"killed": exactly(2, "two"), "wounded": exactly(0, "nobody")}, "2 killed, none wounded"),
        ({"killed": exactly(0, "no"), "wounded": exactly(0, "no")}, "no casualties"),
        ({"killed": exactly(0, "no")}, "none killed"),
        ({"killed": exactly(0, "no"), "wounded": exactly(0, "no"), "missing": exactly(1, "one")},
         "none killed, none wounded, 1 missing"),
        ({"killed": Count(text="killed"), "captured": exactly(4, "four")}, "killed, number not given, 4 captured"),
        ({}, "casualties, number not given"),
    ],
)  # fmt: skip
def test_no_casualties_is_not_the_same_as_no_number(fields: dict[str, object], words: str) -> None:
    """An explicit zero, a missing number and a missing statement differ."""
    assert wording.casualties_in_words(casualty(**fields)) == words


def when(text: str, start: str | None, end: str | None, precision: str | None, basis: str, **more: object) -> When:
    return When.model_validate(
        {
            "text": text,
            "start": start and dt.date.fromisoformat(start),
            "end": end and dt.date.fromisoformat(end),
            "precision": precision,
            "basis": basis,
        }
        | more
    )


RELATIVE = "relative_to_publication"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (when("January 23, 2024", "2024-01-23", "2024-01-23", "day", "stated"), "Tue 23 January 2024"),
        (when("on Tuesday", "2024-01-23", "2024-01-23", "day", RELATIVE), "Tue 23 January 2024 (“on Tuesday”)"),
        (when("on Tuesday", None, None, None, RELATIVE), "“on Tuesday”, date not resolved"),
        (when("at the weekend", "2024-01-20", "2024-01-21", "day", RELATIVE), "20–21 January 2024 (“at the weekend”)"),
        (
            when("over New Year", "2023-12-31", "2024-01-01", "day", RELATIVE),
            "31 December 2023 – 1 January 2024 (“over New Year”)",
        ),
        (
            when("in four days", "2024-01-30", "2024-02-02", "day", RELATIVE),
            "30 January – 2 February 2024 (“in four days”)",
        ),
        (when("in February", "2024-02-01", "2024-02-29", "month", RELATIVE), "February 2024 (“in February”)"),
        (when("in 2014", "2014-01-01", "2014-12-31", "year", "stated"), "2014 (“in 2014”)"),
        (
            when("since October", "2023-10-01", "2024-01-24", "month", RELATIVE),
            "1 October 2023 – 24 January 2024, known to the month (“since October”)",
        ),
        (
            when("from March to mid-May", "2024-03-01", "2024-05-15", "month", RELATIVE),
            "1 March – 15 May 2024, known to the month (“from March to mid-May”)",
        ),
        (when("since then", "2023-10-07", None, "day", RELATIVE), "since 7 October 2023 (“since then”)"),
        (when("until now", None, "2024-01-24", "day", RELATIVE), "until 24 January 2024 (“until now”)"),
        (
            when("Monday", "2024-01-22", "2024-01-22", "minute", RELATIVE, time=dt.time(2, 30), timezone="+03:00"),
            "Mon 22 January 2024, 02:30 (+03:00) (“Monday”)",
        ),
        (
            when("Monday", "2024-01-22", "2024-01-22", "minute", RELATIVE, time=dt.time(23, 30), timezone="+00:00"),
            "Mon 22 January 2024, 23:30 (UTC) (“Monday”)",
        ),
    ],
)
def test_dates_keep_their_precision_and_their_words(found: When, words: str) -> None:
    """A date is told no more exactly than it is known, and with the article's words where those differ."""
    assert wording.when_in_words(found) == words


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Houthis", "Ansar Allah", "Houthis (“Ansar Allah”)"),
        ("Houthis", "the Houthis", "Houthis"),
        ("Kerenian army", "army", "Kerenian army"),
    ],
)
def test_names_show_what_the_article_calls_them(name: str, text: str, words: str) -> None:
    """A canonical name hides another name in the article, but not its own longer or shorter form."""
    assert wording.name_in_words(Actor(text=text, name=name)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"responsibility": "claimed"}, "“the group”, rebels, responsibility claimed"),
        ({"responsibility": "denied", "responsibility_by": "the group"}, "“the group”, rebels, responsibility denied"),
        ({"responsibility": "suspected", "responsibility_by": "police"}, "“the group”, rebels, suspected by police"),
        ({"responsibility": "attributed", "country": "YE"}, "“the group”, rebels, Yemen, blamed"),
        ({"kind": "unknown"}, "“the group”"),
    ],
)
def test_responsibility_is_told_with_who_says_so(fields: dict[str, object], words: str) -> None:
    """How an act is tied to its perpetrator stays visible."""
    actor = Actor.model_validate({"text": "the group", "name": "Valley Front", "kind": "rebel"} | fields)
    assert wording.perpetrator_in_words(actor) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(text="Ain al-Asad", name="Ain al-Asad", admin1="Anbar", country="IQ"), "Ain al-Asad, Anbar, Iraq"),
        (Place(text="Iraq", name="Iraq", country="IQ"), "Iraq"),
        (Place(text="Kiev", name="Kyiv", admin1="Kyiv", country="UA"), "Kyiv, Ukraine (“Kiev”)"),
        (Place(text="Nowhere", name="Nowhere"), "Nowhere"),
    ],
)
def test_places_go_from_narrow_to_wide(place: Place, words: str) -> None:
    """Name, province and country, each once."""
    assert wording.place_in_words(place) == words


@pytest.mark.parametrize(
    ("kind", "method", "weapon", "words"),
    [
        (Strike, "air", None, "air strike"),
        (Strike, "artillery", None, "artillery fire"),
        (Strike, "missile", "two Kalibr", "missile strike, with two Kalibr"),
        (Strike, "unspecified", "bombs", "bombs"),
        (Attack, "rocket", "Grad rockets", "Grad rockets"),
        (Attack, "ground_assault", None, "ground assault"),
        (Attack, "unspecified", None, ""),
    ],
)
def test_method_and_weapon_are_not_said_twice(kind: type, method: str, weapon: str | None, words: str) -> None:
    """The weapon's own words suffice where they name the method."""
    fields = event().model_dump(exclude={"method"}) | {"method": method, "weapon": weapon}
    assert wording.method_in_words(kind.model_validate(fields)) == words


def test_separate_counts_stay_separate() -> None:
    """Strikes made, sites, targets and munitions are four numbers."""
    found = event(
        strikes_made=exactly(2, "two"),
        sites_hit=exactly(3, "three"),
        targets_hit=Count(min=1, text="at least one"),
        munitions_used=exactly(9, "nine"),
    )
    assert wording.numbers_in_words(found) == "2 attacks made, 3 sites hit, at least 1 target hit, 9 munitions used"


def test_an_aggregate_shows_its_window_where_no_date_does() -> None:
    """The window is told once."""
    window = {"start": dt.date(2030, 10, 1), "end": dt.date(2031, 5, 22)}
    aggregate = Aggregate(count=Count(min=9, max=9, approximate=True, text="some nine"), unit="times", **window)
    dated = when("since October", "2030-10-01", "2031-05-22", "month", RELATIVE)
    assert wording.aggregate_in_words(event(aggregate=aggregate)) == "about 9 times, 1 October 2030 – 22 May 2031"
    assert wording.aggregate_in_words(event(aggregate=aggregate, when=dated)) == "about 9 times"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\r\n\tb\u00a0 c\u2028d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b31m \x00 \x7f", "\ufffd31m \ufffd \ufffd"),
        ("\ufeffleft \u202eright\u202c \u2066x\u2069", "left right x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800", "\ufffd"),
    ],
)
def test_cleaned_text_cannot_steer_a_terminal(raw: str, shown: str) -> None:
    """One line, no control characters, no direction overrides; joiners that spelling needs stay."""
    assert clean(raw) == shown


def test_a_passage_is_shortened_around_what_matters() -> None:
    """The words of the record stay in view, whole words only, with ellipses at both cut ends."""
    text = "start " + "left " * 60 + "at least two killed " + "right " * 60
    short = shorten(text, around=("not in it", None, "at least two"))
    assert "at least two" in short
    assert short.startswith("… left ")
    assert short.endswith(" right …")
    assert len(short) <= PASSAGE_LENGTH + len("… ") + len(" …")


UNSPACED = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))


@pytest.mark.parametrize("around", [(), ("word40",), ("the end.",), (UNSPACED[150],)])
@pytest.mark.parametrize(
    "text", [" ".join(f"word{n}" for n in range(80)) + " the end.", UNSPACED, UNSPACED[:159] + " the end.", "short"]
)
def test_a_shortened_passage_is_a_piece_of_the_passage(text: str, around: tuple[str, ...]) -> None:
    """Nothing but the ellipses is added, and only where something is missing."""
    short = shorten(text, around)
    body = short.removeprefix("… ").removesuffix(" …")
    assert body in text
    assert short.startswith("… ") is not text.startswith(body)
    assert short.endswith(" …") is not text.endswith(body)


def test_the_terminal_view_tells_every_record() -> None:
    """Who, whom, where, when, how much, who says so, and the words of the article."""
    page = plain(summary())
    for words in (
        "Navy drones hit fuel depot at Port Sarel port-sarel.txt · published 22 May 2031",
        "1 strike, 2 attacks, 4 casualty reports, 2 statements",
        "S1 Ostvian navy → a fuel depot and two patrol boats reported · new",
        "against Kerenia, government where Port Sarel, Sarel Coast when Tue 20 May 2031 (“on Tuesday night”)",
        "count 2 targets hit harm C1 at least 2 killed; C2 5 to 7 wounded; C3 no casualties, claimed »",
        "A1 Free Valley Front → the Kerenian garrison claimed · new by rebels, responsibility claimed",
        "A2 Free Valley Front → Kerenia reported · background · aggregate",
        "covers about 150 times",
        "C2 5 to 7 wounded reported · new who dock workers (civilian) source Ilan Dorrec event S1, Ostvian navy →",
        "C4 at least 24 wounded (“dozens”) reported · new who soldiers (military, of Kerenia)",
        "P2 Captain Rui Maltes (“He”) → Kerenia warn gist Depots that feed the war are targets.",
        "» “every depot that feeds this war is a target”",
        "Left out, with reasons under “dropped” in --format json: 1 record, 2 values.",
        "openai/gpt-5-mini · whole article · 12.3 s · 3,210 tokens read, 840 written",
    ):
        assert words in page


def test_a_quotation_is_not_cited_twice() -> None:
    """A passage that holds a quotation shown above is left out; other passages stay."""
    page = plain(summary())
    assert page.count("every depot that feeds this war") == 1
    assert "A spokesman for the Ostvian navy, Captain Rui Maltes, denied that anyone was hurt." in page


def test_more_passages_are_counted() -> None:
    """A record with many mentions shows two and the number of the others."""
    mentions = tuple(sentence(words) for words in ("naval drones", "denied", "every depot", "fired rockets"))
    found = summary(**NOTHING | {"attacks": (event(evidence=mentions),)})
    assert "and 2 more passages" in plain(found)
    assert "He warned Kerenia" not in plain(found)


def test_what_is_unknown_is_said_or_left_out() -> None:
    """No invented perpetrator, no empty lines, no event where the claim names none."""
    found = summary(**NOTHING | {"attacks": (event(),), "casualties": (casualty(),)})
    page = plain(found)
    assert "A1 perpetrator not named reported · new »" in page
    assert "source the article, in its own voice event not tied to one »" in page


def test_nothing_found_is_said_in_one_line() -> None:
    """An article without conflict gives a friendly line instead of empty sections."""
    page = to_text(summary(**NOTHING), 80)
    assert "\nNo acts of armed conflict, casualties or statements found.\n" in page
    assert not re.search("Strikes|Attacks|Casualties|Statements|Left out", page)


def test_unknown_article_facts_and_cost_are_said() -> None:
    """Missing title, date and token counts are no blanks."""
    article = ARTICLE.info.model_copy(update={"title": None, "source": None, "published": None})
    page = plain(summary(article=article, usage=Usage(seconds=1)))
    assert page.startswith("Untitled article publication date not given 1 strike")
    assert "1.0 s · tokens not reported" in page
    untitled = ARTICLE.info.model_copy(update={"title": None})
    assert plain(summary(article=untitled)).startswith("port-sarel.txt published 22 May 2031 1 strike")


def test_unread_windows_are_counted_apart() -> None:
    """A window the model failed on is no record."""
    lost = Dropped(stage="answer", record="window", value="", reason="the answer was cut off")
    assert "json: 1 unread window." in plain(summary(dropped=(lost,)))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_terminal_view_fits_its_width(width: int) -> None:
    """No line is wider than the terminal, wide characters and right-to-left text included."""
    wide = "导弹袭击了港口" * 20
    arabic = "قال المتحدث باسم الجيش إن القوات قصفت الميناء " * 4
    entries = (event(target=wide), event(id="b", target=arabic, place=Place(text=arabic, name=arabic)))
    found = summary(attacks=entries, article=ARTICLE.info.model_copy(update={"source": "https://e.org/" + "x" * 200}))
    lines = to_text(found, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "导弹袭击了港口" in "".join(line.strip() for line in lines)


def test_right_to_left_text_is_kept_in_reading_order() -> None:
    """Arabic words come out as they are in the article, for the terminal to arrange."""
    assert "قصفت القوات الميناء" in plain(summary(attacks=(event(target="قصفت القوات الميناء"),)))


def test_without_colour_the_words_remain() -> None:
    """Every tag is a word, so that nothing depends on colour."""
    page = coloured(summary(), no_color=True, color_system="truecolor")
    assert not re.search(r"\x1b\[[\d;]*3\d[;m]", page)
    assert "aggregate" in re.sub(r"\x1b\[[\d;]*m", "", page)
    assert "\x1b" not in to_text(summary(), 80)


def hostile() -> ConflictSummary:
    """A summary with hostile text in every place that takes text from the article or the user."""
    actor = Actor(text=HOSTILE, name=HOSTILE, responsibility="claimed", responsibility_by=HOSTILE + "2")
    count = Count(min=24, approximate=True, text=HOSTILE)
    evidence = (Evidence(start=0, end=len(HOSTILE), text=HOSTILE),)
    attack = event(
        perpetrator=actor,
        target=HOSTILE,
        target_actor=actor,
        place=Place(text=HOSTILE, name=HOSTILE, admin1=HOSTILE),
        when=When(text=HOSTILE, basis="stated"),
        weapon=HOSTILE,
        aggregate=Aggregate(count=count, unit=HOSTILE),
        sites_hit=count,
        evidence=evidence,
    )
    report = casualty(event_id="a", victims=HOSTILE, affiliation=actor, sources=(actor,), killed=count)
    statement = PoliticalStatement(
        id="p",
        speaker=actor,
        role=HOSTILE,
        affiliation=actor.model_copy(update={"name": HOSTILE + "3"}),
        addressee=actor,
        act="warn",
        gist=HOSTILE,
        quotes=({"start": 0, "end": len(HOSTILE), "text": HOSTILE},),
        medium=HOSTILE,
        when=When(text=HOSTILE, basis="stated"),
        evidence=evidence,
    )
    info = ARTICLE.info.model_copy(update={"title": HOSTILE, "source": HOSTILE})
    made = summary().provenance.model_copy(update={"model": HOSTILE})
    return summary(
        article=info, provenance=made, strikes=(), attacks=(attack,), casualties=(report,), statements=(statement,)
    )


def test_article_text_is_no_terminal_markup() -> None:
    """Rich markup, emoji codes and escape sequences of an article print as they are or as replacement characters."""
    page = plain(hostile(), width=4000)
    assert "[bold]x[/] \ufffd[31mred\ufffd]0;title\ufffd <b>h</b>" in page
    assert ":smile:" in page
    assert "\x1b" not in page
    assert "\x07" not in page


def test_article_text_steers_no_coloured_terminal() -> None:
    """Of escape sequences, only those that set the view's own colours reach the terminal."""
    page = coloured(hostile(), color_system="truecolor")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", re.sub(r"\x1b\[[\d;]*m", "", page))
    assert "\x1b[31mred" not in page


def test_article_text_is_no_markdown() -> None:
    """No link, HTML, code, emphasis of its own, heading or table column comes out of an article."""
    document = to_markdown(hostile())
    tokens = MARKDOWN.parse(document)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "em_open", "em_close", "text_special"}
    assert not any(token.type.startswith(("html", "code", "fence", "bullet", "ordered")) for token in tokens)
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert [heading.split(" ")[0] for heading in headings if heading.isascii()] == [
        "Attacks",
        "Casualties",
        "Statements",
    ]
    rows = [token for token in tokens if token.type == "tr_open"]
    cells = [token for token in tokens if token.type in {"td_open", "th_open"}]
    assert len(cells) == 2 * len(rows) > 0


@pytest.mark.parametrize(
    "text",
    ["a|b", "*a* _b_ `c`", "[x](y) ![z](w)", "<b>&amp;", "https://e.org www.e.org a@e.org", "#12 @x ~~s~~ $m$", "\\|"],
)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """What is escaped for Markdown renders as the same characters, and nothing but characters."""
    inline = MARKDOWN.parse(f"“{escape(text)}”")[1]
    assert "".join(child.content for child in inline.children or ()) == f"“{text}”"
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


def test_bare_addresses_do_not_become_links() -> None:
    """GitHub links bare addresses by their colon, dot or at sign, so those are escaped."""
    assert escape("see https://e.org, www.e.org or a@e.org at 5:30") == (
        r"see https\://e.org, www\.e.org or a\@e.org at 5:30"
    )


def test_markdown_cites_passages_in_full_with_their_offsets() -> None:
    """A reader can find every passage in the article."""
    document = to_markdown(summary())
    cited = sentence("about 150 times")
    assert len(cited.text) > PASSAGE_LENGTH
    assert f"> “{cited.text}” (characters {cited.start}–{cited.end})" in document
    assert TEXT[cited.start : cited.end] == cited.text


def test_markdown_has_a_heading_for_each_record() -> None:
    """Title, sections and records are a document outline; an empty summary has its line."""
    document = to_markdown(summary())
    assert document.startswith(
        "# Navy drones hit fuel depot at Port Sarel\n\nArticle: port-sarel.txt · published 22 May 2031\n"
    )
    assert [line for line in document.splitlines() if line.startswith("## ")] == [
        "## Strikes", "## Attacks", "## Casualties", "## Statements",
    ]  # fmt: skip
    assert "### C3 · no casualties\n\n*claimed, new*\n\n| | |\n|---|---|\n| who | civilians |\n" in document
    assert "\nNo acts of armed conflict, casualties or statements found.\n" in to_markdown(summary(**NOTHING))
