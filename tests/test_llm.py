"""The seam to model servers: the real openai SDK and instructor against a scripted server on loopback."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import json
import logging
import pickle
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from pydantic import BaseModel, ConfigDict, ValidationError
from server import Answer as Scripted
from server import Reply, Request, ScriptedServer, completion, failure, tokens

from conflictsum import errors
from conflictsum.drafts import Draft
from conflictsum.llm import Answer, Ask, ChatModel

KEY = "sk-proj-Zx81Qm4vTtLw90AbCdEf"
ARTICLE = (
    'Rebels shelled the grain port of Velmora at dawn, killing three dockers. "We saw smoke {{ x }}" {% raw said a '
    "{# hidden #} crane driver.\n\n   The mayor blamed the Northern Front for the attack on the harbour quarter.  \n"
)


class Toll(BaseModel):
    """What the tests ask for."""

    model_config = ConfigDict(extra="forbid")

    killed: int
    places: list[str]


GOOD = {"killed": 3, "places": ["Velmora"]}
QUESTION = Ask(
    messages=({"role": "system", "content": "Count the dead."}, {"role": "user", "content": ARTICLE}), max_tokens=200
)

Asking = Callable[..., Answer[Toll]]
models: list[ChatModel] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Closes all models of a test."""
    yield
    while models:
        models.pop().close()


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Asking:
    """Asks a new model once, in each of the two ways."""

    def one(server: ScriptedServer, question: Ask = QUESTION, **options: Any) -> Answer[Toll]:
        model = chat(server, **options)

        async def run() -> Answer[Toll]:
            try:
                return await model.aask(question, Toll)
            finally:
                await model.aclose()

        return asyncio.run(run()) if request.param == "async" else model.ask(question, Toll)

    return one


def chat(server: ScriptedServer, **options: Any) -> ChatModel:
    settings: dict[str, Any] = {"model": "tiny", "base_url": server.url, "api_key": KEY, "timeout": 30.0} | options
    models.append(ChatModel(**settings))
    return models[-1]


def mocked(handler: Callable[[httpx2.Request], httpx2.Response], **options: Any) -> ChatModel:
    transport = httpx2.Client(transport=httpx2.MockTransport(handler))
    settings: dict[str, Any] = {"model": "tiny", "api_key": KEY, "http_client": transport} | options
    models.append(ChatModel(**settings))
    return models[-1]


def said_in(error: BaseException) -> str:
    """All that a user could see of an error: its text and the traceback with the chain of causes."""
    return "\n".join([str(error), repr(error), repr(vars(error)), *traceback.format_exception(error)])


# what is on the wire


def test_prompt_arrives_byte_identical(server: ScriptedServer, ask: Asking) -> None:
    """No template engine runs over the article: braces, comments, indentation and blank ends all arrive."""
    server.script(completion(GOOD))
    ask(server)
    assert server.requests[0].path == "/v1/chat/completions"
    assert server.requests[0].json["messages"] == list(QUESTION.messages)


def test_schema_is_sent_strict(server: ScriptedServer, ask: Asking) -> None:
    """The schema goes out with ``strict``, closed objects and all fields required."""
    server.script(completion(GOOD))
    ask(server)
    sent = server.requests[0].json["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"]["strict"] is True
    assert sent["json_schema"]["name"] == "Toll"
    assert sent["json_schema"]["schema"]["additionalProperties"] is False
    assert sent["json_schema"]["schema"]["required"] == ["killed", "places"]


def test_schema_of_drafts_is_within_the_limits_of_strict_mode(server: ScriptedServer) -> None:
    """What the library really asks for uses nothing that strict servers refuse or that breaks llama.cpp's grammars."""
    server.script(completion({"events": [], "casualties": [], "statements": []}))
    chat(server).ask(QUESTION, Draft)
    schema = server.requests[0].json["response_format"]["json_schema"]["schema"]
    objects = [part for part in walk(schema) if part.get("type") == "object"]
    assert len(objects) == 4  # the draft itself, events, casualties, statements
    assert all(part["additionalProperties"] is False for part in objects)
    assert all(part["required"] == list(part["properties"]) for part in objects)
    assert not [part for part in walk(schema) if part.keys() & {"oneOf", "discriminator", "pattern", "default"}]


def walk(schema: object) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        return [schema, *(part for value in schema.values() for part in walk(value))]
    return [part for value in schema for part in walk(value)] if isinstance(schema, list) else []


def test_schema_can_be_left_out(server: ScriptedServer, ask: Asking) -> None:
    """For servers that refuse a schema none is sent; the answer is validated all the same."""
    server.script(completion({"killed": "three", "places": []}), completion(GOOD))
    assert ask(server, json_schema=False).calls == 2
    assert "response_format" not in server.requests[0].json


@pytest.mark.parametrize(
    ("base_url", "limit", "temperature"),
    [
        (None, "max_completion_tokens", None),
        ("https://api.openai.com/v1", "max_completion_tokens", None),
        ("https://eu.api.openai.com/v1", "max_completion_tokens", None),
        ("https://mine.openai.azure.com/openai/v1", "max_completion_tokens", None),
        ("http://localhost:11434/v1", "max_tokens", 0.0),
        ("https://openrouter.ai/api/v1", "max_tokens", 0.0),
        ("https://example.org/api.openai.com", "max_tokens", 0.0),
    ],
)
def test_options_fit_the_server(base_url: str | None, limit: str, temperature: float | None) -> None:
    """OpenAI's newer models refuse ``max_tokens`` and any temperature; other servers know no other name."""
    seen: list[dict[str, Any]] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append(json.loads(request.content))
        return httpx2.Response(200, content=completion(GOOD).encoded(), headers={"content-type": "application/json"})

    mocked(handler, base_url=base_url).ask(QUESTION, Toll)
    assert {name: seen[0].get(name) for name in ("max_tokens", "max_completion_tokens")} == {
        "max_tokens": None,
        "max_completion_tokens": None,
        limit: 200,
    }
    assert seen[0].get("temperature") == temperature
    assert "seed" not in seen[0]


def test_chosen_options_are_sent(server: ScriptedServer, ask: Asking) -> None:
    """Model, temperature and seed go out as given."""
    server.script(completion(GOOD))
    ask(server, temperature=0.7, seed=11)
    sent = server.requests[0].json
    assert (sent["model"], sent["temperature"], sent["seed"]) == ("tiny", 0.7, 11)


def test_key_is_sent_without_blanks_around_it(server: ScriptedServer, ask: Asking) -> None:
    """A key read from a file with its line end works, instead of failing with the key in the error."""
    server.script(completion(GOOD))
    ask(server, api_key=f" {KEY}\n")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_base_url_variable_of_the_sdk_is_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the given address gets the article, whatever ``OPENAI_BASE_URL`` says: choosing is done elsewhere."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://elsewhere.example/v1")
    hosts: list[str] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        hosts.append(request.url.host)
        return httpx2.Response(200, json=completion(GOOD).body)

    mocked(handler).ask(QUESTION, Toll)
    assert hosts == ["api.openai.com"]


def test_server_on_this_machine_is_asked_directly(
    server: ScriptedServer, ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy in the environment does not get what is meant for loopback."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    server.script(completion(GOOD))
    assert ask(server, transport_retries=0).calls == 1


@pytest.mark.parametrize("key", ["", "  \n", "sk-ключ-8fhw2", "sk-abc def8fhw2", "sk-abc\ndef8fhw2", "“sk-8fhw2”"])
def test_key_that_cannot_be_sent(key: str) -> None:
    """A key that HTTP cannot carry is refused at once, without being shown."""
    with pytest.raises(errors.MissingKeyError, match="OPENAI_API_KEY") as caught:
        ChatModel(model="tiny", api_key=key)
    assert "8fhw2" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "localhost:11434/v1",
        "ftp://example.org/v1",
        "http://",
        "http://[::1/v1",
        "http://example.org:port/v1",
        "http://anna:hunter2@example.org/v1",
        "anna:hunter2@example.org/v1",
        "http://example.org/v1?key=hunter2",
        "http://example.org/v1#hunter2",
    ],
)
def test_address_that_cannot_be_used(address: str) -> None:
    """An address that is none, or that holds secrets which HTTP logs would write, is refused without being shown."""
    with pytest.raises(errors.SetupError, match="base URL must look like") as caught:
        ChatModel(model="tiny", base_url=address, api_key=KEY)
    assert "hunter2" not in said_in(caught.value)


def test_lone_surrogates_do_not_stop_an_article(server: ScriptedServer, ask: Asking) -> None:
    """A lone surrogate, which UTF-8 cannot carry, goes out as U+FFFD, so that all offsets stay."""
    server.script(completion(GOOD))
    ask(server, Ask(messages=({"role": "user", "content": "a\ud800b\udfff"},), max_tokens=9, grammar="g\ud800"))
    assert server.requests[0].json["messages"][0]["content"] == "a\ufffdb\ufffd"
    assert server.requests[0].json["grammar"] == "g\ufffd"


# what comes back


def test_answer_is_exactly_the_requested_type(server: ScriptedServer, ask: Asking) -> None:
    """The value is no subclass with a raw response in it: it compares equal, and pickles."""
    server.script(completion(GOOD))
    value = ask(server).value
    assert type(value) is Toll
    assert value == Toll(killed=3, places=["Velmora"])
    assert vars(value) == GOOD
    assert pickle.loads(pickle.dumps(value)) == value


def test_cost_is_that_of_each_call_once(server: ScriptedServer, ask: Asking) -> None:
    """Usage is copied per attempt and summed here: instructor adds it up in place, which counts early calls again."""
    bad = {"killed": "3", "places": []}
    server.script(
        completion(bad, usage=tokens(100, 10, 40)),
        completion(bad, usage=tokens(120, 12, 100)),
        completion(GOOD, usage=tokens(140, 14, 120)),
    )
    answer = ask(server)
    assert (answer.calls, answer.input_tokens, answer.output_tokens, answer.cached_tokens) == (3, 360, 36, 260)
    assert answer.served_model == "served-model"


@pytest.mark.parametrize("usage", [None, "many", {}, {"prompt_tokens": "100", "completion_tokens": -1}])
def test_cost_that_is_not_reported_is_unknown(server: ScriptedServer, ask: Asking, usage: object) -> None:
    """A call without usable usage makes the sums null, not too small."""
    server.script(completion({}, usage=tokens(100, 10, 0)), completion(GOOD, usage=usage))
    answer = ask(server)
    assert (answer.calls, answer.input_tokens, answer.output_tokens, answer.cached_tokens) == (2, None, None, None)


def test_unnamed_model(server: ScriptedServer, ask: Asking) -> None:
    """A server that does not name its model gives null."""
    message = {"role": "assistant", "content": json.dumps(GOOD)}
    server.script(Reply({"choices": [{"message": message}]}))
    assert ask(server).served_model is None


@pytest.mark.parametrize(
    ("usage", "cut"),
    [(None, False), (tokens(999, 1), True), (tokens(1000, 1), False), (tokens(100, 1, 900), False)],
)
def test_prompt_cut_by_the_server_shows(
    server: ScriptedServer, ask: Asking, usage: dict[str, Any] | None, cut: bool
) -> None:
    """Fewer tokens read than one per seven characters sent means that the server cut the prompt."""
    server.script(completion(GOOD, usage=usage))
    question = Ask(messages=({"role": "user", "content": "x" * 7000},), max_tokens=9)
    assert ask(server, question).cut is cut


@pytest.mark.parametrize(
    "text", ["```json\n%s\n```", "```\n%s\n```", "  ```json %s```\n", "\n%s\n"], ids=["json", "bare", "inline", "blank"]
)
def test_markdown_fence_is_taken_off(server: ScriptedServer, ask: Asking, text: str) -> None:
    """JSON in a Markdown code fence counts as valid at the first call."""
    server.script(completion(text % json.dumps(GOOD)))
    assert ask(server).calls == 1


# asking again


def test_asked_again_with_the_reason(server: ScriptedServer, ask: Asking) -> None:
    """The second request holds the rejected answer and where it is wrong, on the same strict schema."""
    server.script(completion({"killed": "3", "places": [1]}), completion(GOOD))
    assert ask(server).value.killed == 3
    first, second = (request.json for request in server.requests)
    assert second["messages"][:2] == first["messages"]
    assert second["messages"][2] == {"role": "assistant", "content": '{"killed": "3", "places": [1]}'}
    reason = second["messages"][3]["content"]
    assert "killed: Input should be a valid integer" in reason
    assert "places.0: Input should be a valid string" in reason
    assert "pydantic.dev" not in reason  # a URL that changes with the version would spoil recordings
    assert second["response_format"] == first["response_format"]


def test_long_reasons_are_cut(server: ScriptedServer, ask: Asking) -> None:
    """Of many faults the model is told of ten, and how many more there are."""
    server.script(completion({"killed": 3, "places": [0] * 25}), completion(GOOD))
    ask(server)
    reason = server.requests[1].json["messages"][-1]["content"]
    assert reason.count("Input should be a valid string") == 10
    assert reason.endswith("and 15 more")


@pytest.mark.parametrize("attempts", [1, 3])
@pytest.mark.parametrize(
    "content",
    [
        "There were three dead.",
        '{"killed": 3, "places": ["Velm',
        '{"killed": "3", "places": []}',
        '{"killed": 3, "places": ["\\ud800"]}',
        '{"killed": 3, "places": [], "Rebels shelled the grain port of Velmora at dawn": 1}',
        "[" * 100_000,
    ],
    ids=["prose", "half", "lax", "surrogate", "unknown field", "deep"],
)
def test_attempts_are_bounded(server: ScriptedServer, ask: Asking, content: str, attempts: int) -> None:
    """An answer that never fits costs exactly ``attempts`` calls; the error says so and keeps the validation error."""
    server.script(*[completion(content, usage=tokens(100, 10, 0))] * (attempts + 1))
    with pytest.raises(errors.InvalidAnswerError, match=f"in {attempts} attempts; try a more capable model") as caught:
        ask(server, attempts=attempts)
    assert server.calls == attempts
    spent = caught.value.usage
    assert (spent.calls, spent.input_tokens, spent.output_tokens) == (attempts, 100 * attempts, 10 * attempts)
    assert isinstance(caught.value.__cause__, ValidationError)
    assert caught.value.__cause__.title == "Toll"


def test_invalid_answer_is_told_by_its_first_reason(server: ScriptedServer, ask: Asking) -> None:
    """The message names place and fault of the first attempt."""
    server.script(completion({"killed": "3", "places": []}), completion("prose"))
    with pytest.raises(errors.InvalidAnswerError, match="killed: Input should be a valid integer"):
        ask(server, attempts=2)


def test_invalid_answer_keeps_the_models_words_out(server: ScriptedServer, ask: Asking) -> None:
    """Neither the error nor its causes hold what the model wrote, values and made-up field names alike."""
    server.script(completion({"killed": "three dockers", "places": [], "grain port": 1, "x": "harbour quarter"}))
    with pytest.raises(errors.InvalidAnswerError) as caught:
        ask(server, attempts=1)
    shown = said_in(caught.value)
    assert "Extra inputs are not permitted" in shown
    assert not [words for words in ("three dockers", "grain port", "harbour quarter") if words in shown]


# a grammar instead of a schema


def expand(text: str) -> str:
    """Reads ``killed=3 at=Velmora``."""
    fields = dict(part.split("=", 1) for part in text.split() if "=" in part)
    if fields.keys() != {"killed", "at"}:
        raise ValueError("a line must read killed=NUMBER at=PLACE")
    return json.dumps({"killed": int(fields["killed"]), "places": [fields["at"]]})


TERSE = Ask(messages=QUESTION.messages, max_tokens=40, grammar='%llguidance {}\nstart: "x"', expand=expand)


def test_grammar_goes_out_instead_of_the_schema(server: ScriptedServer, ask: Asking) -> None:
    """A grammar is sent in llama.cpp's field, with no schema beside it, and the terse answer is expanded."""
    server.script(completion("killed=3 at=Velmora"))
    assert ask(server, TERSE).value == Toll(killed=3, places=["Velmora"])
    assert server.requests[0].json["grammar"] == TERSE.grammar
    assert "response_format" not in server.requests[0].json


def test_terse_answer_is_asked_again_in_its_own_form(server: ScriptedServer, ask: Asking) -> None:
    """The model is shown the line it wrote, not the JSON it stands for, and why it does not do."""
    server.script(completion("killed=3"), completion("killed=3 at=Velmora"))
    assert ask(server, TERSE).calls == 2
    again = server.requests[1].json["messages"]
    assert again[2]["content"] == "killed=3"
    assert "a line must read killed=NUMBER at=PLACE" in again[3]["content"]


def test_server_that_ignores_the_grammar(server: ScriptedServer, ask: Asking) -> None:
    """A server that fails open answers with prose: never taken for an answer, and the reason is kept as the cause."""
    server.script(*[completion("Three people died.")] * 3)
    with pytest.raises(errors.InvalidAnswerError, match=r"in 3 attempts.*: a line must read") as caught:
        ask(server, TERSE)
    assert isinstance(caught.value.__cause__, ValueError)
    assert server.calls == 3


def test_expanded_answer_is_validated(server: ScriptedServer, ask: Asking) -> None:
    """What the expansion yields must fit the schema as any other answer."""
    server.script(completion("killed=3 at=Velmora"))
    question = Ask(messages=QUESTION.messages, max_tokens=40, grammar="g", expand=lambda _: '{"killed": 1.5}')
    with pytest.raises(errors.InvalidAnswerError, match="killed"):
        ask(server, question, attempts=1)


def test_fault_of_our_own_is_not_disguised(server: ScriptedServer, ask: Asking) -> None:
    """A bug in an expansion surfaces as what it is, after one call, not as an invalid answer."""

    def faulty(text: str) -> str:
        raise KeyError(len(text))

    server.script(completion("killed=3"))
    with pytest.raises(KeyError):
        ask(server, Ask(messages=QUESTION.messages, max_tokens=40, expand=faulty))
    assert server.calls == 1


# what goes wrong

FAILURES: list[tuple[str, Scripted, type[errors.ModelError], int, int, str]] = [
    ("wrong key", failure(401, f"Incorrect API key provided: ****{KEY[-4:]}"), errors.AuthenticationError, 1, 0,
     "rejects the key; check OPENAI_API_KEY"),
    ("forbidden", failure(403, "Country not supported"), errors.AuthenticationError, 1, 0,
     "rejects the key; check OPENAI_API_KEY: Country not supported"),
    ("unknown model", failure(404, "try pulling it first"), errors.UnknownModelError, 1, 0,
     "does not know the model 'tiny', or its base URL is wrong (it usually ends in /v1): try pulling it first"),
    ("model behind 403", failure(403, code="model_not_found"), errors.UnknownModelError, 1, 0, "model 'tiny'"),
    ("wrong path", Reply("<html>no</html>", 405, content_type="text/html"), errors.UnknownModelError, 1, 0, "base URL"),
    ("too many requests", failure(429), errors.RateLimitedError, 3, 0, "too many requests; try again later"),
    ("long wait", failure(429, headers={"retry-after": "300"}), errors.RateLimitedError, 1, 0, "to wait 300 s"),
    ("no quota", failure(429, code="insufficient_quota"), errors.RateLimitedError, 1, 0, "quota"),
    ("payment required", failure(402), errors.RateLimitedError, 1, 0, "billing"),
    ("server failure", failure(500), errors.ServerError, 3, 0, "HTTP 500"),
    ("busy", failure(503, "Loading model"), errors.ServerError, 3, 0, "HTTP 503); try again later: Loading model"),
    ("busy for long", failure(503, headers={"retry-after": "600"}), errors.ServerError, 1, 0, "to wait 600 s"),
    ("bad gateway", Reply("<html>bad</html>", 502, {"retry-after-ms": "1"}, "text/html"), errors.ServerError, 3, 0,
     "HTTP 502"),
    ("request timeout", failure(408), errors.ServerError, 3, 0, "HTTP 408"),
    ("conflict", failure(409), errors.ServerError, 3, 0, "HTTP 409"),
    ("malformed", failure(400, "'seed' is not supported"), errors.RequestRejectedError, 1, 0,
     "refuses the request (HTTP 400); check the model and its options: 'seed' is not supported"),
    ("unprocessable", Reply({"detail": "bad field"}, 422), errors.RequestRejectedError, 1, 0, "bad field"),
    ("list of details", Reply({"detail": [{"msg": "bad"}]}, 422), errors.RequestRejectedError, 1, 0, "HTTP 422"),
    ("too large", failure(413), errors.RequestRejectedError, 1, 0, "too long for tiny"),
    ("context by code", failure(400, code="context_length_exceeded"), errors.RequestRejectedError, 1, 0, "too long"),
    ("context by words", failure(400, "This model's maximum context length is 4096 tokens"),
     errors.RequestRejectedError, 1, 0, "too long for tiny; use a model that reads more at once"),
    ("filtered before", failure(400, code="content_filter"), errors.ContentFilteredError, 1, 0, "content filter"),
    ("html", Reply("<html>hello</html>", content_type="text/html"), errors.ServerError, 1, 0, "not with a chat"),
    ("text", Reply("hello", content_type="text/plain"), errors.ServerError, 1, 0, "base URL"),
    ("half json", Reply('{"choices": [{"mess'), errors.ServerError, 1, 0, "not whole JSON"),
    ("empty body", Reply(""), errors.ServerError, 1, 0, "not whole JSON"),
    ("not utf-8", Reply(b'{"id": "\xff"}'), errors.ServerError, 1, 0, "not whole JSON"),
    ("endless nesting", Reply("[" * 200_000), errors.ServerError, 1, 0, "not whole JSON"),
    ("null", Reply("null"), errors.ServerError, 1, 0, "not with a chat completion"),
    ("list", Reply("[]"), errors.ServerError, 1, 0, "not with a chat completion"),
    ("number", Reply("7"), errors.ServerError, 1, 0, "not with a chat completion"),
    ("other object", Reply({"hello": 1}), errors.ServerError, 1, 0, "not with a chat completion"),
    ("null choices", Reply({"choices": None}), errors.ServerError, 1, 0, "not with a chat completion"),
    ("null choice", Reply({"choices": [None]}), errors.ServerError, 1, 1, "not with a chat completion"),
    ("no message", Reply({"choices": [{"index": 0}]}), errors.ServerError, 1, 1, "not with a chat completion"),
    ("error with 200", Reply({"error": {"message": "Provider is gone", "code": 502}}), errors.ServerError, 1, 0,
     "fails; try again later: Provider is gone"),
    ("no choices", Reply({"choices": []}), errors.ServerError, 1, 1, "no choices"),
    ("null content", completion(None), errors.ServerError, 1, 1, "without a word"),
    ("blank content", completion(" \n"), errors.ServerError, 1, 1, "without a word"),
    ("list content", completion(None, content=[{"text": "hi"}]), errors.ServerError, 1, 1, "without a word"),
    ("refusal", completion(None, refusal="I cannot help with that."), errors.RefusalError, 1, 1, "declines"),
    ("filtered", completion("", finish="content_filter"), errors.ContentFilteredError, 1, 1, "content filter"),
    ("truncated", completion('{"killed": 3, "pl', finish="length"), errors.TruncatedAnswerError, 1, 1, "token limit"),
    ("truncated but whole", completion(GOOD, finish="length"), errors.TruncatedAnswerError, 1, 1, "token limit"),
]  # fmt: skip


@pytest.mark.parametrize("row", FAILURES, ids=[row[0] for row in FAILURES])
def test_failures(
    server: ScriptedServer, ask: Asking, row: tuple[str, Scripted, type[errors.ModelError], int, int, str]
) -> None:
    """Each failure is one of our errors, in one line, after an exact number of requests, with what was spent."""
    _, reply, kind, requests, calls, words = row
    server.script(*[reply] * 9)
    with pytest.raises(errors.ModelError) as caught:
        ask(server, transport_retries=2, attempts=3)
    assert type(caught.value) is kind
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert server.calls == requests
    assert caught.value.usage.calls == calls
    assert KEY[-4:] not in said_in(caught.value)


def test_failure_after_a_rejected_answer_keeps_the_cost(server: ScriptedServer, ask: Asking) -> None:
    """What the first attempt cost is in the error of the second, and only the second is repeated on the way."""
    server.script(completion("prose", usage=tokens(100, 10, 0)), *[failure(503)] * 9)
    with pytest.raises(errors.ServerError) as caught:
        ask(server, transport_retries=2)
    assert server.calls == 4
    assert caught.value.usage.model_dump(exclude={"seconds"}) == {
        "calls": 1,
        "input_tokens": 100,
        "output_tokens": 10,
        "cached_tokens": 0,
    }


def test_failure_on_the_way_is_repaired(server: ScriptedServer, ask: Asking) -> None:
    """A server that recovers within the retries costs no attempt and no error."""
    server.script(failure(503), failure(429), completion(GOOD))
    assert ask(server, transport_retries=2, attempts=1).calls == 1


def test_errors_keep_the_sdks_error_as_cause(server: ScriptedServer, ask: Asking) -> None:
    """The cause is the SDK's own exception with its status, not instructor's wrapper, which holds the article."""
    server.script(failure(404))
    with pytest.raises(errors.UnknownModelError) as caught:
        ask(server)
    cause = caught.value.__cause__
    assert type(cause).__module__ == "openai"
    assert getattr(cause, "status_code", None) == 404
    assert caught.value.__context__ is cause or caught.value.__context__ is None


def test_errors_pickle(server: ScriptedServer, ask: Asking) -> None:
    """An error crosses process borders with its message and cost."""
    server.script(completion(None, refusal="no", usage=tokens(100, 10)))
    with pytest.raises(errors.RefusalError) as caught:
        ask(server)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.usage) == (str(caught.value), caught.value.usage)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("300", "it asks to wait 300 s"),
        ("299.2", "it asks to wait 300 s"),
        ("soon", "try again later"),
        ("-5", "try again later"),
        ("inf", "try again later"),
        ("Mon, 01 Jan 99999 00:00:00 GMT", "try again later"),
        ("Sat, 03 Jan 2015 00:00:00 GMT", "try again later"),
        ("Sat, 03 Jan 2015 00:00:00 -0000", "try again later"),
    ],
)
def test_wait_that_the_server_asks_for(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, header: str, words: str
) -> None:
    """The message tells the seconds of ``Retry-After``; what is no wait is as if it were not there."""
    monkeypatch.setattr(time, "sleep", lambda _: None)
    server.script(*[failure(429, headers={"retry-after": header})] * 3)
    with pytest.raises(errors.RateLimitedError, match=words):
        chat(server).ask(QUESTION, Toll)


def test_wait_until_a_date(server: ScriptedServer) -> None:
    """A date in ``Retry-After`` is told in seconds from now."""
    until = dt.datetime.now(dt.UTC) + dt.timedelta(hours=10)
    server.script(failure(429, headers={"retry-after": email.utils.format_datetime(until, usegmt=True)}))
    with pytest.raises(errors.RateLimitedError, match=r"it asks to wait 3(5[89]\d\d|6000) s"):
        chat(server).ask(QUESTION, Toll)


def test_short_waits_are_kept(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ``Retry-After`` of up to two minutes is waited for, exactly, and then asked again."""
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    server.script(failure(429, headers={"retry-after": "7"}), completion(GOOD))
    assert chat(server).ask(QUESTION, Toll).calls == 1
    assert waits == [7.0]


@pytest.mark.parametrize("retries", [0, 1])
def test_slow_server(server: ScriptedServer, ask: Asking, monkeypatch: pytest.MonkeyPatch, retries: int) -> None:
    """A server that does not answer in time gives an error that names the time limit."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    server.script(*[Reply(hangs=True)] * 3)
    with pytest.raises(errors.ServerTimeoutError, match=r"no answer from 127\.0\.0\.1:\d+ within 0\.2 s") as caught:
        ask(server, timeout=0.2, transport_retries=retries)
    assert server.calls == retries + 1
    assert type(caught.value.__cause__).__name__ == "APITimeoutError"


def test_lost_connection(server: ScriptedServer, ask: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection lost within the answer is tried again, then told."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    server.script(*[Reply('{"choices"', lost=True)] * 4)
    with pytest.raises(errors.ServerError, match="cannot reach"):
        ask(server, transport_retries=2)
    assert server.calls == 3


def test_nobody_listens(ask: Asking) -> None:
    """A refused connection names the host and what to check."""
    with ScriptedServer() as gone:
        pass
    with pytest.raises(
        errors.ServerError, match=r"cannot reach 127\.0\.0\.1:.*check that it is running and the base URL"
    ):
        ask(gone, transport_retries=0)


def test_nameless_connection_failure() -> None:
    """A connection error without a text of its own is told by its kind."""

    def handler(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadError("")

    with pytest.raises(errors.ServerError, match=r"cannot reach api\.openai\.com: ReadError;"):
        mocked(handler, transport_retries=0).ask(QUESTION, Toll)


# no key, no article, no noise


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("unknown option 'top_k'", ": unknown option 'top_k'"),
        ("two\nlines \x1b[31mred\x07", ": two lines [31mred"),
        (f"bad header Bearer {KEY}", ": bad header Bearer [key]"),
        ("key sk-other-*****9f2c is bad", ": key [key] is bad"),
        (f"invalid input: {ARTICLE}", ""),
        (f"invalid input:{ARTICLE[3:35]}", ""),
        (f"invalid input:{ARTICLE[3:34]}", f": invalid input:{ARTICLE[3:34]}"),
        (f"invalid input: {json.dumps(ARTICLE[60:110])}", ""),
        ("<html>nginx</html>", ""),
        ("a" * 200, ": " + "a" * 200),
        ("a" * 201, ": " + "a" * 200 + "…"),
        (["no", "text"], ""),
        ("", ""),
    ],
)
def test_words_of_the_server(server: ScriptedServer, ask: Asking, message: object, shown: str) -> None:
    """The server's own words are quoted in one short line, without keys, without an echo of the article, or not."""
    server.script(Reply({"error": {"message": message}}, 400))
    with pytest.raises(errors.RequestRejectedError) as caught:
        ask(server)
    assert str(caught.value).partition("check the model and its options")[2] == shown


def test_placeholder_for_a_key_is_no_secret(server: ScriptedServer, ask: Asking) -> None:
    """The short word that stands for a key on servers without keys is not blotted out of messages."""
    server.script(failure(400, "none of the models fits"))
    with pytest.raises(errors.RequestRejectedError, match="none of the models fits"):
        ask(server, api_key="none")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422, 429, 500])
def test_errors_hold_neither_key_nor_article(server: ScriptedServer, ask: Asking, status: int) -> None:
    """A server that echoes the whole request, key and article, cannot put them into our errors or their causes."""

    def echo(request: Request) -> Reply:
        return failure(status, f"{request.headers} {request.body.decode()}", input=request.json)

    server.script(echo)
    with pytest.raises(errors.ModelError) as caught:
        ask(server, transport_retries=0)
    shown = said_in(caught.value)
    assert KEY not in shown
    assert "Velmora" not in shown


@pytest.mark.parametrize("reply", [completion(GOOD), failure(401, KEY), completion("Velmora"), completion({})])
def test_logs_hold_no_key(server: ScriptedServer, ask: Asking, caplog: pytest.LogCaptureFixture, reply: Reply) -> None:
    """With all logs of all libraries on, no record holds the key, and instructor says nothing of our answers."""
    caplog.set_level(logging.DEBUG)
    server.script(reply)
    try:
        ask(server, attempts=1, transport_retries=0)
    except errors.ModelError as error:
        logging.getLogger("test").exception("failed", exc_info=error)
    records = [*caplog.records]
    assert any(record.name.startswith("httpx2") for record in records)  # the logs are on
    assert KEY not in caplog.text
    assert not [record for record in records if record.name == "instructor.v2.retry"]


def test_instructors_logs_are_left_to_others(
    server: ScriptedServer, ask: Asking, caplog: pytest.LogCaptureFixture
) -> None:
    """Outside of our calls instructor's logger works as before."""
    server.script(completion(GOOD))
    ask(server)
    logging.getLogger("instructor.v2.retry").error("somebody else's")
    assert "somebody else's" in caplog.text


def test_repr_holds_no_key(server: ScriptedServer) -> None:
    """The model names itself by model and host."""
    model = chat(server)
    assert repr(model) == f"ChatModel('tiny' at {server.url.split('/')[2]})"
    assert KEY not in repr(model.server)


# many at once, and stopping


def numbered(request: Request) -> int:
    return int(request.json["messages"][0]["content"])


def question(number: int) -> Ask:
    return Ask(messages=({"role": "user", "content": str(number)},), max_tokens=9)


def meeting(size: int) -> Callable[[Request], Reply]:
    """Answers when ``size`` questions have arrived: wrongly at first, with the question's number when repeated."""
    barrier = threading.Barrier(size)

    def reply(request: Request) -> Reply:
        if len(request.json["messages"]) == 1:
            barrier.wait(timeout=60)
            return completion("not yet", usage=tokens(10, 1))
        return completion({"killed": numbered(request), "places": []}, usage=tokens(20, 2))

    return reply


def test_threads_share_a_model(server: ScriptedServer) -> None:
    """Four threads ask at once, each gets its own answer and its own cost."""
    server.script(*[meeting(4)] * 8)
    model = chat(server)
    answers: dict[int, Answer[Toll]] = {}

    def one(number: int) -> None:
        answers[number] = model.ask(question(number), Toll)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    model.close()
    assert {number: answer.value.killed for number, answer in answers.items()} == {0: 0, 1: 1, 2: 2, 3: 3}
    assert {(answer.calls, answer.input_tokens) for answer in answers.values()} == {(2, 30)}


def test_tasks_share_a_model(server: ScriptedServer) -> None:
    """Twenty tasks ask at once, each is asked again on its own count: no retry state is shared."""
    server.script(*[meeting(20)] * 40)
    model = chat(server, attempts=2)

    async def run() -> list[Answer[Toll]]:
        return await asyncio.gather(*(model.aask(question(number), Toll) for number in range(20)))

    answers = asyncio.run(run())
    assert [answer.value.killed for answer in answers] == list(range(20))
    assert {(answer.calls, answer.input_tokens) for answer in answers} == {(2, 30)}
    assert server.calls == 40


def test_model_outlives_an_event_loop(server: ScriptedServer) -> None:
    """A model works in one ``asyncio.run`` after another, at the first try: no connection outlives its loop."""
    server.script(completion(GOOD), completion(GOOD))
    model = chat(server, transport_retries=0)
    assert asyncio.run(model.aask(QUESTION, Toll)).calls == 1
    assert asyncio.run(model.aask(QUESTION, Toll)).calls == 1


def test_cancelled_task(server: ScriptedServer) -> None:
    """A cancelled question ends at once with nothing but the cancellation, and the model goes on working."""
    arrived = threading.Event()

    def hang(_: Request) -> Reply:
        arrived.set()
        return Reply(hangs=True)

    server.script(hang, completion(GOOD))
    model = chat(server)

    async def run() -> Answer[Toll]:
        task = asyncio.create_task(model.aask(QUESTION, Toll))
        await asyncio.to_thread(arrived.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return await model.aask(QUESTION, Toll)

    assert asyncio.run(run()).value == Toll(**GOOD)  # type: ignore[arg-type]
    assert server.calls == 2


def test_interrupt_passes_through() -> None:
    """Ctrl-C during a call is not retried, wrapped or turned into an error of ours."""
    calls: list[str] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        calls.append(request.url.path)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mocked(handler).ask(QUESTION, Toll)
    assert calls == ["/v1/chat/completions"]


def test_closing_ends_a_question_under_way(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """``close`` frees a thread that waits for an answer, long before its time limit; nothing is asked again."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    server.script(Reply(hangs=True))
    model = chat(server, timeout=3600)
    ended: list[BaseException] = []

    def one() -> None:
        try:
            model.ask(QUESTION, Toll)
        except errors.ServerError as error:
            ended.append(error)

    thread = threading.Thread(target=one, daemon=True)
    thread.start()
    while not server.calls:
        time.sleep(0.01)
    model.close()
    thread.join(timeout=60)
    assert [type(error) for error in ended] == [errors.ServerError]
    assert server.calls == 1


def test_connection_made_while_closing_is_ended(server: ScriptedServer) -> None:
    """A question that is just connecting when ``close`` comes does not wait for its answer."""
    server.script(Reply(hangs=True))
    model = chat(server, timeout=3600, transport_retries=0)
    model.close()
    with pytest.raises(errors.ServerError):
        model.ask(QUESTION, Toll)


def test_closing_twice_or_unused_is_harmless(server: ScriptedServer) -> None:
    """A model may be closed before use, and again after it."""
    server.script(completion(GOOD), completion(GOOD))
    chat(server).close()
    asyncio.run(chat(server).aclose())
    model = chat(server)
    model.ask(QUESTION, Toll)
    model.close()
    model.close()


def test_given_async_transport_is_used() -> None:
    """An asynchronous client can be handed in, as a synchronous one."""

    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json=completion(GOOD).body)

    transport = httpx2.AsyncClient(transport=httpx2.MockTransport(handler))
    model = ChatModel(model="tiny", api_key=KEY, async_http_client=transport)

    async def run() -> Answer[Toll]:
        try:
            return await model.aask(QUESTION, Toll)
        finally:
            await model.aclose()

    assert asyncio.run(run()).value.killed == 3
    assert transport.is_closed
