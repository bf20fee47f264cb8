"""langextract as a peer: its worker, the schema it sends, and what becomes of its extractions.

langextract itself is not installed with the tests. Where the worker's way through it matters, a small package of the same
name stands for it, with the few calls that the worker makes and openai underneath as in langextract.
"""

from __future__ import annotations

import datetime as dt
import os
import sys

import pytest
from server import completion, failure, tokens

from conflictsum.article import Article
from conflictsum.errors import InvalidAnswerError, ServerError, SetupError
from evals.peers import peer
from evals.peers.langextract_peer import PYTHON, task, told
from evals.peers.mapping import records

ARTICLE = Article(
    "Rebels shelled the town of Goma on Friday.\n\nFour officers died, doctors said.\n", published=dt.date(2025, 3, 10)
)
ATTACK = {
    "attack": "Rebels shelled the town of Goma on Friday",
    "attack_attributes": {"event": "Goma", "perpetrator": "Rebels", "place": "Goma", "method": "artillery"},
}
DEAD = {
    "casualty": "Four officers died, doctors said",
    "casualty_attributes": {"event": "Goma", "victims": "officers", "killed": "Four", "sources": ["doctors"]},
}
PACKAGE = {
    "__init__.py": """
import json
from langextract import data, prompt_validation

def extract(*, text_or_documents, prompt_description, examples, model, use_schema_constraints,
            prompt_validation_level, max_char_buffer, max_workers, show_progress):
    text, found = text_or_documents, []
    for start in range(0, len(text), max_char_buffer):
        answer = model.ask(prompt_description + examples[0].text, text[start : start + max_char_buffer])
        try:
            items = json.loads(answer)["extractions"]
        except ValueError:
            continue
        for item in items:
            name = next(iter(item))
            at = text.find(item[name])
            found.append(data.Extraction(name, item[name], attributes=item[name + "_attributes"]))
            found[-1].char_interval = data.CharInterval(at, at + len(item[name])) if at >= 0 else None
    return data.Document(found)
""",
    "data.py": """
class Extraction:
    def __init__(self, extraction_class, extraction_text, *, attributes=None):
        self.extraction_class, self.extraction_text, self.attributes = extraction_class, extraction_text, attributes
        self.char_interval = None

class CharInterval:
    def __init__(self, start_pos, end_pos):
        self.start_pos, self.end_pos = start_pos, end_pos

class ExampleData:
    def __init__(self, text, extractions):
        self.text, self.extractions = text, extractions

class Document:
    def __init__(self, extractions):
        self.extractions = extractions
""",
    "prompt_validation.py": "class PromptValidationLevel:\n    OFF = 'off'\n",
    "providers/__init__.py": "",
    "providers/schemas/__init__.py": "",
    "providers/schemas/openai.py": """
class OpenAISchema:
    def __init__(self, *, schema_dict, strict):
        described = {"name": "extractions", "schema": schema_dict, "strict": strict}
        self.response_format = {"type": "json_schema", "json_schema": described}
""",
    "providers/openai.py": """
import openai

class OpenAILanguageModel:
    def __init__(self, *, model_id, api_key, base_url, openai_schema, temperature, max_workers, max_output_tokens):
        self.client = openai.OpenAI(api_key=api_key, base_url=base_url)
        self.options = {"model": model_id, "temperature": temperature, "max_tokens": max_output_tokens}
        self.schema = openai_schema

    def ask(self, prompt, text):
        messages = [{"role": "user", "content": prompt + text}]
        response = self.client.chat.completions.create(
            messages=messages, response_format=self.schema.response_format, **self.options
        )
        return self._response_to_scored_output(response)

    @staticmethod
    def _response_to_scored_output(response):
        return response.choices[0].message.content
""",
}


@pytest.fixture
def langextract(tmp_path, monkeypatch):
    """An environment with a stand-in for langextract."""
    for name, code in PACKAGE.items():
        path = tmp_path / "langextract" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
    described = tmp_path / "langextract-1.7.1.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: langextract\nVersion: 1.7.1\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    monkeypatch.setenv(PYTHON, sys.executable)


def test_extractions_become_records(server, langextract):
    """Class, text, span and attributes reach the records, tokens the usage."""
    server.script(completion({"extractions": [ATTACK, DEAD]}, usage=tokens(700, 60, 500)))
    with peer("peer:langextract", server.url) as asked:
        summary = asked.summarize(ARTICLE)
    (attack,), (report,) = summary.attacks, summary.casualties
    assert (attack.perpetrator.text, attack.place.country, attack.method) == ("Rebels", "CD", "artillery")
    assert (report.killed.min, report.event_id, report.sources[0].text) == (4, attack.id, "doctors")
    assert [item.text for item in report.evidence] == ["Four officers died, doctors said."]
    usage = summary.usage
    assert (usage.calls, usage.input_tokens, usage.output_tokens, usage.cached_tokens) == (1, 700, 60, 500)
    assert server.requests[0].json["response_format"]["json_schema"]["schema"] == task()["schema"]


def test_every_article_has_its_own_usage(server, langextract):
    """A worker that has answered before starts counting anew."""
    server.script(*(completion({"extractions": []}, usage=tokens(700, 6)) for _ in range(3)))
    with peer("peer:langextract", server.url) as asked:
        assert [asked.summarize(ARTICLE).usage.input_tokens for _ in range(3)] == [700] * 3


def test_a_chunk_that_was_cut_off_is_told(server, langextract):
    """The other chunks stand, as langextract passes over it, and the summary says that one is lacking."""
    article = Article(ARTICLE.text + "x" * 1000)
    cut = completion('{"extractions": [', finish="length", usage=tokens(700, 1024))
    server.script(completion({"extractions": [ATTACK]}, usage=tokens(700, 60)), cut)
    with peer("peer:langextract", server.url) as asked:
        summary = asked.summarize(article)
    assert (len(summary.attacks), [item.stage for item in summary.dropped]) == (1, ["answer"])


def test_no_valid_answer_is_a_failure(server, langextract):
    """An article whose every chunk was cut off was not summarized; its cost is kept."""
    server.script(completion('{"extractions": [', finish="length", usage=tokens(700, 1024)))
    with peer("peer:langextract", server.url) as asked, pytest.raises(InvalidAnswerError) as raised:
        asked.summarize(ARTICLE)
    assert raised.value.usage.output_tokens == 1024


def test_a_server_that_fails_is_a_failure(server, langextract):
    """The worker tells the error and goes on with the next article."""
    server.script(failure(400), completion({"extractions": []}), failure(400), completion({"extractions": []}))
    with peer("peer:langextract", server.url) as asked:
        for _ in range(2):
            with pytest.raises(ServerError, match="BadRequestError"):
                asked.summarize(ARTICLE)
            assert asked.summarize(ARTICLE).events == ()


def test_langextract_must_be_installed(server, monkeypatch):
    """An environment without it stops the run before the first article."""
    monkeypatch.setenv(PYTHON, sys.executable)
    with pytest.raises(SetupError, match="No module named 'langextract'"), peer("peer:langextract", server.url):
        pass


@pytest.mark.parametrize("python", [None, "", "/nowhere/python"])
def test_its_environment_must_be_named(server, monkeypatch, python):
    """The message names the variable."""
    if python is None:
        monkeypatch.delenv(PYTHON, raising=False)
    else:
        monkeypatch.setenv(PYTHON, python)
    with pytest.raises(SetupError, match=PYTHON), peer("peer:langextract", server.url):
        pass


def test_an_extraction_of_no_known_class_is_none():
    """A class of its own making is no record of ours."""
    answer = [{"class": "weather", "text": "Goma", "span": None, "attributes": {}}]
    assert records(told(answer), ARTICLE).attacks == ()


def test_attributes_that_are_not_asked_for_do_no_harm():
    """They are passed over; a class that is lacking attributes is a record without values."""
    text = ATTACK["attack"]
    answer = [{"class": "attack", "text": text, "span": [0, len(text)], "attributes": {"mood": "grim"}}]
    (attack,) = records(told(answer), ARTICLE).attacks
    assert (attack.perpetrator, attack.place, attack.method) == (None, None, "unspecified")


def test_worked_examples_are_copied_and_fit_the_schema():
    """What the model is shown stands in the example's text, and has only attributes and codes of the schema."""
    content = task()
    variants = {}
    for variant in content["schema"]["properties"]["extractions"]["items"]["anyOf"]:
        name, attributes = variant["required"]
        variants[name] = variant["properties"][attributes]["properties"]
    assert [len(example["extractions"]) for example in content["examples"]] == [0, 4, 5]
    for example in content["examples"]:
        for extraction in example["extractions"]:
            name = next(iter(extraction))
            assert extraction[name] in example["text"]
            for attribute, value in extraction[f"{name}_attributes"].items():
                assert value in variants[name][attribute].get("enum", [value])
