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
    rf"(?:{FIGHTERS}|people|persons|wom[ae]n|children|(?:school)?(?:girls?|boys?)|schoolchildren|pupils?|students?|passengers?|civilians?|villagers?|"
    r"residents?|teachers?|workers?|labou?rers|crew(?:m[ae]n)?|farmers?|herders?|traders?|hostages?|captives?|sailors?|"
    r"seam[ae]n|fisherm[ae]n|drivers?|nurses?|doctors?|medics?|employees?|engineers?|technicians?|miners?|monks?|nuns?|"
    r"priests?|worshippers?|migrants?|refugees?|travell?ers?|tourists?|journalists?|brothers?|sisters?|relatives|"
    r"colleagues?|peacekeepers?|teenagers?|youths?|minors|babies|infants?|citizens?|nationals|inhabitants|bystanders?|"
    r"passers-?by|mourners?|pilgrims?|shoppers?|students?|shepherds?|herdsm[ae]n|goatherds?|loggers?|woodcutters?|"
    r"brokers?|merchants?|vendors?|clerks?|officials?|mariners?|seafarers?|deckhands?|dockers?|motorists?|commuters?|"
    r"truckers?|truck drivers?|protesters?|demonstrators?|activists?|patients?|paramedics?|volunteers?|inmates?|"
    r"prisoners?|detainees?|mothers?|fathers?|sons?|daughters?|wives|husbands?|couple|cousins?|neighbou?rs?|settlers?|"
    r"clerics?|imams?|pastors?|elders?|scientists?|contractors?|cooks?|guests?|vigilantes?|agents?|policewom[ae]n|"
    r"paratroopers?|commandos?|gendarmes?|constables?|invaders?|occupiers?|aggressors?|infidels?|apostates?|"
    r"crusaders?|hirelings?|khw?arij|jihadists?|bandits?|raiders?|lives|"
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
# "not come back", unlike "not returned", is not said of the displaced
_STAYED_AWAY = (
    r"not (?:yet )?come (?:back|home)(?! to)|never (?:came|returned) (?:back|home)|failed to (?:return|come back)"
)
_WILDS = (
    r"(?:in)?to(?:wards?)? (?:the |an? |nearby |surrounding )*(?:\w+ )?(?:bush(?:es)?|forests?|jungle|swamps?|"
    r"wilderness|savannah?|(?:unknown|undisclosed) (?:location|destination|place))|"
    r"(?:into|towards?) (?:the |an? |nearby |surrounding )*(?:\w+ )?(?:woods?|hills?|mountains?|marsh(?:es)?|"
    r"desert|river)"
)
_TO_WILDS = rf"(?:(?:off|away) )?(?:deep )?(?:{_WILDS})"
_MEDICAL = r"(?:wounds?|injur(?:y|ies)|burns?|shrapnel|gunshots?|blast|smoke|shock|fractures?|cuts|trauma|concussion)"
_FRAGMENTS = r"(?:glass|shrapnel|splinters?|fragments?|debris|masonry|bullets?|pellets?)"
_DISMEMBERED = r"(?:took|tore|tearing|blew|blowing|ripped|ripping|sheared|shearing|severed|severing|sliced|slicing)"
_LIFE = r"the (?:lives|life) of"
_THROATS = r"throats? (?:had been |were |was |being )?(?:cut|slit|slashed)"
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
        r"put to death|done to death|crucified|disembowelled|wiped out|finished off|picked off|"
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
        r"detained(?= by (?:(?:the|unidentified|unknown|armed|masked|suspected) )*(?:\w+ )?(?:Houthis?|rebels?|"
        r"militants?|gunm[ae]n|militias?|militiamen|bandits|kidnappers|jihadists|insurgents|separatists|RSF|M23|"
        r"Rapid Support Forces|men in))|"
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
        rf"(?:claim(?:s|ed|ing)?|tak(?:es?|en|ing)|took|cost(?:s|ing)?|snuff(?:s|ed|ing) out|"
        rf"end(?:s|ed|ing)?(?: with)?) {_LIFE}|"
        r"(?:claim(?:s|ed|ing)|tak(?:es|ing)|took|cost(?:s|ing)?)(?= (?:at least |more than |the )?"
        r"(?:[\w-]+ ){1,4}li(?:ves|fe)\b)|"
        r"cost(?:s|ing)?(?= (?:[\w’'-]+ ){1,7}?(?:his|her|their) li(?:fe|ves)\b)|"
        r"(?:beat(?:en|ing)?|stabb(?:ed|ing)|hack(?:ed|ing)|clubb(?:ed|ing)|ston(?:ed|ing)|crush(?:ed|ing)|"
        r"trampl(?:ed|ing)|tortur(?:ed|ing)|starv(?:ed|ing)|shooting|burn(?:ed|t|ing)|bury(?:ing)?|buried)"
        r"(?= (?:[\w’'-]+,? ){1,8}?(?:to death|dead|alive|to pieces)\b)|"
        r"(?:cut(?:ting)?|slit(?:ting)?|slash(?:ed|ing)) the throats? of|"
        rf"(?:sent|sends?|sending|dispatch(?:ed|es|ing)|consign(?:ed|ing))(?= (?:[\w’'-]+,? ){{1,9}}?to {_HELL})|"
        r"(?:left|leaves?|leaving)(?= (?:[\w’'-]+ ){1,8}?(?:dead|charred|lifeless|slain)\b)"
    ),
    "wounded": (
        r"wound(?:s|ing)?|injur(?:e|es|ing)|hurting|maiming|"
        r"(?:left|leaves?|leaving)(?= (?:(?!(?:dead|killed)\b(?! (?:and|or) (?:wounded|injured)))[\w’'-]+ ){1,8}?"
        r"(?:wounded|injured|hurt|maimed|disabled|blinded|fighting for (?:his|her|their) li(?:fe|ves))\b)|"
        rf"{_FRAGMENTS} (?:also |then )?(?:cut|hit|struck|grazed|pierced|tore into){_BEFORE_PEOPLE}|"
        rf"{_DISMEMBERED} (?:off )?(?:an?|the|one|both) (?:right |left )?{LIMB} (?:of|off|from)|"
        rf"cost(?:s|ing)?(?= (?:[\w’'-]+ ){{1,7}}?(?:his|her|their|an?|both) (?:\w+ )?{LIMB}\b)|"
        rf"(?:treat(?:s|ed|ing)|operat(?:es|ed|ing) on|admitt(?:ed|ing)|receiv(?:ed|ing))"
        rf"(?= (?:(?!for\b)[\w’'-]+ ){{1,6}}?(?:for|with) (?:[\w’'-]+ ){{0,3}}?{_MEDICAL}\b)|"
        r"attend(?:ed|ing)(?: to)?(?= (?:[\w’'-]+ ){1,3}"
        r"(?:wounded|injured|casualties|persons|people|patients|victims)\b)"
    ),
    "missing": r"(?!)",
    "captured": (
        r"abducting|kidnapping|capturing|snatching|(?:took|taking|taken|holding|holds|free|frees|freed|freeing|"
        rf"releas(?:e of|es|ed|ing)|marched|seized|seizing|herded|led away|bundled){_BEFORE_PEOPLE}|"
        r"(?:made|mak(?:e|ing)|drove|driv(?:e|ing)|went|going|rode|riding|ran|running|sped|speeding|took|walked|got|fled|"
        rf"left|leaving|escaped) (?:off|away) with{_BEFORE_PEOPLE}"
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
        r"(?:was|were|is|are|been|lay|lies?|stands?) (?:(?:now|already|later|since|then|also|both|all|\w+ly) )*"
        r"(?:(?:left|found|shot|pronounced|declared|confirmed|reported) )?(?:dead|charred|lifeless)|"
        r"(?:lies?|lay|lying) in (?:the|a) (?:\w+ )?(?:morgue|mortuary)|"
        r"(?:was|were|is|are) (?:also )?among (?:the (?:dead|killed|fatalities|slain|martyrs)|those killed)|"
        rf"(?:had|have|has|having|with) (?:his|her|their) {_THROATS}|"
        r"bled to death|(?:burned|burnt|choked|froze|starved) to death"
    ),
    "wounded": (
        r"(?:suffer|sustain|receiv)(?:s|ed|ing)? (?:[\w-]+ ){0,3}(?:burns?|wounds?|injur(?:y|ies)|concussions?|"
        r"fractures?|cuts|bruises|shock|amputations?|splinters|shrapnel)|"
        r"(?:had|has|have) (?:[\w-]+ ){0,3}?(?:burns?|wounds?|fractures|concussion)|"
        r"(?<!remain )(?<!remains )(?<!remained )(?<!still )in (?:an? |the )?"
        r"(?:[\w-]+ ){0,2}?(?:critical|serious|grave|stable|life-threatening|delicate)"
        r"(?:,? (?:but |and )?\w+)? condition|fighting for (?:his|her|their) li(?:fe|ves)|in intensive care|"
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
        r"(?:trapped|buried) (?:under|beneath|in) (?:the )?(?:rubble|debris|ruins|wreckage|earth)|whereabouts|"
        r"(?:believed|feared|thought) to (?:be|lie|have been) (?:still )?(?:trapped |buried )?(?:under|beneath)|"
        rf"{_STAYED_AWAY}"
    ),
    "captured": (
        r"seized(?= by (?!(?:the )?(?:\w+ )?(?:police|security|customs|soldiers|troops|army|authorities)))|"
        r"(?:being )?held (?:hostage|captive|prisoner|on)|(?:is|are|were|was) being held|taken from|in captivity|"
        rf"(?:is|are|was|were|remain|remains|fell|fallen) (?:in|into) {_HANDS}|"
        rf"(?:led|marched|driven|herded|dragged|forced|frogmarched|taken|carried|ferried) (?:on foot )?{_TO_WILDS}"
    ),
}
NOUNS: dict[Fate, str] = {
    "killed": (
        r"dead|fallen(?= (?:are|is|number|numbered|total|totall?ed)\b)|"
        r"deaths?|fatalit(?:y|ies)|bodies|corpses|casualties|loss of life|lives|losses|martyrs|toll|slain|"
        r"remains(?= of)|loss(?= of (?:[\w-]+ ){1,4}?" + PEOPLE + r"\b)"
    ),
    "wounded": r"wounded|injured|injur(?:y|ies)|casualties",
    "missing": (
        r"missing|"
        r"fate(?= of [^.;:]{1,70}? (?:is|was|are|were|remains?|remained) (?:\w+ )?(?:unknown|unclear|uncertain))"
    ),
    "captured": r"hostages?|captives|prisoners of war|abductees",
}
