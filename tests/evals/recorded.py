"""Recordings for tests: a scripted server stands for the live model."""

from __future__ import annotations

from bench import LABEL_FILE
from server import completion, tokens

from conflictsum.config import Config
from evals.fixtures import read_fixture
from evals.record import Session
from tests.drafts import casualty, draft, event, statement

ATTACK = event(
    "Two drones of the Rapid Support Forces",
    sentences=[2],
    kind="attack",
    method="drone",
    perpetrator="Rapid Support Forces",
    target="fuel depot",
    place="El Obeid",
    when="on Friday",
    weapon="drones",
)
STRIKE = event(
    "Army jets bombed a rebel camp",
    sentences=[4],
    method="air",
    perpetrator="Army",
    perpetrator_kind="state_forces",
    target="rebel camp",
    place="Nyala",
    when="on Saturday",
    weapon="jets",
)
DEAD = casualty(
    "At least nine guards died", sentences=[3], event=1, victims="guards", killed="At least nine", sources=["the army"]
)
HURT = casualty("20 people were wounded", sentences=[5], event=2, victims="people", wounded="20", sources=["Doctors"])
SAID = statement(
    "These crimes will not go unpunished",
    sentences=[6],
    speaker="Nabil Osman",
    role="army spokesman",
    act="condemn",
    quotes=["These crimes will not go unpunished"],
)
GOOD = draft(ATTACK, STRIKE, DEAD, HURT, SAID)
NO_STRIKE = draft(ATTACK, DEAD, SAID)


def answer(value=GOOD):
    """A live model's answer."""
    return completion(value.model_dump(), usage=tokens(900, 120))


def label_file(name="sample", **changes):
    """A label file with another id, and parts of its text replaced."""
    text = LABEL_FILE.replace('id = "sample"', f'id = "{name}"')
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def write_labels(folder, *names):
    """Labelled articles in a folder."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.toml").write_text(label_file(name))
    return [read_fixture(folder / f"{name}.toml") for name in names]


def record(cases, server, folder, **config):
    """Records articles; the server must have a script."""
    settings = {"model": "m", "base_url": server.url, "api_key": "very-secret-key", **config}
    with Session(Config(**settings), folder) as session:
        session.record(cases, concurrency=1)
    return session
