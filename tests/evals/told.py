"""What a scripted model tells a peer about the article of its tests."""

from __future__ import annotations

EVENT = {
    "id": "e1",
    "evidence": "Rebels shelled the town of Goma on Friday",
    "type": "attack",
    "perpetrator": "Rebels",
    "target": "town",
    "target_actor": None,
    "place": "Goma",
    "when": "on Friday",
    "weapon": None,
    "munitions_used": None,
    "aggregate_count": None,
    "method": "artillery",
    "status": "reported",
    "novelty": "new",
}
CASUALTY = {
    "event": "e1",
    "evidence": "Four officers died, doctors said",
    "victims": "officers",
    "group": "police",
    "affiliation": None,
    "killed": "Four",
    "wounded": None,
    "captured": None,
    "sources": ["doctors"],
    "status": "reported",
    "novelty": "new",
}
STATEMENT = {
    "evidence": "“We will not forget this,” President Amina Bello said",
    "speaker": "Amina Bello",
    "role": "President",
    "affiliation": None,
    "addressee": None,
    "act": "threaten",
    "quotes": ["We will not forget this"],
    "medium": None,
    "when": None,
}
EXTRACTION = {"events": [EVENT], "casualties": [CASUALTY], "statements": [STATEMENT]}
EMPTY = {"events": [], "casualties": [], "statements": []}
