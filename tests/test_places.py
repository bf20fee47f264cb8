"""Places are the ones the article means, and the gazetteer holds what it says it holds."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.countries import countries, country_code
from conflictsum.resolve.gazetteer import gazetteer
from conflictsum.resolve.names import Aliases, fold, words
from conflictsum.resolve.places import resolve_place
from conflictsum.resolve.sites import find_places

FILE = tomllib.loads(files("conflictsum").joinpath("data/places.toml").read_text(encoding="utf-8"))
PLACES = [(code, name, row) for code, rows in FILE["places"].items() for name, row in rows.items()]

# south, north, west, east of the states with most places, rounded outwards; islands and exclaves included
BOUNDS = {
    "IQ": (29, 38, 38, 49), "SY": (32, 38, 35, 43), "YE": (12, 19, 41, 55), "LB": (33, 35, 35, 37),
    "IL": (29, 34, 34, 36), "PS": (31, 33, 34, 36), "IR": (25, 40, 44, 64), "UA": (44, 53, 22, 41),
    "RU": (41, 82, 19, 180), "SD": (8, 24, 21, 39), "SS": (3, 13, 23, 36), "ML": (10, 25, -13, 5),
    "BF": (9, 16, -6, 3), "NG": (4, 14, 2, 15), "ET": (3, 15, 32, 48), "SO": (-2, 12, 40, 52), "CD": (-14, 6, 12, 32),
    "MZ": (-27, -10, 30, 41), "LY": (19, 34, 9, 26), "MM": (9, 29, 92, 102), "AF": (29, 39, 60, 75),
    "PK": (23, 38, 60, 78), "IN": (6, 36, 68, 98), "HT": (18, 21, -75, -71), "CO": (-5, 14, -80, -66),
    "MX": (14, 33, -119, -86), "AZ": (38, 42, 44, 51), "AM": (38, 42, 43, 47),
}  # fmt: skip

# text, country as the article writes it; name, first-level division, country, precision
RESOLVED = [
    # spelling
    ("Ain al-Asad air base", None, "Ain al-Asad air base", "Al Anbar", "IQ", "site"),
    ("Ayn Al Asad", None, "Ain al-Asad air base", "Al Anbar", "IQ", "site"),
    ("the al-Asad airbase", None, "Ain al-Asad air base", "Al Anbar", "IQ", "site"),
    ("Iraq’s Ain al-Asad air base", None, "Ain al-Asad air base", "Al Anbar", "IQ", "site"),
    ("Hodeidah", None, "Hodeidah", "Hodeidah", "YE", "settlement"),
    ("Al-Hudaydah", None, "Hodeidah", "Hodeidah", "YE", "settlement"),
    ("HUDAYDAH", None, "Hodeidah", "Hodeidah", "YE", "settlement"),
    ("Kiev", None, "Kyiv", "Kyiv City", "UA", "settlement"),
    ("Jurf as-Sakhr", None, "Jurf al-Sakhar", "Babil", "IQ", "settlement"),
    ("Sana’a", None, "Sanaa", "Sanaa", "YE", "settlement"),
    ("Deir el-Zor", None, "Deir ez-Zor", "Deir ez-Zor", "SY", "settlement"),
    ("Cité Soleil", None, "Cite Soleil", "Ouest", "HT", "settlement"),
    ("Port au Prince", None, "Port-au-Prince", "Ouest", "HT", "settlement"),
    ("Ar Raqqah", None, "Raqqa", "Raqqa", "SY", "settlement"),
    ("As Suwayda", None, "Suwayda", "Suwayda", "SY", "settlement"),
    ("near Ash Shaddadi", None, "Shaddadi", "Al-Hasakah", "SY", "settlement"),
    ("Al Huwayjah", None, "Hawija", "Kirkuk", "IQ", "settlement"),
    ("al-Baghdadi", None, "Al-Baghdadi", "Al Anbar", "IQ", "settlement"),
    # words around the name
    ("the city of Aleppo", None, "Aleppo", "Aleppo", "SY", "settlement"),
    ("the eastern town of Bakhmut", None, "Bakhmut", "Donetsk", "UA", "settlement"),
    ("near Kharkiv", None, "Kharkiv", "Kharkiv", "UA", "settlement"),
    ("outside Tower 22", None, "Tower 22", "Mafraq", "JO", "settlement"),
    ("a hospital in Khan Younis", None, "Khan Younis", "Gaza Strip", "PS", "settlement"),
    ("Khan Younis, Gaza", None, "Khan Younis", "Gaza Strip", "PS", "settlement"),
    ("Yemen's Red Sea port of Hodeidah", None, "Hodeidah", "Hodeidah", "YE", "settlement"),
    ("a US base in Deir ez-Zor, Syria", None, "Deir ez-Zor", "Deir ez-Zor", "SY", "settlement"),
    # parts of places, and divisions called after their town
    ("southern Gaza", None, "Gaza Strip", "Gaza Strip", "PS", "admin1"),
    ("Kharkiv region", None, "Kharkiv", "Kharkiv", "UA", "admin1"),
    ("the province of Idlib", None, "Idlib", "Idlib", "SY", "admin1"),
    ("40 km north of Kharkiv", None, "Kharkiv", "Kharkiv", "UA", "admin1"),
    ("eastern Ukraine", None, "Ukraine", None, "UA", "region"),
    ("the Lebanon border", None, "Lebanon", None, "LB", "region"),
    ("Iraqi Kurdistan", None, "Kurdistan Region", None, "IQ", "region"),
    # countries, seas, lands of several states
    ("Iraq", None, "Iraq", None, "IQ", "country"),
    ("the US", None, "United States", None, "US", "country"),
    ("a US base in Iraq", None, "Iraq", None, "IQ", "region"),
    ("the Red Sea", "Yemen", "Red Sea", None, None, "sea"),
    ("Bab el-Mandeb Strait", None, "Bab al-Mandab", None, None, "sea"),
    ("Kashmir", "India", "Kashmir", None, None, "region"),
    ("Lake Chad", None, "Lake Chad", None, None, "region"),
    ("Mexico City", None, "Mexico City", "Mexico City", "MX", "settlement"),
    # namesakes
    ("Rafah", None, "Rafah", "Gaza Strip", "PS", "settlement"),
    ("Rafah", "Egypt", "Rafah", "North Sinai", "EG", "settlement"),
    ("Rafah, Egypt", None, "Rafah", "North Sinai", "EG", "settlement"),
    ("Tripoli", None, "Tripoli", "Tripoli", "LY", "settlement"),
    ("Tripoli", "Lebanon", "Tripoli", "North", "LB", "settlement"),
    ("the Lebanese city of Tripoli", None, "Tripoli", "North", "LB", "settlement"),
    ("Niger State", "Nigeria", "Niger State", "Niger State", "NG", "admin1"),
    ("Palma, Spain", None, "Palma", None, "ES", None),
    # a model's country does not move a known place
    ("Crimea", "Russia", "Crimea", "Crimea", "UA", "admin1"),
    # unknown places
    ("the village of Velmorivka", None, "Velmorivka", None, None, None),
    ("the village of Velmorivka", "Ukraine", "Velmorivka", None, "UA", None),
    ("Velmorivka in Ukraine", None, "Velmorivka", None, "UA", None),
    ("the village of Velmorivka in Luhansk region", None, "Velmorivka", "Luhansk", "UA", "settlement"),
    ("Baghdad's Karrada district", None, "Karrada", "Baghdad", "IQ", "settlement"),
    ("Velmorivka, near Kharkiv", None, "Velmorivka", "Kharkiv", "UA", "settlement"),
    ("a village near Velmora in Mali", None, "Velmora", None, "ML", None),
    ("the border of Israel and Lebanon", None, "border of Israel and Lebanon", None, None, None),
    ("Iran-backed territory", None, "Iran-backed territory", None, None, None),
    ("the market", "Sudan", "market", None, "SD", None),
    ("بغداد", "Iraq", "بغداد", None, "IQ", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "name", "admin1", "code", "precision"), RESOLVED)
def test_places_resolve(text, country, name, admin1, code, precision):
    """Names, transliterations, parts, namesakes and unknown places come out as the gazetteer and the text say."""
    place = resolve_place(text, country)
    assert (place.name, place.admin1, place.country, place.precision) == (name, admin1, code, precision)
    assert place.text == text


def test_a_known_place_has_coordinates():
    """Coordinates are those of the place: Kharkiv lies at 50.0 north, 36.2 east."""
    place = resolve_place("near Kharkiv")
    assert place.latitude == pytest.approx(50.0, abs=0.1)
    assert place.longitude == pytest.approx(36.2, abs=0.1)


@pytest.mark.parametrize(
    "text", ["Iraq", "eastern Ukraine", "the village of Velmorivka", "Palma, Spain", "Velmorivka in Ukraine"]
)
def test_what_is_known_only_by_country_has_no_coordinates(text):
    """Neither a country nor a place of which only the country is known is put on the map."""
    place = resolve_place(text)
    assert (place.latitude, place.longitude) == (None, None)


def test_a_place_in_a_known_one_takes_its_coordinates():
    """An unknown hospital in Gaza City is put on the map at Gaza City, and known no closer than that."""
    hospital, city = resolve_place("Velmora Hospital in Gaza City"), resolve_place("Gaza City")
    assert hospital.name == "Velmora Hospital"
    assert (hospital.latitude, hospital.longitude, hospital.precision) == (city.latitude, city.longitude, "settlement")


def test_a_place_near_a_known_one_has_no_coordinates():
    """An unknown village near a town is not that town: only the country is taken over."""
    place = resolve_place("Velmorivka near Kharkiv")
    assert (place.name, place.country, place.latitude, place.precision) == ("Velmorivka", "UA", None, None)


CODES = [
    ("Iraqi", "IQ"), ("the Israeli army", "IL"), ("US", "US"), ("U.S.", "US"), ("the United States", "US"),
    ("American", "US"), ("Americans", "US"), ("Britain", "GB"), ("UK", "GB"), ("Russian", "RU"), ("Palestinian", "PS"),
    ("Gaza", "PS"), ("the West Bank", "PS"), ("Taiwan", "TW"), ("Kosovo", "XK"), ("Burma", "MM"), ("Türkiye", "TR"),
    ("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("DR Congo", "CD"), ("South Sudanese", "SS"), ("Guinea-Bissau", "GW"),
    ("Equatorial Guinea", "GQ"), ("Papua New Guinea", "PG"), ("Niger", "NE"), ("Nigerien", "NE"), ("Nigerian", "NG"),
    ("North Korea's", "KP"), ("Iran-backed groups in Iraq", "IQ"), ("Western Sahara", "EH"), ("Dominican Republic", "DO"),
    ("Dominica", "DM"),
    # none, or not one
    ("us", None), ("US and UK", None), ("Latin American", None), ("Iran-backed", None), ("pro-Russian", None),
    ("South China Sea", None), ("New Mexico", None), ("the capital", None), ("", None), ("Nigera", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), CODES)
def test_country_codes(text, code):
    """Names, aliases and adjectives give a code; phrases that only hold one, two countries and near misses do not."""
    assert country_code(text) == code


FOUND = [
    ("Drones hit the port of Odesa and a depot near Izium.", ["Odesa", "Izium"]),
    ("Shells fell in southern Gaza on Monday.", ["Gaza"]),
    ("Gunmen stormed the village of Velmora in December.", ["Velmora"]),
    ("Two ships were attacked in the Red Sea.", ["Red Sea"]),
    ("Rockets were fired at Ain al-Asad air base.", ["Ain al-Asad air base"]),
    ("Iran-backed gunmen attacked a convoy in December.", []),
    ("Nobody was hurt.", []),
]


@pytest.mark.parametrize(("text", "places"), FOUND)
def test_places_are_found_in_running_text(text, places):
    """Known names and unknown ones after a preposition are offered; months and backers are not."""
    assert [text[start:end] for start, end in find_places(text)] == places


def test_every_country_is_there():
    """The 193 members of the United Nations, the Holy See, Palestine, Taiwan, Kosovo and Western Sahara."""
    assert len(FILE["countries"]) == 193 + 5
    assert {"VA", "PS", "TW", "XK", "EH"} <= countries().keys()


def test_country_names_are_unambiguous():
    """No name, alias or adjective stands for two countries: building the table would raise."""
    assert country_code("Georgia") == "GE"
    assert all(country_code(row["name"]) == code for code, row in FILE["countries"].items())


def test_there_are_enough_places():
    """The gazetteer covers more than 250 places besides countries."""
    assert len(PLACES) > 250


@pytest.mark.parametrize(("code", "name", "row"), PLACES, ids=[f"{code}-{name}" for code, name, _ in PLACES])
def test_every_place_is_sound(code, name, row):
    """A place has a listed country, coordinates with at most two decimals inside it, and resolves by its own name."""
    latitude, longitude = row["at"]
    assert code == "none" or code in FILE["countries"]
    assert row["is"] in {"site", "settlement", "admin1", "region", "sea"}
    assert (round(latitude, 2), round(longitude, 2)) == (latitude, longitude)
    south, north, west, east = BOUNDS.get(code, (-90, 90, -180, 180))
    assert south <= latitude <= north
    assert west <= longitude <= east
    country = None if code == "none" else FILE["countries"][code]["name"]
    for alias in (name, *row.get("aliases", [])):
        assert (resolve_place(alias, country).name, resolve_place(alias, country).country) == (
            name,
            None if code == "none" else code,
        )


@pytest.mark.parametrize(("name", "row"), [(name, row) for _, name, row in PLACES if row["is"] == "admin1"])
def test_divisions_lie_in_themselves(name, row):
    """A division goes by one name, as a place and as the division that places lie in."""
    assert row["admin1"] == name


def test_only_namesakes_share_a_name():
    """Every name leads to one place, or to one and others that are marked as giving way to it."""
    for _, name, row in PLACES:
        entries = gazetteer().get(name)
        assert [entry.second for entry in entries] == [False, *[True] * (len(entries) - 1)]
        assert not row.get("second") or len(entries) > 1


@given(st.text(max_size=60), st.none() | st.text(max_size=20))
def test_any_text_is_a_place(text, country):
    """Nothing raises; the words are kept and the result is a record that survives JSON."""
    place = resolve_place(text, country)
    assert place.text == text
    assert type(place).model_validate(json.loads(place.model_dump_json())) == place


@given(st.text(alphabet="aIraq's -al US.’\n\u0301،", max_size=40))
def test_words_point_at_the_text(text):
    """Each word's offsets lie in the text, in order, and cover at least the word itself."""
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert text[word.start : word.end].endswith(word.raw)
        end = word.end


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Red Sea", "Red Sea"), ("al-Shabaab", "Shabaab"), ("El Fasher", "Al-Fasher"), ("Sana'a", "Sanaa"),
        ("Kata’ib Hezbollah", "Kataib Hezbollah"), ("Ṣanʿāʾ", "Sana"), ("U.S.", "US"), ("São Tomé", "Sao Tome"),
        ("Ivano-Frankivsk", "Ivano Frankivsk"), ("ash-Shabaab", "Al Shabaab"), ("Iraq's", "Iraq"),
        ("Côte d’Ivoire", "Co\u0302te d'Ivoire"),
    ],
)  # fmt: skip
def test_spellings_that_tell_nothing_apart_fold_alike(one, other):
    """Case, diacritics, apostrophes, hyphens, possessives and articles make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Mali", "Malta"), ("Iran", "Iraq"), ("Aden", "Adan")]
)
def test_different_names_fold_apart(one, other):
    """Folding never brings two names together."""
    assert fold(one) != fold(other)


def test_an_alias_for_two_things_is_refused():
    """A table with one name for two values would answer by chance, and is not built."""
    table: Aliases[str] = Aliases()
    table.add("Rafah", "PS")
    with pytest.raises(ValueError, match="Rafah"):
        table.add("the Rafah", "EG")


def test_an_alias_without_a_word_is_refused():
    """An alias that folds to nothing could never be found."""
    with pytest.raises(ValueError, match="no word"):
        Aliases[str]().add("the", "PS")
