"""What the codebook and common sense expect of the weights that ``fit`` learns."""

from __future__ import annotations

from conflictsum.weighing import Decision

_ALIKE = (
    "peace_near accident_near crime_near court_near cyber_near memory_near crime_here court_here cyber_here "
    "memory_here nature_near life_near"
)
_UNLIKE = "accident_here nature_here life_here drill_here drill_near private_near"
# What an event that the model listed counts for. No article that its adapter was trained on can tell; these are the
# means of two weights each, learned from one half of evals/heldout, that did well on the other.
_LISTED: dict[Decision, dict[float, str]] = {
    "coreference": {1.25: "cited", -0.6: "uncited cited_elsewhere"},
    "event": {0.25: "listed", -0.45: "only_listed", -0.95: "unlisted"},
    "doer": {3.0: "listed", -0.15: "unlisted", -0.9: "nobody"},
}
_EXPECTED: dict[Decision, dict[float, str]] = {
    "topic": {
        0.4: "actors armed armed_kinds fire fire_kinds harm harm_kinds order order_kinds lead_war armed_deeds "
        "lead_armed forces",
        -0.4: "peace peace_kinds accident crime court memory lead_peace lead_alike other_deeds",
        -0.8: "drill private nature life",
    },
    "coreference": {
        -2.0: "sides_swapped",
        **_LISTED["coreference"],
        0.3: "who_same where_same when_same target_same method_same toll_same next near paragraph definite no_setting "
        "lead same_day",
        -0.3: "who_other where_other when_other target_other method_other toll_other aggregate_other novelty_other "
        "status_other far whole",
    },
    "event": {
        0.3: "doer doer_known target place place_exact when method clear act topic aggregate size reported war_near "
        "armed",
        -0.3: f"unarmed no_arms quoted other_topic {_ALIKE}",
        -0.8: _UNLIKE,
        -1.0: "drill_article",
        -2.0: "private_here",
        **_LISTED["event"],
    },
    "doer": {
        **_LISTED["doer"],
        0.5: "answered",
        0.3: "own own_only own_first own_told told known here most alone last next method_same",
        -0.3: "common hit other_own other_own_known method_other",
    },
    "casualty": {
        0.3: "topic event source digits in_event by_event war_near armed",
        -0.3: f"no_arms other_topic event_gone no_events quoted {_ALIKE}",
        -0.8: _UNLIKE,
        -1.0: "drill_article",
        -2.0: "private_here",
    },
    "statement": {
        0.3: "topic role speaker_known quotes addressee affiliation medium in_event by_event war_near",
        -0.3: "other_topic no_events common peace_near accident_near crime_near private_near court_near drill_near",
        -1.0: "drill_article",
    },
}


def expectations(decision: Decision) -> dict[str, float]:
    """What the features of a decision are there for."""
    return {name: weight for weight, names in _EXPECTED[decision].items() for name in names.split()}
