"""The error tree. Every error says what to change and never prints the article or a key.

ConflictSumError
├─ ArticleError               the article cannot be used                         exit code 3
│  ├─ ArticleNotFoundError       no such file, or it cannot be read
│  ├─ ArticleEmptyError          nothing but white space
│  ├─ ArticleEncodingError       binary, or not in a readable encoding
│  └─ ArticleTooLargeError       larger than the limit
├─ SetupError                 something is missing on this machine               exit code 4
│  ├─ NoModelError               no model chosen and none to be found
│  ├─ MissingKeyError            the model needs an API key
│  ├─ MissingExtraError          an optional dependency is not installed
│  └─ WeightsError               the embedded model's file is missing, damaged or cannot be written
└─ ModelError                 the model or its server failed                     exit code 5
   ├─ AuthenticationError        the server rejects the key
   ├─ UnknownModelError          the server does not know the model
   ├─ RateLimitedError           too many requests, or no quota left
   ├─ ServerError                down, too slow, or answering something that is no answer
   │  └─ ServerTimeoutError         no answer within the time limit
   ├─ RequestRejectedError       the server refuses the request as malformed or too long
   ├─ RefusalError               the model declines
   ├─ ContentFilteredError       a content filter stopped the answer
   ├─ TruncatedAnswerError       the answer was cut off at the token limit
   └─ InvalidAnswerError         the answer does not fit the schema, after all repeats
"""

from __future__ import annotations

from typing import ClassVar

from conflictsum.schema import Usage


class ConflictSumError(Exception):
    """Base of all errors of this library.

    Attributes:
        exit_code: What the command line exits with.
        usage: What was spent before the error, zero where no model was asked.
        source: The article it concerns (path, address or title), where known.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, usage: Usage | None = None, source: str | None = None) -> None:
        super().__init__(message)
        self.usage = usage or Usage()
        self.source = source


class ArticleError(ConflictSumError):
    """The article cannot be used."""

    exit_code = 3


class ArticleNotFoundError(ArticleError):
    """There is no such file, or it cannot be read."""


class ArticleEmptyError(ArticleError):
    """The article holds nothing but white space."""


class ArticleEncodingError(ArticleError):
    """The file is binary or not in a readable encoding."""


class ArticleTooLargeError(ArticleError):
    """The article is larger than the limit."""


class SetupError(ConflictSumError):
    """Something is missing on this machine."""

    exit_code = 4


class NoModelError(SetupError):
    """No model was chosen and none was found."""


class MissingKeyError(SetupError):
    """The model needs an API key and none is set."""


class MissingExtraError(SetupError):
    """An optional dependency is not installed."""


class WeightsError(SetupError):
    """The embedded model's file is missing, damaged or cannot be written."""


class ModelError(ConflictSumError):
    """The model or its server failed."""

    exit_code = 5


class AuthenticationError(ModelError):
    """The server rejects the API key."""


class UnknownModelError(ModelError):
    """The server does not know the model."""


class RateLimitedError(ModelError):
    """Too many requests, or no quota left."""


class ServerError(ModelError):
    """The server is down, too slow, or answers something that is no answer."""


class ServerTimeoutError(ServerError):
    """No answer within the time limit."""


class RequestRejectedError(ModelError):
    """The server refuses the request as malformed or too long."""


class RefusalError(ModelError):
    """The model declines to answer."""


class ContentFilteredError(ModelError):
    """A content filter stopped the answer."""


class TruncatedAnswerError(ModelError):
    """The answer was cut off at the token limit."""


class InvalidAnswerError(ModelError):
    """The answer does not fit the schema, after all repeats."""
