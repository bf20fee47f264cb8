"""From files, pages and standard input to articles."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from conflictsum.errors import (
    ArticleEmptyError,
    ArticleEncodingError,
    ArticleNotFoundError,
    ArticleTooLargeError,
    MissingExtraError,
)
from conflictsum.reading import MAX_BYTES, read_article

TEXT = "\ufeffShelling resumes\r\n\r\nSchüsse fielen in Goma. “Enough,” said the mayor.\r\n"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Shelling resumes near Goma</title>
<meta property="article:published_time" content="2025-03-04T10:00:00Z"><meta property="og:site_name" content="Lake Post">
</head><body><nav>Home World Sport</nav><article><h1>Shelling resumes near Goma</h1>
<p>Shells fell on the northern edge of Goma on Monday, residents of the lakeside town said by telephone.</p>
<p>Nobody was hurt, the mayor said, but a school and two shops were damaged in the Majengo quarter of the town.</p>
</article><footer>Copyright 1999</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_keeps_its_text(tmp_path, encoding):
    """Byte order mark (UTF-8) and line ends stay, so that offsets hold in the file."""
    path = tmp_path / "a.txt"
    text = TEXT if encoding == "utf-8" else TEXT.removeprefix("\ufeff")
    path.write_bytes(text.encode(encoding))
    article = read_article(path, published=dt.date(2025, 3, 4), language="en")
    assert article.text == text
    assert (article.title, article.source) == ("Shelling resumes", str(path))
    assert (article.published, article.language) == (dt.date(2025, 3, 4), "en")


def test_standard_input(monkeypatch):
    """``-`` reads what is piped in."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    article = read_article("-")
    assert (article.text, article.source) == (TEXT, "standard input")


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", ArticleEmptyError, "is empty"),
        (b" \r\n\t ", ArticleEmptyError, "is empty"),
        (b"\x00\x01\x02 shells", ArticleEncodingError, "not a text file"),
        (b"%PDF-1.7 ...", ArticleEncodingError, "not a text file"),
        (b"\x01\x02\x03\x04 x", ArticleEncodingError, "not a text file"),
        ("Schüsse fielen in Goma".encode("cp1252"), ArticleEncodingError, r"not in UTF-8 \(byte 3\): convert it"),
        (b"\xff\xfea", ArticleEncodingError, "not in UTF-16"),
        (b"a" * (MAX_BYTES + 1), ArticleTooLargeError, "larger than 4 MB"),
        (b"<html><body><script>x()</script></body></html>", ArticleEmptyError, "no article text found"),
    ],
    ids=["empty", "blank", "nul", "pdf", "control", "cp1252", "half utf-16", "5 MB", "page without text"],
)
def test_unusable_files(tmp_path, data, error, message):
    """Each names the file and what to change, in one line that quotes nothing of it."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=message) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.source == str(path)
    assert caught.value.exit_code == 3


def test_missing_file_and_folder(tmp_path):
    """A path that leads nowhere, or to a folder, or cannot be a path, says so."""
    with pytest.raises(ArticleNotFoundError, match="no such file"):
        read_article(tmp_path / "nowhere.txt")
    with pytest.raises(ArticleNotFoundError, match="is a folder"):
        read_article(tmp_path)
    with pytest.raises(ArticleNotFoundError, match="cannot be read: embedded null"):
        read_article("a\0b")
    with pytest.raises(ArticleNotFoundError, match="cannot be read: File name too long"):
        read_article("x" * 5000)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "mkfifo"), reason="needs a device that always fails to read")
def test_an_unreadable_file():
    """A file that the system refuses to read says why."""
    with pytest.raises(ArticleNotFoundError, match="cannot be read"):
        read_article("/proc/self/mem")


def test_a_page_gives_text_and_metadata(tmp_path):
    """Of a web page the article text, its headline, site and the date in its metadata are read, not its furniture."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    article = read_article(path)
    assert article.title == "Shelling resumes near Goma"
    assert article.source == "Lake Post"
    assert article.published == dt.date(2025, 3, 4)
    assert "Shells fell on the northern edge" in article.text
    assert "Copyright" not in article.text
    assert "Sport" not in article.text
    assert article.sentences[-1].paragraph > article.sentences[-2].paragraph


def test_a_given_date_wins_over_the_page(tmp_path):
    """The caller's publication date is used where both are there."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    assert read_article(path, published=dt.date(2020, 1, 1)).published == dt.date(2020, 1, 1)


def test_a_date_in_the_text_of_a_page_is_no_publication_date(tmp_path):
    """Captions and copyright lines date nothing."""
    path = tmp_path / "page.html"
    meta = '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    page = PAGE.replace(meta, "").replace("Nobody was hurt", "Photo taken December 18, 2023. Nobody was hurt")
    path.write_text(page, encoding="utf-8")
    assert read_article(path).published is None


def test_a_page_without_the_extra(tmp_path, monkeypatch):
    """The error names the extra to install."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    with pytest.raises(MissingExtraError, match=r'pip install "conflictsum\[web\]"'):
        read_article(path)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        body = {"/page": PAGE.encode(), "/big": b"a" * (MAX_BYTES + 10), "/plain": TEXT.encode()}.get(self.path)
        self.send_response(200 if body else 404)
        self.end_headers()
        self.wfile.write(body or b"gone")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = HTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address(site):
    """A page is fetched, redirects followed; plain text works too."""
    assert read_article(f"{site}/moved").title == "Shelling resumes near Goma"
    assert read_article(f"{site}/plain").text == TEXT


def test_addresses_that_fail(site):
    """A missing page, a server that is not there, a broken address and a page without end each say so."""
    with pytest.raises(ArticleNotFoundError, match="answers 404: check the address"):
        read_article(f"{site}/nothing")
    with pytest.raises(ArticleNotFoundError, match="cannot be fetched"):
        read_article("http://127.0.0.1:9/page")
    with pytest.raises(ArticleNotFoundError, match="cannot be fetched"):
        read_article("http://[broken/page")
    with pytest.raises(ArticleTooLargeError):
        read_article(f"{site}/big")
