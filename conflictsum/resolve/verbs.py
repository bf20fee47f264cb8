"""Verbs and nouns of violence and of speech, as tables: what a sentence is read by.

English. Forms are listed or made by the regular rules; a word that is no verb of these tables may still be one by its
ending, which :mod:`conflictsum.resolve.phrases` judges from the words around it.
"""

from __future__ import annotations


def _past(bases: str) -> frozenset[str]:
    """Past forms of regular verbs."""
    return frozenset(_past_form(base) for base in bases.split())


def _past_form(base: str) -> str:
    return base[:-1] + "ied" if base[-1] == "y" and base[-2] not in "aeiou" else _stem(base) + "ed"


def _forms(bases: str) -> frozenset[str]:
    """Past, base and ``-ing`` forms of regular verbs."""
    return frozenset(bases.split()) | _past(bases) | _ing(bases)


def _ing(bases: str) -> frozenset[str]:
    return frozenset(_stem(base) + "ing" for base in bases.split())


def _thirds(bases: str) -> frozenset[str]:
    """Third person forms ("warns", "accuses", "denies")."""
    return frozenset(
        base[:-1] + "ies"
        if base[-1] == "y" and base[-2] not in "aeiou"
        else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
        for base in bases.split()
    )


_DOUBLED = frozenset("stab ram gun rob plan lob drop commit admit brag kidnap club shred rebut dub quip".split())


def _stem(base: str) -> str:
    """The base as it stands before a vowel: "rais(e)", "stabb"."""
    if base in _DOUBLED:
        return base + base[-1]
    return base.removesuffix("e")


_DIRECT_BASES = (
    "attack shell bomb bombard ambush assault target kill wound injure kidnap abduct assassinate raid storm torch "
    "destroy damage strafe pound hammer loot burn execute behead hijack intercept ram stab murder massacre capture "
    "seize invade engage neutralise neutralize eliminate repel stone rape torture mortar assail flatten level "
    "besiege pillage machine-gun repulse thwart foil wreck gut board rob dynamite raze obliterate devastate slaughter "
    "lynch riddle cripple derail batter incinerate ransack plunder disable"
)
# their base forms are nouns of peace
_WRECKING_BASES = (
    "crater hole pierce pulverise pulverize shred smash hack club bludgeon butcher dismember decapitate mutilate "
    "crucify vandalise vandalize sabotage scorch firebomb carpet-bomb dive-bomb petrol-bomb torpedo maul blast"
)
DIRECT = (
    _forms(_DIRECT_BASES)
    | _past(_WRECKING_BASES)
    | _ing(_WRECKING_BASES)
    | frozenset(
        "repelled repelling hit hitting strike struck striking shoot shot shooting overran overrun downed "
        "sank sink sinking sunk burnt slain slew slay waylaid".split()
    )
)
"""Verbs whose object is what was hit ("the army shelled *the town*")."""
ENDURED = _past(
    "kill wound injure kidnap abduct assassinate destroy damage hijack murder capture seize neutralise neutralize "
    "eliminate massacre ambush besiege behead execute torture rape slaughter lynch demolish riddle raze wreck cripple"
) | frozenset("slain overrun".split())
"""Of their past forms those that without an object are participles ("a ship *seized* in the strait")."""
HARM = frozenset(
    "killed wounded injured kill wound injure killing wounding injuring hurt neutralised neutralized eliminated".split()
)
"""Of these the ones that alone tell of harm, not of the act."""
_SENDING_BASES = "fire launch drop lob hurl plant roll rain push detonate explode"
SENDING = _forms(_SENDING_BASES) | frozenset(
    "dropped dropping released releasing unleash unleashed unleashing discharged discharging directed directing "
    "sent send sending threw throw throwing thrown flew fly flying flown shot planted set laid poured pouring "
    "directed".split()
)
"""Verbs whose object is a weapon or an act ("fired *rockets*", "launched *an attack*")."""
LIGHT = _forms(
    "conduct stage mount commit wage perpetrate execute suffer report record resume continue deliver inflict renew "
    "intensify witness experience register sustain resort"
) | frozenset(
    "carried carry carrying made make making seen saw took undertook undertaken led opened open opening staged".split()
)
"""Verbs that tell of an act only with the noun for it ("carried out *two strikes*")."""
STOPPING = frozenset(
    "intercepted downed intercept intercepting repelled repelling repulsed repulsing jammed thwarted thwarting foiled "
    "foiling parried parrying".split()
)
"""Verbs whose object is an act that did not arrive; its owner is the doer."""
PHRASAL = {
    "blew": frozenset({"up"}),
    "blown": frozenset({"up"}),
    "blow": frozenset({"up"}),
    "blowing": frozenset({"up"}),
    "went": frozenset({"off"}),
    "going": frozenset({"off"}),
    "brought": frozenset({"down"}),
    "bringing": frozenset({"down"}),
    "forced": frozenset({"down"}),
    "wiped": frozenset({"out"}),
    "wiping": frozenset({"out"}),
    "gunned": frozenset({"down"}),
    "gunning": frozenset({"down"}),
    "mowed": frozenset({"down"}),
    "mown": frozenset({"down"}),
    "mowing": frozenset({"down"}),
    "hunted": frozenset({"down"}),
    "picked": frozenset({"off"}),
    "softened": frozenset({"up"}),
    "softening": frozenset({"up"}),
    "taken": frozenset({"away", "hostage", "captive", "prisoner"}),
    "took": frozenset({"away", "hostage", "captive", "prisoner"}),
    "take": frozenset({"hostage", "captive"}),
    "taking": frozenset({"hostage", "captive"}),
    "held": frozenset({"hostage", "captive"}),
    "carried": frozenset({"off", "away"}),
    "led": frozenset({"away"}),
    "dragged": frozenset({"away", "off"}),
    "marched": frozenset({"away", "off"}),
}
"""Verbs that are violent with one of these words right after them."""
NOUN_LIKE = frozenset(_DIRECT_BASES.split()) | frozenset("fire launch drop strike plant push roll".split())
"""Base forms that are nouns as well."""
BURSTS = frozenset("exploded detonated explode exploding detonating erupted".split())
"""Verbs for what a weapon does by itself."""
LANDS = frozenset(
    "fell landed crashed hit came slammed slamming slam burst struck smashed smashing rained ploughed plowed tore "
    "ripped tearing ripping rocked shook shattered fall fallen falling splashed plunged thudded crumped barrelled "
    "streaked impacted blasted blasting punched sliced pierced reached".split()
)
"""Verbs for how a weapon arrives."""
CLASHES = frozenset("clashed fought battled clash fighting skirmished clashing".split())


def _nouns(singulars: str) -> frozenset[str]:
    """Singular and plural of nouns."""
    return frozenset(singulars.split()) | frozenset(
        noun + ("es" if noun.endswith(("sh", "s")) else "s") for noun in singulars.split()
    )


WEAPONS = _nouns(
    "drone missile rocket shell mortar bomb grenade gun projectile munition uav shahed device charge mine landmine "
    "salvo barrage volley warhead round bullet ied explosive shot quadcopter howitzer torpedo machete rifle weapon "
    "fragment splinter fusillade rpg katyusha fpv molotov firebomb booby-trap"
) | frozenset("artillery fire gunfire dynamite debris shrapnel firearms leaflets napalm wreckage".split())
"""What an act is done with; never who did it."""
CRAFT = _nouns(
    "plane warplane aeroplane jet helicopter warship frigate destroyer boat gunboat paraglider tank bomber vessel "
    "submarine gunship glider paramotor gyrocopter autogyro corvette speedboat"
) | frozenset({"aircraft"})
"""Machines that people fight from."""
VEHICLES = _nouns(
    "car truck van vehicle lorry bus minibus motorbike motorcycle pickup minivan taxi ambulance coach tractor "
    "train tanker parcel depot house"
) | {"lorries"}
"""What bombs are hidden in."""
ACTS = _nouns(
    "strike airstrike attack raid assault bombing shooting ambush clash offensive incursion blast explosion "
    "massacre killing assassination abduction kidnapping hijacking bombardment barrage salvo shelling beheading "
    "air-strike air-raid strafing detonation pogrom bloodbath counterattack counter-attack boarding infiltration "
    "stabbing sortie shootout shoot-out firefight skirmish murder slaying lynching ramming blitz fusillade cannonade "
    "sabotage shoot-up drive-by rampage"
) | frozenset("fighting gunfight gunbattle gunfire arson shellfire onslaught holing sinking looting torching".split())
"""Nouns for acts of violence."""
CLASHING = frozenset(
    "clash clashes fighting gunfight gunbattle firefight firefights shootout shootouts skirmish skirmishes".split()
)
"""Of these the ones that two sides do to each other."""

ARMED = frozenset(
    "bandits gunmen militants rebels insurgents fighters kidnappers militiamen jihadists terrorists guerrillas "
    "separatists soldiers troops assailants attackers commandos paramilitaries raiders abductors captors hijackers "
    "pirates assassins hitmen maoists naxalites naxals islamists extremists marauders infiltrators mercenaries "
    "vigilantes paratroopers marines snipers cadres saboteurs arsonists gunman sniper assailant attacker militant "
    "terrorist commando hijacker bomber bombers khawarij".split()
)
"""People who take others, and enter places, by force."""
NATURE = frozenset(
    "wave waves storm storms hurricane typhoon cyclone tornado squall squalls flood floods lightning wind winds rain "
    "rains earthquake earthquakes quake tremor tsunami clock clocks bell bells avalanche avalanches landslide "
    "landslides mudslide hail hailstorm heatwave blaze wildfire wildfires bushfire virus disease epidemic outbreak "
    "cholera malaria measles accident accidents crash collision collisions derailment stampede bear bears dog dogs "
    "elephant elephants crocodile snake".split()
)
"""What strikes, batters and kills, and wages no war."""
UNHARMED = frozenset(
    "help services support talks attention fear balance war battle battles retreat trafficking crime corruption fires "
    "blaze fire flames pact deal poverty disease game price prices shares profits windows campaign election "
    "bill truce ceasefire agreement agreements accord compromise bargain understanding peace note chord nerve "
    "jackpot headlines brakes record records debt debts gains losses savings jobs profit firewall "
    "firewalls server servers website websites database databases computers computer portal portals routers "
    "malware".split()
)
"""What is attacked, fought or engaged without violence."""
SEIZABLE = frozenset(
    "ship ships vessel vessels tanker tankers carrier carriers freighter dhow boat boats plane aircraft train bus "
    "truck trucks convoy lorry lorries town towns city cities village villages hamlet base bases post posts camp "
    "camps airport airfield bridge position positions hill area areas territory district districts building "
    "headquarters station hospital garrison outpost checkpoint port crossing barracks dam mine crew people hostages "
    "persons residents worshippers passengers travellers commuters schoolgirls schoolchildren civilians brokers "
    "migrants foreigners men women girls boys children pupils students soldiers fighters villagers teachers workers "
    "priests farmers officers guards guard policemen police nurses doctors drivers journalists tourists sailors "
    "seamen monks nuns priest inmates merchants traders peacekeepers pilots engineers capital bazaar market refinery "
    "oilfield field stronghold region province road highway neighbourhood neighborhood parliament palace".split()
)
"""What is seized by force: ships, places, people; weapons and drugs are seized in peace."""

_SAY_BASES = (
    "state announce declare add warn threaten vow pledge condemn denounce accuse blame deny demand urge call appeal "
    "praise hail claim offer agree reject insist argue confirm acknowledge admit justify defend promise respond "
    "reply tweet post describe stress reiterate ask report estimate allege assert maintain concede contend caution "
    "express emphasise emphasize retort thunder dismiss refuse contest recall confess suggest tell say comment "
    "remark explain note signal reveal brand rule counter complain boast brag gloat revile voice disclose recognise "
    "recognize counsel lament decry deplore exclaim stipulate propose thank mourn salute affirm assure attest avow "
    "berate castigate chide clarify commend congratulate criticise criticize disavow disown exhort hint implore "
    "lambast lambaste laud narrate opine plead predict proclaim recommend rebuke recount refute remonstrate "
    "repudiate reprimand ridicule scold specify underline underscore upbraid welcome applaud advise beseech bemoan "
    "conclude contradict encourage entreat hope indicate inform press rebuff remind spurn"
)
# their base forms are nouns
_TOLD_BASES = "protest request joke label trash rubbish outline forecast trumpet rebut dub quip shout"
SPEECH = (
    frozenset(
        "said says told tells wrote writes spoke speaks swore swears put puts gave gives raised raises counted counts "
        "reads quipped saying telling beg begs begged".split()
    )
    | _past(f"{_SAY_BASES} {_TOLD_BASES}")
    | _thirds(_SAY_BASES)
)
"""Finite forms of verbs of speech."""
SPEECH_BASES = frozenset(_SAY_BASES.split())
SPEAKING = _ing(f"{_SAY_BASES} {_TOLD_BASES}")
"""Their ``-ing`` forms, speech after "is" and "been"."""
OFTEN_NOUNS = frozenset(
    "reports claims demands call calls offers posts states notes counts signals brands rules thanks comments remarks "
    "counters estimates puts raises gives reads voices counsels".split()
)
"""Forms that are as often nouns, or seldom speech."""
WEAK_SPEECH = frozenset("put puts gave gives raised raises counted counts reads recalled".split())
"""Verbs that are speech only where they give a number."""
QUOTING = frozenset("said says reports reported announced stated".split())
"""Verbs after which the speaker may follow even where nothing is quoted ("nobody died, says *the clinic*")."""
BLAMING = frozenset("blame blames blamed accuse accuses accused suspect suspects suspected".split())
CLAIMING = frozenset(
    "claim claims claimed claiming adopted admit admits admitted acknowledged avowed took taken taking assumed "
    "accepted".split()
)
DENYING = frozenset("deny denies denied".split())

OTHER_VERBS = frozenset(
    "came went took left made gave saw fell flew sent kept held brought met began broke lost found stood ran led put "
    "set cut got knew thought became grew rose felt heard paid read sat sold spent tore woke wore won built bought "
    "caught drew drove ate hid lay lies stands comes goes takes makes gives sees falls holds seems remains shows "
    "needs wants knows believes believe suspects suspect lacks owns borders includes include contains want know think "
    "thinks continue continues forced sought seeks seek lets leaves reached drives expects bears tries fled flee "
    "flees blew fought beat beaten blown shown seen taken known given done gone broken driven torn hurt bore died die "
    "dies used uses start starts begin begins mean means meant trod let dealt mown slit stove shorn crept leapt sank "
    "swept cost".split()
)
"""Irregular and frequent verbs that end a name or noun phrase."""
BASES = (
    frozenset(_DIRECT_BASES.split())
    | frozenset(_SENDING_BASES.split())
    | SPEECH_BASES
    | frozenset(
        "strike hit shoot fire launch open carry be have do free release withdraw visit stop halt respond "
        "retaliate end "
        "leave allow help join hold take make give send bring return come go keep pay provide continue protect watch "
        "let stay meet enter try save reach prevent avoid defend destroy treat cover fish pass cross close secure "
        "retake recapture hunt fight".split()
    )
)
"""Base forms after ``to``."""
HOLDING = frozenset("held controlled occupied run manned dominated".split())
"""What is done to a place that fire comes from."""
