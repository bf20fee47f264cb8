"""Actors come out under one name, with the kind the codebook gives them."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.actors import find_actors, resolve_actor
from conflictsum.resolve.countries import countries
from conflictsum.schema import ActorKind

FILE = tomllib.loads(files("conflictsum").joinpath("data/actors.toml").read_text(encoding="utf-8"))
ACTORS = [(kind, name, row) for kind, rows in FILE.items() for name, row in rows.items()]

# text; name, kind, country
NAMED = [
    ("Houthis", "Houthis", "rebel", "YE"),
    ("Ansar Allah", "Houthis", "rebel", "YE"),
    ("Houthi fighters", "Houthis", "rebel", "YE"),
    ("Yemen's Houthis", "Houthis", "rebel", "YE"),
    ("Hezbollah", "Hezbollah", "militia", "LB"),
    ("Hizballah", "Hezbollah", "militia", "LB"),
    ("Kata'ib Hizballah", "Kataib Hezbollah", "militia", "IQ"),
    ("the Iranian-backed Kataib Hezbollah militia group", "Kataib Hezbollah", "militia", "IQ"),
    ("Hamas", "Hamas", "terrorist_designated", "PS"),
    ("the al-Qassam Brigades", "Hamas", "terrorist_designated", "PS"),
    ("Islamic Jihad", "Palestinian Islamic Jihad", "terrorist_designated", "PS"),
    ("ISIS", "Islamic State", "terrorist_designated", None),
    ("the Islamic State group", "Islamic State", "terrorist_designated", None),
    ("Daesh", "Islamic State", "terrorist_designated", None),
    ("Islamic State Khorasan", "Islamic State Khorasan Province", "terrorist_designated", "AF"),
    ("al-Shabab", "Al-Shabaab", "terrorist_designated", "SO"),
    ("al-Qaeda-linked JNIM", "Jama'at Nusrat al-Islam wal-Muslimin", "terrorist_designated", "ML"),
    ("M23 rebels", "M23", "rebel", "CD"),
    ("the RSF", "Rapid Support Forces", "militia", "SD"),
    ("Wagner", "Wagner Group", "militia", "RU"),
    ("Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan", "terrorist_designated", "PK"),
    ("the BLA", "Balochistan Liberation Army", "separatist", "PK"),
    ("the Kurdistan Workers’ Party (PKK)", "Kurdistan Workers' Party", "separatist", "TR"),
    ("Turkish-backed Syrian National Army", "Syrian National Army", "rebel", "SY"),
    ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps", "state_forces", "IR"),
    ("Islamic Resistance in Iraq", "Islamic Resistance in Iraq", "militia", "IQ"),
    ("the Pentagon", "US military", "state_forces", "US"),
    ("U.S. Central Command", "US Central Command", "state_forces", "US"),
    ("the Israel Defense Forces", "Israeli military", "state_forces", "IL"),
    ("Myanmar's junta", "Myanmar military", "state_forces", "MM"),
    ("the Kremlin", "Russian government", "government", "RU"),
    ("Gaza’s Hamas-run health ministry", "Gaza health ministry", "government", "PS"),
    ("Saudi-led coalition", "Saudi-led coalition", "coalition", "SA"),
    ("NATO forces", "NATO", "coalition", None),
    ("the U.N.", "United Nations", "unknown", None),
]
RULED = [
    # forces
    ("the 8th Infantry Division", "8th Infantry Division", "state_forces", None),
    ("444 Brigade", "444 Brigade", "unknown", None),
    ("Moscow's forces", "Russian military", "state_forces", "RU"),
    ("the General Staff", "General Staff", "state_forces", None),
    ("the junta", "junta", "government", None),
    ("the Defense Ministry", "Defense Ministry", "government", None),
    ("US troops", "US military", "state_forces", "US"),
    ("American warplanes", "US military", "state_forces", "US"),
    ("the Israeli air force", "Israeli military", "state_forces", "IL"),
    ("Israel's army", "Israeli military", "state_forces", "IL"),
    ("Israeli airstrikes", "Israeli military", "state_forces", "IL"),
    ("Iraqi security forces", "Iraqi military", "state_forces", "IQ"),
    ("Rwandan soldiers", "Rwandan military", "state_forces", "RW"),
    ("troops from Rwanda", "Rwandan military", "state_forces", "RW"),
    ("the Philippine coast guard", "Philippine military", "state_forces", "PH"),
    ("US-backed Ukrainian forces", "Ukrainian military", "state_forces", "UA"),
    # police
    ("Kenyan police", "Kenyan police", "police", "KE"),
    # governments
    ("Iran", "Iranian government", "government", "IR"),
    ("the Iranian regime", "Iranian government", "government", "IR"),
    ("Ethiopia's government", "Ethiopian government", "government", "ET"),
    ("Tehran", "Iranian government", "government", "IR"),
    ("Russia's Ministry of Defence", "Russian defence ministry", "government", "RU"),
    ("the Russian Defense Ministry", "Russian defence ministry", "government", "RU"),
    ("US officials", "US officials", "government", "US"),
    # groups beside states: backed is not owned
    ("Iran-backed militia", "Iran-backed militias", "militia", None),
    ("Iranian-backed militants", "Iran-backed militias", "militia", None),
    ("Iran-aligned fighters", "Iran-backed militias", "militia", None),
    ("militias backed by Iran", "Iran-backed militias", "militia", None),
    ("Iranian proxies", "Iran-backed militias", "militia", None),
    ("Iran's proxies", "Iran-backed militias", "militia", None),
    ("Iran-backed Iraqi militias", "Iran-backed Iraqi militias", "militia", "IQ"),
    ("Russian-backed separatists", "Russia-backed separatists", "separatist", None),
    ("pro-Russian separatists", "pro-Russian separatists", "separatist", None),
    ("Syrian rebels", "Syrian rebels", "rebel", "SY"),
    ("Palestinian militants", "Palestinian militants", "militia", "PS"),
    ("Syrian Kurdish forces", "Syrian Kurdish forces", "unknown", "SY"),
    # several states
    ("US and British forces", "US and British forces", "coalition", None),
    ("US-led forces", "US-led forces", "coalition", None),
    # people of a country, and nobody known
    ("Israeli settlers", "Israeli settlers", "unknown", "IL"),
    ("Palestinians", "Palestinians", "unknown", "PS"),
    ("unidentified gunmen", "unidentified gunmen", "unknown", None),
    ("Islamic State-linked militants", "Islamic State-linked militants", "militia", None),
    ("the rebels", "rebels", "rebel", None),
    ("police", "police", "police", None),
    ("a militant source", "a militant source", "unknown", None),
    ("is", "is", "unknown", None),
    # persons keep their name and take kind and country of their body
    ("US Defense Secretary Jane Roe", "Jane Roe", "government", "US"),
    ("Kataib Hezbollah military spokesperson Abu Velmor", "Abu Velmor", "militia", "IQ"),
    ("Houthi leader Abdul-Malik al-Houthi", "Abdul-Malik al-Houthi", "rebel", "YE"),
    ("Israeli military spokesperson Rear Adm. John Doe", "John Doe", "state_forces", "IL"),
    ("the Iraqi Prime Minister's Office", "Iraqi Prime Minister's Office", "government", "IQ"),
    ("John Doe", "John Doe", "unknown", None),
]


@pytest.mark.parametrize(("text", "name", "kind", "country"), NAMED + RULED)
def test_actors_resolve(text, name, kind, country):
    """Names of the file and bodies named by a country get one name, their kind and their country."""
    actor = resolve_actor(text)
    assert (actor.name, actor.kind, actor.country, actor.text) == (name, kind, country, text)


@pytest.mark.parametrize(
    ("text", "hint", "name", "kind"),
    [
        ("Hamas", "state_forces", "Hamas", "terrorist_designated"),
        ("Iran-backed militia", "state_forces", "Iran-backed militias", "militia"),
        ("Israel", "state_forces", "Israeli military", "state_forces"),
        ("Israel", "government", "Israeli government", "government"),
        ("the US and the UK", "state_forces", "US and the UK", "coalition"),
        ("Velmor Front", "rebel", "Velmor Front", "rebel"),
        ("Israeli settlers", "militia", "Israeli settlers", "militia"),
        ("gunmen", "militia", "gunmen", "militia"),
        ("unidentified gunmen", "militia", "unidentified gunmen", "unknown"),
    ],
)
def test_a_hint_stands_only_where_nothing_is_known(text, hint, name, kind):
    """The file and the rules overrule the hint; it decides on unknown names, and between a state and its forces."""
    actor = resolve_actor(text, hint)
    assert (actor.name, actor.kind) == (name, kind)


FOUND = [
    ("The US military struck two Houthi missiles.", ["US military", "Houthi"]),
    ("Russian troops shelled the town, Ukraine's army said.", ["Russian troops", "Ukraine's army"]),
    ("Iran-backed militants attacked Hezbollah's rivals.", ["Iran-backed militants", "Hezbollah"]),
    ("Kataib Hezbollah fighters fled.", ["Kataib Hezbollah fighters"]),
    ("An Israeli airstrike killed two people in Lebanon and Syria.", ["Israeli"]),
    ("Israel said it would strike Iran.", ["Israel", "Iran"]),
    ("The Iraqi city is calm, people told us.", []),
    ("It is said that the Hamas-run office was hit.", []),
    ("A Kenyan police officer and M23 rebels met.", ["Kenyan police", "M23 rebels"]),
    ("The Israel-Gaza war goes on.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "actors"), FOUND)
def test_actors_are_found_in_running_text(text, actors):
    """Known names, forces of countries and countries that act are found; places, adjectives and pronouns are not."""
    assert [text[start:end] for start, end in find_actors(text)] == actors


def test_there_are_enough_actors():
    """The file covers at least 150 actors, and every kind has some."""
    assert len(ACTORS) >= 150
    assert set(FILE) == set(get_args(ActorKind))


@pytest.mark.parametrize(("kind", "name", "row"), ACTORS, ids=[name for _, name, _ in ACTORS])
def test_every_actor_is_sound(kind, name, row):
    """An actor has a listed country or none, and each of its aliases resolves to it whatever the hint says."""
    assert row.get("country", "IQ") in countries()
    for alias in (name, *row.get("aliases", [])):
        actor = resolve_actor(alias, "police")
        assert (actor.name, actor.kind, actor.country) == (name, kind, row.get("country"))


@pytest.mark.parametrize("name", [name for name in FILE["state_forces"] if name.endswith(" military")])
def test_forces_in_the_file_are_named_by_the_rule(name):
    """The file and the rule give a country's forces the same name, so that both lead to one actor."""
    country = countries()[FILE["state_forces"][name]["country"]]
    assert name == f"{country.adjective} military"


@given(st.text(max_size=60), st.sampled_from(get_args(ActorKind)))
def test_any_text_is_an_actor(text, kind):
    """Nothing raises; the words are kept and the result is a record that survives JSON."""
    actor = resolve_actor(text, kind)
    assert actor.text == text
    assert type(actor).model_validate(json.loads(actor.model_dump_json())) == actor


@given(
    st.lists(
        st.sampled_from(["Iran", "-backed", " militants", " the", " Hamas", "'s", " in", " US", " army", "\n\n", "."])
    )
)
def test_found_actors_are_spans_in_order(pieces):
    """Spans lie in the text, are not empty and do not overlap."""
    text = "".join(pieces)
    end = 0
    for span in find_actors(text):
        assert end <= span[0] < span[1] <= len(text)
        end = span[1]
