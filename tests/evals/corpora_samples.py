"""Small documents in the form of the document sets: written for these tests."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MUC_TEXT = """   KHARTOUM, 10 MAR 25 (TEST) -- [TEXT] REBELS BOMBED THE RADIO STATION IN
NYALA ON SATURDAY, KILLING A GUARD. THE U.S. ENVOY WAS NOT HURT.

   GUNMEN ALSO FIRED AT A TEACHER IN KHARTOUM."""
NOTHING = {
    "types": ["ATTACK"],
    "stage": ["ACCOMPLISHED"],
    "dates": [],
    "locations": [],
    "perp_individuals": [],
    "perp_orgs": [],
    "physical_targets": [],
    "human_targets": [],
    "killed": None,
    "injured": None,
}


def words(*alternatives: str, optional: bool = False) -> dict:
    """A fill of words."""
    return {"alternatives": list(alternatives), "optional": optional}


def people(*descriptions: str, names: tuple[str, ...] = (), optional: bool = False) -> dict:
    """A fill of people."""
    return {"names": list(names), "descriptions": list(descriptions), "optional": optional}


def place(*levels: str) -> list[dict]:
    """A location, the country first."""
    kinds = ["COUNTRY", *(["CITY"] * len(levels))]
    return [{"name": name, "type": kind} for name, kind in zip(levels, kinds, strict=False)]


def days(first: str | None, last: str) -> dict:
    """A date, or what lies on or before it."""
    return {"from": first, "to": last, "form": "exact" if first else "on_or_before", "raw": ""}


def template(*, optional: bool = False, **fills) -> dict:
    """A template with some slots filled."""
    return {"template": "1", "optional": optional, "derived": {**NOTHING, **fills}, "slots_raw": {}}


BOMBING = template(
    types=["BOMBING"],
    dates=[days("2025-03-08", "2025-03-08")],
    locations=[place("SUDAN", "SOUTH DARFUR", "NYALA")],
    perp_individuals=[words("REBELS", "INSURGENTS")],
    physical_targets=[words("RADIO STATION")],
    human_targets=[people("GUARD")],
    killed={"groups": 1, "min": 1, "max": 1, "has_unknown": False},
)
SHOOTING = template(
    dates=[days(None, "2025-03-10")],
    locations=[place("SUDAN", "KHARTOUM")],
    perp_individuals=[words("GUNMEN")],
    human_targets=[people("TEACHER")],
)
ABDUCTION = template(optional=True, types=["KIDNAPPING"], human_targets=[people("MAYOR")])


def muc_row(*templates: dict, **changes) -> dict:
    """A MUC-4 document; the three templates of the sample where none is given."""
    row = {
        "doc_id": "TEST-MUC-0001",
        "split": "test",
        "publication_date": "2025-03-10",
        "mixed_case": False,
        "text": MUC_TEXT,
        "templates": list(templates or (BOMBING, SHOOTING, ABDUCTION)),
    }
    return copy.deepcopy({**row, **changes})


def release_row(**changes) -> dict:
    """A release with strikes at three places."""
    row = {
        "release_date": "2025-03-10",
        "text": "Near Mosul, two airstrikes struck a bridge.\n\nNear Kirkuk, an airstrike struck a truck.",
        "strikes": [
            {"country": "Iraq", "location": "Mosul", "number": 2},
            {"country": "Iraq", "location": "Kirkuk", "number": 1},
            {"country": "Syria", "location": "Raqqa", "number": 4},
        ],
        "total_strikes": 7,
    }
    return copy.deepcopy({**row, **changes})


def write(path: Path, *rows: dict | str) -> Path:
    """A file with one row a line; a string is written as it is."""
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
