"""The vocabulary of :mod:`conflictsum.resolve.fates`: how English reports say that people died, were hurt or are gone.

The idioms of many desks stand side by side: agencies ("gunned down"), armies ("neutralised", "put out of action"),
their adversaries ("sent to hell", "embraced martyrdom"), hospitals ("succumbed", "treated for burns").
"""

from __future__ import annotations

from typing import Literal, get_args

Fate = Literal["killed", "wounded", "missing", "captured"]
FATES: tuple[Fate, ...] = get_args(Fate)

LIMB = (
    r"(?:head|face|neck|eyes?|shoulders?|arms?|hands?|fingers?|chest|back|stomach|abdomen|belly|hips?|legs?|thighs?|"
    r"knees?|foot|feet|toes?|ankles?|throat|jaw|ears?|limbs?|torso|ribs?|groin|calf|calves|shins?|wrists?|elbows?)"
)
FIGHTERS = (
    r"(?:soldiers?|troops|servicem[ae]n|jawans?|rangers?|marines?|recruits?|conscripts?|guards?(?:m[ae]n)?|officers?|"
    r"policem[ae]n|fighters?|militants?|militiam[ae]n|guerrillas?|rebels?|insurgents?|gunm[ae]n|terrorists?|"
    r"mercenar(?:y|ies)|combatants?|comrades?|martyrs?|commanders?|members?|personnel|men|volunteers?)"
)
PEOPLE = (
    rf"(?:{FIGHTERS}|people|persons|wom[ae]n|children|girls?|boys?|pupils?|students?|passengers?|civilians?|villagers?|"
    r"residents?|teachers?|workers?|labou?rers|crew(?:m[ae]n)?|farmers?|herders?|traders?|hostages?|captives?|sailors?|"
    r"seam[ae]n|fisherm[ae]n|drivers?|nurses?|doctors?|medics?|employees?|engineers?|technicians?|miners?|monks?|nuns?|"
    r"priests?|worshippers?|migrants?|refugees?|travell?ers?|tourists?|journalists?|brothers?|sisters?|relatives|"
    r"colleagues?|peacekeepers?|lives|"
    r"of (?:them|his|her|its|their|the))"
)
_BEFORE_PEOPLE = rf"(?= (?:(?!(?:to|from|in|on|by|with|for|and)\b)[\w’'-]+ ){{0,5}}{PEOPLE}\b)"
_HELL = (
    r"(?:hell|perdition|damnation|eternity|their (?:deaths?|graves?|maker)|his (?:death|grave|maker)|"
    r"the (?:hereafter|grave|next world|afterlife))"
)
_HANDS = r"(?:the )?(?:hands|captivity)\b"
_LOSING = (
    r"(?:lost|los(?:e|es|ing)|gave|given|giv(?:e|es|ing)|laid|lay(?:s|ing)?|sacrific(?:e|es|ed|ing)|forfeited|"
    r"paid with)"
)
_TO_HOSPITAL = r"to (?:[\w’'-]+ ){0,5}?(?:hospitals?|clinics?|infirmary|dispensary|health cent(?:er|re)|intensive care)"
_VIOLENTLY = (
    r"(?:shot|stabbed|beaten|hacked|clubbed|knifed|stoned|burn(?:ed|t)|crushed|trampled|tortured|starved|blown|bombed|"
    r"shelled|choked|frozen|roasted)"
)
# the noun, "shot at", "shot down" and "shot in the leg" are no deaths
_SHOT = (
    r"(?<!a )(?<!test )(?<!warning )(?<!first )(?<!last )shot"
    r"(?!,? (?:at(?! (?:close|point|dawn|noon|home|the (?:roadside|scene|wheel|door)))|down|up|into|off|out|"
    r"towards?|over|past|back|from|with|(?:and|or) (?:seriously |badly )?(?:wounded|injured|hurt)|"
    rf"(?:[\w’'-]+ ){{0,5}}?(?:in|through|on) (?:the|his|her|their|both|a|an) {LIMB})\b)"
)

# past participles, which are passive or active by the words around them
DONE: dict[Fate, str] = {
    "killed": (
        r"killed(?: off)?|murdered|massacred|beheaded|decapitated|executed|assassinated|martyred|"
        r"neutrali[sz]ed|eliminated|"
        rf"liquidated|slaughtered|butchered|slain|annihilated|exterminated|lynched|hanged|strangled|incinerated|"
        rf"electrocuted|gassed|bayoneted|dismembered|"
        rf"(?:gunned|cut|mowed|mown|struck|hunted) down|{_VIOLENTLY}(?: dead| and killed| to death| alive| to pieces)|"
        r"put to death|wiped out|finished off|picked off|"
        r"torn (?:apart|to pieces)|put out of action|rendered (?:ineffective|hors de combat)|"
        rf"(?:sent|dispatched|despatched|consigned) to {_HELL}|{_SHOT}"
    ),
    "wounded": (
        r"(?<!among the )(?:wounded|injured)|hurt|harmed|maimed|crippled|disfigured|mutilated|concussed|scalded|"
        r"lacerated|"
        r"shot and (?:seriously |badly )?(?:wounded|injured|hurt)|"
        rf"shot(?= (?:[\w’'-]+ ){{1,5}}?(?:in|through) (?:the|his|her|both) {LIMB})"
    ),
    "missing": r"(?!)",
    "captured": (
        r"abducted|kidnapped|captured(?: alive)?|"
        r"taken (?:away|hostage|captive|prisoner|alive|into captivity)|made prisoner|"
        r"(?:led|marched|carried|hauled|dragged|spirited|whisked|bundled) (?:off|away)|snatched|press-ganged|"
        r"(?:brought back|brought in|led away|held|taken) as (?:prisoners?|hostages?|captives?)|forcibly recruited"
    ),
}
ACTIVE: dict[Fate, str] = {
    "killed": (
        r"kill(?:s|ing)?|murder(?:s|ing)|massacring|beheading|executing|assassinating|martyring|neutrali[sz](?:es|ing)|"
        r"eliminat(?:es|ing)|liquidat(?:es|ing)|annihilating|slaughtering|(?:gunning|cutting|mowing) down|lynching|"
        rf"(?:lost|loses?|losing|destroy(?:s|ed|ing)|wip(?:es|ing) out|took out|taking out|"
        rf"mourn(?:s|ed|ing)?){_BEFORE_PEOPLE}|"
        r"(?:claim(?:s|ed|ing)|tak(?:es|ing)|took|cost(?:s|ing)?)(?= (?:at least |more than |the )?"
        r"(?:[\w-]+ ){1,4}lives\b)|"
        rf"(?:sent|sends?|sending|dispatch(?:ed|es|ing)|consign(?:ed|ing))(?= (?:[\w’'-]+,? ){{1,9}}?to {_HELL})|"
        r"(?:left|leaves?|leaving)(?= (?:[\w’'-]+ ){1,8}?(?:dead|charred|lifeless|slain)\b)"
    ),
    "wounded": (
        r"wound(?:s|ing)?|injur(?:e|es|ing)|hurting|maiming|"
        r"(?:left|leaves?|leaving)(?= (?:[\w’'-]+ ){1,8}?(?:wounded|injured|hurt|maimed|disabled|blinded|"
        r"fighting for (?:his|her|their) li(?:fe|ves))\b)"
    ),
    "missing": r"(?!)",
    "captured": (
        r"abducting|kidnapping|capturing|snatching|(?:took|taking|taken|holding|holds|free|frees|freed|freeing|"
        rf"releas(?:e of|es|ed|ing)|marched|seized|seizing|herded|led away|bundled){_BEFORE_PEOPLE}"
    ),
}
SUFFERED: dict[Fate, str] = {
    "killed": (
        r"die[sd]?|dying|perish(?:ed|es|ing)?|drown(?:ed|ing)|succumb(?:ed|s|ing)|"
        rf"{_LOSING} (?:down |up )?(?:their li(?:ves|fe)|h(?:is|er) life)|"
        r"(?:attain|achiev|embrac|earn|gain)(?:e?d|e?s|ing) (?:the (?:\w+ )?(?:rank|status|station|honou?r|cup) of )?"
        r"(?:martyrdom|shah?a?dath?)|(?:drank|drunk) (?:from )?the cup of martyrdom|fell(?: as)? martyrs?|"
        r"paid (?:the (?:supreme|ultimate) (?:price|sacrifice)|with (?:his|her|their) li(?:fe|ves))|"
        r"met (?:his|her|their) (?:deaths?|ends?)|breathed (?:his|her|their) last|"
        r"(?:fell|falls?|fallen)(?! (?:back|short|silent|ill|sick|to(?! (?:enemy|sniper|hostile|their|his))|into|from|"
        r"under|by|below|asleep|apart|out|behind|off|through|within|again|over)\b)|"
        r"(?:did|do|does|would) not (?:survive|make it|get out(?: alive)?|come out alive)|"
        r"(?:was|were|is|are|been|lay|lies?|stands?) (?:(?:left|found|shot|pronounced|declared|confirmed|reported|now|"
        r"already|later) )?(?:dead|charred|lifeless)|(?:lies?|lay|lying) in (?:the|a) (?:\w+ )?(?:morgue|mortuary)|"
        r"(?:was|were|is|are) (?:also )?among the (?:dead|killed|fatalities|slain|martyrs)|"
        r"bled to death|(?:burned|burnt|choked|froze|starved) to death"
    ),
    "wounded": (
        r"(?:suffer|sustain|receiv)(?:s|ed|ing)? (?:[\w-]+ ){0,3}(?:burns?|wounds?|injur(?:y|ies)|concussions?|"
        r"fractures?|cuts|bruises|shock|amputations?|splinters|shrapnel)|"
        rf"los(?:t|ing) (?:an?|the|his|her|their|both|two|three|four) (?:right |left |lower |upper )?{LIMB}|"
        r"(?:was|were|is|are) (?:also )?among the (?:\w+ )?(?:wounded|injured)|"
        r"lost (?:his|her|their) (?:eye)?(?:sight|hearing)|"
        rf"(?:hit|struck|shot|stabbed|burned|cut|grazed|wounded) (?:in|on|through) (?:the|his|her|their|both|an?) "
        rf"{LIMB}|"
        r"(?:treated|operated on) (?:in|at|for)|hospitali[sz]ed|"
        rf"(?:taken|brought|admitted|rushed|flown|carried|evacuated|airlifted|shifted|moved|transferred|conveyed|"
        rf"referred|driven|sent) {_TO_HOSPITAL}|"
        r"in (?:the )?hospital|being treated|(?:with|of|from) (?:[\w-]+ ){0,2}(?:wounds|injuries|burns)|"
        r"splinter injuries|"
        r"cut by|hit by (?:shrapnel|splinters|fragments|flying glass|glass|debris)|knocked unconscious"
    ),
    "missing": (
        r"missing|unaccounted for|vanished|disappeared|"
        r"not (?:yet |so far )?been (?:found|located|traced|heard (?:of|from)|seen|accounted for)(?: since)?|"
        r"could not be (?:found|located|traced|accounted for)|lost at sea|"
        r"feared (?:trapped|drowned|buried)|(?:still|remain(?:s|ed)?|be|believed|reported(?:ly)?) (?:trapped|buried)|"
        r"(?:trapped|buried) (?:under|beneath|in) (?:the )?(?:rubble|debris|ruins|wreckage|earth)|whereabouts"
    ),
    "captured": (
        r"(?:being )?held (?:hostage|captive|prisoner|on)|(?:is|are|were|was) being held|taken from|in captivity|"
        rf"(?:is|are|was|were|remain|remains|fell|fallen) (?:in|into) {_HANDS}"
    ),
}
NOUNS: dict[Fate, str] = {
    "killed": (
        r"dead|deaths?|fatalit(?:y|ies)|bodies|corpses|casualties|loss of life|lives|losses|martyrs|toll|slain|"
        r"remains(?= of)|loss(?= of (?:[\w-]+ ){1,4}?" + PEOPLE + r"\b)"
    ),
    "wounded": r"wounded|injured|injur(?:y|ies)|casualties",
    "missing": r"missing",
    "captured": r"hostages?|captives|prisoners of war|abductees",
}
