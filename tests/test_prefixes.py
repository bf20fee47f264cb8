from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import httpx2
import pytest

from conflictsum import prefixes
from conflictsum.prefixes import KEPT_FILES, Slots, warm

MESSAGES = [{"role": "system", "content": "Answer in one word."}, {"role": "user", "content": ""}]
OTHERS = [{"role": "system", "content": "Answer in two words."}, {"role": "user", "content": ""}]
IDENTITY = {"model": ["tiny.gguf", 100, 7], "engine": ["2026.10", "0.1.0"], "slots": [3, 4096]}


class Engine:
    """Three slots that hold what they were made to read, and files as the real engine writes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.slots = [b""] * 3
        self.reads = 0
        self.disk_is_full = False
        client = httpx2.Client(transport=httpx2.MockTransport(self.answer), base_url="http://127.0.0.1:1")
        self.access = Slots(client, len(self.slots))

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        body = json.loads(request.content)
        if request.url.path == "/v1/chat/completions":
            self.reads += 1
            self.slots[body["id_slot"]] = b"STATE" + json.dumps(body["messages"]).encode()
            return httpx2.Response(200, json={})
        slot = int(request.url.path.removeprefix("/slots/"))
        file = self.folder / body["filename"]
        if request.url.params["action"] == "save":
            file.write_bytes(self.slots[slot][: 3 if self.disk_is_full else None])
            return httpx2.Response(500 if self.disk_is_full else 200, json={})
        if not file.exists() or not file.read_bytes().startswith(b"STATE"):
            return httpx2.Response(400, json={})
        self.slots[slot] = file.read_bytes()
        return httpx2.Response(200, json={})

    def holds(self, messages: list[dict[str, str]]) -> bool:
        return self.slots == [b"STATE" + json.dumps(messages).encode()] * 3

    def files(self) -> list[Path]:
        return sorted(self.folder.iterdir())


@pytest.fixture
def engine(tmp_path):
    return Engine(tmp_path / "cache" / "prefixes")


def test_the_beginning_is_read_once_for_all_slots(engine):
    """One slot reads, the others get its state from one file in a folder that is made when missing."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    assert engine.reads == 1
    assert engine.holds(MESSAGES)
    assert [file.suffix for file in engine.files()] == [".state"]


def test_another_engine_takes_the_file(engine):
    """An engine of the same identity reads nothing."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    other = Engine(engine.folder)
    warm(other.access, engine.folder, IDENTITY, MESSAGES)
    assert other.reads == 0
    assert other.holds(MESSAGES)


@pytest.mark.parametrize(
    "changed",
    [
        {"model": ["tiny.gguf", 100, 8]},
        {"model": ["tiny.gguf", 101, 7]},
        {"model": ["big.gguf", 100, 7]},
        {"engine": ["2026.11", "0.1.0"]},
        {"slots": [3, 8192]},
    ],
)
def test_another_identity_has_a_state_of_its_own(engine, changed):
    """A state is never used for another model file, engine or size of the slots."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    warm(engine.access, engine.folder, IDENTITY | changed, MESSAGES)
    assert engine.reads == 2
    assert len(engine.files()) == 2


def test_other_messages_have_a_state_of_their_own(engine):
    """Each beginning has its file, and both can be had again without reading."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    warm(engine.access, engine.folder, IDENTITY, OTHERS)
    assert engine.holds(OTHERS)
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    assert engine.holds(MESSAGES)
    assert engine.reads == 2


@pytest.mark.parametrize("content", [b"", b"garbage", b"STATE of something else"])
def test_a_damaged_file_is_replaced(engine, content):
    """A file whose content is not what its name says is made anew, though the engine might take it."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    good = engine.files()[0]
    good.write_bytes(content)
    other = Engine(engine.folder)
    warm(other.access, engine.folder, IDENTITY, MESSAGES)
    assert other.reads == 1
    assert other.holds(MESSAGES)
    assert engine.files() == [good]
    assert good.read_bytes() == other.slots[0]


def test_an_undamaged_file_that_the_engine_refuses_is_replaced(engine):
    """What the engine cannot use goes, even where its digest is right."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    good = engine.files()[0]
    odd = good.with_name(good.name.replace(good.stem[-32:], prefixes._short_digest(b"odd")))
    good.rename(odd)
    odd.write_bytes(b"odd")
    other = Engine(engine.folder)
    warm(other.access, engine.folder, IDENTITY, MESSAGES)
    assert other.holds(MESSAGES)
    assert engine.files() == [good]


def test_a_full_disk_leaves_no_half_written_file(engine):
    """The error of the engine comes out, the piece it wrote goes."""
    engine.disk_is_full = True
    with pytest.raises(httpx2.HTTPStatusError):
        warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    assert engine.files() == []


def test_a_failure_after_writing_leaves_no_file(engine, monkeypatch):
    """Where the file cannot get its lasting name, the slots are warm and nothing stays behind."""

    def replace(self, target):
        raise OSError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="denied"):
        warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    assert engine.holds(MESSAGES)
    assert engine.files() == []


def test_a_folder_that_cannot_be_made_is_an_error_before_anything_is_read(engine):
    """With a file in the folder's place nothing is asked of the engine."""
    engine.folder.parent.write_text("a file")
    with pytest.raises(OSError, match="prefixes"):
        warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    assert engine.reads == 0


def test_the_files_used_last_stay(engine):
    """Beyond the limit the files not used for longest go, pieces of killed processes too; strangers' files stay."""
    engine.folder.mkdir(parents=True)
    old = [engine.folder / f"prefix-{number}-x.state" for number in range(KEPT_FILES)]
    for age, file in enumerate([*old, engine.folder / "prefix-1.part", engine.folder / "notes.txt"], start=1):
        file.write_bytes(b"old")
        os.utime(file, (1_000_000_000 - age, 1_000_000_000 - age))
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    made = [file for file in engine.files() if file.read_bytes() != b"old"]
    assert len(made) == 1
    assert engine.files() == sorted([*made, *old[: KEPT_FILES - 1], engine.folder / "notes.txt"])


def test_use_keeps_a_file_young(engine):
    """A file is as young as its last use, not as its making."""
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    first = engine.files()[0]
    os.utime(first, (1_000_000_000, 1_000_000_000))
    warm(engine.access, engine.folder, IDENTITY, MESSAGES)
    for number in range(KEPT_FILES - 1):
        other = engine.folder / f"prefix-{number}-x.state"
        other.write_bytes(b"old")
        os.utime(other, (1_000_000_001, 1_000_000_001))
    warm(engine.access, engine.folder, IDENTITY, OTHERS)
    assert first in engine.files()
    assert len(engine.files()) == KEPT_FILES
