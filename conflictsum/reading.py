"""From a file, a web page or standard input to an Article."""

from __future__ import annotations

import codecs
import datetime as dt
import re
import sys
from pathlib import Path
from typing import Any

from conflictsum.article import Article
from conflictsum.errors import (
    ArticleEmptyError,
    ArticleEncodingError,
    ArticleNotFoundError,
    ArticleTooLargeError,
    MissingExtraError,
)

MAX_BYTES = 4_000_000
FETCH_SECONDS = 20.0

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_article(
    location: str | Path,
    *,
    published: dt.date | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Article:
    """Reads one article.

    Args:
        location: Path of a text or HTML file, an ``http(s)://`` address, or ``-`` for standard input. Web pages need
            the ``web`` extra.
        published: Publication date. For a web page, the date in its metadata is used where none is given.
        title: Headline, where the recognised one is wrong.
        language: ISO 639-1 code, where known.

    Raises:
        ArticleNotFoundError: When the file or page is not there or cannot be read.
        ArticleEncodingError: When it is binary or in an unknown encoding; text is expected in UTF-8 (or UTF-16 with a
            byte order mark).
        ArticleTooLargeError: When it has more than 4 MB.
        ArticleEmptyError: When no text is in it.
        MissingExtraError: When a web page is given and the ``web`` extra is not installed.
    """
    name = str(location)
    if re.match(r"https?://", name, re.IGNORECASE):
        data = _fetch(name)
    elif name == "-":
        name, data = "standard input", sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        data = _read_file(Path(location))
    if len(data) > MAX_BYTES:
        raise ArticleTooLargeError(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB: give one article at a time", source=name
        )
    if _HTML.match(data):
        return _from_html(data, name, published=published, title=title, language=language)
    return Article(_decode(data, name), title=title, source=name, published=published, language=language)


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ArticleNotFoundError(f"{path} is a folder: name the files in it", source=str(path))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ArticleNotFoundError(f"{path}: no such file", source=str(path)) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ArticleNotFoundError(f"{path} cannot be read: {why}", source=str(path)) from error


def _decode(data: bytes, name: str) -> str:
    """The text, byte order mark kept: offsets must hold in the file as other programs read it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding = "utf-8"
        if b"\x00" in data or data.startswith(b"%PDF-"):
            raise ArticleEncodingError(f"{name} is not a text file: save the article as plain text", source=name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleEncodingError(
            f"{name} is not in {encoding.upper()} (byte {error.start}): convert it, for example with "
            "iconv -f WINDOWS-1252 -t UTF-8",
            source=name,
        ) from None  # the cause would carry the whole article
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise ArticleEncodingError(f"{name} is not a text file: save the article as plain text", source=name)
    return text


def _fetch(url: str) -> bytes:
    import httpx2  # noqa: PLC0415  only web pages need it, and it takes a while to import

    data = bytearray()
    try:
        with httpx2.stream("GET", url, timeout=FETCH_SECONDS, follow_redirects=True) as response:
            if response.status_code >= 400:  # noqa: PLR2004
                raise ArticleNotFoundError(f"{url} answers {response.status_code}: check the address", source=url)
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MAX_BYTES:
                    break
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        why = "no answer in time" if isinstance(error, httpx2.TimeoutException) else str(error)
        raise ArticleNotFoundError(f"{url} cannot be fetched: {why}", source=url) from error
    return bytes(data)


def _from_html(
    data: bytes, name: str, *, published: dt.date | None, title: str | None, language: str | None
) -> Article:
    try:
        import trafilatura  # noqa: PLC0415  an extra
    except ImportError as error:
        raise MissingExtraError(
            f'{name} is a web page, and reading those needs an extra: pip install "conflictsum[web]"', source=name
        ) from error
    page: Any = trafilatura.bare_extraction(
        data,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # metadata only: a date somewhere in the text is no publication date
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or not page.text:
        raise ArticleEmptyError(f"no article text found in {name}: save the text itself and give that", source=name)
    if published is None and page.date:
        published = dt.date.fromisoformat(page.date)
    return Article(
        page.text.replace("\n", "\n\n"),
        title=title or page.title or None,
        source=page.sitename or name,
        published=published,
        language=language or page.language or None,
    )
