"""Words that show what a text is about: armed conflict, or something that borrows its words or its tolls."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from conflictsum.resolve.names import cue

VOCABULARY: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "armed": cue(
            r"soldiers?|troops|servicem[ae]n|paratroopers?|conscripts?|militants?|rebels?|insurgen(?:ts?|cy)|gunm[ae]n|"
            r"fighters?|jihad(?:ists?|is?)|paramilitar\w+|militias?|militiam[ae]n|guerrillas?|separatists?|terrorists?|"
            r"extremists?|mercenar(?:y|ies)|combatants?|peacekeepers?|bandits?|army|armies|military|militaries|"
            r"militarily|navy|naval|air force|armed forces|security forces|defen[cs]e (?:ministry|minister|forces)|"
            r"ministry of defen[cs]e|junta|brigade|battalion|regiment|garrison|central command|general staff|"
            r"front ?lines?|armed (?:group|men)"
        ),
        "fire": cue(
            r"air ?-?strikes?|shelling|shelled|artillery|mortars?|warplanes?|fighter jets?|explosives?|bombings?|"
            r"bombed|rocket fire|drone (?:strikes?|attacks?)|missile (?:strikes?|attacks?)|landmines?|grenades?|ieds?|"
            r"car bomb\w*|gunfire|ballistic|warships?|frigate|destroyer|air defen[cs]es?|munitions?|ambush\w*"
        ),
        "harm": cue(
            r"killed|wounded|dead|bodies|casualties|slain|martyr\w*|gunned down|beheaded|executed|massacre\w*|"
            r"civilians?|displaced|refugees?|villagers?|captives?|abduct\w+|kidnap\w*|hostages?|looted|torched"
        ),
        "order": cue(
            r"ceasefire|cease-fire|truce|war crimes?|occupied|occupation|insurgency|civil war|airspace|humanitarian|"
            r"united nations|sanctions|regime|peace (?:talks|deal|agreement)|checkpoints?|curfew|gangs?|cartels?"
        ),
        "law": cue(r"police\w*|prosecutors?|suspects?|gendarm\w+|constables?|sheriffs?"),
        "sport": cue(
            r"season|match(?:es)?|league|coach|goals?|goal(?:keeper|less)|half-time|second half|strikers?|midfield\w*|"
            r"referee|umpires?|kick-?off|stoppage time|back four|penalty|scored?|opponents?|players?|squad|fans|"
            r"tournament|innings|wickets?|batsm[ae]n|bowlers?|champion\w*|marathon|race|racing|cup|derby|stadium|rugby|"
            r"football\w*|cricket\w*|tennis|hockey|medals?|athletes?|sprint|lap|qualif(?:y|ier|iers|ying)"
        ),
        "arts": cue(
            r"films?|movie|director|novels?|novelist|albums?|studio|exhibition|museum|concert|audience|gamers?|gaming|"
            r"video games?|festival|theatre|actors?|actress|painting|gallery|poet|chapters?|pp|publishers?|reviewed|"
            r"readers?|bestsell\w+|memoir|curator|archiv\w+|soundtrack|box office|tv series|screenplay|orchestra|"
            r"century|historians?"
        ),
        "trade": cue(
            r"shares|shareholders?|profits?|revenues?|investors?|customers|quarter|per ?cent|analysts?|airline|"
            r"retail\w*|takeover|prices?|stocks?|index|euros|tickets?|tariffs?|steel\w*|bidders?|brewer\w*|inflation|"
            r"central bank|interest rates?|market share|turnover|dividend|supermarkets?|consumers?|startups?|mergers?|"
            r"chief executive|brand|sales|discounts?|"
            r"dumping|anti-dumping|imports?|exports?|exporters?|trade (?:minister|war|deal|union)|duties|levy|levies|"
            r"manufacturers?|steelmakers?|carmakers?|suppliers?|jobs|wages"
        ),
        "nature": cue(
            r"species|researchers?|scientists?|patients?|infection\w*|storms?|rain|rainfall|winds?|forecast\w*|colony|"
            r"ants?|hurricanes?|floods?|flooding|earthquakes?|cyclones?|typhoons?|landslides?|avalanches?|lightning|"
            r"tremors?|magnitude|wildfires?|heatwave|virus|outbreak|vaccin\w+|disease|clinical|bacteria|immune|"
            r"waves|gales?|gusts?|tides?|surge|meteorolog\w+|weather|snow\w*|blizzard|hailstones?|drought|volcan\w+"
        ),
        "politics": cue(
            r"bills?|lawmakers?|parliament\w*|lok sabha|rajya sabha|the house|senators?|voters?|polls?|ballots?|"
            r"opposition|treasury benches|speaker|budget|grants|amendments?|campaigns?|election\w*|no-confidence|"
            r"consul\w*|visas?|communiqu[eé]|bilateral|host|voice vote|walkout|backbench\w*|portfolio|cabinet reshuffle"
        ),
        "accident": cue(
            r"accident\w*|crash\w*|collision|collided|derail\w*|capsiz\w*|overturned|overloaded|skidded|plunged|"
            r"boilers?|gas (?:leak\w*|cylinders?|explosion|blast|pipe\w*|main|canisters?|workers|stove)|"
            r"leak(?:ed|ing)?|"
            r"short[ -]circuit\w*|electrical (?:fault|fire)|malfunction\w*|mishaps?|stampede|drown\w*|fireworks|"
            r"firecrackers?|negligence|unsafe|safety (?:rules|standards|violations?)|emergencies ministry|pilot error|"
            r"brake failure|engine failure|mechanical (?:failure|fault)|burns|building collapse|collapse of|"
            r"cause of the (?:blast|explosion|fire|crash|collapse)|welding|sparks?|"
            r"labou?r (?:ministry|inspect\w+)|compensation|mine shaft|coal mine|miners|quarry|factory owner|"
            r"driver fell asleep|lost control|carbon monoxide|"
            r"ruled out (?:explosives|sabotage|terror\w*|foul play|a bomb|an attack|arson)"
        ),
        "crime": cue(
            r"dacoit\w*|thie(?:f|ves)|thefts?|stolen|snatch\w*|pickpocket\w*|shoplift\w*|brawl\w*|quarrel\w*|jealous\w*|"
            r"drunk\w*|homicide|serial killer|drug dealers?|road rage|in-law|bank guard|wallets?|jewell?ery|booked for|"
            r"confessed|murder (?:case|charge|investigation)|detectives?"
        ),
        "private": cue(
            r"robber(?:s|y|ies)?|robbed|mugg(?:ers?|ed|ings?)|hold-?ups?|burglar\w*|heists?|carjack\w*|made off with|"
            r"weddings?|celebratory|aerial firing|stray bullets?|honou?r killings?|"
            r"(?:land|property|family|domestic|marital|money|monetary|personal|inheritance|parking|business) "
            r"(?:disputes?|quarrels?|feuds?|rivalry)|(?:old|personal|family|private) (?:enmity|vendetta|score|grudge)|"
            r"(?:dispute|quarrel|argument|row|brawl|fight) (?:over|about)|over (?:an? |his |her |their |the |unpaid )?"
            r"(?:debts?|plot|inheritance|dowry|parking|bill|fence|loan|rent|wages)|"
            r"for (?:his|her|their) (?:tele)?"
            r"(?:phones?|wallets?|money|cars?|motorcycles?|motorbikes?|watch(?:es)?|handbag|purse)|"
            r"ex-(?:wife|husband|girlfriend|boyfriend|partner)|jilted"
        ),
        "court": cue(
            r"trials?|tribunal|jury|jurors?|verdicts?|sentenced|convict\w*|guilty|acquit\w*|indict\w*|testif\w+|"
            r"testimony|witness stand|(?:in the )?dock|defendants?|defence (?:counsel|lawyer)|judges?|magistrates?|"
            r"court(?:room)?|appeal(?:ed)? against|life imprisonment|years in (?:prison|jail)|jailed|pleaded|plea|"
            r"counts of|detectives?|lawyers?|universal jurisdiction|extradit\w+"
        ),
        "drill": cue(
            r"drills?|exercises?|exercising|scenario|simulat\w+|mock|war ?games?|man(?:oeuvre|euver)s?|umpires?|"
            r"blank (?:rounds|ammunition|cartridges|shells)|blanks|live[ -]fire|dummy|dummies|target drones?|"
            r"floating (?:targets?|shield)|notional|imaginary|fictitious|pretend\w*|rehears\w+|"
            r"test[ -]?(?:fire[ds]?|firing|launch\w*)|(?:blue|red|opposing) forces?|on paper|role-?play\w*|"
            r"(?:playing|in) the (?:parts?|roles?) of|firing (?:range|area)|cadets?|under tow|opfor|interoperability"
        ),
        "cyber": cue(
            r"hackers?|hacked|hacking|cyber\w*|malware|ransomware|servers?|firewalls?|networks?|payloads?|phishing|"
            r"passwords?|software|data breach|denial[ -]of[ -]service|ddos|backups?|encrypt\w*|online"
        ),
        "memory": cue(
            r"anniversary|veterans?|memorials?|commemorat\w+|remembrance|obituar\w+|cenotaph|wreaths?|"
            r"monuments?|born in|died aged|at the age of|after a (?:long|short) illness|"
            r"died (?:peacefully|in (?:his|her) sleep)|"
            r"died of (?:cancer|pneumonia|old age|natural causes|a (?:stroke|heart attack))|"
            r"\w+ years (?:ago|on|after)|recalled|remembers?"
        ),
    }
)
"""Patterns by subject."""

WARLIKE = ("armed", "fire", "harm", "order")
"""Armed conflict."""
PEACEFUL = ("sport", "arts", "trade", "nature", "politics")
"""Subjects that only borrow words."""
ALIKE = ("accident", "crime", "private", "court", "drill", "cyber", "memory")
"""Subjects with deeds, blasts or dead of their own: ``private`` are the motives of ordinary crime (codebook E8)."""


def found_words(subject: str, text: str) -> tuple[str, ...]:
    """The words of a text that belong to a subject, in lower case, as often as they stand there."""
    return tuple(match.group().lower() for match in VOCABULARY[subject].finditer(text))


@lru_cache(maxsize=1024)
def kinds(text: str) -> Mapping[str, int]:
    """How many different words of each subject a text holds."""
    return MappingProxyType({subject: len(set(found_words(subject, text))) for subject in VOCABULARY})
