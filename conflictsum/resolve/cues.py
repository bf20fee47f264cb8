"""What single words of a sentence settle: method, status, victims' group, act of speech, medium, aggregate.

Recognisers for what a small model need not be asked. English; where no cue is found they say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.drafts import Method
from conflictsum.matching import quoted_spans
from conflictsum.schema import Act, Status, VictimGroup


def _cue(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{words})\b")


# First match wins: the carrier ("drone") before the general word ("strike").
_METHODS: tuple[tuple[re.Pattern[str], Method], ...] = (
    (_cue(r"assassinat\w+"), "assassination"),
    (_cue(r"hijack\w*"), "hijacking"),
    (_cue(r"abduct\w*|kidnap\w*|took hostage|taken hostage"), "abduction"),
    (_cue(r"(?:car|truck|suicide|roadside|parcel)[- ]bomb\w*|ied|ieds|explosive device|landmines?|suicide"), "bombing"),
    (_cue(r"drones?|uavs?|quadcopters?|shahed\w*"), "drone"),
    (_cue(r"missiles?"), "missile"),
    (_cue(r"rockets?"), "rocket"),
    (_cue(r"artillery|shell(?:s|ed|ing)?|mortars?|howitzers?|tank fire|glide bombs?"), "artillery"),
    (_cue(r"warships?|naval|gunboats?"), "naval"),
    (
        _cue(
            r"air ?-?strikes?|air ?-?raids?|warplanes?|fighter jets?|jets|aircraft|helicopters?|air force|bombardment"
        ),
        "air",
    ),
    (_cue(r"opened fire|gunm[ae]n|gunned|shot|shooting|shootings|gunfire|snipers?"), "shooting"),
    (_cue(r"raid(?:s|ed)?|stormed"), "raid"),
    (
        _cue(r"ground assault|assault|incursion|ambush\w*|clash\w*|offensive|overran|fighting|battle\w*"),
        "ground_assault",
    ),
    (_cue(r"bomb\w*|blasts?|explosions?|grenades?|detonat\w+"), "bombing"),
    (_cue(r"stabb\w+|torch\w*|loot\w*|burned|beheaded|executed"), "other"),
)
_STATUSES: tuple[tuple[re.Pattern[str], Status], ...] = (
    (_cue(r"intercept\w*|shot down|downed|brought down|neutrali[sz]ed (?:the|all)"), "intercepted"),
    (_cue(r"foiled|thwarted|attempted|failed to|tried to|plot(?:ted)?"), "attempted"),
    (_cue(r"claim(?:s|ed)? (?:responsibility|to have|that (?:it|they) had)|claimed the"), "claimed"),
    (_cue(r"den(?:y|ies|ied|ying)"), "denied"),
    (_cue(r"alleged(?:ly)?|accus(?:ed|es|ing)"), "alleged"),
)
_UNREAL = _cue(
    r"threat(?:en)?(?:s|ed|ing)?|would (?:attack|strike|hit|target|bomb|respond|retaliate|continue)|will (?:attack|"
    r"strike|hit|target|bomb|respond|retaliate|continue)|vow(?:s|ed)? to|if (?:it|they) (?:attack|strike)"
)
_ACTS: tuple[tuple[re.Pattern[str], Act], ...] = (
    (_cue(r"claim(?:s|ed|ing)? responsibility|took credit"), "claim_responsibility"),
    (
        _cue(
            r"condemn\w*|denounc\w+|decri(?:ed|es)|decry|slammed|deplor\w+|appalled|outraged|"
            r"(?:war )?crimes? (?:of|against)|"
            r"war crimes?|act of (?:terror|war|aggression|cowardice)|terrorist act|atrocit\w+|barbar\w+|"
            r"cowardly|enem(?:y|ies) of"
        ),
        "condemn",
    ),
    (
        _cue(
            r"accus\w+|blam(?:e|ed|es|ing)|alleged|allegation|at fault|(?:pointed|points) (?:the|a) finger|"
            r"(?:was|were|is|are) "
            r"(?:responsible for|behind)|provo(?:cation|ked)|violat(?:ed|ing|ion)"
        ),
        "accuse",
    ),
    (_cue(r"den(?:y|ies|ied|ying)|rejected (?:the )?(?:claims?|accusations?|allegations?)"), "deny"),
    (_cue(r"reject\w*|refus\w+|ruled out"), "reject"),
    (
        _cue(
            r"threat(?:en)?(?:s|ed|ing)?|vow(?:s|ed|ing)?|would (?:continue to (?:target|attack|strike)|respond|"
            r"retaliate)|"
            r"will (?:be (?:hit|punished|answered|met|avenged)|keep (?:on )?\w+ing|never forget|"
            r"bomb|fire|strike|flatten|hit|attack|target|respond|retaliate|avenge|crush|hunt|not go unpunished)|"
            r"pay (?:a|the|dearly)"
        ),
        "threaten",
    ),
    (_cue(r"warn\w*|caution(?:s|ed|ing)|no longer be safe"), "warn"),
    (_cue(r"demand(?:ed|s|ing)?(?! of)|ultimatum"), "demand"),
    (
        _cue(
            r"urg(?:e|ed|es|ing)|call(?:s|ed|ing)? (?:up)?(?:on|for)|appeal(?:s|ed|ing)?|should|must (?!assume|"
            r"admit|say|have)|"
            r"ask(?:s|ed) (?:[\w’'-]+ ){1,6}(?:to|for)"
        ),
        "urge",
    ),
    (_cue(r"prais\w+|hail(?:s|ed|ing)?|salut\w+|commend\w*|thank(?:s|ed)?"), "praise"),
    (_cue(r"offer(?:s|ed|ing)?|proposed|proposal|ready to (?:talk|negotiate)"), "offer"),
    (_cue(r"agree(?:s|d|ing)?|accept(?:s|ed)"), "agree"),
    (
        _cue(
            r"(?:in|a) direct response|in response to|proportionate|self-defen[cs]e|right to|in retaliation|"
            r"justif\w+|necessary|"
            r"legitimate|lawful|military target|complied with|(?:was|were) (?:meant|used) (?:for|to)|"
            r"in reply to|revenge for"
        ),
        "justify",
    ),
    (_cue(r"announc\w+|declar\w+|pledg\w+|promis\w+|will (?:send|begin|deploy|provide)"), "announce"),
)
_GROUPS: tuple[tuple[re.Pattern[str], VictimGroup], ...] = (
    (_cue(r"journalists?|reporters?|cameram[ae]n|photographers?|media workers?"), "journalist"),
    (
        _cue(
            r"aid workers?|humanitarian\w*|paramedics?|red (?:cross|crescent)|un (?:staff|employees?|workers?)|"
            r"volunteers?|medics?"
        ),
        "aid_worker",
    ),
    (_cue(r"police\w*|gendarmes?|constables?"), "police"),
    (
        _cue(
            r"soldiers?|troops?|servicem[ae]n|service members?|marines?|sailors?|airm[ae]n|paratroopers?|"
            r"conscripts?|us personnel|military personnel|officers?|generals?|colonels?|peacekeepers?|personnel"
        ),
        "military",
    ),
    (
        _cue(
            r"militants?|fighters?|gunm[ae]n|rebels?|insurgents?|terrorists?|jihadists?|militia\w*|combatants?|"
            r"operatives?|commanders?|attackers?|bombers?"
        ),
        "militant",
    ),
    (
        _cue(
            r"civilians?|residents?|villagers?|wom[ae]n|child(?:ren)?|girls?|boys?|babies|baby|infants?|"
            r"teenagers?|famil(?:y|ies)|students?|pupils?|teachers?|farmers?|worshipp?ers?|passengers?|"
            r"patients?|pilgrims?|shoppers?|workers?|drivers?|doctors?|nurses?|refugees?|displaced|worshippers|crew"
        ),
        "civilian",
    ),
)
_MEDIUM = re.compile(
    r"(?i)\b(?:in|on|at|via|through) (?:an? |the |its |his |her |their )?(?:(?:[\w-]+ ){0,3}"
    r"(?:statement|post|speech|interview|letter|briefing|press conference|news conference|video|broadcast|sermon|"
    r"telegram|facebook|television|address|message|report|tv|radio|channel)(?: on (?:X|Twitter|Telegram|"
    r"Facebook|Instagram|YouTube)| (?:to|with|for) [A-Z][\w.]*)?|X)\b"
)
_LEAST_QUOTE = 3  # words; a shorter quotation is a term
_REPEATED = re.compile(
    r"(?i)\b(?P<count>(?:(?:at least|about|around|some|nearly|almost|more than|over|roughly|up to) )?"
    r"(?:\d[\d,.]*|dozens of|scores of|hundreds of|thousands of|dozens|hundreds))\s+"
    r"(?P<unit>times|(?:[\w-]+ ){0,2}(?:attacks|strikes|airstrikes|raids|incidents|assaults|bombings|sorties))\b"
)
_WINDOW = _cue(r"since|so far|over the (?:past|last)|in the (?:past|last)|this (?:year|month)|between|from")
_PAST = _cue(
    r"since|earlier this (?:month|year|week)|last (?:month|year|week)|(?:weeks?|months?|years?) (?:ago|earlier)|"
    r"previous(?:ly)?|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|"
    r"recent(?:ly)?|"
    r"followed|after an?|following|have been|has been"
)


def method_in(text: str) -> Method:
    """How an act of violence was done, by its most telling word; ``unspecified`` where no word tells."""
    return next((method for cue, method in _METHODS if cue.search(text)), "unspecified")


def status_in(text: str) -> Status:
    """Whether the words put the act in doubt, stop it or only announce it; ``reported`` where nothing does."""
    return "threatened" if _UNREAL.search(text) else next((s for cue, s in _STATUSES if cue.search(text)), "reported")


def acts_in(text: str) -> list[Act]:
    """The acts of speech that the words suggest, most telling first."""
    return [act for cue, act in _ACTS if cue.search(text)]


def group_in(victims: str) -> VictimGroup:
    """What sort of people the words name; ``mixed`` where they name several sorts, ``unknown`` where none."""
    groups = [group for cue, group in _GROUPS if cue.search(victims)]
    if not groups:
        return "unknown"
    return "mixed" if len(groups) > 1 and " and " in victims else groups[0]


def medium_in(text: str) -> str | None:
    """Where something was said, as written ("in a post on X")."""
    found = _MEDIUM.search(text)
    return found.group() if found else None


@dataclass(frozen=True)
class Repeated:
    """Words that count many events at once.

    Attributes:
        count: How many, as written.
        unit: What is counted, as written.
    """

    count: str
    unit: str


def quotes_in(text: str) -> list[str]:
    """What stands in quotation marks, without them and a final comma; single terms in quotation marks left out."""
    quotes = [text[start:end] for start, end in quoted_spans(text)]
    return [quote.rstrip(",") for quote in quotes if len(quote.split()) >= _LEAST_QUOTE]


def repeated_in(text: str) -> Repeated | None:
    """The count of many events over a span of time ("about 150 times since October")."""
    found = _REPEATED.search(text)
    if found is None or not _WINDOW.search(text):
        return None
    return Repeated(found["count"].removesuffix(" of"), found["unit"])


def is_recalled(text: str) -> bool:
    """Whether an act is recalled from before the news at hand, by the words around its date."""
    return bool(_PAST.search(text))
