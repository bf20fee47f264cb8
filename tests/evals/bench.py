"""One labelled article, and the summary that answers all of its labels: what the scorer's tests vary."""

from __future__ import annotations

import datetime as dt
import tomllib

from conflictsum.schema import (
    Actor,
    Attack,
    CasualtyReport,
    ConflictSummary,
    Count,
    Evidence,
    Place,
    PoliticalStatement,
    Provenance,
    Quote,
    Strike,
    When,
)
from evals.fixtures import Fixture

TOML = """
id = "sample"
split = "dev"
topic = "sudan"
register = "agency"
tags = ["several-events"]
published = 2025-03-10
text = '''
Drones hit depot

Two drones of the Rapid Support Forces struck a fuel depot in El Obeid on Friday. At least nine guards died there, \
the army said.

Army jets bombed a rebel camp near Nyala on Saturday. Doctors said 20 people were wounded.

“These crimes will not go unpunished,” army spokesman Nabil Osman said.
'''

[[events]]
key = "e1"
kind = "attack"
status = "reported"
novelty = "new"
method = "drone"
perpetrator = "Rapid Support Forces"
target = "fuel depot"
place = "El Obeid"
country = "SD"
when = { text = "on Friday", start = 2025-03-07, end = 2025-03-07, precision = "day" }
weapon = "drones"
evidence = ["Two drones of"]

[[events]]
key = "e2"
kind = "strike"
status = "reported"
novelty = "new"
method = "air"
perpetrator = "Army"
target = "rebel camp"
place = "Nyala"
country = "SD"
when = { text = "on Saturday", start = 2025-03-08, end = 2025-03-08, precision = "day" }
weapon = "jets"
evidence = ["Army jets bombed"]

[[casualties]]
event = "e1"
victims = "guards"
group = "unknown"
killed = "9-"
sources = ["army"]
status = "reported"
novelty = "new"
evidence = ["At least nine guards"]

[[casualties]]
event = "e2"
victims = "people"
wounded = "20"
sources = ["Doctors"]
status = "reported"
novelty = "new"
evidence = ["Doctors said"]

[[statements]]
speaker = "Nabil Osman"
role = "army spokesman"
act = "condemn"
quotes = ["These crimes will not go unpunished"]
evidence = ["“These crimes"]
"""

# label files have at least 60 words, more than these tests need
PADDING = "Trade in the town has been slow since the rains. " * 8
LABEL_FILE = TOML.lstrip().replace("\n'''\n\n[[events]]", f"\n\n{PADDING}\n'''\n\n[[events]]", 1)

NOTHING = {"strikes": (), "attacks": (), "casualties": (), "statements": ()}


def fixture(**changes) -> Fixture:
    """The labelled article, with whole tables or fields replaced."""
    return Fixture.model_validate({**tomllib.loads(TOML), **changes})


def labels(table: str, number: int = 0, **changes) -> list[dict]:
    """A table of labels with the fields of one record replaced; None removes a field."""
    records = tomllib.loads(TOML)[table]
    records[number] = {name: value for name, value in {**records[number], **changes}.items() if value is not None}
    return records


TEXT = fixture().text


def evidence(*words: str) -> tuple[Evidence, ...]:
    """The sentences that begin with some words."""
    sentences = [fixture().finder.sentence(each) for each in words]
    return tuple(sentence.evidence for sentence in sentences)


def actor(text: str) -> Actor:
    return Actor(text=text, name=text)


def place(text: str) -> Place:
    return Place(text=text, name=text, country="SD")


def day(text: str, number: int) -> When:
    date = dt.date(2025, 3, number)
    return When(text=text, start=date, end=date, precision="day", basis="relative_to_publication")


def attack(**changes) -> Attack:
    fields = {
        "id": "attack-1",
        "status": "reported",
        "novelty": "new",
        "method": "drone",
        "perpetrator": actor("Rapid Support Forces"),
        "target": "fuel depot",
        "place": place("El Obeid"),
        "when": day("on Friday", 7),
        "weapon": "drones",
        "evidence": evidence("Two drones of"),
    }
    return Attack.model_validate({**fields, **changes})


def strike(**changes) -> Strike:
    fields = {
        "id": "strike-1",
        "status": "reported",
        "novelty": "new",
        "method": "air",
        "perpetrator": actor("Army"),
        "target": "rebel camp",
        "place": place("Nyala"),
        "when": day("on Saturday", 8),
        "weapon": "jets",
        "evidence": evidence("Army jets bombed"),
    }
    return Strike.model_validate({**fields, **changes})


def killed(**changes) -> CasualtyReport:
    fields = {
        "id": "casualty-1",
        "event_id": "attack-1",
        "victims": "guards",
        "killed": Count(min=9, text="At least nine"),
        "sources": (actor("army"),),
        "status": "reported",
        "novelty": "new",
        "evidence": evidence("At least nine guards"),
    }
    return CasualtyReport.model_validate({**fields, **changes})


def wounded(**changes) -> CasualtyReport:
    fields = {
        "id": "casualty-2",
        "event_id": "strike-1",
        "victims": "people",
        "wounded": Count(min=20, max=20, text="20"),
        "sources": (actor("Doctors"),),
        "status": "reported",
        "novelty": "new",
        "evidence": evidence("Doctors said"),
    }
    return CasualtyReport.model_validate({**fields, **changes})


def quote(text: str) -> Quote:
    start = TEXT.index(text)
    return Quote(start=start, end=start + len(text), text=text)


def statement(**changes) -> PoliticalStatement:
    fields = {
        "id": "statement-1",
        "speaker": actor("Nabil Osman"),
        "role": "army spokesman",
        "act": "condemn",
        "gist": "The crimes will be punished.",
        "quotes": (quote("These crimes will not go unpunished"),),
        "evidence": evidence("“These crimes"),
    }
    return PoliticalStatement.model_validate({**fields, **changes})


def summary(**changes) -> ConflictSummary:
    """The summary that answers every label, with lists replaced."""
    lists = {
        "strikes": (strike(),),
        "attacks": (attack(),),
        "casualties": (killed(), wounded()),
        "statements": (statement(),),
    }
    provenance = Provenance(
        conflictsum="0.1.0",
        model="test",
        strategy="whole",
        prompt="whole.v1",
        prompt_sha256="0" * 64,
        created=dt.datetime(2025, 3, 10, tzinfo=dt.UTC),
    )
    return ConflictSummary(article=fixture().article.info, provenance=provenance, **{**lists, **changes})
