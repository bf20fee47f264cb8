"""A summary made by hand for tests of reports: the text below, read as a careful person would."""

from __future__ import annotations

import datetime as dt

from conflictsum.article import Article
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
    Provenance,
    Quote,
    Strike,
    Usage,
    When,
)

TEXT = """Navy drones hit fuel depot at Port Sarel

Ostvian naval drones struck a fuel depot and two patrol boats at Port Sarel on Tuesday night, killing at least two \
sailors and wounding between five and seven dock workers, the regional governor Ilan Dorrec said.

A spokesman for the Ostvian navy, Captain Rui Maltes, denied that anyone was hurt. “There were no casualties among \
civilians. We aim at fuel, not at people,” he said in a post on Telegram. He warned Kerenia that “every depot that \
feeds this war is a target”.

Fighters of the Free Valley Front said they had fired rockets at the Kerenian garrison in Temna a day earlier; the \
army said dozens of soldiers were hurt.

Kerenia has been attacked about 150 times by Front fighters since October, according to its defence ministry, which \
the Front has never disputed and which independent monitors, who count burned vehicles from satellite pictures taken \
twice a week, consider roughly right for the whole of the eastern border region.
"""
ARTICLE = Article(TEXT, source="port-sarel.txt", published=dt.date(2031, 5, 22), language="en")

OSTVIA = Actor(text="Ostvian naval", name="Ostvian navy", kind="state_forces")
KERENIA = Actor(text="Kerenia", name="Kerenia", kind="government")
FRONT = Actor(
    text="Fighters of the Free Valley Front",
    name="Free Valley Front",
    kind="rebel",
    responsibility="claimed",
    responsibility_by="Fighters of the Free Valley Front",
)


def passage(text: str, whole: str = TEXT) -> Evidence:
    """The first place where the text stands."""
    start = whole.index(text)
    return Evidence(start=start, end=start + len(text), text=text)


def sentence(words: str) -> Evidence:
    """The sentence of the sample article that holds some words."""
    return ARTICLE.sentence_at(TEXT.index(words)).evidence


def quote(text: str) -> Quote:
    return Quote(**passage(text).model_dump())


def exactly(number: int, text: str) -> Count:
    return Count(min=number, max=number, text=text)


def summary(**changes: object) -> ConflictSummary:
    """The sample summary, with fields replaced."""
    fields: dict[str, object] = {
        "article": ARTICLE.info,
        "strikes": (
            Strike(
                id="strike-1",
                status="reported",
                novelty="new",
                method="drone",
                perpetrator=OSTVIA,
                target="a fuel depot and two patrol boats",
                target_actor=KERENIA,
                place=Place(text="Port Sarel", name="Port Sarel", admin1="Sarel Coast"),
                when=When(
                    text="on Tuesday night",
                    start=dt.date(2031, 5, 20),
                    end=dt.date(2031, 5, 20),
                    precision="day",
                    basis="relative_to_publication",
                ),
                weapon="naval drones",
                targets_hit=Count(min=2, max=2, text="two"),
                evidence=(sentence("naval drones struck"),),
            ),
        ),
        "attacks": (
            Attack(
                id="attack-1",
                status="claimed",
                novelty="new",
                method="rocket",
                perpetrator=FRONT,
                target="the Kerenian garrison",
                place=Place(text="Temna", name="Temna"),
                when=When(
                    text="a day earlier",
                    start=dt.date(2031, 5, 19),
                    end=dt.date(2031, 5, 19),
                    precision="day",
                    basis="relative_to_event",
                ),
                weapon="rockets",
                evidence=(sentence("fired rockets"),),
            ),
            Attack(
                id="attack-2",
                status="reported",
                novelty="background",
                perpetrator=Actor(text="Front fighters", name="Free Valley Front", kind="rebel"),
                target="Kerenia",
                target_actor=KERENIA,
                when=When(
                    text="since October",
                    start=dt.date(2030, 10, 1),
                    end=dt.date(2031, 5, 22),
                    precision="month",
                    basis="relative_to_publication",
                ),
                aggregate=Aggregate(
                    count=Count(min=150, max=150, approximate=True, text="about 150"),
                    unit="times",
                    start=dt.date(2030, 10, 1),
                    end=dt.date(2031, 5, 22),
                ),
                evidence=(sentence("about 150 times"),),
            ),
        ),
        "casualties": (
            CasualtyReport(
                id="casualty-1",
                event_id="strike-1",
                victims="sailors",
                group="military",
                killed=Count(min=2, text="at least two"),
                sources=(Actor(text="Ilan Dorrec", name="Ilan Dorrec", kind="government"),),
                status="reported",
                novelty="new",
                evidence=(sentence("at least two"),),
            ),
            CasualtyReport(
                id="casualty-2",
                event_id="strike-1",
                victims="dock workers",
                group="civilian",
                wounded=Count(min=5, max=7, text="between five and seven"),
                sources=(Actor(text="Ilan Dorrec", name="Ilan Dorrec", kind="government"),),
                status="reported",
                novelty="new",
                evidence=(sentence("between five and seven"),),
            ),
            CasualtyReport(
                id="casualty-3",
                event_id="strike-1",
                victims="civilians",
                group="civilian",
                killed=exactly(0, "no casualties"),
                wounded=exactly(0, "no casualties"),
                sources=(Actor(text="Captain Rui Maltes", name="Rui Maltes", kind="state_forces"),),
                status="claimed",
                novelty="new",
                evidence=(sentence("There were no casualties"),),
            ),
            CasualtyReport(
                id="casualty-4",
                event_id="attack-1",
                victims="soldiers",
                group="military",
                affiliation=KERENIA,
                wounded=Count(min=24, approximate=True, text="dozens"),
                sources=(Actor(text="the army", name="Kerenian army", kind="state_forces"),),
                status="reported",
                novelty="new",
                evidence=(sentence("dozens of soldiers"),),
            ),
        ),
        "statements": (
            PoliticalStatement(
                id="statement-1",
                speaker=Actor(text="Captain Rui Maltes", name="Captain Rui Maltes", kind="state_forces"),
                role="A spokesman for the Ostvian navy",
                affiliation=Actor(text="the Ostvian navy", name="Ostvian navy", kind="state_forces"),
                act="deny",
                gist="No civilians were hurt; the navy aims at fuel.",
                quotes=(quote("There were no casualties among civilians. We aim at fuel, not at people,"),),
                medium="in a post on Telegram",
                evidence=(sentence("denied that anyone"), sentence("We aim at fuel")),
            ),
            PoliticalStatement(
                id="statement-2",
                speaker=Actor(text="He", name="Captain Rui Maltes", kind="state_forces"),
                addressee=KERENIA,
                act="warn",
                gist="Depots that feed the war are targets.",
                quotes=(quote("every depot that feeds this war is a target"),),
                evidence=(sentence("every depot"),),
            ),
        ),
        "dropped": (
            Dropped(stage="grounding", record="casualty", value="15 killed", reason="15 is not in the passage"),
            Dropped(
                stage="grounding", record="strike", field="weapon", value="cruise missiles", reason="not in the article"
            ),
            Dropped(stage="grounding", record="attack", field="place", value="Sarel City", reason="not in the article"),
        ),
        "usage": Usage(calls=2, input_tokens=3210, output_tokens=840, seconds=12.34),
        "provenance": Provenance(
            conflictsum="0.1.0",
            model="openai/gpt-5-mini",
            served_model="gpt-5-mini-2025-08-07",
            server="api.openai.com",
            strategy="whole",
            prompt="whole.v1",
            prompt_sha256="0" * 64,
            created=dt.datetime(2031, 5, 22, 9, 30, tzinfo=dt.UTC),
        ),
    }
    return ConflictSummary.model_validate({**fields, **changes})


NOTHING: dict[str, object] = {"strikes": (), "attacks": (), "casualties": (), "statements": (), "dropped": ()}
"""Changes that leave a summary without any record."""
