"""``python -m conflictsum`` is the command ``conflictsum``."""

from __future__ import annotations

from conflictsum.cli import main

if __name__ == "__main__":
    main()
