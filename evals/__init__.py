"""Measures how well summaries are: labelled fixtures, a scorer and a runner. Used as ``python -m evals``."""
