"""Wall time of everything but the model: reading, recognising, grounding, resolution and linking of one article.

    python benchmarks/overhead.py [ARTICLE] [--published YYYY-MM-DD] [--times N]

The draft that a model would write is made from the recognisers' first choices, so no model is needed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
from pathlib import Path

from conflictsum import read_article
from conflictsum.choices import Choices
from conflictsum.config import Config
from conflictsum.drafts import Draft
from conflictsum.grounding import ground
from conflictsum.link import link
from conflictsum.resolve.records import resolve
from conflictsum.windows import windows_of
from conflictsum.wire import expand

EXAMPLE = Path(__file__).parents[1] / "examples" / "congo-lakeshore.txt"


def main() -> None:
    """Times the stages and prints minimum, median and maximum in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--published", type=dt.date.fromisoformat, default=dt.date(2025, 6, 18))
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args()
    once(given.article, given.published)  # loads the data files
    taken = sorted(once(given.article, given.published) for _ in range(given.times))
    print(
        f"{given.article.name}: minimum {taken[0]:.1f} ms, median {statistics.median(taken):.1f} ms, "
        f"maximum {taken[-1]:.1f} ms over {given.times} runs"
    )


def once(path: Path, published: dt.date) -> float:
    """Milliseconds for one article."""
    start = time.perf_counter()
    article = read_article(path, published=published)
    draft = Draft(events=[], casualties=[], statements=[])
    for window in windows_of(article, Config().window_characters):
        lines = [line for target in window.targets for line in answers(target.number, target.choices)]
        found = Draft.model_validate_json(expand("\n".join(lines), window))
        draft.events.extend(found.events)
        draft.casualties.extend(found.casualties)
        draft.statements.extend(found.statements)
    link(resolve(ground(draft, article), article), article)
    return (time.perf_counter() - start) * 1000


def answers(number: int, choices: Choices) -> list[str]:
    """The terse answer that takes the first choice of everything."""
    lines = []
    if choices.event:
        by, hit, at, when = map(first, (choices.agents, choices.targets, choices.places, choices.times))
        lines.append(f"{number} event: by {by} hit {hit} in {at} when {when}")
    if choices.harm:
        killed, wounded, says = map(first, (choices.killed, choices.wounded, choices.speakers))
        lines.append(f"{number} harm: killed {killed} wounded {wounded} says {says}")
    if choices.speech:
        lines.append(f"{number} said: by {first(choices.speakers)} act {choices.acts[0]} to -")
    return lines


def first(options: tuple[str, ...]) -> str:
    """The first option as it is written in an answer."""
    return f'"{options[0]}"' if options else "-"


if __name__ == "__main__":
    main()
