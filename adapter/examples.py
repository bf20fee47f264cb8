"""What the adapter is trained on: of each labelled article the question, and the list that its labels make.

    python adapter/examples.py > examples.json

Articles of the development half and of evals/training; never those of the test half or of evals/heldout.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from conflictsum.listing import question
from conflictsum.prompts import load_prompt, one_line
from conflictsum.sections import Section
from evals.fixtures import FOLDER, TRAINING, read_fixture

if TYPE_CHECKING:
    from evals.fixtures import Fixture, GoldEvent


def listed(fixture: Fixture) -> str:
    """The list that the labels of an article make, in the order in which its events are told first."""
    lines = [_line(event, fixture) for event in fixture.events]
    return "\n".join(sorted(lines, key=lambda line: int(line.split(maxsplit=1)[0]))) or "none"


def _line(event: GoldEvent, fixture: Fixture) -> str:
    numbers = sorted({fixture.article.sentence_at(start).number for start, _ in fixture.spans(event)})
    copied = [event.perpetrator, event.target, event.place, event.when.text if event.when else None]
    what = f"{event.method} {event.kind} {event.status} {'total' if event.aggregate else event.novelty}"
    others = " ".join(map(str, numbers[1:])) or "-"
    return " | ".join([str(numbers[0]), *map(_copied, copied), what, others])


def _copied(words: str | None) -> str:
    return one_line(words).replace("|", "/") if words else "-"


def _asked(fixture: Fixture) -> str:
    return f"{question(Section(fixture.article.sentences))}\n\n{load_prompt('listed.v1').text}"


def main() -> None:
    """Prints the examples."""
    labelled = [read_fixture(path) for folder in (FOLDER, TRAINING) for path in sorted(folder.glob("*.toml"))]
    ends = load_prompt("listed.v1").text
    examples = [
        {
            "id": fixture.id,
            "asked": f"{question(Section(fixture.article.sentences))}\n\n{ends}",
            "list": listed(fixture),
        }
        for fixture in labelled
        if fixture.split == "dev"
    ]
    print(json.dumps(examples, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
