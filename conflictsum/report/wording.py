"""Values in words, the same for every report: honest about what is open, rounded, unknown or worked out.

Everything that comes from an article has gone through :func:`conflictsum.report.text.clean`.
"""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from conflictsum.report.text import clean, quoted
from conflictsum.resolve.countries import countries
from conflictsum.schema import Strike

if TYPE_CHECKING:
    import datetime as dt

    from conflictsum.schema import (
        Actor,
        ArticleInfo,
        Attack,
        CasualtyReport,
        ConflictSummary,
        Count,
        Place,
        PoliticalStatement,
        When,
    )

NOTHING_FOUND = "No acts of armed conflict, casualties or statements found."
_STRATEGIES = {"whole": "whole article", "windowed": "windows of paragraphs", "listed": "events listed"}
_NO_NUMBER = "number not given"
_FATES = ("killed", "wounded", "missing", "captured")
_FIRED = frozenset({"artillery", "naval"})
_KINDS = {
    "unknown": "",
    "rebel": "rebels",
    "separatist": "separatists",
    "terrorist_designated": "designated as terrorist",
}
_RESPONSIBILITY = {
    "attributed": "blamed",
    "claimed": "responsibility claimed",
    "denied": "responsibility denied",
    "suspected": "suspected",
}


def count_in_words(count: Count, unit: str, units: str) -> str:
    """A number with what it counts: ``2 sites``, ``at least 2 killed``, ``up to 40``, ``5 to 7``, ``about 150 times``.

    Vague words (``dozens``) stand beside the bound that was read from them; a number that is not written in the
    article but follows from it is marked as computed.

    Args:
        count: The number.
        unit: What is counted, for one.
        units: The same for any other number.
    """
    low, high = count.min, count.max
    if low is None and high is None:
        return f"{units}, {_NO_NUMBER}"
    if low is None:
        words = f"up to {high:,}"
    elif high is None:
        words = f"at least {low:,}"
    else:
        words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    is_open = low is None or high is None
    if count.approximate and not is_open:
        words = f"about {words}"
    words = f"{words} {unit if {low, high} <= {1, None} else units}"
    if count.approximate and is_open:
        words = f"{words} ({quoted(count.text)})"
    return f"{words} (computed)" if count.computed else words


def casualties_in_words(report: CasualtyReport) -> str:
    """What a report says of people's fate: ``at least 2 killed, none wounded``, ``no casualties``."""
    counts = [(fate, getattr(report, fate)) for fate in _FATES]
    known = [(fate, count) for fate, count in counts if count is not None]
    if not known:
        return f"casualties, {_NO_NUMBER}"
    if {fate for fate, count in known if count.max == 0} >= {"killed", "wounded"} and all(
        count.max == 0 for _, count in known
    ):
        return "no casualties"
    return ", ".join(f"none {fate}" if count.max == 0 else count_in_words(count, fate, fate) for fate, count in known)


def numbers_in_words(event: Strike | Attack) -> str:
    """How many strikes were made, sites and targets hit, munitions used: ``3 strikes made, at least 2 sites hit``."""
    made = "strike made" if isinstance(event, Strike) else "attack made"
    numbers = (
        (event.strikes_made, made, made.replace(" ", "s ")),
        (event.sites_hit, "site hit", "sites hit"),
        (event.targets_hit, "target hit", "targets hit"),
        (event.munitions_used, "munition used", "munitions used"),
    )
    return ", ".join(count_in_words(count, unit, units) for count, unit, units in numbers if count is not None)


def aggregate_in_words(event: Strike | Attack) -> str:
    """How many events the mention covers, with its window where ``when`` does not tell: ``about 150 times``."""
    if event.aggregate is None:
        return ""
    unit = clean(event.aggregate.unit)
    words = count_in_words(event.aggregate.count, unit, unit)
    window = None if event.when else _span(event.aggregate.start, event.aggregate.end)
    return f"{words}, {window}" if window else words


def when_in_words(when: When) -> str:
    """The resolved date, then the article's words where those differ: ``Tue 23 January 2024 (“on Tuesday”)``.

    A date that could not be resolved stays as written, and says so.
    """
    days = _days(when)
    if days is None:
        return f"{quoted(when.text)}, date not resolved"
    clock = ""
    if when.time is not None:
        zone = "UTC" if when.timezone == "+00:00" else when.timezone
        clock = f", {when.time:%H:%M}" + (f" ({zone})" if zone else "")
    if when.basis == "stated" and when.precision == "day":
        return days + clock
    return f"{days}{clock} ({quoted(when.text)})"


def _days(when: When) -> str | None:
    """The day or span, in the unit that the article dates it in."""
    start, end = when.start, when.end
    if start and end and (start.year, start.day) == (end.year, 1):
        last_day = calendar.monthrange(end.year, end.month)[1]
        if when.precision == "month" and start.month == end.month and end.day == last_day:
            return f"{start:%B} {start.year}"
        if when.precision == "year" and (start.month, end.month, end.day) == (1, 12, last_day):
            return str(start.year)
    span = _span(start, end)
    if span and when.precision in {"week", "month", "year"}:
        return f"{span}, known to the {when.precision}"
    return span


def _span(start: dt.date | None, end: dt.date | None) -> str | None:
    if start and end:
        if start == end:
            return f"{start:%a} {day_in_words(start)}"
        if start.year != end.year:
            return f"{day_in_words(start)} \N{EN DASH} {day_in_words(end)}"
        if start.month != end.month:
            return f"{start.day} {start:%B} \N{EN DASH} {day_in_words(end)}"
        return f"{start.day}\N{EN DASH}{day_in_words(end)}"
    if start:
        return f"since {day_in_words(start)}"
    return f"until {day_in_words(end)}" if end else None


def day_in_words(day: dt.date) -> str:
    """A day without its weekday: ``23 January 2024``."""
    return f"{day.day} {day:%B} {day.year}"


def name_in_words(actor: Actor) -> str:
    """The canonical name, then the article's words where those are others: ``Houthis (“Ansar Allah”)``."""
    name, text = clean(actor.name), clean(actor.text)
    return f"{name} ({quoted(text)})" if _differ(name, text) else name


def perpetrator_in_words(actor: Actor) -> str:
    """What is known of a perpetrator besides its name: ``“Ansar Allah”, militia, Yemen, responsibility claimed``."""
    name, text = clean(actor.name), clean(actor.text)
    by = clean(actor.responsibility_by) if actor.responsibility_by not in {None, actor.text, actor.name} else ""
    tie = _RESPONSIBILITY[actor.responsibility] + (f" by {by}" if by else "") if actor.responsibility else ""
    return _listed(quoted(text) if _differ(name, text) else "", _sort(actor), tie)


def side_in_words(actor: Actor) -> str:
    """A party to the conflict, with its sort and country: ``Kerenian army, state forces``."""
    return _listed(name_in_words(actor), _sort(actor))


def _country(code: str | None) -> str:
    known = countries().get(code or "")
    return known.name if known else code or ""


def _sort(actor: Actor) -> str:
    """Kind and country, without a country that the name tells already."""
    country = _country(actor.country)
    return _listed(_KINDS.get(actor.kind, _spaced(actor.kind)), "" if country in actor.name else country)


def _differ(name: str, text: str) -> bool:
    """Whether the article's words say more than a longer or shorter form of the same name."""
    return name.casefold() not in text.casefold() and text.casefold() not in name.casefold()


def place_in_words(place: Place) -> str:
    """Name, province and country: ``Ain al-Asad, Anbar, Iraq``."""
    name, text = clean(place.name), clean(place.text)
    admin1 = clean(place.admin1) if place.admin1 else ""
    country = _country(place.country)
    words = _listed(name, "" if admin1 == name else admin1, "" if country == name else country)
    return f"{words} ({quoted(text)})" if _differ(name, text) and _differ(words, text) else words


def method_in_words(event: Strike | Attack) -> str:
    """How it was done: ``air strike``, ``rockets``, ``artillery fire, with howitzers``; empty when not told."""
    weapon = clean(event.weapon) if event.weapon else ""
    method = "" if event.method == "unspecified" else _spaced(event.method)
    if method in weapon.casefold():
        return weapon
    if isinstance(event, Strike):
        method = f"{method} fire" if method in _FIRED else f"{method} strike"
    return f"{method}, with {weapon}" if weapon else method


def headline(event: Strike | Attack) -> tuple[str, str]:
    """Who did it, and to whom or where: ``("Houthis", "a merchant ship")``; the second is empty when not told."""
    who = clean(event.perpetrator.name) if event.perpetrator else "perpetrator not named"
    named = (event.target_actor.name if event.target_actor else None, event.place.name if event.place else None)
    return who, clean(event.target or next(filter(None, named), ""))


def victims_in_words(report: CasualtyReport) -> str:
    """Who suffered: ``two fishermen (civilian, of Yemen)``."""
    victims = clean(report.victims or "")
    group = "" if report.group == "unknown" or report.group in victims.casefold() else _spaced(report.group)
    side = f"of {name_in_words(report.affiliation)}" if report.affiliation else ""
    more = _listed(group, side)
    return f"{victims} ({more})" if victims and more else victims or more


def sources_in_words(report: CasualtyReport) -> str:
    """Who gives the figure."""
    return "; ".join(map(name_in_words, report.sources)) or "the article, in its own voice"


def speaker_in_words(statement: PoliticalStatement) -> str:
    """The speaker's office and side: ``US Defense Secretary``, ``spokesman, Houthis``; empty when neither is told."""
    role = clean(statement.role) if statement.role else ""
    side = clean(statement.affiliation.name) if statement.affiliation else ""
    known = f"{role} {clean(statement.speaker.name)}"
    return _listed(role, "" if side.casefold() in known.casefold() else side)


def article_in_words(article: ArticleInfo) -> tuple[str, str]:
    """What an article is called, and where and when it was published, also where that is not known."""
    published = f"published {day_in_words(article.published)}" if article.published else "publication date not given"
    title, source = clean(article.title or ""), clean(article.source or "")
    return title or source or "Untitled article", f"{source} · {published}" if title and source else published


def overview_in_words(summary: ConflictSummary) -> str:
    """How much was found: ``2 strikes, 1 attack, 3 casualty reports``."""
    groups = (
        (summary.strikes, "strike"),
        (summary.attacks, "attack"),
        (summary.casualties, "casualty report"),
        (summary.statements, "statement"),
    )
    return ", ".join(_plural(len(group), noun) for group, noun in groups if group) or NOTHING_FOUND


def dropped_in_words(summary: ConflictSummary) -> str:
    """How much was left out, and where to see it; empty when nothing was."""
    windows = sum(item.record == "window" for item in summary.dropped)
    values = sum(item.record != "window" and item.field is not None for item in summary.dropped)
    counts = ((len(summary.dropped) - windows - values, "record"), (values, "value"), (windows, "unread window"))
    found = ", ".join(_plural(number, noun) for number, noun in counts if number)
    return f"Left out, with reasons under “dropped” in --format json: {found}." if found else ""


def cost_in_words(summary: ConflictSummary) -> str:
    """Which model made the summary, how, and at what cost."""
    made, usage = summary.provenance, summary.usage
    tokens = "tokens not reported"
    if usage.input_tokens is not None and usage.output_tokens is not None:
        tokens = f"{usage.input_tokens:,} tokens read, {usage.output_tokens:,} written"
    read = _STRATEGIES[made.strategy]
    return f"{clean(made.model)} · {read} · {usage.seconds:.1f} s · {tokens} · conflictsum {made.conflictsum}"


def _listed(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _spaced(label: str) -> str:
    return label.replace("_", " ")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
