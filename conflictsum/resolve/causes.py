"""Deaths that are the work of disease and weather: no casualties of a conflict, though told in a report on one."""

from __future__ import annotations

from conflictsum.resolve.phrases import read
from conflictsum.resolve.verbs import ACTS, DIRECT, HARM, SENDING, WEAPONS

_ILLS = frozenset(
    "cholera malaria measles dengue ebola mpox covid covid-19 meningitis diphtheria typhoid typhus hepatitis influenza "
    "pneumonia disease diseases epidemic epidemics outbreak virus infection infections flood floods flooding landslide "
    "landslides mudslide mudslides avalanche avalanches earthquake earthquakes quake aftershocks eruption cyclone "
    "hurricane typhoon tornado lightning heatwave hypothermia snakebite snakebites drought".split()
)
_VIOLENCE = (ACTS | WEAPONS | DIRECT | SENDING) - HARM - _ILLS


def is_natural(text: str) -> bool:
    """Whether a sentence tells of people whom disease or weather befell, and of no violence: "cholera killed 31"."""
    words = {word.low for word in read(text).words}
    return not _ILLS.isdisjoint(words) and _VIOLENCE.isdisjoint(words)
