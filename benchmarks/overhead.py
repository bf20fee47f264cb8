"""Wall time of everything but the model: reading, recognising, grounding, resolution and linking of one article.

    python benchmarks/overhead.py [ARTICLE] [--published YYYY-MM-DD] [--times N]

The draft that a model would write is the floor's: the recognisers' first choices, so no model is needed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
from pathlib import Path

from conflictsum import read_article
from evals.floor import Floor

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
    Floor().summarize(read_article(path, published=published))
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
