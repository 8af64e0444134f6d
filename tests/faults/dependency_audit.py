"""Known holes in what lcterm stands on, asked of the public list of them. Needs the network, so it is no ordinary test.

Run from the checkout, with pip-audit installed beside lcterm: pytest tests/faults/dependency_audit.py
"""

import importlib.util
import json
import subprocess
import sys
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement

EXTRAS = ("serve", "hub", "seal")


def names() -> set[str]:
    """What lcterm itself asks for, its extras included."""
    wanted = [Requirement(one) for one in requires("lcterm") or ()]
    every = [{}, *({"extra": extra} for extra in EXTRAS)]
    return {one.name for one in wanted if any(one.marker is None or one.marker.evaluate(extra) for extra in every)}


def test_no_dependency_has_a_known_hole() -> None:
    if importlib.util.find_spec("pip_audit") is None:
        pytest.skip("pip-audit is not installed: pip install pip-audit")
    ran = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", "--format", "json", "--local"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    try:
        audited = json.loads(ran.stdout)["dependencies"]
    except ValueError:
        pytest.skip(f"pip-audit could not reach its data: {ran.stderr[-300:]}")
    looked_at = {one["name"] for one in audited if "vulns" in one}
    if not looked_at & names():
        pytest.skip("pip-audit could not reach its data: it knows nothing of any of these packages")
    assert {one["name"]: one["vulns"] for one in audited if one.get("vulns")} == {}
