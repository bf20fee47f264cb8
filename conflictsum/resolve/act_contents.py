"""What is said where the verb of speech names no act: who says it "would strike" threatens (codebook P5). English."""

from __future__ import annotations

import re

from conflictsum.resolve.act_verbs import CRIMES, FALSE, VILE
from conflictsum.resolve.names import cue
from conflictsum.schema import Act

_OWN = r"(?:it|they|he|she|we|i|(?:its|their|our|his|her) (?:[\w-]+ ){0,2}?\w+)"
_STATE = (
    r"the (?:country|government|state|army|military|air force|navy|armed forces|force|group|movement|mission|"
    r"authorities)"
)
_SAID = (
    r"(?:said|says?|saying|told [^,.;“]{2,50}?|add(?:s|ed)|insist(?:s|ed)|stress(?:es|ed)|wrote|affirm(?:s|ed)|"
    r"assur\w+ [^,.;“]{2,40}?|confirm(?:s|ed)|explain(?:s|ed)|made clear|reiterat\w+|maintain(?:s|ed)|counter(?:s|ed)|"
    r"retort(?:s|ed)|knows?|according to [^,.;“]{2,60},)(?: [^,.;“]{2,40}?)??(?: that)? "
)
# what is said, after a verb that names no act; the strongest first (codebook P5)
MEANT: tuple[tuple[re.Pattern[str], Act], ...] = (
    (
        cue(
            rf"(?:{_OWN}|{_STATE}) (?:would|will|shall) (?:\w+ly |never |only |soon |now |again )?(?:target|strike|"
            rf"attack|bomb|"
            rf"shell|hit|"
            r"crush|punish|avenge|hunt|pursue|chase|destroy|eliminate|kill|sink|"
            r"intensify|step up|expand|return fire|fight on|press (?:on|ahead)|not (?:stop|rest|relent|surrender|yield|"
            r"retreat|back down|stand idly)|come back and|keep (?:on )?(?:\w+ing|up)|go on \w+ing|continue (?:its|"
            r"their|the|"
            r"our|to) (?:[\w-]+ ){0,2}?(?:strik|attack|operation|offensive|campaign|fight|pound|bomb|target|war))|"
            r"(?:would|will) (?:keep|go on|continue) (?:pounding|striking|hitting|bombing|shelling|targeting|hunting|"
            r"fighting|attacking)|hit(?:ting)? back|(?:response|answer|retaliation|revenge) (?:would|will) (?:be|"
            r"come)|(?:would|will) continue until|"
            r"(?:ready|prepared) to (?:resume the (?:war|fight\w*|offensive)|strike|attack|fight|respond|retaliate|"
            r"use force)|"
            r"reserve[sd]? (?:the|its|their) right to|until (?:[\w’'-]+ ){0,6}?(?:surrenders?|(?:is|are|were|"
            r"was) (?:buried|defeated|destroyed|eliminated|"
            r"empty|"
            r"wiped|dead|captured))|(?:days|hours) (?:[\w’'-]+ ){0,6}?(?:are|were) (?:numbered|counted)|hunted down|"
            r"to the last (?:man|cave|fighter|one|bullet)|failing which|(?:surrender|leave) or (?:die|face|be)|"
            r"share the (?:[\w’']+ )?fate|not remain without consequences|with interest|(?:are|is) next|"
            r"(?:was|were|is|are) now (?:an? )?(?:\w+ )?targets?|will (?:not )?surrender|(?:will|shall) perish|"
            r"no (?:mercy|safe haven|place to hide)"
        ),
        "threaten",
    ),
    (
        cue(
            rf"(?:call|describ)\w* [^.“]{{0,60}}the work of (?:its|their)|{_OWN} (?:had|have) (?:punished|executed|"
            r"liquidated|assassinated|beheaded)|(?:fighters|men|members|mujahideen|soldiers) (?:was|were) responsible|"
            r"one of (?:its|their) (?:\w+ )?(?:members|fighters|men|soldiers) (?:had )?(?:blown|detonated|carried)|"
            r"soldiers? of the caliphate"
        ),
        "claim_responsibility",
    ),
    (
        cue(
            r"evidence (?:that|of)|human shields?|deliberate(?:ly)? (?:\w+ing|\w+ed|attacks?|killings?|strikes?)|"
            r"false[- ]flag|orchestrat\w+|mastermind\w+|at the behest of|"
            r"hallmarks? of|bears? the signature|bears? (?:full |the |sole )?responsibility|on the hands of|"
            r"breach(?:ed|es|ing) (?:the|international|a|its)|broke (?:the|a) (?:[\w-]+ )?(?:truce|ceasefire|"
            r"agreement)|"
            r"fired (?:the )?first|(?:had |have |has )started (?:it|the (?:clash|fight|shoot|exchange|war)\w*)|"
            r"had attempted to|trampl\w+ on|"
            rf"{_SAID}(?!{_OWN}\b|there )[^,.;“”]{{2,60}}? (?:(?:had|has|have|was|were|is|are) )?"
            r"(?:deliberately |again |also |repeatedly |been )?(?:broken|breach\w+|stag(?:ed|ing)|provok\w+|"
            r"fund(?:ed|ing)|"
            r"financ(?:ed|ing)|arm(?:ed|ing)|back(?:ed|ing)|sponsor\w*|train(?:ed|ing)|sheltering|sheltered|"
            r"harbou?r\w+|"
            r"using (?:[\w’'-]+ ){1,4}as|lied|lying|ignored|obstruct\w+|hid(?:den|ing)? (?:among|behind)) "
        ),
        "accuse",
    ),
    (
        re.compile(
            rf"(?i)(?:\b(?:is|are|was|were|be|such|called|calls|calling|termed|labelled|branded) "
            rf"(?:(?:an?|the|this|it|what) )*|“)(?:(?:an?|the|[\w-]+ly|most|such|absolutely|totally|pure|act of|"
            rf"an act of|a clear|"
            rf"another) )*(?:“)?(?:(?:[\w-]+ly|clear|act of) )?(?:{VILE}|{CRIMES})\b"
        ),
        "condemn",
    ),
    (
        cue(
            rf"(?:{_OWN}|{_STATE}|(?:said|says|that) (?-i:[A-Z])[\w’-]+) (?:do|does|did|has|have|had|was|were|is|"
            rf"are) (?:not|never) (?:[\w-]+ )?(?:target|attack|"
            rf"strike|struck|"
            r"hit|bomb|fire|kill|shell|harm|use|support|back|arm|fund|shelter|harbou?r|cross|violate|involve|"
            r"responsible|present|take part|behind|cause|commit|aim|lay|plant|send|sell|supply|train|recruit|block)\w*|"
            rf"(?:is|are|was|were) (?:[\w-]+ )?“?(?:{FALSE})|nowhere near|not true|no truth|at no time|"
            r"no (?:such|knowledge of|ships?|aircraft|drones?|troops?|soldiers?|ordnance|forces?) (?:[\w-]+ )?"
            r"(?:had |have |has |was |were |took |under )"
        ),
        "deny",
    ),
    (
        cue(
            r"(?:will|would|shall) (?:not|never) (?:negotiate|talk to|give in|bow|yield|accept|hand over|pay|withdraw|"
            r"capitulate|compromise|recogni[sz]e)"
        ),
        "reject",
    ),
    (
        cue(
            r"(?:ow(?:es?|ed)) [^.“]{2,40} (?:an explanation|an apology|answers)|sought (?:an? |the )?(?:report|"
            r"explanation|answers|apology|clarification)|we (?:want|expect) (?:the|an?|our|(?-i:[A-Z])[a-z]+)\b"
        ),
        "demand",
    ),
    (
        cue(
            r"(?:can|could|may|might|would|will|risk(?:s|ed)?|danger of) (?:[\w-]+ ){0,3}?(?:lead to|spark\w*|"
            r"trigger\w*|"
            r"plung\w*|spiral\w*|escalat\w*|drag\w*|destabili[sz]\w*|engulf\w*|consequences)|"
            r"(?:brink|verge) of"
        ),
        "warn",
    ),
    (
        cue(
            r"(?:fair|valid|legal) (?:military )?targets?|posed an? (?:[\w-]+ )?(?:danger|threat)|"
            r"no (?:other )?choice but|"
            r"(?:was|were|is|are) (?:meant|intended|designed|aimed) (?:to|at)|had been used (?:to|for|as)|"
            r"serve[sd] (?:as|no other)|in order to (?:defend|protect|stop|prevent)|to (?:defend|protect) (?:itself|"
            r"its|our|"
            r"his|themselves)"
        ),
        "justify",
    ),
    (cue(r"restraint|de-?escalat\w+|hopes? (?:that )?(?:[\w-]+ ){1,4}(?:will|would)"), "urge"),
    (
        cue(
            rf"{_SAID}(?:{_OWN}|{_STATE}|(?-i:[A-Z])[\w’-]+) "
            r"(?:would|will|was going to|were going to|planned to|intended to|was (?:preparing|sending|deploying|"
            r"closing|"
            r"suspending|withdrawing|moving)|were (?:preparing|sending|withdrawing)|(?:had|has|have) (?:decided|"
            r"ordered|sent|"
            r"deployed|suspended|recalled|severed|closed|withdrawn|begun|started|launched an (?:inquiry|"
            r"investigation)))|"
            r"support for|solidarity"
        ),
        "announce",
    ),
)
