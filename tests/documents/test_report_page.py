"""The report's page in a real browser, at the size of a phone and of a sheet of A4: it asks for nothing, runs over no
edge, every word of a picture is inside it, and on paper no picture is split."""

import base64
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from lcterm.core.report import report
from lcterm.documents.report_html import report_html
from tests.core.counting import at
from tests.documents.diaries import community, diary, sessions
from tests.serving.chromium import NAMES, Browser, Chromium, Page, found

pytestmark = pytest.mark.skipif(found() is None, reason=f"no browser here: none of {', '.join(NAMES)}, and no CHROME")

SIZES = {"phone": (360, 740), "A4": (794, 1123)}
HOSTILE = (
    "<script>document.title = 'run'</script>",
    "👩‍👩‍👧‍👦🎉 emoji 🏳️‍🌈",
    "جلسة للأقران في المدينة",
    "x" * 80,
    "長" * 40,
    '"><img src="https://example.org/x.png">',
)
LOADED = "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
OVERFLOW = "[document.documentElement.scrollWidth, innerWidth]"
TEXTS = """
[...document.querySelectorAll("svg text")].filter(one => {
  const box = one.getBBox(), view = one.ownerSVGElement.viewBox.baseVal;
  return box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height;
}).map(one => one.textContent)
"""
OVERLAPS = """
[...document.querySelectorAll("svg[role=img]")].flatMap(picture => {
  const boxes = [...picture.querySelectorAll("text")].map(one => [one.textContent, one.getBBox()]);
  return boxes.flatMap(([word, box], place) => boxes.slice(place + 1).filter(([, other]) =>
    box.x < other.x + other.width && other.x < box.x + box.width && Math.abs(box.y - other.y) < 5
  ).map(([after]) => [word, after]));
})
"""


@pytest_asyncio.fixture
async def chromium(browser: Browser) -> AsyncIterator[Chromium]:
    async with Chromium(browser) as running:
        yield running


def hostile_page() -> str:
    made = report(community(HOSTILE[3], HOSTILE), sessions(10, titles=HOSTILE), at(300))
    return report_html(made)


async def shown(page: Page, file: Path, size: tuple[int, int], scheme: str = "light") -> None:
    """The file in the browser, all tables folded out."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    await page.call("Emulation.setDeviceMetricsOverride", **metrics)
    await page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    await page.go(file.as_uri())
    await page.evaluate(LOADED)
    await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


async def test_it_asks_for_nothing_and_nothing_runs_over(tmp_path: Path, chromium: Chromium) -> None:
    pages = {f"{count}": report_html(diary(count, 14)) for count in (1, 2, 10, 500)} | {"hostile": hostile_page()}
    page = await chromium.page()
    for name, text in pages.items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        for size_name, size in SIZES.items():
            page.asked_for.clear()
            await shown(page, file, size)
            wide, room = await page.evaluate(OVERFLOW)
            assert wide <= room == size[0], (name, size_name)
            assert await page.evaluate(TEXTS) == [], (name, size_name)
            assert await page.evaluate(OVERLAPS) == [], (name, size_name)
            assert await page.evaluate("document.querySelectorAll('svg[role=img]').length") >= 3
            assert set(page.asked_for) == {file.as_uri()}, (name, size_name)
    assert await page.evaluate("document.title") != "run"
    assert page.complaints == []


async def test_dark_is_dark_and_paper_is_white(tmp_path: Path, chromium: Chromium) -> None:
    file = tmp_path / "page.html"
    file.write_text(report_html(diary(2)), encoding="utf-8")
    page, ground = await chromium.page(), "getComputedStyle(document.body).backgroundColor"
    await shown(page, file, SIZES["A4"], "dark")
    assert await page.evaluate(ground) == "rgb(20, 24, 27)"
    await page.call("Emulation.setEmulatedMedia", media="print", features=[])
    assert await page.evaluate(ground) == "rgb(255, 255, 255)"


async def test_on_paper_no_picture_is_split(tmp_path: Path, chromium: Chromium) -> None:
    file = tmp_path / "page.html"
    file.write_text(report_html(diary(10)), encoding="utf-8")
    page = await chromium.page()
    await shown(page, file, SIZES["A4"])
    await page.call("Emulation.setEmulatedMedia", media="print")
    kept = "[...document.querySelectorAll('figure')].map(one => getComputedStyle(one).breakInside)"
    assert await page.evaluate(kept) == ["avoid"] * 5
    printed = base64.b64decode((await page.call("Page.printToPDF", preferCSSPageSize=True))["data"])
    sheets = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {(595, 842)}, "A4, in points"
