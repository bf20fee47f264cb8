"""Articles of any length, made from templates: each paragraph has its own place, day, names and numbers."""

from __future__ import annotations

import datetime as dt
from itertools import count

PUBLISHED = dt.date(2025, 12, 31)

_TITLE = "A year of war in Sudan, day by day"
_FIRST_DAY = dt.date(2025, 1, 2)
_LAST_DAY = 362  # days after the first, so that no day lies after publication
# The lengths of these lists have no factor in common with each other or with the templates' number, so that every
# template meets ever new places and names.
_PLACES = (
    "Khartoum, Omdurman, El Fasher, Nyala, El Geneina, Zalingei, El Daein, Kutum, Tawila, Kabkabiya, Mellit, El Obeid, "
    "Um Rawaba, Bara, En Nahud, Babanusa, Kadugli, Dilling, Wad Madani, Hasaheisa, Sennar, Singa, Ed Damazin, "
    "Rabak, Kosti, Ed Dueim, Gedaref, Kassala, Atbara, Shendi, Merowe"
).split(", ")
_NAMES = (
    "Adil Siddig, Mona Babiker, Tarig Elamin, Rania Osman, Yasir Hamdan, Huda Mustafa, Bashir Idris, Samia Abbas, "
    "Khalid Zubeir, Nawal Taha, Salah Ibnouf, Amal Gibril, Faisal Makki, Sara Elnour, Osman Dafalla, Hiba Karrar, "
    "Walid Sharif"
).split(", ")
_SITES = "market, hospital, bus station, school, water plant, grain store, power station, bakery, mosque".split(", ")
_TEMPLATES = """\
Army warplanes bombed positions of the Rapid Support Forces (RSF) outside {place} on {day}, destroying {few} vehicles
and killing at least {many} fighters, military spokesman {name} said. The RSF said that the bombs had fallen on a
{site} and that {some} civilians were among the dead. Neither account could be checked. Columns of smoke stood over
the town until the evening, and the road to {other} was closed for {few} days.

Shells hit the {site} of {place} on the morning of {day}, killing {some} people and wounding {many}, most of them
women and children, the director of the local clinic, {name}, said. “We have bandages for {few} more days, and then
nothing,” the director said by telephone. Residents said that the shelling had begun before dawn and went on for {few}
hours.

Gunmen on motorcycles ambushed a convoy of {few} aid lorries between {place} and {other} on {day}. A driver was killed
and {few} guards were wounded, according to the charity that had hired them. No group claimed responsibility. {name},
who leads the charity, demanded that both sides open the road and let food reach the {many} families who wait for it.

The RSF shelled the {site} in {place} with heavy artillery on {day}, the regional governor said. He put the toll at
{some} dead and {many} injured. A network of doctors counted {few} bodies more. The paramilitaries denied that they
had any guns within range and accused the army of firing on a town that it wants to empty.

A drone struck the {site} at {place} in the night of {day}. The explosion killed {few} technicians and left the town
without light. {name}, a shopkeeper, said that a second blast followed as neighbours ran to help, and that {some} of
them were hurt. The army blamed the RSF. The RSF did not comment.

In {place}, fighters looted the {site} and burned {many} houses on {day}, witnesses said. They shot {few} men who had
refused to give up their cars and abducted {some} others. “They came with lists of names,” said {name}, who hid in a
well until the next morning. The attackers left towards {other} when they heard aircraft.

The United Nations condemned the killing of {few} of its staff in {place} “in the strongest terms” on {day}. Its
coordinator, {name}, urged the army and the RSF to return to the talks that broke off in the spring, and warned that
{many} villages around {other} would have no clean water before the rains.

The army said that its air defences had shot down {few} drones over {place} on {day} and that a fourth had hit a
{site}, wounding {some} soldiers. It threatened to strike the airfields from which they were launched. General {name}
said: “Whoever sends them will hear from us.” Traders in {other} said that they had seen wreckage in the fields.

Tribal militiamen attacked the village of Um Dukhn near {place} on {day}, in revenge for stolen cattle, the police
said. The raid left {some} people dead and {many} wounded. Soldiers arrived {few} hours after the first calls for
help. {name}, a teacher, said that nobody in the village owned a weapon.

An air strike on {day} destroyed the bridge that joins {place} with {other}. The information minister, {name}, said
that the paramilitaries had used it to move fuel. {few} fishermen drowned when it fell, people on the bank said, and
{some} more were pulled from the water alive.

The RSF announced on {day} that it had taken the garrison of {place} and captured {many} soldiers. The army denied it
and said its men had driven back {few} assaults and killed {some} attackers. Calls to the town did not get through. A
video posted by a fighter who gave his name as {name} showed the gate of the {site}, without a date.

A mine blew up under a bus on the road from {other} to {place} on {day}, killing {few} passengers and wounding {some}.
{name}, a nurse, said that the youngest of the dead was {few} years old. It was not known who had laid it. The road
had been cleared twice since the summer, the interior ministry said.

Mediators from the African Union offered to host a meeting of commanders on {day}, the week in which {place} was
attacked some {few} times. The army agreed to attend. The RSF rejected the offer, and its spokesman, {name}, said:
“There is nothing to talk about while {other} is bombed.” Aid agencies say that {many} people a day now leave.

Guards fired on a queue outside the {site} of {place} on {day}, the lawyers' union said, and {some} people were
wounded, {few} of them gravely. A court in {other} ordered an inquiry. {name}, a lawyer, accused the security forces
of hiding the bodies of {few} men who died that day; an officer rejected the accusation.""".split("\n\n")


def long_article(words: int) -> str:
    """An article that tells of a new event in every paragraph.

    Args:
        words: How many it has at least; the last paragraph is not cut. A shorter one is the beginning of a longer one.
    """
    paragraphs = [_TITLE]
    length = len(_TITLE.split())
    for number in count():
        if length >= words:
            break
        paragraphs.append(_paragraph(number))
        length += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def _paragraph(number: int) -> str:
    day = _FIRST_DAY + dt.timedelta(days=2 * number % _LAST_DAY)
    template = " ".join(_TEMPLATES[number % len(_TEMPLATES)].split())
    return template.format(
        place=_PLACES[number % len(_PLACES)],
        other=_PLACES[(number + 10) % len(_PLACES)],
        name=_NAMES[number % len(_NAMES)],
        site=_SITES[number % len(_SITES)],
        day=f"{day:%B} {day.day}",
        few=2 + number % 5,
        some=7 + number % 19,
        many=26 + number % 23,
    )
