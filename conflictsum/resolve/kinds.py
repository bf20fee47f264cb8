"""Sorts of actors: who acts for a state, and who bears arms without one (codebook F1)."""

from __future__ import annotations

from conflictsum.schema import ActorKind

STATE_KINDS: frozenset[ActorKind] = frozenset({"state_forces", "government", "coalition"})
ARMED_GROUPS: frozenset[ActorKind] = frozenset({"militia", "rebel", "terrorist_designated", "separatist"})
NONSTATE_KINDS: frozenset[ActorKind] = ARMED_GROUPS | {"police"}
"""Those whose acts are attacks, whatever they do it with (codebook E2)."""
