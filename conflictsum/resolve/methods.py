"""How an act of violence was done, and whether it was: method and status, from the words of a sentence. English."""

from __future__ import annotations

import re

from conflictsum.drafts import Method
from conflictsum.resolve.names import cue
from conflictsum.resolve.targets import find_targets
from conflictsum.schema import Status

_SHIP = r"(?:ship|vessel|tanker|carrier|freighter|dhow|bulker|boat|plane|airliner)s?"
_VEHICLE = r"(?:lorr(?:y|ies)|trucks?|bus(?:es)?|vehicles?|convoys?|cars?|trains?|ambulances?|minibus(?:es)?|taxis?)"
_PLACE = r"(?:town|city|village|hamlet|base|post|camp|positions?|outpost|garrison|district|airport|hill|capital|prison)"
_CAPTIVES = (
    r"(?:hostages|people|persons|pupils|students|teachers|villagers|residents|farmers|girls|women|men|boys|children|"
    r"priests?|nuns?|workers|passengers|worshippers|travellers|commuters|drivers|traders|brokers|miners|nurses|doctors|"
    r"schoolgirls|schoolchildren|journalists|herders)"
)
_TAKEN = r"(?:seiz|captur|board|overr[au]n)\w*"
_CRAFT = (
    r"(?:helicopters?|gunships?|jets?|warplanes?|(?<!suicide )bombers|"
    r"(?:strategic|heavy|stealth|fighter|dive|long-range)[- ]bomber|aircraft|planes?|aeroplanes?|gliders?|paramotors?|"
    r"gyrocopters?|(?-i:F|Su|MiG|Tu|B|Mi|Ka|Il|Yak|FA|JF|J)-\d{1,3}\w{0,3})"
)
_SMALL_ARMS = r"(?:bullets|gunfire|rifles?|machine[- ]guns?|pistols?|gunshots|rounds)"
_BURNING = r"(?:on fire|ablaze|alight|to the torch|to ashes)"
_BOMB = r"(?:bombs?|munitions|explosives)"
_LINE = r"(?:cables?|pipelines?)"
_CUT = r"(?:cut|severed|sliced|snapped|parted|ruptured|damaged)"
# these the target decides
_BOARDED = cue(
    rf"{_TAKEN} (?:[\w’'-]+ ){{0,5}}{_SHIP}|{_SHIP} (?:\w+ ){{0,3}}(?:seized|captured|boarded)|"
    rf"(?:held up|stopped|halted|waylaid) (?:[\w’'-]+ ){{0,5}}{_VEHICLE}\b[^.;]*\b(?:drove|made) (?:off|away)|"
    rf"(?:boarding|seizure|took over|taking over|took control) (?:of )?(?:[\w’'/-]+ ){{0,5}}{_SHIP}"
)
_CARRIED_OFF = cue(rf"(?:seized|took away|whisked away) (?:[\w’'-]+ ){{0,3}}{_CAPTIVES}")
_SEVERED = cue(rf"{_LINE} (?:[\w’'-]+ ){{0,8}}{_CUT}|{_CUT} (?:[\w’'-]+ ){{0,6}}{_LINE}")
_OCCUPIED = cue(rf"{_TAKEN} (?:[\w’'-]+ ){{0,5}}{_PLACE}|{_PLACE} (?:\w+ ){{0,3}}(?:seized|captured|overrun)")
_BY_TARGET: tuple[tuple[re.Pattern[str], Method], ...] = (
    (_BOARDED, "hijacking"),
    (_CARRIED_OFF, "abduction"),
    (_SEVERED, "other"),
)
# First match wins: what was meant for one act only before the carrier ("drone"), the carrier before the general word.
_METHODS: tuple[tuple[re.Pattern[str], Method], ...] = (
    (
        cue(r"assassinat\w+|(?:plot|attempt|bid|order)\w* to (?:kill|murder)|(?:foiled|thwarted|prevented) the murder"),
        "assassination",
    ),
    (
        cue(
            r"hijack\w*|commandeered|(?:rappelled|fast-roped|abseiled|clambered|swarmed) "
            r"(?:[\w’'-]+ ){0,5}(?:onto|aboard)"
        ),
        "hijacking",
    ),
    (
        cue(
            r"abduct\w*|kidnap\w*|(?:took|taken|taking|held) (?:[\w’'-]+ ){0,5}(?:hostage|captive)|"
            r"(?:carried|taken|led|dragged|marched|whisked|spirited|driven|hauled) (?:off|away)|"
            r"snatched|bundled|herded|"
            r"(?:marched|led|forced|driven|dragged|taken) (?:[\w’'-]+ ){0,3}(?:into|towards?) (?:the|an?) (?:\w+ )?"
            r"(?:bush|forest|jungle|mountains|hills|river|desert)"
        ),
        "abduction",
    ),
    (
        cue(
            r"(?:car|truck|roadside|parcel|suicide)[- ]bomb\w*|ieds?|explosive devices?|landmines?|suicide(?! drones?)|"
            r"(?:stepped on|trod on|struck|hit|drove over|ran over|triggered) an? (?:[\w-]+ )?mine|mined|"
            r"(?:packed|laden|filled|loaded|rigged|stuffed) with explosives|explosives-(?:laden|packed)|"
            r"mines?,? (?:planted|laid)"
        ),
        "bombing",
    ),
    (
        cue(
            r"drones?|uavs?|quadcopters?|shaheds?|"
            r"(?:unmanned|uncrewed|crewless|remote-controlled|robotic) (?:[\w-]+ )?(?:aerial|aircraft|air|boats?|"
            r"vehicles?|vessels?|craft|systems?)"
        ),
        "drone",
    ),
    (
        cue(
            rf"{_CRAFT} (?:[\w’'-]+ ){{0,6}}(?:fired|launched|dropped|firing|dropping)|"
            rf"(?:dropped|dropping|laid) (?:[\w’'-]+ ){{0,5}}{_BOMB}|"
            rf"{_BOMB} (?:[\w’'-]+ ){{0,4}}(?:dropped|fell|fallen)|"
            r"(?:barrel|glide|guided|bunker-busting|aerial|cluster) bombs?"
        ),
        "air",
    ),
    (cue(r"missiles?"), "missile"),
    (cue(r"rockets?"), "rocket"),
    (
        cue(
            r"artillery|shell(?:s|ed|ing)?|mortar(?:s|ed)?|gunners|(?:army|big|heavy) guns|howitzers?|tank fire|"
            r"shellfire|cannonade|the guns of|field guns"
        ),
        "artillery",
    ),
    (
        cue(
            r"warships?|naval (?:guns?|gunfire|fire|bombardment)|gunboats?|"
            r"fire from (?:an? |the )?(?:\w+ ){0,3}(?:navy|naval|patrol boats?)"
        ),
        "naval",
    ),
    (
        cue(
            rf"air[ -]?(?:strikes?|raids?|attacks?|assaults?|bombardments?|bombings?)|aerial \w+|{_CRAFT}|"
            r"fighter jets?|air force|bombardment|aviation|sorties|from the air"
        ),
        "air",
    ),
    (
        cue(
            r"opened fire|opened up on|gunm[ae]n|gunned|gunning|shot(?! down)|shooting|shootings|gunfire|snipers?|"
            rf"shots|(?:with|put|pumped) (?:[\w’'-]+ ){{0,3}}{_SMALL_ARMS}|firefights?|shoot-?outs?|"
            r"machine-gunned|drive-by|cut down by"
        ),
        "shooting",
    ),
    (
        cue(
            r"(?:fight|fought|forced|battled|shot|blasted) (?:its|their|his|her) way into|storm(?:ed|ing)|"
            r"ground assault|assaults?|incursion|ambush\w*|clash\w*|offensive|overr[au]n|fighting|battles?"
        ),
        "ground_assault",
    ),
    (cue(r"raid(?:s|ed|ing)?"), "raid"),
    (cue(r"bomb\w*|blasts?|explosions?|grenades?|detonat\w+|dynamit\w+|blew up|blown up"), "bombing"),
    (
        cue(
            r"stabb\w+|torch\w*|loot\w*|burn(?:ed|t)|beheaded|executed|arson|machetes?|stoned|set(?:ting)? fire|"
            rf"(?:set|setting|put|reduced) (?:[\w’'-]+ ){{0,8}}{_BURNING}|to death|lynch\w*|petrol bombs?|throats?|"
            r"pelted|stones|bricks|arsonists?|hacked|sabotag\w*|saboteurs?"
        ),
        "other",
    ),
)
_THINGS = (
    r"(?:drones?|missiles?|rockets?|uavs?|projectiles?)(?! (?:depot|store|factory|workshop|launch\w*|base|site|unit)s?)"
)
# "denied the group a route" denies nothing
_DEPRIVED = (
    r"(?:the|its|their|them|him|her|it|us) (?:[\w’'-]+ )?(?:an? (?!day|week|month|year)|access\b|entry\b|passage\b)"
)
_STATUSES: tuple[tuple[re.Pattern[str], Status], ...] = (
    (
        cue(
            r"intercept\w*|sh(?:ot|oots?|ooting) (?:[\w’'-]+ ){0,4}down|downed|neutrali[sz]ed (?:the|all)|"
            rf"(?:brought|forced) down (?:[\w’'-]+ ){{0,4}}{_THINGS}|{_THINGS} (?:[\w’'-]+ ){{0,6}}brought down|"
            r"(?:was|were|been|being) (?:\w+ )?(?:brought|forced) down|"
            r"of (?:these|those|them|the (?:drones|missiles|rockets)),? \d+ (?:were|was) "
            r"(?:stopped|neutrali[sz]ed|suppressed|parried|jammed)|"
            r"wiped out (?:[\w’'-]+ ){0,4}(?:un\w+|sea|naval) (?:boats?|drones?|vehicles?|vessels?)|"
            rf"destroyed (?:[\w’'-]+ ){{0,4}}{_THINGS}|"
            rf"{_THINGS} (?:[\w’'-]+ ){{0,6}}(?:were|was|been) (?:also )?destroyed"
        ),
        "intercepted",
    ),
    (
        cue(
            r"foiled|thwarted|attempted|attempts? (?:to|on|at) [^.;]{1,60} failed|failed (?:attempt|bid)|"
            r"failed to|tried to|plot(?:ted)?"
        ),
        "attempted",
    ),
    # who claims an act leaves no doubt of it (codebook S1): only "claims to have"
    (cue(r"claim(?:s|ed)? (?:to have|that|it|they|its|their)"), "claimed"),
    (cue(rf"den(?:y|ies|ied|ying)(?! {_DEPRIVED})"), "denied"),
    (cue(r"allegedly|alleg(?:e|es|ed) that|accus(?:e|ed|es|ing)"), "alleged"),
)
# a crew was in it: shot down is what was done to it
_LOST_CRAFT = cue(
    rf"(?:shot|brought) down (?:[\w’'-]+ ){{0,4}}(?<!unmanned ){_CRAFT}|"
    rf"(?<!unmanned ){_CRAFT} (?:[\w’'-]+ ){{0,4}}(?:shot|brought) down"
)
_UNREAL = cue(
    r"threaten(?:s|ed|ing)?|threats? to (?!\w+s\b)|"
    r"(?:would|will|shall) (?:attack|strike|hit|target|bomb|fire|shell|flatten|destroy|burn|sink|bombard|level|raze|"
    r"turn|kill|respond|retaliate|continue)|"
    r"(?:will|shall) be (?:attacked|struck|hit|targeted|bombed|shelled|flattened|destroyed|burned|sunk|bombarded|"
    r"levelled|leveled|razed|turned into|killed|executed)|"
    r"(?:threaten|vow|warn|sw[eo]r|declar|announc|known)[^.;]* would be \w+(?:ed|en|it|uck|unk)\b|"
    r"vow(?:s|ed)? to|if (?:it|they) (?:attack|strike)"
)


def method_in(text: str) -> Method:
    """How an act of violence was done, by its most telling word outside its target; ``unspecified`` where none tells.

    Args:
        text: A sentence.
    """
    by_target = next((method for pattern, method in _BY_TARGET if pattern.search(text)), None)
    if by_target is not None:
        return by_target
    plain = text
    for start, end in find_targets(text):
        plain = plain[:start] + "_" * (end - start) + plain[end:]
    unknown: Method = "ground_assault" if _OCCUPIED.search(text) else "unspecified"
    return next((method for pattern, method in _METHODS if pattern.search(plain)), unknown)


def status_in(text: str) -> Status:
    """Whether the words put the act in doubt, stop it or only announce it; ``reported`` where nothing does.

    Args:
        text: A sentence.
    """
    if _UNREAL.search(text):
        return "threatened"
    plain = _LOST_CRAFT.sub("", text)
    return next((status for pattern, status in _STATUSES if pattern.search(plain)), "reported")
