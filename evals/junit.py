"""The gate's verdict as JUnit XML, which CI systems know how to show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from evals.gate import Judgement, counts
from evals.recordings import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from evals.gate import Metric

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(path: Path, judgement: Judgement) -> None:
    """Writes one test case for each metric and each article; what cannot be measured is an error.

    Raises:
        RunError: The file cannot be written.
    """
    root = ET.Element("testsuites", name="evals gate")
    if judgement.obstacles:
        suite = _suite(root, "gate", len(judgement.obstacles), errors=len(judgement.obstacles))
        for number, obstacle in enumerate(judgement.obstacles, start=1):
            _add(suite, f"obstacle {number}", error=(obstacle, ""))
    suite = _suite(root, "metrics", len(judgement.metrics), failures=len(judgement.regressions))
    for metric in judgement.metrics:
        message = f"F1 {100 * metric.before.f1:.1f} -> {100 * metric.after.f1:.1f}"
        _add(suite, metric.name, failure=(message, _details(metric)) if metric.regressed else None)
    worse = judgement.worse_cases
    cases = [case.case for case in judgement.score.cases] if judgement.score and judgement.metrics else []
    suite = _suite(root, "articles", len(cases), failures=len(worse))
    for case in cases:
        _add(suite, case, failure=(f"worse: {', '.join(worse[case])}", "") if case in worse else None)
    ET.indent(root)
    write_whole(path, ET.tostring(root, encoding="utf-8", xml_declaration=True).decode() + "\n")


def _details(metric: Metric) -> str:
    return f"before: {counts(metric.before)}\nnow: {counts(metric.after)}\nworse in: {', '.join(metric.worse) or '-'}"


def _suite(root: ET.Element, name: str, tests: int, *, failures: int = 0, errors: int = 0) -> ET.Element:
    return ET.SubElement(
        root, "testsuite", name=name, tests=str(tests), failures=str(failures), errors=str(errors), skipped="0"
    )


def _add(suite: ET.Element, name: str, **faults: tuple[str, str] | None) -> None:
    """Adds a test case; faults are ``failure`` or ``error``, each with a message and details."""
    case = ET.SubElement(suite, "testcase", classname=f"evals.{suite.get('name')}", name=name)
    for kind, fault in faults.items():
        if fault:
            message, details = (_NOT_IN_XML.sub("?", text) for text in fault)
            ET.SubElement(case, kind, message=message).text = details
