"""What the embedded model has read of a fixed beginning, kept in files so that it is read once and not once per slot.

A state file names its own digest: the engine takes a file of the right shape whatever it holds, and would answer from
garbage without a word.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

import httpx2

Messages = list[dict[str, str]]

KEPT_FILES = 8
"""State files that stay in the folder, those used last; one for 640 tokens has about 18 MB."""

_READ_SECONDS = 600.0
_FILE_SECONDS = 60.0
_REFUSED = 400


class Slots:
    """The places in which an engine answers requests side by side, each holding the tokens it read last.

    Args:
        client: Transport to the engine, its address and key included.
        number: How many there are.
    """

    def __init__(self, client: httpx2.Client, number: int) -> None:
        self._client = client
        self._number = number

    def read(self, messages: Messages) -> None:
        """Makes the first slot read messages.

        Raises:
            httpx2.HTTPError: The engine did not.
        """
        body = {"messages": messages, "max_tokens": 1, "id_slot": 0, "cache_prompt": True}
        answer = self._client.post("/v1/chat/completions", json=body, timeout=_READ_SECONDS)
        answer.raise_for_status()

    def save(self, filename: str) -> None:
        """Writes what the first slot holds to a file in the engine's folder.

        Raises:
            httpx2.HTTPError: The engine could not; a part of the file may be there.
        """
        self._act(0, "save", filename).raise_for_status()

    def restore(self, filename: str) -> bool:
        """Makes every slot hold what a file says; false when the engine cannot use the file.

        Raises:
            httpx2.HTTPError: The engine did not answer or failed otherwise.
        """
        for slot in range(self._number):
            answer = self._act(slot, "restore", filename)
            if answer.status_code == _REFUSED:
                return False
            answer.raise_for_status()
        return True

    def _act(self, slot: int, action: str, filename: str) -> httpx2.Response:
        return self._client.post(
            f"/slots/{slot}", params={"action": action}, json={"filename": filename}, timeout=_FILE_SECONDS
        )


def warm(slots: Slots, folder: Path, identity: Mapping[str, object], messages: Messages) -> None:
    """Makes every slot hold messages, from a state file if there is a good one.

    Args:
        slots: The engine's slots.
        folder: Where the engine keeps state files; made when missing.
        identity: All that a state depends on besides the messages, JSON values only.
        messages: The beginning that later requests share.

    Raises:
        OSError: The folder cannot be used. Slots may hold the messages all the same.
        httpx2.HTTPError: The engine failed, for one because the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    key = _short_digest(json.dumps([identity, messages], sort_keys=True).encode())
    for state in folder.glob(f"prefix-{key}-*.state"):
        if state.stem.endswith(_short_digest(state.read_bytes())) and slots.restore(state.name):
            os.utime(state)
            return
        state.unlink(missing_ok=True)
    slots.read(messages)
    _keep(slots, folder, key)


def _keep(slots: Slots, folder: Path, key: str) -> None:
    """Copies the first slot into the others through a file, which gets its lasting name when the engine accepted it."""
    part = folder / f"prefix-{secrets.token_hex(8)}.part"
    try:
        slots.save(part.name)
        if slots.restore(part.name):
            part.replace(folder / f"prefix-{key}-{_short_digest(part.read_bytes())}.state")
            _prune(folder)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Removes the files not used for longest, those left by killed processes among them."""
    files = [*folder.glob("prefix-*.state"), *folder.glob("prefix-*.part")]
    files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[KEPT_FILES:]:
        file.unlink(missing_ok=True)


def _short_digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
