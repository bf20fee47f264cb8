from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.dates import find_times, resolve_when
from conflictsum.schema import When

WEDNESDAY = dt.date(2024, 1, 24)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Published on Wednesday, 24 January 2024: (text, span, precision)
RELATIVE = {
    "weekday": [
        ("Tuesday", "2024-01-23", "day"),
        ("on Wednesday", "2024-01-24", "day"),
        ("Thursday", "2024-01-18", "day"),
        ("on Saturday", "2024-01-20", "day"),
        ("early on Wednesday", "2024-01-24", "day"),
        ("in a raid late Sunday", "2024-01-21", "day"),
        ("Monday night", "2024-01-22", "day"),
        ("Saturday’s attack", "2024-01-20", "day"),
        ("before dawn on Friday", "2024-01-19", "day"),
        ("Friday at dawn", "2024-01-19", "day"),
        ("in the early hours of Tuesday", "2024-01-23", "day"),
        ("in the very early morning of Tuesday", "2024-01-23", "day"),
        ("on Tuesday evening local time", "2024-01-23", "day"),
        ("on\u00a0Saturday", "2024-01-20", "day"),
        ("on\u200b Satur\u200bday", "2024-01-20", "day"),
        ("ON SATURDAY", "2024-01-20", "day"),
        ("Sat. evening", "2024-01-20", "day"),
        ("on Sun", "2024-01-21", "day"),
        ("after Friday prayers", "2024-01-19", "day"),
        ("on Saturday, a day after the shelling", "2024-01-20", "day"),
        ("shortly before Tuesday", "2024-01-23", "day"),
    ],
    "nearby weekday": [
        ("last Tuesday", "2024-01-23", "day"),
        ("last Wednesday", "2024-01-17", "day"),
        ("this past Monday", "2024-01-22", "day"),
        ("next Friday", "2024-01-26", "day"),
        ("next Wednesday", "2024-01-31", "day"),
        ("the coming Friday", "2024-01-26", "day"),
        ("this Friday", "2024-01-26", "day"),
        ("Tuesday last week", "2024-01-16", "day"),
        ("Friday of last week", "2024-01-19", "day"),
        ("last week on Tuesday", "2024-01-16", "day"),
        ("Monday this week", "2024-01-22", "day"),
        ("Thursday next week", "2024-02-01", "day"),
        ("on Tuesday two weeks ago", "2024-01-09", "day"),
    ],
    "weekend": [
        ("on the weekend", "2024-01-20..2024-01-21", "day"),
        ("at the weekend", "2024-01-20..2024-01-21", "day"),
        ("a weekend attack", "2024-01-20..2024-01-21", "day"),
        ("last weekend", "2024-01-20..2024-01-21", "day"),
        ("over the weekend", "2024-01-20..2024-01-21", "day"),
        ("the weekend before last", "2024-01-13..2024-01-14", "day"),
        ("next weekend", "2024-01-27..2024-01-28", "day"),
    ],
    "night": [
        ("overnight", "2024-01-23..2024-01-24", "day"),
        ("overnight into Wednesday", "2024-01-23..2024-01-24", "day"),
        ("overnight to Monday", "2024-01-21..2024-01-22", "day"),
        ("overnight on Tuesday", "2024-01-22..2024-01-23", "day"),
        ("Tuesday night into Wednesday", "2024-01-23..2024-01-24", "day"),
        ("late Monday into Tuesday morning", "2024-01-22..2024-01-23", "day"),
        ("overnight from Saturday to Sunday", "2024-01-20..2024-01-21", "day"),
        ("in the night from Monday to Tuesday", "2024-01-22..2024-01-23", "day"),
        ("on the night of 3 to 4 March", "2023-03-03..2023-03-04", "day"),
        ("on the night of Jan. 12", "2024-01-12", "day"),
        ("last night", "2024-01-23", "day"),
        ("late last night", "2024-01-23", "day"),
    ],
    "near day": [
        ("today", "2024-01-24", "day"),
        ("this morning", "2024-01-24", "day"),
        ("tonight", "2024-01-24", "day"),
        ("earlier today", "2024-01-24", "day"),
        ("earlier in the day", "2024-01-24", "day"),
        ("hours ago", "2024-01-24", "day"),
        ("three hours ago", "2024-01-24", "day"),
        ("48 hours ago", "2024-01-22", "day"),
        ("yesterday", "2024-01-23", "day"),
        ("yesterday evening", "2024-01-23", "day"),
        ("the day before yesterday", "2024-01-22", "day"),
        ("tomorrow", "2024-01-25", "day"),
        ("the day after tomorrow", "2024-01-26", "day"),
    ],
    "ago": [
        ("two days ago", "2024-01-22", "day"),
        ("10 days ago", "2024-01-14", "day"),
        ("twenty-five days ago", "2023-12-30", "day"),
        ("about a week ago", "2024-01-15..2024-01-21", "week"),
        ("three weeks ago", "2024-01-01..2024-01-07", "week"),
        ("a month ago", "2023-12-01..2023-12-31", "month"),
        ("nearly three months ago", "2023-10-01..2023-10-31", "month"),
        ("a year ago", "2023-01-01..2023-12-31", "year"),
        ("ten years ago", "2014-01-01..2014-12-31", "year"),
    ],
    "week, month, year": [
        ("last week", "2024-01-15..2024-01-21", "week"),
        ("this week", "2024-01-22..2024-01-24", "week"),
        ("earlier this week", "2024-01-22..2024-01-24", "week"),
        ("next week", "2024-01-29..2024-02-04", "week"),
        ("last month", "2023-12-01..2023-12-31", "month"),
        ("late last month", "2023-12-21..2023-12-31", "month"),
        ("early last month", "2023-12-01..2023-12-10", "month"),
        ("earlier this month", "2024-01-01..2024-01-24", "month"),
        ("early this month", "2024-01-01..2024-01-10", "month"),
        ("later this month", "2024-01-24..2024-01-31", "month"),
        ("last year", "2023-01-01..2023-12-31", "year"),
        ("earlier this year", "2024-01-01..2024-01-24", "year"),
        ("since the start of the year", "2024-01-01..2024-01-24", "year"),
        ("earlier this month, on Jan. 5", "2024-01-05", "day"),
    ],
    "window": [
        ("over the past three days", "2024-01-21..2024-01-24", "day"),
        ("in the past 24 hours", "2024-01-23..2024-01-24", "day"),
        ("in the past six hours", "2024-01-23..2024-01-24", "day"),
        ("during the last 72 hours", "2024-01-21..2024-01-24", "day"),
        ("over the past week", "2024-01-17..2024-01-24", "week"),
        ("in the last week", "2024-01-17..2024-01-24", "week"),
        ("over the last two months", "2023-11-24..2024-01-24", "month"),
        ("in the past year", "2023-01-24..2024-01-24", "year"),
    ],
    "date without year": [
        ("Dec. 18", "2023-12-18", "day"),
        ("18 December", "2023-12-18", "day"),
        ("December 18th", "2023-12-18", "day"),
        ("the 7th of October", "2023-10-07", "day"),
        ("October 7", "2023-10-07", "day"),
        ("the Oct. 7 attack", "2023-10-07", "day"),
        ("7 October attack", "2023-10-07", "day"),
        ("Oct.7", "2023-10-07", "day"),
        ("Jan. 24", "2024-01-24", "day"),
        ("Jan. 25", "2023-01-25", "day"),
        ("May 5", "2023-05-05", "day"),
        ("on Wednesday, Jan. 24", "2024-01-24", "day"),
        ("Tuesday (Jan 23)", "2024-01-23", "day"),
        ("Tuesday night, Jan. 23", "2024-01-23", "day"),
        ("on Friday, Jan. 16", "2024-01-16", "day"),
        ("on Oct. 7 last year", "2023-10-07", "day"),
        ("New Year's Day", "2024-01-01", "day"),
        ("on New Year’s Eve", "2023-12-31", "day"),
        ("Christmas Eve", "2023-12-24", "day"),
    ],
    "month without year": [
        ("in October", "2023-10-01..2023-10-31", "month"),
        ("in January", "2024-01-01..2024-01-24", "month"),
        ("in Feb.", "2023-02-01..2023-02-28", "month"),
        ("in May", "2023-05-01..2023-05-31", "month"),
        ("March", "2023-03-01..2023-03-31", "month"),
        ("in early January", "2024-01-01..2024-01-10", "month"),
        ("mid-January", "2024-01-11..2024-01-20", "month"),
        ("late January", "2024-01-21..2024-01-24", "month"),
        ("at the end of October", "2023-10-21..2023-10-31", "month"),
        ("end of February", "2023-02-21..2023-02-28", "month"),
        ("the beginning of November", "2023-11-01..2023-11-10", "month"),
        ("in the first week of October", "2023-10-01..2023-10-31", "month"),
        ("last October", "2023-10-01..2023-10-31", "month"),
        ("last January", "2023-01-01..2023-01-31", "month"),
        ("this January", "2024-01-01..2024-01-24", "month"),
        ("this summer", "2024-06-01..2024-08-31", "month"),
        ("next March", "2024-03-01..2024-03-31", "month"),
        ("in October last year", "2023-10-01..2023-10-31", "month"),
        ("last summer", "2023-06-01..2023-08-31", "month"),
        ("last winter", "2022-12-01..2023-02-28", "month"),
    ],
    "range": [
        ("between 3 and 5 March", "2023-03-03..2023-03-05", "day"),
        ("from Monday to Wednesday", "2024-01-22..2024-01-24", "day"),
        ("from Thursday to Monday", "2024-01-18..2024-01-22", "day"),
        ("Saturday and Sunday", "2024-01-20..2024-01-21", "day"),
        ("on Friday or Saturday", "2024-01-19..2024-01-20", "day"),
        ("on Tuesday and Saturday", "2024-01-20..2024-01-23", "day"),
        ("March 3-5", "2023-03-03..2023-03-05", "day"),
        ("March 3–5", "2023-03-03..2023-03-05", "day"),
        ("on Jan. 12 and 13", "2024-01-12..2024-01-13", "day"),
        ("the week of Jan. 10", "2024-01-08..2024-01-14", "week"),
        ("3/4 March", "2023-03-03..2023-03-04", "day"),
        ("Feb 28–March 2", "2023-02-28..2023-03-02", "day"),
        ("Dec. 28 to Jan. 3", "2023-12-28..2024-01-03", "day"),
        ("Dec. 28, 2022 to Jan. 3", "2022-12-28..2023-01-03", "day"),
        ("between October and December", "2023-10-01..2023-12-31", "month"),
    ],
    "open range": [
        ("since October", "2023-10-01..2024-01-24", "month"),
        ("since early November", "2023-11-01..2024-01-24", "month"),
        ("since late October", "2023-10-21..2024-01-24", "month"),
        ("since the war started in October", "2023-10-01..2024-01-24", "month"),
        ("after the war started in October", "2023-10-01..2024-01-24", "month"),
        ("since the U.S. pullout on Saturday", "2024-01-20..2024-01-24", "day"),
        ("since last week", "2024-01-15..2024-01-24", "week"),
        ("since Monday", "2024-01-22..2024-01-24", "day"),
        ("from Monday", "2024-01-22..2024-01-24", "day"),
        ("after Oct. 7", "2023-10-07..2024-01-24", "day"),
        ("until Friday", "..2024-01-19", "day"),
        ("through Saturday", "..2024-01-20", "day"),
        ("before Oct. 7", "..2023-10-06", "day"),
    ],
}

# Needs no publication date: (text, span, precision)
STATED = [
    ("Dec. 18, 2023", "2023-12-18", "day"),
    ("18 December 2023", "2023-12-18", "day"),
    ("on December 18th, 2023", "2023-12-18", "day"),
    ("Oct. 7, 2023", "2023-10-07", "day"),
    ("7 Oct 2023", "2023-10-07", "day"),
    ("7-Oct-2023", "2023-10-07", "day"),
    ("7th of October 2023", "2023-10-07", "day"),
    ("2023-10-07", "2023-10-07", "day"),
    ("07.10.2023", "2023-10-07", "day"),
    ("10/7/2023", "2023-10-07", "day"),
    ("13/7/2023", "2023-07-13", "day"),
    ("Saturday, Oct. 7, 2023", "2023-10-07", "day"),
    ("Monday, 7 October 2023", "2023-10-07", "day"),
    ("in the early hours of 3 March 2023", "2023-03-03", "day"),
    ("February 29, 2024", "2024-02-29", "day"),
    ("Christmas Day 2022", "2022-12-25", "day"),
    ("overnight into March 1, 2024", "2024-02-29..2024-03-01", "day"),
    ("on the night of 28 to 29 February 2024", "2024-02-28..2024-02-29", "day"),
    ("March 3-5, 2023", "2023-03-03..2023-03-05", "day"),
    ("between March 3 and 5, 2023", "2023-03-03..2023-03-05", "day"),
    ("Feb. 28 to March 2, 2024", "2024-02-28..2024-03-02", "day"),
    ("from Dec. 30, 2023 until Jan. 2, 2024", "2023-12-30..2024-01-02", "day"),
    ("in October 2023", "2023-10-01..2023-10-31", "month"),
    ("Feb. 2024", "2024-02-01..2024-02-29", "month"),
    ("May 2023", "2023-05-01..2023-05-31", "month"),
    ("in late February 2024", "2024-02-21..2024-02-29", "month"),
    ("between March and May 2023", "2023-03-01..2023-05-31", "month"),
    ("in the summer of 2022", "2022-06-01..2022-08-31", "month"),
    ("in the winter of 2022-23", "2022-12-01..2023-02-28", "month"),
    ("in the first quarter of 2023", "2023-01-01..2023-03-31", "month"),
    ("Q4 2023", "2023-10-01..2023-12-31", "month"),
    ("the second half of 2023", "2023-07-01..2023-12-31", "month"),
    ("in the last three months of 2023", "2023-01-01..2023-12-31", "year"),
    ("in 2014", "2014-01-01..2014-12-31", "year"),
    ("2014", "2014-01-01..2014-12-31", "year"),
    ("late 2022", "2022-01-01..2022-12-31", "year"),
    ("from 2014 to 2016", "2014-01-01..2016-12-31", "year"),
    ("2014–16", "2014-01-01..2016-12-31", "year"),
    ("until 2016", "..2016-12-31", "year"),
    ("before Oct. 7, 2023", "..2023-10-06", "day"),
]

# Told relative to an event on Saturday, 20 January 2024: (text, span, precision)
TOLD_FROM_EVENT = [
    ("a day earlier", "2024-01-19", "day"),
    ("two days earlier", "2024-01-18", "day"),
    ("the previous day", "2024-01-19", "day"),
    ("the day before", "2024-01-19", "day"),
    ("the night before", "2024-01-19", "day"),
    ("the following day", "2024-01-21", "day"),
    ("the next day", "2024-01-21", "day"),
    ("next day", "2024-01-21", "day"),
    ("the following morning", "2024-01-21", "day"),
    ("the same day", "2024-01-20", "day"),
    ("later that day", "2024-01-20", "day"),
    ("that night", "2024-01-20", "day"),
    ("three days later", "2024-01-23", "day"),
    ("a day after the raid", "2024-01-21", "day"),
    ("hours earlier", "2024-01-20", "day"),
    ("a few hours later", "2024-01-20", "day"),
    ("six hours after the raid", "2024-01-20", "day"),
    ("48 hours later", "2024-01-22", "day"),
    ("a week earlier", "2024-01-08..2024-01-14", "week"),
    ("the following week", "2024-01-22..2024-01-28", "week"),
    ("a month later", "2024-02-01..2024-02-29", "month"),
    ("the previous year", "2023-01-01..2023-12-31", "year"),
    ("the following Tuesday", "2024-01-23", "day"),
    ("the previous Friday", "2024-01-19", "day"),
]

# Published on another day: (text, published, span, precision)
OTHER_DAYS = [
    ("Dec. 28", "2024-01-05", "2023-12-28", "day"),
    ("late December", "2024-01-05", "2023-12-21..2023-12-31", "month"),
    ("late January", "2024-01-05", "2023-01-21..2023-01-31", "month"),
    ("early January", "2024-01-05", "2024-01-01..2024-01-05", "month"),
    ("last month", "2024-01-05", "2023-12-01..2023-12-31", "month"),
    ("last week", "2024-01-05", "2023-12-25..2023-12-31", "week"),
    ("on Friday", "2024-01-05", "2024-01-05", "day"),
    ("last Friday", "2024-01-05", "2023-12-29", "day"),
    ("next Friday", "2024-01-05", "2024-01-12", "day"),
    ("overnight", "2024-01-01", "2023-12-31..2024-01-01", "day"),
    ("on New Year's Day", "2024-01-01", "2024-01-01", "day"),
    ("earlier this month", "2024-01-01", "2024-01-01", "month"),
    ("overnight", "2024-03-01", "2024-02-29..2024-03-01", "day"),
    ("overnight", "2023-03-01", "2023-02-28..2023-03-01", "day"),
    ("yesterday", "2024-03-01", "2024-02-29", "day"),
    ("Feb. 29", "2024-03-01", "2024-02-29", "day"),
    ("Feb. 29", "2024-02-28", "2020-02-29", "day"),
    ("Feb. 29", "1903-06-01", "1896-02-29", "day"),
    ("a year ago", "2024-02-29", "2023-01-01..2023-12-31", "year"),
    ("a month ago", "2024-03-31", "2024-02-01..2024-02-29", "month"),
    ("in the past month", "2024-03-31", "2024-02-29..2024-03-31", "month"),
    ("over the weekend", "2024-01-20", "2024-01-20", "day"),
    ("over the weekend", "2024-01-21", "2024-01-20..2024-01-21", "day"),
    ("over the weekend", "2024-01-19", "2024-01-13..2024-01-14", "day"),
    ("next weekend", "2024-01-20", "2024-01-27..2024-01-28", "day"),
    ("on Sunday", "2024-01-20", "2024-01-14", "day"),
    ("last week", "2024-01-21", "2024-01-08..2024-01-14", "week"),
    ("this week", "2024-01-21", "2024-01-15..2024-01-21", "week"),
    ("Tuesday last week", "2024-01-21", "2024-01-09", "day"),
    ("in October", "2023-10-08", "2023-10-01..2023-10-08", "month"),
    ("last October", "2023-10-08", "2022-10-01..2022-10-31", "month"),
    ("from Monday to Wednesday", "2024-01-23", "2024-01-15..2024-01-17", "day"),
    ("since 2014", "2024-01-24", "2014-01-01..2024-01-24", "year"),
    ("since Oct. 7, 2023", "2024-01-24", "2023-10-07..2024-01-24", "day"),
]

# Resolved in no case: (text, basis)
UNRESOLVED = [
    ("", "relative_to_event"),
    ("during the ceremony", "relative_to_event"),
    ("for three days", "relative_to_event"),
    ("since the war began", "relative_to_event"),
    ("at dawn", "relative_to_event"),
    ("more than 100 days after the Oct. 7, 2023 attack", "relative_to_event"),
    ("in the three days after Oct. 7, 2023", "relative_to_event"),
    ("days later", "relative_to_event"),
    ("days after the Oct. 7, 2023 attack", "relative_to_event"),
    ("every Friday", "relative_to_event"),
    ("on Fridays", "relative_to_event"),
    ("the Friday before last", "relative_to_event"),
    ("in recent days", "relative_to_publication"),
    ("in recent weeks, including on Saturday", "relative_to_publication"),
    ("recently", "relative_to_publication"),
    ("a few days ago", "relative_to_publication"),
    ("years ago", "relative_to_publication"),
    ("more than a year ago", "relative_to_publication"),
    ("in the past few days", "relative_to_publication"),
    ("in the coming days", "relative_to_publication"),
    ("by the end of the week", "relative_to_publication"),
    ("Feb. 30", "relative_to_publication"),
    ("29 Feb 2023", "stated"),
    ("2023-13-45", "stated"),
    ("31.11.2023", "stated"),
    ("13/13/2023", "stated"),
    ("in the winter of 2022", "stated"),
    ("from Dec. 5, 2023 to Dec. 1, 2023", "stated"),
    ("from 2016 to 2014", "stated"),
    ("overnight into 0001-01-01", "stated"),
    ("before 0001-01-01", "stated"),
    ("5-3 March", "relative_to_publication"),
    ("it may rain", "relative_to_event"),
    ("a second march", "relative_to_event"),
    ("he sat in the sun", "relative_to_event"),
    ("2,500 troops", "relative_to_event"),
    ("2014 people", "relative_to_event"),
    ("F-16 and Su-35 jets", "relative_to_event"),
]

# Published on Wednesday, 24 January 2024: (text, time_text, span, time, timezone, precision)
CLOCK = [
    ("at roughly 2:30 a.m. (2330 GMT) on Wednesday", None, "2024-01-24", "02:30", "+03:00", "minute"),
    ("early on Wednesday", "at roughly 2:30 a.m. (2330 GMT)", "2024-01-24", "02:30", "+03:00", "minute"),
    ("Wednesday at 2:30 a.m.", "2330 GMT", "2024-01-24", "02:30", "+03:00", "minute"),
    ("Tuesday", "8:30 p.m. (1730 GMT)", "2024-01-23", "20:30", "+03:00", "minute"),
    ("Tuesday", "2:30 a.m. Tehran time (2300 GMT)", "2024-01-23", "02:30", "+03:30", "minute"),
    ("Tuesday", "7 p.m. (0000 GMT)", "2024-01-23", "19:00", "-05:00", "hour"),
    ("Tuesday", "1:00 p.m. (2300 GMT)", "2024-01-23", "13:00", "+14:00", "minute"),
    ("Tuesday", "noon (0000 UTC)", "2024-01-23", "12:00", "+12:00", "hour"),
    ("Tuesday", "2:37 a.m. (2330 GMT)", "2024-01-23", "02:37", None, "minute"),
    ("Tuesday", "2330 GMT", "2024-01-23", "23:30", "+00:00", "minute"),
    ("2330 GMT on Tuesday (2:30 a.m. local time on Wednesday)", None, "2024-01-24", "02:30", "+03:00", "minute"),
    ("at 2:30 a.m. on Wednesday (2330 GMT Tuesday)", None, "2024-01-24", "02:30", "+03:00", "minute"),
    ("shortly after 3 a.m. on Friday", None, "2024-01-19", "03:00", None, "hour"),
    ("at 3:00 AM on Friday", None, "2024-01-19", "03:00", None, "minute"),
    ("2 a.\u00a0m. on Friday", None, "2024-01-19", "02:00", None, "hour"),
    ("5am Friday", None, "2024-01-19", "05:00", None, "hour"),
    ("12 a.m. on Friday", None, "2024-01-19", "00:00", None, "hour"),
    ("12:15 p.m. on Friday", None, "2024-01-19", "12:15", None, "minute"),
    ("10.30 pm on Friday", None, "2024-01-19", "22:30", None, "minute"),
    ("between 2 and 4 a.m. on Friday", None, "2024-01-19", "02:00", None, "hour"),
    ("2:30-3:30 p.m. on Friday", None, "2024-01-19", "14:30", None, "minute"),
    ("11 to 1 a.m. on Friday", None, "2024-01-19", "23:00", None, "hour"),
    ("at 0230 on Friday", None, "2024-01-19", "02:30", None, "minute"),
    ("02:30 hours on Friday", None, "2024-01-19", "02:30", None, "minute"),
    ("14:00 local time on Friday", None, "2024-01-19", "14:00", None, "minute"),
    ("1430 GMT Friday", None, "2024-01-19", "14:30", "+00:00", "minute"),
    ("Friday", "1430", "2024-01-19", "14:30", None, "minute"),
    ("Friday", "0230Z", "2024-01-19", "02:30", "+00:00", "minute"),
    ("Friday", "14h30", "2024-01-19", "14:30", None, "minute"),
    ("Friday", "15:00 UTC+2", "2024-01-19", "15:00", "+02:00", "minute"),
    ("Friday", "3 p.m. (GMT+3)", "2024-01-19", "15:00", "+03:00", "hour"),
    ("Friday", "02:30 +0330", "2024-01-19", "02:30", "+03:30", "minute"),
    ("Friday", "3 p.m. GMT-5", "2024-01-19", "15:00", "-05:00", "hour"),
    ("Friday", "8 p.m. CET", "2024-01-19", "20:00", "+01:00", "hour"),
    ("Friday", "8 p.m. EET", "2024-01-19", "20:00", "+02:00", "hour"),
    ("Friday", "8 p.m. MSK", "2024-01-19", "20:00", "+03:00", "hour"),
    ("Friday", "8 p.m. IST", "2024-01-19", "20:00", None, "hour"),
    ("Friday", "8 p.m. IST (1430 GMT)", "2024-01-19", "20:00", "+05:30", "hour"),
    ("Friday", "2:30 p.m. EST", "2024-01-19", "14:30", "-05:00", "minute"),
    ("July 4", "9 p.m. EDT", "2023-07-04", "21:00", "-04:00", "hour"),
    ("Friday", "11 p.m. ET", "2024-01-19", "23:00", "-05:00", "hour"),
    ("July 4", "11 p.m. ET", "2023-07-04", "23:00", "-04:00", "hour"),
    ("March 11, 2023", "11 p.m. ET", "2023-03-11", "23:00", "-05:00", "hour"),
    ("March 12, 2023", "11 p.m. ET", "2023-03-12", "23:00", "-04:00", "hour"),
    ("Nov. 4, 2023", "11 p.m. ET", "2023-11-04", "23:00", "-04:00", "hour"),
    ("Nov. 5, 2023", "11 p.m. ET", "2023-11-05", "23:00", "-05:00", "hour"),
    ("Oct. 7, 2001", "11 p.m. ET", "2001-10-07", "23:00", None, "hour"),
    ("noon on Friday", None, "2024-01-19", "12:00", None, "hour"),
    ("Friday", "around midnight", "2024-01-19", "00:00", None, "hour"),
    ("2023-10-07T02:30:00Z", None, "2023-10-07", "02:30", "+00:00", "minute"),
    ("overnight", "2:30 a.m.", "2024-01-24", "02:30", None, "minute"),
    ("overnight into Tuesday at 11 p.m.", None, "2024-01-22", "23:00", None, "hour"),
    ("from 11 p.m. Monday to 5 a.m. Tuesday", None, "2024-01-22..2024-01-23", "23:00", None, "day"),
    ("since 3 a.m. on Friday", None, "2024-01-19..2024-01-24", "03:00", None, "day"),
    ("over the weekend", "2 a.m.", "2024-01-20..2024-01-21", None, None, "day"),
    ("in October", "2 a.m. GMT", "2023-10-01..2023-10-31", None, None, "month"),
    ("at 2:30 a.m.", None, "", "02:30", None, None),
    ("at 2:30 a.m. (2330 GMT)", None, "", "02:30", "+03:00", None),
    ("at 11 p.m. ET", None, "", "23:00", None, None),
    ("three hours after midnight on Friday", None, "2024-01-19", None, None, "day"),
]

# Text and what is found in it, in order
RUNNING = [
    ("Jets struck early on Wednesday and Saturday night.", ["early on Wednesday", "Saturday night"]),
    ("It was hit overnight, a day earlier than planned.", ["overnight", "a day earlier"]),
    ("Earlier this month and since October there was more.", ["Earlier this month", "since October"]),
    ("Last week on Dec. 18 a ship was hit.", ["Last week", "on Dec. 18"]),
    ("The raid of 18 December 2023 was the first.", ["18 December 2023"]),
    ("It began in 2019, on the weekend.", ["in 2019", "on the weekend"]),
    ("They fired at 2:30 a.m. (2330 GMT) on two bases.", ["at 2:30 a.m. (2330 GMT)"]),
    ("They fired two days ago and over the past week.", ["two days ago", "over the past week"]),
    ("On Friday at 14:00 local time a drone fell.", ["On Friday at 14:00 local time"]),
    ("About 150 raids since the war started in October.", ["since the war started in October"]),
    ("In 2014 mentions of the 2019 attacks were rare.", ["In 2014", "2019"]),
    ("He has been silent since the war began.", ["since the war began"]),
    ("Shelling went on from Monday to Wednesday.", ["from Monday to Wednesday"]),
    ("Between 3 and 5 March, two towns fell.", ["Between 3 and 5 March"]),
    ("The convoy left before dawn on Friday.", ["before dawn on Friday"]),
    ("The convoy left at dawn.", ["at dawn"]),
    ("A year ago, and again in recent weeks, they met.", ["A year ago", "in recent weeks"]),
    ("The next day, hours after the raid, he spoke.", ["The next day", "hours after"]),
    ("The toll rose in early November.", ["in early November"]),
    ("On Oct. 7 and 12 days later it was hit.", ["On Oct. 7", "12 days later"]),
    ("On\u00a0Tuesday – New Year’s Eve – it ended.", ["On\u00a0Tuesday", "New Year’s Eve"]),
    ("A ship sank on Monday.\n\nTuesday was calm.", ["on Monday", "Tuesday"]),
    ("A ship sank late\non Monday.", ["late\non Monday"]),
    ("A ship sank overnight into Wednesday.", ["overnight into Wednesday"]),
    ("Troops may march on the second city.", []),
    ("May they rest, said Theresa May.", []),
    ("On the March to the sea he sat in the sun.", []),
    ("An F-16, two Su-35 jets and 2,500 troops came.", []),
    ("It fired 2000 rockets in 2000 homes, 24/7, at 7.62 mm.", []),
    ("The second strike killed 18 people, ten of them men.", []),
    ("Every Friday and on Sundays they protest.", []),
    ("The mon, wed and sat columns of the table.", []),
    ("", []),
]


def span(when: When) -> str:
    """The days of a result in the notation of the tables."""
    if when.start is None and when.end is None:
        return ""
    start, end = (day.isoformat() if day else "" for day in (when.start, when.end))
    return start if start == end else f"{start}..{end}"


def _ids(rows: list[tuple[str | None, ...]]) -> list[str]:
    return [" | ".join(str(cell) for cell in row[:2]) for row in rows]


RELATIVE_ROWS = [(group, *row) for group, rows in RELATIVE.items() for row in rows]


@pytest.mark.parametrize(("group", "text", "days", "precision"), RELATIVE_ROWS, ids=_ids(RELATIVE_ROWS))
def test_relative_to_publication(group, text, days, precision):
    """What is counted from the publication date resolves to the days the codebook gives it."""
    when = resolve_when(text, published=WEDNESDAY)
    assert (span(when), when.precision, when.basis) == (days, precision, "relative_to_publication")
    assert when.text == text
    assert when.time is None


@pytest.mark.parametrize(("group", "text", "days", "precision"), RELATIVE_ROWS, ids=_ids(RELATIVE_ROWS))
def test_relative_without_publication_date(group, text, days, precision):
    """Without a publication date nothing that is counted from it is guessed, and the text is kept."""
    assert resolve_when(text, published=None) == When(text=text, basis="relative_to_publication")


@pytest.mark.parametrize("published", [None, WEDNESDAY, dt.date(1999, 1, 1)], ids=str)
@pytest.mark.parametrize(("text", "days", "precision"), STATED, ids=_ids(STATED))
def test_stated_in_full(text, days, precision, published):
    """A date with its year means the same whenever the article was published."""
    when = resolve_when(text, published=published)
    assert (span(when), when.precision, when.basis) == (days, precision, "stated")


@pytest.mark.parametrize(("text", "days", "precision"), TOLD_FROM_EVENT, ids=_ids(TOLD_FROM_EVENT))
def test_relative_to_event(text, days, precision):
    """What is told relative to another event is counted from that event's day, not from publication."""
    when = resolve_when(text, published=WEDNESDAY, anchor=dt.date(2024, 1, 20))
    assert (span(when), when.precision, when.basis) == (days, precision, "relative_to_event")


@pytest.mark.parametrize(("text", "days", "precision"), TOLD_FROM_EVENT, ids=_ids(TOLD_FROM_EVENT))
def test_relative_to_unknown_event(text, days, precision):
    """Without the day of the other event it stays unresolved, though the publication date is known."""
    assert resolve_when(text, published=WEDNESDAY) == When(text=text, basis="relative_to_event")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a day after Saturday's raid", "2024-01-21"),
        ("two days after the Oct. 7, 2023 attack", "2023-10-09"),
        ("the day before Christmas Day", "2023-12-24"),
        ("hours after the strike on Monday", "2024-01-22"),
    ],
)
def test_event_dated_in_the_expression(text, days):
    """The event's day told in the expression itself is counted from, before the anchor."""
    when = resolve_when(text, published=WEDNESDAY, anchor=dt.date(2020, 5, 5))
    assert (span(when), when.basis) == (days, "relative_to_event")


def test_day_beside_an_unresolved_expression():
    """A day that is told beside "a day earlier" is taken where the other event is unknown."""
    when = resolve_when("a day earlier, on Friday", published=WEDNESDAY)
    assert (span(when), when.basis) == ("2024-01-19", "relative_to_publication")


@pytest.mark.parametrize(("text", "published", "days", "precision"), OTHER_DAYS, ids=_ids(OTHER_DAYS))
def test_edges_of_the_calendar(text, published, days, precision):
    """Month ends, year ends, leap years and weekends are counted from the publication date."""
    when = resolve_when(text, published=dt.date.fromisoformat(published))
    assert (span(when), when.precision) == (days, precision)


@pytest.mark.parametrize("published", [None, WEDNESDAY], ids=str)
@pytest.mark.parametrize(("text", "basis"), UNRESOLVED, ids=_ids(UNRESOLVED))
def test_unresolved(text, basis, published):
    """Vague, impossible and missing dates give no days, and the text is kept."""
    assert resolve_when(text, published=published) == When(text=text, basis=basis)


def test_since_without_publication_date():
    """Since a stated date: the start is known, the end is not."""
    when = resolve_when("since 2014", published=None)
    assert (when.start, when.end, when.precision) == (dt.date(2014, 1, 1), None, "year")


@pytest.mark.parametrize(("text", "time_text", "days", "time", "timezone", "precision"), CLOCK, ids=_ids(CLOCK))
def test_clock_time(text, time_text, days, time, timezone, precision):
    """Clock times are local, with the offset from UTC where it is told or follows from a second telling."""
    when = resolve_when(text, published=WEDNESDAY, time_text=time_text)
    told = when.time.strftime("%H:%M") if when.time else None
    assert (span(when), told, when.timezone, when.precision) == (days, time, timezone, precision)


def test_day_in_the_time_text():
    """Where the expression names no day, that of the clock expression is taken."""
    when = resolve_when("during the raid", published=WEDNESDAY, time_text="early on Tuesday at 3 a.m.")
    assert (span(when), when.time, when.precision) == ("2024-01-23", dt.time(3), "hour")


def test_unresolved_day_is_not_replaced():
    """An expression that cannot be resolved does not fall back on another day in the clock expression."""
    when = resolve_when("a day earlier", published=WEDNESDAY, time_text="3 a.m. on Tuesday")
    assert (when.start, when.time, when.basis) == (None, dt.time(3), "relative_to_event")


@pytest.mark.parametrize(("text", "found"), RUNNING, ids=_ids(RUNNING))
def test_find_times(text, found):
    """Time expressions are found whole, in order, and other words are left alone."""
    assert [text[start:end] for start, end in find_times(text)] == found


@pytest.mark.parametrize("row", [*RELATIVE_ROWS, *(("", *row) for row in TOLD_FROM_EVENT)], ids=lambda row: row[1])
def test_what_resolves_is_found(row):
    """Each expression that can be resolved is found in a running text, but for "March" without a preposition."""
    assert row[1] == "March" or find_times(f"Rebels shelled the harbour {row[1]}, officials said.")


FRAGMENTS = st.sampled_from(
    [
        *(row[1] for row in RELATIVE_ROWS),
        *(row[0] for rows in (STATED, TOLD_FROM_EVENT, UNRESOLVED, CLOCK, RUNNING) for row in rows),
        *("since", "from", "until", "before", "after", "and", "to", "into", "between", "overnight", ",", "(", ")", "-"),
        *("999 years ago", "999 weeks later", "9999-12-31", "0001-01-01", "ſaturday", "١٢ May", "a day after"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=6).map(" ".join))
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([dt.date.min, dt.date.max]))


@given(text=TEXTS, time_text=st.one_of(st.none(), TEXTS), published=DAYS, anchor=DAYS)
def test_never_raises(text, time_text, published, anchor):
    """Any text gives a result that keeps it, with its days in order."""
    when = resolve_when(text, published=published, time_text=time_text, anchor=anchor)
    assert when.text == text
    assert when.start is None or when.end is None or when.start <= when.end
    assert (when.precision is None) == (when.start is None and when.end is None)


@given(text=TEXTS, anchor=DAYS)
def test_nothing_is_counted_from_an_unknown_publication_date(text, anchor):
    """Without a publication date no result counted from it has days."""
    when = resolve_when(text, published=None, anchor=anchor)
    assert when.basis != "relative_to_publication" or (when.start is None and when.end is None)


@given(
    weekday=st.integers(0, 6),
    before=st.sampled_from(["", "on ", "early on ", "late ", "before dawn on "]),
    after=st.sampled_from(["", " night", " morning", "'s raid", " local time"]),
    published=st.dates(min_value=dt.date(1900, 1, 1)),
)
def test_weekday_is_the_latest(weekday, before, after, published):
    """A weekday is that weekday, within the seven days up to publication."""
    when = resolve_when(f"{before}{WEEKDAYS[weekday]}{after}", published=published)
    assert when.start == when.end
    assert when.start is not None
    assert when.start.weekday() == weekday
    assert dt.timedelta(0) <= published - when.start < dt.timedelta(days=7)


@given(text=TEXTS)
def test_found_spans(text):
    """Spans lie in the text, in order, apart from each other, without white space at their ends."""
    floor = 0
    for start, end in find_times(text):
        assert floor <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        floor = end
