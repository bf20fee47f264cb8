"""Writing a report: to standard output, or to a file, then all of it or nothing."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
from pathlib import Path


class OutputError(Exception):
    """The output cannot be written. The message names the file and says why."""

    exit_code = 6


class ReaderGoneError(Exception):
    """Whoever read the standard output (``| head``) has seen enough."""


def write_stdout(text: str) -> None:
    """Writes a text to standard output, at once.

    Raises:
        ReaderGoneError: When nobody reads it any more.
        OutputError: When it cannot be written.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # what is left in the buffer would fail once more, and loudly, when the interpreter ends
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError from error
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def check_writable(path: Path) -> None:
    """Finds out before the model works whether a report could be written.

    Raises:
        OutputError: When the folder does not exist or cannot be written to, or the path is a folder.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise OutputError(f"{path} is a folder: name a file in it")
    if not target.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no folder {target.parent}")
    if not os.access(target if _is_special(target) else target.parent, os.W_OK):
        raise OutputError(f"{path} cannot be written: permission denied")


def write(path: Path, text: str) -> None:
    """Writes a text in UTF-8, under a temporary name in the same folder that becomes the final one at the end.

    A link is followed; what is no regular file (a device, a pipe) is written to directly.

    Raises:
        OutputError: When it cannot be written. An earlier file of that name is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if _is_special(target):
            target.write_text(text, encoding="utf-8", newline="\n")
        else:
            _replace(target, text)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or type(error).__name__}") from error


def _replace(target: Path, text: str) -> None:
    # a short name, since the final one may be as long as names can be
    temporary = target.with_name(f".conflictsum-{secrets.token_hex(8)}")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()
