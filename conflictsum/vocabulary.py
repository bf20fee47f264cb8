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
            r"soldiers?|troops|servicem[ae]n|paratroopers?|conscripts?|militants?|rebels?|insurgen(?:ts?|cy)|"
            r"gunm[ae]n|fighters?|jihad(?:ists?|is?)|paramilitar\w+|militias?|militiam[ae]n|guerrillas?|"
            r"separatists?|terrorists?|extremists?|mercenar(?:y|ies)|combatants?|peacekeepers?|bandits?|army|armies|"
            r"military|militaries|militarily|navy|naval|air force|armed forces|security forces|"
            r"defen[cs]e (?:ministry|minister|forces)|ministry of defen[cs]e|junta|brigade|battalion|regiment|"
            r"garrison|central command|general staff|front ?lines?|armed (?:group|men|gangs?|settlers?)|infantry|"
            r"maoists?|naxal\w*|herdsm[ae]n|settlers?|operatives?|assailants?|attackers?|saboteurs?|snipers?|"
            r"suicide bombers?|vigilantes?"
        ),
        "fire": cue(
            r"air ?-?strikes?|shelling|shelled|artillery|mortars?|warplanes?|fighter jets?|explosives?|bombings?|"
            r"bombed|rocket fire|drone (?:strikes?|attacks?)|missile (?:strikes?|attacks?)|landmines?|grenades?|"
            r"ieds?|car bomb\w*|gunfire|ballistic|warships?|frigate|destroyer|air defen[cs]es?|munitions?|ambush\w*|"
            r"drones?|missiles?|rockets?|shells?|glide bombs?|roadside bombs?|suicide (?:attack|blast|vest|drones?)|"
            r"opened fire|rocket-propelled|stepped on a mine|raided|overr[au]n|shot down|gun ?battle|firefight|"
            r"machine[ -]guns?|indiscriminate fir(?:e|ing)|cross-border|bombardment"
        ),
        "harm": cue(
            r"killed|wounded|dead|bodies|casualties|slain|martyr\w*|gunned down|beheaded|executed|massacre\w*|"
            r"civilians?|displaced|refugees?|villagers?|captives?|abduct\w+|kidnap\w*|hostages?|looted|torched"
        ),
        "order": cue(
            r"ceasefire|cease-fire|truce|war crimes?|occupied|occupation|insurgency|civil war|airspace|humanitarian|"
            r"united nations|sanctions|regime|peace (?:talks|deal|agreement)|checkpoints?|curfew|gangs?|cartels?|"
            r"claimed responsibility|claimed the attack|blockade|besieged|siege of|resistance|frontlines?|incursion|"
            r"retaliat\w+|terrorist attack|war-torn|conflict zone"
        ),
        "law": cue(r"police\w*|prosecutors?|suspects?|gendarm\w+|constables?|sheriffs?"),
        "sport": cue(
            r"season|match(?:es)?|league|coach|goals?|goal(?:keeper|less)|half-time|second half|strikers?|"
            r"midfield\w*|referee|umpires?|kick-?off|stoppage time|back four|penalty|scored?|opponents?|players?|"
            r"squad|fans|tournament|innings|wickets?|batsm[ae]n|bowlers?|champion\w*|marathon|race|racing|cup|derby|"
            r"stadium|rugby|football\w*|cricket\w*|tennis|hockey|medals?|athletes?|sprint|lap|qualif(?:y|ier|iers|"
            r"ying)|chess|grandmaster|bishop on|kingside|boxing|boxer|heavyweight|middleweight|knock(?:ed|ing) out|"
            r"knock-?out|title fight|unbeaten|olympic\w*|scrum|fly-half|try line|playoffs?|(?:semi|"
            r"quarter)-?finals?|grand prix|team-?mates?|supporters' club|ultras|hooligans?|pitch|seed(?:ed)?|"
            r"set point|runners?-up|surf(?:er|ers|ing)|cyclists?|peloton|golf\w*|basketball|baseball|home run|"
            r"quarterback|transfer window"
        ),
        "arts": cue(
            r"films?|movie|director|novels?|novelist|albums?|studio|exhibition|museum|concert|audience|gamers?|"
            r"gaming|video games?|festival|theatre|actors?|actress|painting|gallery|poet|chapters?|pp|publishers?|"
            r"reviewed|readers?|bestsell\w+|memoir|curator|archiv\w+|soundtrack|box office|tv series|screenplay|"
            r"orchestra|century|historians?|cinemas?|trailer|premiere[sd]?|booker|oscars?|prose|fiction\w*|thriller|"
            r"stars? as|starring|plays the|the author|pixels?|consoles?|gameplay|songs?|singer|opera|ballet|"
            r"sculpt\w+|artists?|playwright|sequel|comic|cartoon\w*|documentary|heroine|protagonist|tickets cost"
        ),
        "trade": cue(
            r"shares|shareholders?|profits?|revenues?|investors?|customers|quarter|per ?cent|analysts?|airline|"
            r"retail\w*|takeover|prices?|stocks?|index|euros|tickets?|tariffs?|steel\w*|bidders?|brewer\w*|"
            r"inflation|central bank|interest rates?|market share|turnover|dividend|supermarkets?|consumers?|"
            r"startups?|mergers?|chief executive|brand|sales|discounts?|dumping|anti-dumping|imports?|exports?|"
            r"exporters?|trade (?:minister|war|deal)|duties|levy|levies|manufacturers?|steelmakers?|carmakers?|"
            r"chipmakers?|suppliers?|jobs|wages|commerce ministry|economists?|subsid(?:y|ies)|currency|"
            r"purchasing power|bonds|futures|boardroom|annual meeting|hostile bid\w*|buyout|loans?|gdp|bankruptcy|"
            r"price war|hoarding|soybeans?"
        ),
        "arms": cue(
            r"signed (?:an? )?(?:[$€£]?[\d.,]+[ -](?:billion|million)[ -]?\w* )?(?:contract|deal|order)|"
            r"arms (?:order|deal|fair)|ordered \d+|(?:will|to) (?:buy|purchase|acquire|receive)|procure\w*|"
            r"acquisition|tenders?|contracts?|consortium|deliver(?:y|ies)|(?:billion|million) (?:dollars|euros|"
            r"contract|deal)|assembly|production line|prototype|unveil\w*|shipyard|in service|enter(?:ed)? service|"
            r"maiden (?:flight|voyage)|lift-?off|space agency|after launch|(?:first|second|third|fourth|"
            r"last) of (?:two|three|four|five|six|\d+) (?:corvettes|frigates|submarines|jets|ships|aircraft)|"
            r"fighter deal|defen[cs]e spending|percent of (?:output|gdp)|range of \d+ ?k|can (?:strike|hit|destroy|"
            r"carry|fire)|could destroy|recruitment|candidates must|applicants|enlist\w*|barracks opened|"
            r"spokesman for the company|the company said|launch ?pad|satellites?|orbit(?:al)?|spacecraft|payload|"
            r"test (?:flight|of its)|engine test"
        ),
        "labour": cue(
            r"trade unions?|union leaders?|unions|the (?:\w+ )?union said|walk-?outs?|walked off|picket\w*|"
            r"industrial action|dockers|stoppages?|pay (?:rises?|deal|dispute)|pension reform|general strike|"
            r"hunger strike|on strike|strikers|layoffs|redundanc\w+|(?:nurses|teachers|doctors|pilots|drivers|"
            r"workers)[’\']? (?:on |went on )?strike|industrial tribunal|will strike for|strike ballot|"
            r"working conditions|collective bargaining"
        ),
        "nature": cue(
            r"storms?|rain|rainfall|winds?|forecast\w*|hurricanes?|floods?|flooding|floodwaters?|earthquakes?|"
            r"quakes?|cyclones?|typhoons?|tornado\w*|landslides?|mudslides?|avalanches?|lightning|thunderstorms?|"
            r"tremors?|aftershocks?|epicent(?:re|er)|magnitude|richter|tsunami|monsoon|torrential|downpours?|"
            r"heat ?waves?|heatstroke|sunstroke|cold snap|frostbite|degrees|gales?|gusts?|tides?|storm surge|"
            r"meteorolog\w+|weather|snow\w*|blizzard|hailstones?|drought|volcan\w+|lava|ash cloud|erupted on|"
            r"eruptions?|crater|asteroids?|meteorites?|wildfires?|forest fires?|bush ?fires?|brush fires?|"
            r"fire ?breaks?|water[ -]bomb\w*|hectares|acres|pine forests?|civil protection|disaster (?:ministry|"
            r"agency|management|authority)|burst its banks|dykes?|river level"
        ),
        "life": cue(
            r"species|scientists?|researchers|patients with|infection\w*|infected|virus\w*|outbreaks?|vaccin\w+|"
            r"doses|diseases?|clinical|bacteria\w*|immune|tumou?rs?|cancer|cholera|measles|malaria|ebola|dengue|"
            r"polio|tuberculosis|meningitis|typhoid|mpox|influenza|flu|covid\S*|epidemic|pandemic|parasites?|"
            r"mosquito\w*|diagnos\w+|symptoms|diarrh\w+|contaminated|(?:food|alcohol|mass|accidental) poisoning|"
            r"poisoned|bootleg|methanol|overdos\w+|heart (?:attack|failure|disease)|a stroke|kidney|mice|"
            r"side effects|boil water|sharks?|crocodiles?|great white|elephants?|(?:stray|pack of|feral|wild) dogs|"
            r"pit ?bulls?|dog attack|an? (?:bear|leopard|tiger|lion|hippo\w*|bull)|wolves|hyenas?|snakes?|venom\w*|"
            r"bees|wasps|hornets|ants?|colony|locusts?|swarms? of (?:bees|locusts|desert|\w+ locusts)|herd of|"
            r"trampled|mauled|gored|bitten|rabies|forest (?:officials?|department|guards)|wildlife|man-?eat\w+|"
            r"bird[ -]?strikes?|pesticides?|insecticides?|larvae|pests?"
        ),
        "politics": cue(
            r"bills?|lawmakers?|parliament\w*|lok sabha|rajya sabha|the house|senators?|voters?|polls?|ballots?|"
            r"opposition|treasury benches|speaker|budget|grants|amendments?|campaigns?|election\w*|no-confidence|"
            r"consul\w*|visas?|communiqu[eé]|bilateral|host|voice vote|walkout|backbench\w*|portfolio|"
            r"cabinet reshuffle|by-election|the vote|turnout|constituenc\w+|deput(?:y|ies) (?:of|from) the|"
            r"ruling party|party leader|coalition partners?|ousted|defeat(?:ed)? at the|landslide victory|rostrum|"
            r"counterpart|memorandum|state visit|leaders (?:agreed|pledged?)|summit|majority leader|minority leader|"
            r"bill to|stronghold|social democrats?|conservatives|liberals|greens|far-right|centre-left"
        ),
        "accident": cue(
            r"accident\w*|crash\w*|collision|collided?|derail\w*|capsiz\w*|overturned|overloaded|overcrowded|"
            r"skidded|plunged|veered|swerved|head-on|rear-ended|hit-and-run|pile-?up|motorists?|(?:petrol|fuel|oil|"
            r"gas) tankers? (?:exploded|overturned|caught|crash\w*)|scoop\w* (?:up )?(?:fuel|petrol)|(?:level|"
            r"unguarded|railway) crossing|gatekeeper|goods train|ex gratia|cheques to|heirs of|lorry driver|"
            r"tyre burst|brakes|on a bend|overtak\w+|runway|take-?off|cockpit|ejected|emergency landing|black box|"
            r"flight recorders?|air show|technical (?:fault|problem|failure)|training (?:flight|sortie|accident|"
            r"mission)|during training|boilers?|gas (?:leak\w*|cylinders?|explosion|blast|pipe\w*|main|canisters?|"
            r"workers|stove|bottles?)|leak(?:ed|ing)?|furnace|chemicals? (?:had|was|were|stored|plant|factory)|"
            r"inflammable|flammable|short[ -]circuit\w*|electrical (?:fault|fire)|faulty|wiring|malfunction\w*|"
            r"mishaps?|stampede|crush|drown\w*|fireworks?|firecrackers?|cracker unit|negligence|careless\w*|"
            r"mishandl\w+|human error|unsafe|safety (?:rules|standards|violations?)|emergencies ministry|"
            r"pilot error|fire (?:brigade|safety|service officials?)|brake failure|engine (?:failure|trouble)|"
            r"training (?:jet|aircraft|plane)|by mistake|wrong coordinates|mechanical (?:failure|fault)|burns|"
            r"(?:building|roof|bridge|wall|mine|pit) (?:collapsed?|caved in)|collapse of|caved in|cave-in|gave way|"
            r"cause of the (?:blast|explosion|fire|crash|collapse)|welding|sparks?|candles?|cigarettes?|"
            r"electrocut\w+|suffocat\w+|asphyxiat\w+|life ?jackets?|overboard|shipwreck\w*|(?:boat|ferry|"
            r"dinghy) sank|labou?r (?:ministry|inspect\w+)|compensation|mine shaft|coal mine|miners|quarry|(?:gold|"
            r"illegal) mine|factory owner|driver fell asleep|lost control|carbon monoxide|for disposal|"
            r"collecting scrap|scrap (?:metal|dealers?|collectors?)|ruled out (?:explosives|sabotage|terror\w*|"
            r"foul play|a bomb|an attack|arson)"
        ),
        "crime": cue(
            r"dacoit\w*|thie(?:f|ves)|thefts?|stolen|snatch\w*|pickpocket\w*|shoplift\w*|brawl\w*|quarrel\w*|"
            r"jealous\w*|drunk\w*|homicide|serial killer|drug (?:dealers?|traffick\w+|ring)|cocaine|heroin|cannabis|"
            r"narcotics|road rage|in-laws?|bank guard|wallets?|jewell?ery|booked for|confessed|murder (?:case|"
            r"charges?|investigation)|detectives?|customs officers?|charged with|on suspicion of|manslaughter|"
            r"on bail|registered a case|case (?:was|has been) registered|classmates?|school (?:stabbing|shooting)|"
            r"bullied|bullying|resentment|acted alone|motive (?:was|is|remained|remains) (?:not known|unclear|"
            r"unknown)|(?:political|terror\w*) motive|history of mental|overpowered|gun (?:laws|control|violence|"
            r"bill)|assault rifles|mass shooting|active shooter|mafia|camorra|ndrangheta|mob boss|psychiatric|"
            r"mentally ill|mental (?:illness|health)|no threat to the (?:wider )?public|passers-by|year-old (?:was|"
            r"were|has been) arrested|\d+-year-old suspect|fugitive|wanted (?:in|for) \w+ cases|fraud\w*|smuggl\w+|"
            r"counterfeit|swindl\w+|rapist|burgled|special branch|inmates?|prison brawl|knife attack"
        ),
        "private": cue(
            r"robber(?:s|y|ies)?|robbed|mugg(?:ers?|ed|ings?)|hold-?ups?|burglar\w*|heists?|carjack\w*|"
            r"made off with|(?:fled|escaped) with (?:the )?(?:cash|money|loot|[\d.,]+ (?:million )?\w+)|vault|"
            r"cash machines?|getaway car|weddings?|celebratory|aerial firing|stray bullets?|honou?r killings?|"
            r"(?:land|property|family|domestic|marital|money|monetary|personal|inheritance|parking|business|"
            r"love) (?:disputes?|quarrels?|feuds?|rivalry|affair)|(?:old|personal|family|private) (?:enmity|"
            r"vendetta|score|grudge)|(?:old|blood|clan|tribal|family) feuds?|(?:piece|plot|patch) of land|"
            r"resist(?:ing|ed) (?:an? |the )?(?:robbery|mugging|snatching|hold-?up|theft)|(?:dispute|quarrel|"
            r"argument|row|brawl|fight) (?:over|about)|over (?:an? |his |her |their |the |unpaid )?(?:debts?|plot|"
            r"inheritance|dowry|parking|bill|fence|loan|rent|wages)|for (?:his|her|their) (?:tele)?(?:phones?|"
            r"wallets?|money|cars?|motorcycles?|motorbikes?|watch(?:es)?|handbag|purse)|(?:shot|killed|stabbed|"
            r"hacked|gunned down|strangled|murdered|murdering|killing|stabbing|shooting|beat|attacked|"
            r"attacking) (?:dead |to death )?(?:his|her) (?:own |estranged |former |pregnant |elderly )?(?:wife|"
            r"husband|girlfriend|boyfriend|partner|ex|son|daughter|father|mother|brother|sister|in-laws|neighbour|"
            r"classmates?|teacher|boss|mother-in-law|father-in-law)|(?:pupil|student|schoolboy|teenager|"
            r"boy)(?:, \d+,)? (?:stabbed|killed|shot|kills|attacked|attacks)|(?:ex-|former )(?:wife|husband|"
            r"girlfriend|boyfriend|partner)|estranged|stalk(?:er|ed|ing)|jilted"
        ),
        "court": cue(
            r"trials?|tribunal|jury|jurors?|verdicts?|sentenced|convict\w*|guilty|acquit\w*|indict\w*|testif\w+|"
            r"testimony|witness stand|(?:in the )?dock|defendants?|defence (?:counsel|lawyer)|judges?|magistrates?|"
            r"court(?:room)?|appeal(?:ed)? against|life (?:imprisonment|sentence)|years in (?:prison|jail)|jails?|"
            r"jailed|pleaded|plea|counts of|detectives?|lawyers?|universal jurisdiction|extradit\w+|coroner\w*|"
            r"inquest|the hearing|charges against"
        ),
        "drill": cue(
            r"drills?|exercises?|exercising|scenario|simulat\w+|mock|war ?games?|man(?:oeuvre|euver)s?|umpires?|"
            r"blank (?:rounds|ammunition|cartridges|shells)|blanks|live[ -]fire|dummy|dummies|target drones?|"
            r"aerial targets?|floating (?:targets?|shield)|notional|imaginary|fictitious|pretend\w*|rehears\w+|"
            r"practi[sc]ed|test[ -]?(?:fire[ds]?|fires|firing|launch\w*)|the test|successfully (?:tested|"
            r"test-fired)|tested an?|test(?:ed)? (?:a )?new|tests new|(?:a|its|weapons?|missile|rocket|"
            r"engine) tests?|into (?:the sea|waters|the sea of japan)|(?:sea of japan|east sea)|oversaw the|"
            r"demonstration|(?:blue|red|opposing) forces?|on paper|role-?play\w*|playing the (?:enemy|part|role)|"
            r"part of the enemy|(?:playing|in) the (?:parts?|roles?) of|firing (?:range|area)|(?:at|"
            r"on) the \w+ range|cadets?|under tow|opfor|interoperability"
        ),
        "cyber": cue(
            r"hackers?|hacked|hacking|cyber\w*|malware|ransomware|servers?|firewalls?|networks?|payloads?|phishing|"
            r"passwords?|software|data breach|denial[ -]of[ -]service|ddos|backups?|encrypt\w*|online"
        ),
        "memory": cue(
            r"anniversary|veterans?|memorials?|commemorat\w+|remembrance|obituar\w+|cenotaph|wreaths?|monuments?|"
            r"born in|died aged|at the age of|after a (?:long|short) illness|died (?:peacefully|in (?:his|"
            r"her) sleep)|died of (?:cancer|pneumonia|old age|natural causes|a (?:stroke|heart attack))|"
            r"\w+ years (?:ago|on|after)|recalled|remembers?|(?:(?:in|of|since|until|by|early|late|summer of|"
            r"spring of|jan\w+|feb\w+|march|april|may|june|july|aug\w+|sept\w+|oct\w+|nov\w+|dec\w+),? )1[5-9]\d\d|"
            r"wwii|ww2|world war|wartime|cold war|nazis?|ottoman|the wreck|divers|the fallen|on this day|"
            r"opened in \d{4}|our story|\w+ centur(?:y|ies)"
        ),
    }
)
"""Patterns by subject."""

WARLIKE = ("armed", "fire", "harm", "order")
"""Armed conflict."""
PEACEFUL = ("sport", "arts", "trade", "arms", "labour", "politics")
"""Subjects that only borrow words."""
ALIKE = ("accident", "nature", "life", "crime", "private", "court", "drill", "cyber", "memory")
"""Subjects with deeds, blasts or dead of their own: ``private`` are the motives of ordinary crime (codebook E8)."""


def found_words(subject: str, text: str) -> tuple[str, ...]:
    """The words of a text that belong to a subject, in lower case, as often as they stand there."""
    return tuple(match.group().lower() for match in VOCABULARY[subject].finditer(text))


@lru_cache(maxsize=1024)
def kinds(text: str) -> Mapping[str, int]:
    """How many different words of each subject a text holds."""
    return MappingProxyType({subject: len(set(found_words(subject, text))) for subject in VOCABULARY})
