"""News articles about armed conflict as data that point at their words.

>>> from conflictsum import summarize
>>> summary = summarize(text, published="2024-01-24")  # doctest: +SKIP
>>> summary.strikes[0].perpetrator.name, summary.strikes[0].evidence[0].text  # doctest: +SKIP
"""

from __future__ import annotations

from conflictsum.api import asummarize, asummarize_many, summarize, summarize_many
from conflictsum.article import Article, Sentence
from conflictsum.config import Config
from conflictsum.errors import (
    ArticleEmptyError,
    ArticleEncodingError,
    ArticleError,
    ArticleNotFoundError,
    ArticleTooLargeError,
    AuthenticationError,
    ConflictSumError,
    ContentFilteredError,
    InvalidAnswerError,
    MissingExtraError,
    MissingKeyError,
    ModelError,
    NoModelError,
    RateLimitedError,
    RefusalError,
    RequestRejectedError,
    ServerError,
    ServerTimeoutError,
    SetupError,
    TruncatedAnswerError,
    UnknownModelError,
    WeightsError,
)
from conflictsum.progress import Progress
from conflictsum.reading import read_article
from conflictsum.schema import (
    Actor,
    Aggregate,
    ArticleInfo,
    Attack,
    CasualtyReport,
    ConflictSummary,
    Count,
    Dropped,
    Evidence,
    Place,
    PoliticalStatement,
    Provenance,
    Quote,
    Strike,
    Usage,
    When,
)
from conflictsum.summarizer import Summarizer
from conflictsum.version import __version__

__all__ = [
    "Actor",
    "Aggregate",
    "Article",
    "ArticleEmptyError",
    "ArticleEncodingError",
    "ArticleError",
    "ArticleInfo",
    "ArticleNotFoundError",
    "ArticleTooLargeError",
    "Attack",
    "AuthenticationError",
    "CasualtyReport",
    "Config",
    "ConflictSumError",
    "ConflictSummary",
    "ContentFilteredError",
    "Count",
    "Dropped",
    "Evidence",
    "InvalidAnswerError",
    "MissingExtraError",
    "MissingKeyError",
    "ModelError",
    "NoModelError",
    "Place",
    "PoliticalStatement",
    "Progress",
    "Provenance",
    "Quote",
    "RateLimitedError",
    "RefusalError",
    "RequestRejectedError",
    "Sentence",
    "ServerError",
    "ServerTimeoutError",
    "SetupError",
    "Strike",
    "Summarizer",
    "TruncatedAnswerError",
    "UnknownModelError",
    "Usage",
    "WeightsError",
    "When",
    "__version__",
    "asummarize",
    "asummarize_many",
    "read_article",
    "summarize",
    "summarize_many",
]
