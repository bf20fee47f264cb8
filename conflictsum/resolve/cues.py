"""What single words of a sentence settle: act of speech, medium, aggregate.

Recognisers for what a small model need not be asked. English; where no cue is found they say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.idioms import PLAINTS, find_idioms
from conflictsum.resolve.names import cue
from conflictsum.resolve.quotations import quotes_in, unquoted
from conflictsum.resolve.verbs import NOUN_LIKE
from conflictsum.schema import Act

_VIOLENT = "|".join(sorted(NOUN_LIKE | {"hit", "strike", "shoot"}))
_DEED = r"(?:attack|raid|strike|bombing|ambush|assault|killing|shooting|blast|explosion|abduction|deed|operation)s?"
_ACTS: tuple[tuple[re.Pattern[str], Act], ...] = (
    (
        cue(
            r"claim(?:s|ed|ing)? responsibility|took (?:credit|responsibility)|"
            rf"(?:claim|admit)(?:s|t?ed) (?:the|this|that|both|all) (?:[\w’'-]+ ){{0,2}}{_DEED}"
            r"(?! (?:had|was|were|killed))|"
            r"(?:it|they|we|agency|group|movement) (?:was|were|is|are) behind|"
            r"(?:said|says?) (?:that )?(?:it|they|its \w+|their \w+) (?:had |have |has )?(?:carried out|did it)"
        ),
        "claim_responsibility",
    ),
    (
        cue(
            r"condemn\w*|denounc\w+|decri(?:ed|es)|decry|deplor\w+|appalled|outraged|lambast\w*|castigat\w+|revil\w+|"
            r"(?:rebuke|berate|reprimand|upbraid|scold|criticis|criticiz)(?:e?[sd]|ed)|critici[sz]ing|"
            rf"(?:call|describ|brand|dub)\w* (?:it|this|(?:the|this|its|their) (?:[\w-]+ )?(?:{_DEED}|killers|"
            r"(?:attack|perpetrat|assail|raid)\w*))(?= (?:as )?(?:“|an? (?:[\w-]+ ){0,2}(?:massacre|crime|murder|"
            r"slaughter|outrage|provocation|aggression|disgrace|violation)))|"
            r"crimes? (?:of|against)|war crimes?|act of (?:terror|war|aggression|cowardice)|terrorist act|atrocit\w+|"
            r"barbar\w+|cowardly|massacre of|enem(?:y|ies) of|heinous|reckless|despicable|"
            r"(?:flagrant|blatant|gross|grave) violation|violation of (?:international|humanitarian)"
        ),
        "condemn",
    ),
    (
        cue(
            r"accus(?:es?|ed|ing)|blam(?:e|ed|es|ing)|alleg(?:es?|ed|ing)|allegation that|at fault|"
            r"(?:was|were|is|are) (?:responsible for|behind)|an? (?:accusation|allegation|charge)\b(?! of)|"
            r"it was (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,3}(?:, \w+ \w+,)? (?:that|who) ha[ds]|"
            r"provo(?:cation|ked)|violat(?:ed|ing|ion)"
        ),
        "accuse",
    ),
    (
        cue(
            r"den(?:y|ies|ied|ying)|contest(?:s|ed)|refut(?:e[sd]|ing)|rebut(?:s|ted|ting)|repudiat(?:e[sd]|ing)|disown(?:s|ed)|"
            r"disavow(?:s|ed)|(?:ha[ds]|have|having) (?:nothing to do with|no (?:hand|part|role|involvement) in)|"
            rf"(?:reject|dismiss|disput|trash|rubbish|ridicul|scoff\w* at|call|describ|brand|dub)(?:e?[sd]|ed|ing)? "
            rf"(?:(?!and |but |by |for |on )[\w’'-]+ ){{0,6}}(?:{PLAINTS}|as (?:an? )?(?:false|baseless|fabrication|"
            r"fiction|lies?|propaganda|untrue|unfounded|nonsense|groundless|absurd))|"
            r"(?:call|describ|brand)\w* [^“.]{0,40}“?(?:fictitious|baseless|false|fabricat\w+|untrue|unfounded)|"
            r"(?:had|have|has) not (?:been )?(?:taken part|struck|hit|attacked|targeted|fired|bombed|involved|behind|"
            r"planted|laid|shelled|opened fire|carried out|crossed|violated|entered|used)"
        ),
        "deny",
    ),
    (cue(r"reject\w*|refus\w+|ruled out|dismiss(?:es|ed|ing)?"), "reject"),
    (
        cue(
            r"threat(?:en)?(?:s|ed|ing)?|vow(?:s|ed|ing)?|would (?:continue to (?:target|attack|strike)|respond|"
            r"retaliate|pay|meet|be (?:met|answered|avenged|punished)|not go un\w+)|"
            r"will (?:become|be) (?:an? )?(?:legitimate )?targets?|"
            r"(?:missiles?|rockets?|drones?|bombs?|bullets?|response|answer|revenge|punishment) (?:will|shall)|"
            r"sw(?:ore|orn|ears?) (?:revenge|vengeance|to)|action (?:will|would) be taken against|"
            r"(?:will|shall|would) be (?:flattened|levelled|leveled|destroyed|razed|obliterated|erased|wiped out|"
            r"crushed|annihilated|eliminated|buried|held (?:to account|accountable)|brought to justice|made to pay|"
            r"dealt with)|"
            r"(?:will|shall) (?:be (?:\w+ and )?(?:hit|punished|answered|met|avenged|brought down|treated as)|"
            r"keep (?:on )?\w+ing|(?:never|not) forget|not be forg(?:otten|iven)|respond|retaliate|avenge|crush|"
            rf"hunt|fight|impose|bear|suffer|not hesitate|have to pay|not go un\w+|"
            rf"not leave [^.]* unanswered|{_VIOLENT})|"
            r"pay (?:a|the|dearly)|there will be consequences"
        ),
        "threaten",
    ),
    (cue(r"warn(?:s|ed)?|warning (?:that|of|the)|caution(?:s|ed|ing)|no longer be safe"), "warn"),
    (cue(r"demand(?:ed|s|ing)|demand(?! of)|ultimatum"), "demand"),
    (
        cue(
            r"urg(?:e|ed|es|ing)|call(?:s|ed|ing)? (?:up)?(?:on|for)|appeal(?:s|ed|ing)?|"
            # but "should the army fire, ..." is a condition
            r"(?-i:should)(?! (?:the|any|one|it|they|an?|another|this|that|(?-i:[A-Z])))|"
            r"(?:implor|exhort|plead|press)(?:e?[sd]|ed)|"
            r"must (?!assume|admit|say|have)|(?:asks|asked|we ask) (?:[\w’'-]+ ){1,6}(?:to|for)"
        ),
        "urge",
    ),
    (
        cue(
            r"prais\w+|hail(?:s|ed|ing)?|salut\w+|commend\w*|thank(?:s|ed)?(?! (?:be )?to)|congratulat\w+|"
            r"applaud\w*|laud(?:s|ed|ing)|welcom(?:e[sd]|ing)"
        ),
        "praise",
    ),
    (cue(r"offer(?:s|ed|ing)?|proposed|proposal|ready to (?:talk|negotiate)"), "offer"),
    (cue(r"agree(?:s|d|ing)?|accept(?:s|ed)"), "agree"),
    (
        cue(
            r"(?:in|a) direct response|"
            r"(?:an?|as|as an|in) (?:\w+ )?(?:response|answer|reply|retaliation|reprisal) (?:to|for)|"
            r"in retaliation|aveng(?:e[sd]|ing)|"
            r"proportionate|self-defen[cs]e|right to|justif\w+|legitimate|lawful|military target|complied with|"
            r"(?:was|were) (?:meant|used) (?:for|to)|revenge for|not intended to|in pursuit of our"
        ),
        "justify",
    ),
    (cue(r"announc\w+|declar\w+|pledg\w+|promis\w+|will (?:send|begin|deploy|provide)"), "announce"),
)
# a quotation without a telling verb: what its first words do
_OPENINGS: tuple[tuple[re.Pattern[str], Act], ...] = (
    (
        re.compile(
            r"(?i)(?:no [\w-]+ of ours|not (?:a single|one)|none of (?:our|us)|"
            r"(?:we|i|our [\w ]{2,30}?) (?:(?:did|have|had|has) (?:not|never|no|nothing)|"
            r"do not (?:hit|strike|target|attack|bomb|kill|fire)))\b"
        ),
        "deny",
    ),
    # "they" in the mouth of one side is the other
    (re.compile(r"(?i)they\b"), "accuse"),
)
# of two acts that the words carry, the stronger one (codebook P5)
_STRONGER: dict[Act, Act] = {"warn": "threaten", "urge": "demand", "justify": "claim_responsibility"}
_PROPER = r"(?-i:(?:the )?[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)*)"
_MEDIUM = re.compile(
    r"(?i)\b(?:in|on|at|via|through) (?:an? |the |its |his |her |their |one of its )?(?:(?:(?!statement)[\w-]+ ){0,3}"
    r"(?:statement|post|speech|interview|letter|briefing|press conference|news conference|video|broadcast|sermon|"
    r"telegram channels?|telegram|facebook|television|address|message|report|tv|radio|channel|recording|notice|note|"
    r"e-?mail|website|funeral|summit|social media)"
    rf"(?: on (?:X|Twitter|Telegram|Facebook|Instagram|YouTube)| (?:to|with|for) {_PROPER})?|X)\b|"
    r"\bby (?:tele)?(?:phone|e-?mail)\b|"
    r"\b(?:tells?|told) (?:reporters|journalists|(?:an? |the |local |state )(?:[\w’-]+ ){0,2}"
    rf"(?:briefing|conference|channel|radio|television|media|broadcaster|newspaper)(?: of {_PROPER})?)\b"
)
_REPEATED = re.compile(
    r"(?i)\b(?P<count>(?:(?:at least|about|around|some|nearly|almost|more than|over|roughly|up to) )?"
    r"(?:\d[\d,.]*|dozens of|scores of|hundreds of|thousands of|dozens|hundreds))\s+"
    r"(?P<unit>times|(?:[\w-]+ ){0,2}(?:attacks|strikes|airstrikes|raids|incidents|assaults|bombings|sorties))\b"
)
_WINDOW = cue(r"since|so far|over the (?:past|last)|in the (?:past|last)|this (?:year|month)|between|from")
_PAST = cue(
    r"since|earlier this (?:month|year|week)|last (?:month|year|week)|(?:weeks?|months?|years?) (?:ago|earlier)|"
    r"previous(?:ly)?|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|"
    r"recent(?:ly)?|"
    r"followed|after an?|following|have been|has been"
)


def acts_in(text: str) -> list[Act]:
    """The acts of speech that the words suggest, most telling first: the verbs of the reporter before the quotation."""
    quotes = quotes_in(text)
    acts = [*_acts_of(unquoted(text)), *(act for quote in quotes for act in _acts_of(quote))]
    acts += [act for quote in quotes[:1] for pattern, act in _OPENINGS if pattern.match(quote)]
    found = sorted(dict.fromkeys(acts), key=lambda act: act == "announce")
    stronger = _STRONGER.get(found[0]) if found else None
    return [stronger, *(act for act in found if act != stronger)] if stronger in found else found


def _acts_of(text: str) -> list[Act]:
    """Acts in the order in which their words stand."""
    cues = [(match.start(), act) for pattern, act in _ACTS if (match := pattern.search(text))]
    cues += [(idiom.start, idiom.act) for idiom in find_idioms(text)]
    return [act for _, act in sorted(cues, key=lambda found: found[0])]


def medium_in(text: str) -> str | None:
    """Where something was said, as written ("in a post on X")."""
    found = _MEDIUM.search(unquoted(text))
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


def repeated_in(text: str) -> Repeated | None:
    """The count of many events over a span of time ("about 150 times since October")."""
    found = _REPEATED.search(text)
    if found is None or not _WINDOW.search(text):
        return None
    return Repeated(found["count"].removesuffix(" of"), found["unit"])


def is_recalled(text: str) -> bool:
    """Whether an act is recalled from before the news at hand, by the words around its date."""
    return bool(_PAST.search(text))
