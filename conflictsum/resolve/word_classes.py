"""The closed classes of English words, and nouns and adverbs that look like verbs by their endings."""

from __future__ import annotations

ARTICLES = frozenset("the a an".split())
OWNERS = frozenset("its his her their our my your whose".split())
DETERMINERS = (
    ARTICLES | OWNERS | frozenset("this these those another each every some any no both all several such".split())
)
PREPOSITIONS = frozenset(
    "in on at by for from with to into onto upon over under near against across around about above below behind "
    "beside beyond between among amid during inside outside within without through throughout toward towards off "
    "out up down via per along since until despite including except like unlike following regarding past aboard "
    "atop beneath underneath alongside amidst".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor while as when after before because if though although that than whether where so yet plus once "
    "unless how why".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might must shall "
    "should not cannot didn’t didn't wasn’t wasn't weren’t weren't hasn’t hasn't hadn’t hadn't isn’t isn't won’t "
    "won't wouldn’t wouldn't don’t don't doesn’t doesn't".split()
)
BE = frozenset("is are was were be been being am came come got".split())
MODALS = frozenset("will would can could may might must shall should did does do to not".split())
PRONOUNS = frozenset("he she it they we i you".split())
RELATIVES = frozenset("who which whom that whose".split())
OTHER_PRONOUNS = frozenset(
    "him them us me himself itself themselves what whatever there here nothing something anything everything".split()
)
ADVERBS = frozenset(
    "also then later again too now just still only even ever never soon already once twice here there away back "
    "ahead together however meanwhile earlier first instead therefore thus abroad apart aside least dead alive "
    "ablaze alight always often home overhead almost nearly far further afterwards yesterday today tomorrow "
    "overnight ago yet moreover indeed perhaps quite very so too late hard close responsible".split()
)
LY_NOUNS = frozenset(
    "family assembly ally monopoly supply reply july anomaly bully rally deadly daily weekly friendly elderly "
    "hourly monthly yearly likely early only".split()
)
ING_NOUNS = frozenset(
    "shelling bombing fighting killing shooting building meeting housing training landing warning king wing ring "
    "string ceiling clothing crossing dwelling wedding parking mining gathering briefing raiding beheading "
    "kidnapping hijacking stabbing spring morning evening signalling processing posting funding firing opening "
    "hearing ruling fishing nursing boarding launching operating drilling shipping trading loading staging "
    "manufacturing sailing dining trafficking smuggling".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty dozens scores "
    "hundreds thousands several many more".split()
)
OPENING_QUOTES = frozenset('“"‘')
