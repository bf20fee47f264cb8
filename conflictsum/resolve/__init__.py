"""Deterministic reading of the article's words: dates, places, actors, counts; the same for every model."""
