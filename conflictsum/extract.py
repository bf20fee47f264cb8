"""The two ways of asking, as dialogues that know nothing of how a model is reached.

A dialogue is a generator: it yields the questions it wants answered together, is sent the answers in the same order
(a model's failure in place of an answer), and returns the grounded draft. The synchronous and the asynchronous
summarizer run the same dialogues and differ only in how they get the answers.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace

from conflictsum import listing
from conflictsum.article import Article
from conflictsum.asking import Answer, Ask
from conflictsum.blanks import lines_of
from conflictsum.config import Choice, Config
from conflictsum.drafts import Draft
from conflictsum.errors import InvalidAnswerError, ModelError, TruncatedAnswerError
from conflictsum.filling import filled
from conflictsum.grounding import GroundedDraft, ground
from conflictsum.json_form import json_question, read_json, schema
from conflictsum.listing import sections_of
from conflictsum.prompts import Prompt, fenced, load_prompt
from conflictsum.resolve.triggers import is_english
from conflictsum.schema import Dropped
from conflictsum.sections import Section
from conflictsum.windows import Window, windows_of
from conflictsum.wire import WINDOW_TOKENS, grammar, question, read

Reply = Answer[Draft] | ModelError
Dialogue = Generator[Sequence[Ask], Sequence[Reply], GroundedDraft]

WHOLE_PROMPT = "whole.v1"
WINDOWED_PROMPT = "windowed.v2"
LISTED_PROMPT = "listed.v1"


@dataclass(frozen=True)
class Extraction:
    """A dialogue to be run, and the prompt it uses."""

    prompt: Prompt
    dialogue: Dialogue


def extraction(article: Article, choice: Choice, config: Config) -> Extraction:
    """Prepares the questions for one article, in the way that suits the model.

    Only the embedded engine is known to honour grammars; other servers are asked the same in JSON. The embedded model's
    adapter was trained on English.
    """
    if choice.strategy == "whole":
        prompt = load_prompt(WHOLE_PROMPT)
        return Extraction(prompt, _whole(article, prompt, config))
    windows = windows_of(article, config.window_characters)
    if choice.strategy == "listed" and is_english(article.text):
        prompt = load_prompt(LISTED_PROMPT)
        return Extraction(prompt, _listed(article, windows, prompt))
    prompt = load_prompt(WINDOWED_PROMPT)
    asks = [_ask(window, prompt, terse=choice.is_local) for window in windows]
    return Extraction(prompt, _windowed(article, windows, asks))


def _whole(article: Article, prompt: Prompt, config: Config) -> Dialogue:
    """One question; what grounding rejects is asked about again, and the better answer kept."""
    messages: tuple[dict[str, str], ...] = (
        {"role": "system", "content": prompt.text},
        {"role": "user", "content": fenced(article)},
    )
    draft = _value((yield [Ask(messages=messages, max_tokens=config.max_output_tokens)])[0])
    best = ground(draft, article)
    for _ in range(config.rechecks):
        if not best.dropped:
            break
        messages = (
            *messages,
            {"role": "assistant", "content": draft.model_dump_json()},
            {"role": "user", "content": _complaint(best.dropped)},
        )
        reply = (yield [Ask(messages=messages, max_tokens=config.max_output_tokens)])[0]
        if isinstance(reply, ModelError):
            break  # the first answer stands: a failed second look loses nothing
        draft = reply.value
        second = ground(draft, article)
        if len(second.dropped) >= len(best.dropped) or _size(second) < _size(best):
            break
        best = second
    return best


def _windowed(article: Article, windows: Sequence[Window], asks: Sequence[Ask | None]) -> Dialogue:
    """One question for each window that leaves something open; a window without a valid answer is reported."""
    open_asks = [ask for ask in asks if ask]
    replies = iter((yield open_asks) if open_asks else ())
    answers = [(window, next(replies) if ask else _unasked(window)) for window, ask in zip(windows, asks, strict=True)]
    drafts, lost = _valid(article, answers)
    grounded = ground(_joined(drafts), article)
    return replace(grounded, dropped=(*lost, *grounded.dropped))


def _unasked(window: Window) -> Answer[Draft]:
    """What recognisers make of a window that leaves nothing open."""
    draft = filled({}, window)
    return Answer(value=draft, calls=0, input_tokens=None, output_tokens=None, cached_tokens=None, served_model=None)


def _listed(article: Article, windows: Sequence[Window], prompt: Prompt) -> Dialogue:
    """One question for each section: the events in it, besides what recognisers find sentence by sentence."""
    sections = sections_of(article)
    replies = yield [_list_ask(section, prompt) for section in sections]
    drafts, lost = _valid(article, zip(sections, replies, strict=True))
    found = _joined([filled({}, window) for window in windows])
    grounded, listings = ground(found, article), ground(_joined(drafts), article)
    after = len(found.events)
    listed = tuple(replace(event, number=event.number + after) for event in listings.events)
    return replace(grounded, listed=listed, dropped=(*lost, *grounded.dropped, *listings.dropped))


def _list_ask(section: Section, prompt: Prompt) -> Ask:
    return Ask(
        messages=({"role": "user", "content": f"{listing.question(section)}\n\n{prompt.text}"},),
        max_tokens=listing.LIST_TOKENS,
        grammar=listing.grammar(section),
        adapted=True,
        expand=lambda text: listing.read(text, section).model_dump_json(),
    )


def _valid(article: Article, answers: Iterable[tuple[Section, Reply]]) -> tuple[list[Draft], list[Dropped]]:
    """The valid answers about parts of an article, and those parts that have none; not one is the model's failure."""
    drafts: list[Draft] = []
    lost: list[Dropped] = []
    failure: ModelError | None = None
    for part, reply in answers:
        if isinstance(reply, (InvalidAnswerError, TruncatedAnswerError)):
            text = article.text[part.start : part.end]
            lost.append(Dropped(stage="answer", record="window", value=text, reason=str(reply)))
            failure = reply
        else:
            drafts.append(_value(reply))
    if failure and not drafts:
        raise failure
    return drafts, lost


def _ask(window: Window, prompt: Prompt, *, terse: bool) -> Ask | None:
    """The question about a window, in the terse form or in JSON; None where nothing is open."""
    if not lines_of(window):
        return None
    asked, answers = (question(window), read) if terse else (json_question(window), read_json)
    return Ask(
        messages=({"role": "system", "content": prompt.text}, {"role": "user", "content": asked}),
        max_tokens=WINDOW_TOKENS,
        grammar=grammar(window) if terse else None,
        schema=None if terse else schema(window),
        expand=lambda text: filled(answers(text, window), window).model_dump_json(),
    )


def _value(reply: Reply) -> Draft:
    if isinstance(reply, ModelError):
        raise reply
    return reply.value


def _joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of several; casualties keep pointing at their event."""
    joined = Draft(events=[], casualties=[], statements=[])
    for draft in drafts:
        before = len(joined.events)
        joined.events.extend(draft.events)
        joined.casualties.extend(
            casualty.model_copy(update={"event": casualty.event + before if casualty.event else None})
            for casualty in draft.casualties
        )
        joined.statements.extend(draft.statements)
    return joined


def _size(grounded: GroundedDraft) -> int:
    return len(grounded.events) + len(grounded.casualties) + len(grounded.statements)


def _complaint(dropped: Sequence[Dropped]) -> str:
    problems = [
        json.dumps({"record": item.record, "field": item.field, "you wrote": item.value, "problem": item.reason})
        for item in dropped
    ]
    return (
        "Some of this cannot be found in the article. Write the whole answer again with these mended: copy the "
        "article's own words and cite the sentences they stand in, or write null.\n" + "\n".join(problems)
    )
