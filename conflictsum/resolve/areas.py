"""Whether a place name means an area, in which another place may lie, by the words around it. English.

The gazetteer knows divisions of countries; townships, sectors, valleys and stretches of coast it mostly does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

_AREA = (
    r"(?:province|governorate|region|oblast|state|department|division|district|county|township|municipality|territory|"
    r"prefecture|canton|commune|parish|zone|area|sector|locality|administrative unit|local government area|LGA|"
    r"sub-?district|tehsil|taluka|agency|raion|cercle|quarter|neighbou?rhood|suburbs?|coast|coastline|sea|gulf|strait|"
    r"straits|bay|channel|ocean|waters|lake|river|basin|valley|mountains?|hills?|range|forest|desert|delta|plain|"
    r"peninsula|islands?|archipelago|border|frontier|boundary|line|front|axis|highway|road|corridor|belt|strip|"
    r"enclave|reserve|reservation|park|countryside|direction)"
)
_SUCH = re.compile(rf"(?i)\b{_AREA}s?$|^(?:the )?(?:[\w’'-]+ )?{_AREA}s? of\b")
_OF = re.compile(rf"(?i)\b{_AREA}s? of (?:the )?(?:[\w’'-]+ (?:and|,) )?$")
_CALLED = re.compile(rf"(?i)(?:[’']s)? {_AREA}s?\b")
_WITHIN = re.compile(r"(?: (?:village|town|city|camp|hamlet))?(?:, | in | of | \()(?:the )?(?:[a-z-]+ ){0,2}")


@lru_cache(maxsize=512)
def is_area(place: str, sentence: str) -> bool:
    """Whether a place is called a province, a valley, a coast or the like.

    Args:
        place: Its words.
        sentence: The sentence that names it, on one line.
    """
    if _SUCH.search(place):
        return True
    named = [match.span() for match in re.finditer(re.escape(place), sentence)]
    return any(_OF.search(sentence[:start]) or _CALLED.match(sentence, end) for start, end in named)


def lies_in(place: str, area: str, sentence: str) -> bool:
    """Whether a sentence names a place with the area it lies in: "Yo Ta Yoke, Ponnagyun Township".

    Args:
        place: The words of the place.
        area: Those of the other.
        sentence: The sentence, on one line.
    """
    start, at = sentence.find(place), sentence.find(area)
    return 0 <= start < at and bool(_WITHIN.fullmatch(sentence, start + len(place), at))
