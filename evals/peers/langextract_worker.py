"""Runs langextract for another process, in the environment in which it is installed.

Reads JSON lines and answers each with one. The first gives ``base_url``, ``api_key``, ``model`` and ``task``
(description, examples and schema), and is answered with the version of langextract, or with ``missing``. Each further
line gives the ``text`` of an article; the answer holds its ``extractions`` (class, text, span, attributes) and the
``usage`` of each call, with the reason why it ended; or an ``error``, and the usage up to it. Ends with its input.
"""

from __future__ import annotations

import json
import signal
import sys
from importlib import import_module, metadata
from typing import Any

CHUNK_CHARACTERS = 1000
MAX_TOKENS = 1024  # of the answer about one chunk
WORKERS = 4  # chunks at work at once


class Extractor:
    """langextract with a task, for one server after another article.

    Args:
        settings: The first line of the input.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self._lx = import_module("langextract")
        openai_provider = import_module("langextract.providers.openai")
        schemas = import_module("langextract.providers.schemas.openai")
        task = settings["task"]
        self._description = task["description"]
        self._examples = [self._example(example) for example in task["examples"]]
        self.calls: list[dict[str, Any]] = []
        self._model = openai_provider.OpenAILanguageModel(
            model_id=settings["model"],
            api_key=settings["api_key"],
            base_url=settings["base_url"],
            openai_schema=schemas.OpenAISchema(schema_dict=task["schema"], strict=False),
            temperature=0.0,
            max_workers=WORKERS,
            max_output_tokens=MAX_TOKENS,
        )
        read = self._model._response_to_scored_output  # noqa: SLF001  langextract has no usage facility

        def note(response: Any) -> Any:
            self.calls.append(_call(response))
            return read(response)

        self._model._response_to_scored_output = note  # noqa: SLF001

    def extract(self, text: str) -> list[dict[str, Any]]:
        """The extractions of one article."""
        found = self._lx.extract(
            text_or_documents=text,
            prompt_description=self._description,
            examples=self._examples,
            model=self._model,
            use_schema_constraints=False,  # the model has its schema
            prompt_validation_level=self._lx.prompt_validation.PromptValidationLevel.OFF,  # fails on an empty example
            max_char_buffer=CHUNK_CHARACTERS,
            max_workers=WORKERS,
            show_progress=False,
        )
        return [_extraction(extraction) for extraction in found.extractions or []]

    def _example(self, example: dict[str, Any]) -> Any:
        extractions = []
        for extraction in example["extractions"]:
            name = next(iter(extraction))
            attributes = extraction[f"{name}_attributes"]
            extractions.append(self._lx.data.Extraction(name, extraction[name], attributes=attributes))
        return self._lx.data.ExampleData(text=example["text"], extractions=extractions)


def _extraction(extraction: Any) -> dict[str, Any]:
    interval = extraction.char_interval
    located = interval is not None and interval.start_pos is not None and interval.end_pos is not None
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "span": [interval.start_pos, interval.end_pos] if located else None,
        "attributes": extraction.attributes or {},
    }


def _call(response: Any) -> dict[str, Any]:
    usage = response.usage
    details = usage.prompt_tokens_details if usage else None
    return {
        "input_tokens": usage.prompt_tokens if usage else None,
        "output_tokens": usage.completion_tokens if usage else None,
        "cached_tokens": details.cached_tokens if details else None,
        "finish": response.choices[0].finish_reason if response.choices else None,
    }


def _main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both processes, and the caller decides
    answers, sys.stdout = sys.stdout, sys.stderr  # what the library prints must not mix with the answers

    def tell(answer: dict[str, Any]) -> None:
        print(json.dumps(answer), file=answers, flush=True)

    try:
        extractor = Extractor(json.loads(sys.stdin.readline()))
    except ImportError as error:
        tell({"missing": str(error)})
        return
    tell({"langextract": metadata.version("langextract")})
    for line in sys.stdin:
        extractor.calls.clear()
        try:
            tell({"extractions": extractor.extract(json.loads(line)["text"]), "usage": extractor.calls})
        except Exception as error:  # noqa: BLE001  whatever it is, it is what became of the article
            tell({"error": f"{type(error).__name__}: {error}", "usage": extractor.calls})


if __name__ == "__main__":
    _main()
