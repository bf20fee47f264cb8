"""Other ways of getting the same records from the same embedded model, to compare with; see README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conflictsum.errors import SetupError

if TYPE_CHECKING:
    from evals.peers.base import Peer

PREFIX = "peer:"
ARTICLES = 2  # at work at once, at most: the model gains little from more


def peer(label: str, base_url: str | None = None) -> Peer:
    """The peer of a name.

    Args:
        label: ``peer:instructor`` or ``peer:langextract``.
        base_url: A server to ask instead of the embedded model.

    Raises:
        SetupError: There is no such peer, or what it needs is not installed.
    """
    from evals.peers.base import Endpoint  # noqa: PLC0415  this module is what the command line imports

    endpoint = Endpoint(base_url, "none") if base_url else None
    if label == f"{PREFIX}instructor":
        from evals.peers.instructor_peer import InstructorPeer  # noqa: PLC0415  imports openai

        return InstructorPeer(endpoint)
    if label == f"{PREFIX}langextract":
        from evals.peers.langextract_peer import LangextractPeer  # noqa: PLC0415  only where it is asked for

        return LangextractPeer(endpoint)
    raise SetupError(f"there is no {label!r}: the peers are {PREFIX}instructor and {PREFIX}langextract")
