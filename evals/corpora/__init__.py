"""Document sets that others labelled: readers and scores. The sets themselves are no part of this repository."""
