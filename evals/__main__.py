"""``python -m evals``."""

from __future__ import annotations

if __name__ == "__main__":
    try:
        from evals.cli import main

        main()
    except KeyboardInterrupt:  # while it is still being loaded
        raise SystemExit(130) from None
