"""Words that name what is done by speaking: "condemned", "urged", "vowed", "a cowardly act" (codebook P5). English."""

from __future__ import annotations

import re

from conflictsum.resolve.idioms import PLAINTS
from conflictsum.resolve.names import cue
from conflictsum.resolve.verbs import NOUN_LIKE
from conflictsum.schema import Act

_VIOLENT = "|".join(sorted(NOUN_LIKE - {"fire", "launch"} | {"hit", "strike", "shoot"}))
DEED = (
    r"(?:attack|raid|strike|airstrike|bombing|bombardment|shelling|ambush|assault|killing|shooting|blast|explosion|"
    r"abduction|deed|operation|incursion|siege|blockade|massacre|beheading|murder|invasion|seizure|incident|death)s?"
)
FALSE = (
    r"false|fake|baseless|unfounded|groundless|untrue|fabricat\w+|invented|misleading|fiction\w*|fictitious|nonsense|"
    r"absurd|lies?|hoax|disinformation|misinformation|propaganda|slander\w*|preposterous|ridiculous|"
    r"without (?:any )?(?:foundation|basis)|fairy[- ]tales?"
)
VILE = (
    r"unacceptable|inexcusable|unjustifi\w+|indefensible|unconscionable|inhuman\w*|abhorrent|horrif\w+|horrendous|"
    r"monstrous|shameful|shameless|despicable|disgraceful|outrageous|criminal|brutal|savage|sickening|repugnant|"
    r"appalling|heinous|cowardly|barbar\w+|reckless|evil|intolerable|illegal|unlawful|senseless|cruel|odious|vile|"
    r"dastardly|deplorable|treacherous"
)
CRIMES = (
    r"terror(?:ism)?|massacre|carnage|genocide|piracy|butchery|savagery|brutality|betrayal|outrage|disgrace|crime|"
    r"murder|slaughter|atrocity|aggression|provocation|sacrilege|violation|collective punishment|ethnic cleansing|"
    r"war crimes?|bloodbath|treachery|barbarity|abomination|tragedy"
)
_TALKS = (
    r"(?:talk|negotiat|dialogue|mediat|ceasefire|cease-fire|truce|discuss|meet|host|peace|co-?operat|amnesty|"
    r"safe passage|surrender|exchange|swap|settlement|return to|free|releas|hand|help|send|condolence|support|"
    r"aid|assist|shelter|rewards?\b|compensat|good offices|deal|investigat)\w*"
)
NAMING: tuple[tuple[re.Pattern[str], Act], ...] = (
    (
        cue(
            r"claim(?:s|ed|ing)? responsibility|took (?:credit|responsibility)|"
            rf"(?:claim|admit)(?:s|t?ed) (?:the|this|that|both|all) (?:[\w’'-]+ ){{0,2}}{DEED}"
            r"(?! (?:had|was|were|killed))|"
            r"(?:it|they|we|agency|group|movement) (?:was|were|is|are) behind|"
            r"(?:said|says?) (?:that )?(?:it|they|its \w+|their \w+) (?:had |have |has )?(?:carried out|did it)"
        ),
        "claim_responsibility",
    ),
    (
        cue(
            r"condemn\w*|denounc\w+|decri(?:ed|es)|decry|deplor\w+|appalled|outraged|lambast\w*|castigat\w+|revil\w+|"
            r"(?:rebuke|berate|reprimand|upbraid|scold|criticis|criticiz)(?:e?[sd]|ed)|critici[sz]ing|lament\w*|"
            r"bemoan\w*|protest(?:s|ed|ing) (?:against|at|over|what)|"
            r"express(?:ed|es|ing)? (?:[\w-]+ ){0,4}(?:outrage|indignation|disgust|dismay|revulsion|anger|shock)|"
            rf"(?:call|describ|brand|dub|label|term|portray|characteri[sz]|refer)\w* (?:to )?(?:it|this|"
            rf"(?:the|this|that|its|their|these|what) (?:[\w-]+ ){{0,3}}?(?:{DEED}|killers|"
            r"(?:attack|perpetrat|assail|raid)\w*)(?: (?:of|on|in|near) (?:[\w’'-]+ ){0,3}[\w’'-]+)?)"
            rf"(?= (?:as )?(?:“|(?:an? (?:[\w-]+ ){{0,2}})?(?:{CRIMES})|{VILE}))|"
            r"crimes? (?:of|against)|(?:not|never|cannot|no longer) (?:be )?justif\w+|war crimes?|act of (?:terror|"
            r"war|aggression|cowardice)|terrorist act|atrocit\w+|"
            r"barbar\w+|cowardly|massacre of|enem(?:y|ies) of|heinous|reckless|despicable|"
            r"(?:flagrant|blatant|gross|grave) violation|violation of (?:international|humanitarian)"
        ),
        "condemn",
    ),
    (
        cue(
            r"accus(?:es?|ed|ing)|blam(?:e|ed|es|ing)|alleg(?:es?|ed|ing)|allegation that|at fault|complain(?:s|ed)?|"
            r"(?:was|were|is|are) (?:responsible for|behind)|an? (?:accusation|allegation|charge)\b(?! of)|"
            r"it was (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,3}(?:, \w+ \w+,)? (?:that|who) ha[ds]|"
            r"complicit\w*|(?:he|she|it|they) charged,|blood (?:is|was) on|"
            r"provo(?:cation|ked)|violat(?:ed|ing|ion)"
        ),
        "accuse",
    ),
    (
        cue(
            r"den(?:y|ies|ied|ying)|contest(?:s|ed)|refut(?:e[sd]|ing)|rebut(?:s|ted|ting)|repudiat(?:e[sd]|ing)|"
            r"disown(?:s|ed)|"
            r"disavow(?:s|ed)|"
            r"(?:ha[ds]|have|having) (?:nothing to do with|no (?:hand|"
            r"part|role|involvement) in)|"
            rf"(?:reject|dismiss|disput|trash|rubbish|ridicul|scoff\w* at|call|describ|brand|dub)(?:e?[sd]|ed|ing)? "
            rf"(?:(?!and |but |by |for |on )[\w’'-]+ ){{0,6}}(?:{PLAINTS}|(?:remark|comment|talk|rumou?r|stor(?:y|ie)|"
            rf"notion|speculation|narrative|footage)s?|as “?(?:an? )?(?:[\w-]+ )?(?:{FALSE}))|"
            rf"(?:call|describ|brand)\w* [^“.]{{0,40}}“?(?:{FALSE})|"
            r"(?:had|have|has) not (?:been )?(?:taken part|struck|hit|attacked|targeted|fired|bombed|involved|behind|"
            r"planted|laid|shelled|opened fire|carried out|crossed|violated|entered|used)"
        ),
        "deny",
    ),
    (cue(r"reject\w*|refus\w+|rul(?:es|ed|ing) out|dismiss(?:es|ed|ing)?|spurn\w*|rebuff\w*"), "reject"),
    (
        cue(
            r"threat(?:en)?(?:s|ed|ing)?|vow(?:s|ed|ing)?|would (?:continue to (?:target|attack|strike)|respond|"
            r"retaliate|pay|meet|be (?:met|answered|avenged|punished)|not go un\w+)|"
            r"will (?:become|be) (?:an? )?(?:legitimate )?targets?|"
            r"(?:missiles?|rockets?|drones?|bombs?|bullets?|response|answer|revenge|punishment) (?:will|shall)|"
            r"sw(?:ore|orn|ears?) (?:revenge|vengeance|to)|action (?:will|would) be taken against|"
            r"(?:will|shall|would) be (?:flattened|levelled|leveled|destroyed|razed|obliterated|erased|wiped out|"
            r"crushed|annihilated|eliminated|buried|held (?:to account|accountable)|brought to justice|made to pay|"
            r"dealt with|hunted|pursued|targeted|attacked|struck|sunk|bombed|shelled|shot)|"
            r"(?:will|shall) (?:be (?:\w+ and )?(?:hit|punished|answered|met|avenged|brought down|treated as)|"
            r"keep (?:on )?\w+ing|(?:never|not) forget|not be forg(?:otten|iven)|respond|retaliate|avenge|crush|"
            rf"hunt|fight|impose|bear|suffer|not hesitate|have to pay|not go un\w+|"
            rf"not leave [^.]* unanswered|{_VIOLENT})|"
            r"pay (?:a|the|dearly)|there will be consequences|reserve[sd]? (?:the|its|their|every) right"
        ),
        "threaten",
    ),
    (
        cue(r"warn(?:s|ed)?|warning (?:that|of|the)|caution(?:s|ed|ing)|no longer be safe|advis(?:es|ed) against"),
        "warn",
    ),
    (
        cue(r"demand(?:ed|s|ing)?(?! of)(?! (?:(?:an?|the|in) )?(?:[\w,.-]+ ){0,3}(?:ransom|million|money))|ultimatum"),
        "demand",
    ),
    (
        cue(
            r"urg(?:e|ed|es|ing)|call(?:s|ed|ing)? (?:again |once more |also )?(?:up)?(?:on|for)|appeal(?:s|ed|ing)?|"
            # but "should the army fire, ..." is a condition
            r"(?-i:should)(?! (?:the|any|one|it|they|an?|another|this|that|(?-i:[A-Z])))|"
            r"(?:implor|exhort|plead|press|remind|entreat|beseech|encourag)(?:e?[sd]|ed)|beg(?:s|ged)(?! to differ)|"
            r"must (?!assume|admit|say|have)|(?:asks|asked|we ask) (?!not to be|to (?:be|"
            r"remain))(?:[\w’'-]+ ){1,6}(?:to|for)"
        ),
        "urge",
    ),
    (
        cue(
            r"prais\w+|appreciated|hail(?:s|ed|ing)?|salut\w+|commend\w*|thank(?:s|ed)?(?! (?:be )?to)|congratulat\w+|"
            r"applaud\w*|laud(?:s|ed|ing)|welcom(?:e[sd]|ing)|"
            r"express(?:ed|es|ing)? (?:[\w-]+ ){0,3}(?:gratitude|appreciation|thanks)"
        ),
        "praise",
    ),
    (
        cue(
            rf"offer(?:s|ed|ing)? (?:to\b|(?:[\w’'-]+ ){{0,4}}?{_TALKS})|propos(?:ed|es|ing|al)|"
            rf"(?:ready|willing|prepared|open) (?:to|for) (?:[\w-]+ ){{0,4}}?{_TALKS}"
        ),
        "offer",
    ),
    (cue(r"agree(?:s|d|ing)?|accept(?:s|ed)"), "agree"),
    (
        cue(
            r"(?:in|a) direct response|"
            r"(?:an?|as|as an|in) (?:\w+ )?(?:response|answer|reply|retaliation|reprisal) (?:to|for)|"
            r"in retaliation|aveng(?:e[sd]|ing)|"
            r"proportionate|self-defen[cs]e|(?<!reserves the )(?<!reserved the )right to|"
            r"(?<!not )(?<!not be )(?<!never be )(?<!cannot be )(?<!longer be )justif\w+|legitimate|"
            r"lawful|military targets?|complied with|"
            rf"defend(?:s|ed|ing) (?:the|its|his|their|her) (?:(?!against|from|of|in)[\w-]+ ){{0,2}}?(?:{DEED}|"
            rf"decision|action|conduct|use)|"
            r"argu(?:es|ed) that|"
            r"(?:was|were) (?:meant|used) (?:for|to)|revenge for|not intended to|in pursuit of our"
        ),
        "justify",
    ),
    (cue(r"announc\w+|declar\w+|pledg\w+|promis\w+|will (?:send|begin|deploy|provide)"), "announce"),
)
"""Cues of the reporter's own words, and of quotations."""
