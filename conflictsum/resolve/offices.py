"""Words for offices and bodies: who speaks for a state, a force or a group, and who is only a witness."""

from __future__ import annotations

import re

from conflictsum.resolve.actors import resolve_actor

OFFICES = frozenset(
    "secretary secretary-general minister president premier chancellor king prince emir spokesman spokeswoman "
    "spokesperson spokesmen general colonel major captain commander admiral brigadier lieutenant chief envoy "
    "ambassador governor mayor senator leader ruler director coordinator officer official head chairman chairwoman "
    "chair sheikh ayatollah sergeant commissioner adviser advisor representative deputy lawmaker congressman "
    "congresswoman judge prosecutor inspector superintendent administrator mouthpiece gen. col. lt. maj. adm. capt. "
    "brig. sgt. lt col gen maj capt brig adm sgt dr dr. mr mr. mrs mrs. ms ms. prof. cmdr. gov. sen. rep. imam "
    "bishop pope professor doctor comandante commander-in-chief lieutenant-colonel lieutenant-general major-general "
    "brigadier-general vice-admiral rear-admiral ombudsman warden councillor marshal vice-president speaker mayoress "
    "legislator parliamentarian negotiator undersecretary under-secretary under-secretary-general rapporteur legate "
    "consul emissary prefect magistrate queen archbishop cardinal patriarch mufti rabbi chieftain elder commodore "
    "corporal sheriff mullah maulana mawlawi hojatoleslam hojjatoleslam attaché delegate cpl cpl. cdre".split()
)
"""Offices and ranks that stand before or beside a name."""
RANKS = frozenset(
    "general colonel major captain admiral rear vice brigadier lieutenant sergeant marshal gen. col. lt. maj. adm. "
    "capt. brig. sgt. cmdr. lt col gen maj capt brig adm sgt dr dr. mr mr. mrs mrs. ms ms. prof. professor doctor "
    "ambassador lieutenant-colonel lieutenant-general major-general brigadier-general vice-admiral rear-admiral "
    "commodore corporal mullah maulana mawlawi hojatoleslam hojjatoleslam cpl cpl. cdre".split()
)
"""Of these the ones that tell less than an office beside the name."""
BODIES = frozenset(
    "command staff secretariat council assembly office directorate ministry committee service services forces force "
    "army navy department administration agency authority commission guard guards corps movement front "
    "party union government military police troops junta regime authorities presidency cabinet parliament court "
    "embassy mission alliance coalition side sides state states faction column brigade battalion regiment unit "
    "bloc tribe tribes organisation organization defences defenses intelligence palace delegation opposition wing "
    "federation confederation bureau cell fleet squadron division headquarters tribunal league caucus".split()
)
"""Nouns for states, forces and institutions."""
_GROUPS = frozenset(
    "group groups rebels insurgents separatists militants fighters militia militias militiamen guerrillas "
    "paramilitaries gang gangs cartel jihadists dissidents".split()
)
_UNNAMED = frozenset(
    "doctor doctors medic medics resident residents witness witnesses villager villagers survivor survivors nurse "
    "nurses relative relatives neighbour neighbours neighbor neighbors worker workers analyst analysts expert "
    "experts hospital clinic source sources volunteer volunteers eyewitnesses locals driver drivers farmer farmers "
    "passenger passengers mother father son owner owners managers captain correspondent correspondents reporter "
    "reporters newspaper newspapers channel radio data figures report reports footage images video videos agency "
    "media database monks monk abbot nobody people some many others surgeon pharmacist teacher shopkeeper trader "
    "traders families parents brother sister widow list map page company toll death number deaths man woman men "
    "women one student students crew firemen paramedics records diplomats researchers".split()
)
SMALL = frozenset("al- bin ibn abu al el de del la van von da dos ul ud ud-din bint y".split())
"""Small words inside a name."""
JOINING = frozenset("in at of for from with on".split())
"""Prepositions that join a description to a noun."""
_NAME = re.compile(r"(?:(?:al|el|ash?|an|ad|ar|at|az|bin|ibn|d|o)[-'])?[^\W\d_a-z]")


def is_body(name: str) -> bool:
    """Whether words name a body: a state, a force, an institution, a group."""
    plain = {word.lower().strip(",.()").removesuffix("'s") for word in name.replace("’", "'").split()}
    return not plain.isdisjoint(BODIES | _GROUPS) or resolve_actor(name).kind != "unknown"


def is_unnamed(word: str) -> bool:
    """Whether a word introduces somebody by what he saw or does, not by an office ("*Witness* Ana Ruiz")."""
    return word[:1].isupper() and word.lower() in _UNNAMED - OFFICES - {"agency", "data", "media", "radio", "channel"}


def is_identified(speaker: str) -> bool:
    """Whether words name a speaker whose statements are recorded: no unnamed doctor, witness, analyst or medium.

    Args:
        speaker: The speaker as found.
    """
    words = speaker.replace("’", "'").split()
    if len(words) > 1 and all(_NAME.match(word) or word in SMALL for word in words):
        return True
    limit = next((at for at, word in enumerate(words) if word in JOINING), len(words))
    plain = {word.lower().strip(",.").removesuffix("'s") for word in words[:limit]}
    if limit and words[limit - 1].lower().strip(",.") in _UNNAMED:
        return False
    offices = {word.removesuffix("s") for word in plain} | plain
    if not offices.isdisjoint(OFFICES | BODIES | _GROUPS):
        return True
    return resolve_actor(speaker).kind != "unknown" or any(len(word) > 1 and word.isupper() for word in words)
