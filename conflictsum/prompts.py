"""The prompt files: versioned, shipped in the wheel, hashed into provenance."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from conflictsum.article import Article


@dataclass(frozen=True)
class Prompt:
    """One version of one prompt.

    Attributes:
        name: File name without its suffix, such as ``whole.v1``.
        text: The instructions, sent as they are: no template is ever expanded in them or in the article.
        sha256: Hash of the file.
    """

    name: str
    text: str
    sha256: str


@cache
def load_prompt(name: str) -> Prompt:
    """Reads a prompt that ships with the library."""
    packaged = resources.files("conflictsum") / "prompts"
    # in a checkout the folder stands beside the package; the wheel has it inside
    folder = packaged if packaged.is_dir() else Path(__file__).parents[1] / "prompts"
    data = (folder / f"{name}.md").read_bytes()
    return Prompt(name, data.decode(), hashlib.sha256(data).hexdigest())


def fenced(article: Article) -> str:
    """The article as data: numbered sentences between fence lines that cannot occur in it."""
    fence = f"=== article {article.info.sha256[:12]} ==="
    head = [f"Headline: {one_line(article.title)}"] if article.title else []
    head += [f"Published: {article.published:%A, %Y-%m-%d}"] if article.published else []
    lines: list[str] = []
    paragraph = None
    for sentence in article.sentences:
        if paragraph not in (None, sentence.paragraph):
            lines.append("")
        paragraph = sentence.paragraph
        lines.append(f"[{sentence.number}] {one_line(sentence.text)}")
    return "\n".join([*head, fence, *lines, fence])


def one_line(text: str) -> str:
    """A text with its line breaks and runs of spaces as single spaces."""
    return " ".join(text.split())
