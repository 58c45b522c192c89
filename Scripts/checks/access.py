"""Opens pages in headless Chromium, wide and narrow, and checks them with axe-core.

A page must have no violation of any rule of axe (best practice and target size too), with every
<details> open, and must not scroll sideways.
"""

import argparse
import shutil
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

WIDTHS = (1280, 320)
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

OPEN_DETAILS = "document.querySelectorAll('details').forEach(details => { details.open = true })"

# By how many pixels the page is too wide, and which elements stick out that no ancestor clips or scrolls.
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth
    const clips = element => {
        for (let it = element.parentElement; it && it !== document.body; it = it.parentElement)
            if (getComputedStyle(it).overflowX !== 'visible') return true
        return false
    }
    const named = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
        + (element.getAttribute('class') ? '.' + element.getAttribute('class').trim().split(/\\s+/).join('.') : '')
    const wide = [...document.body.querySelectorAll('*')]
        .filter(element => element.getBoundingClientRect().right > width + 0.5 && !clips(element))
    return { by: document.documentElement.scrollWidth - width, elements: [...new Set(wide.map(named))].slice(0, 5) }
}"""


def violations(page: Page, axe: Axe) -> list[str]:
    """What axe finds, one text a rule and element."""
    found = []
    for violation in axe.run(page, options=OPTIONS).response["violations"]:
        for node in violation["nodes"]:
            why = " ".join(node.get("failureSummary", "").split())
            found.append(f"{violation['id']} ({violation['impact']}): {node['target'][-1]}\n    {why}")
    return found


def overflow(page: Page) -> list[str]:
    """Whether the page can be scrolled sideways, and what sticks out."""
    found = page.evaluate(OVERFLOW)
    if found["by"] <= 0:
        return []
    return [f"scrolls sideways by {found['by']} px: {', '.join(found['elements']) or 'no element found'}"]


def faults(page: Page, axe: Axe, file: Path) -> list[str]:
    """All that is wrong with one file, at every width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(file.resolve().as_uri())
        here = overflow(page)
        page.evaluate(OPEN_DETAILS)
        here += overflow(page) + violations(page, axe)
        found += [f"{file} at {width} px: {fault}" for fault in dict.fromkeys(here)]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--browser", default=shutil.which("chromium"), help="the browser (default: chromium)")
    arguments = parser.parse_args()
    missing = [page for page in arguments.pages if not page.is_file()]
    for page in missing:
        print(f"{page}: there is no such page", file=sys.stderr)
    if missing:
        return 1
    count = 0
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which containers run as; the pages are our own.
        browser = playwright.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
        axe, page = Axe(), browser.new_page()
        for file in arguments.pages:
            for fault in faults(page, axe, file):
                print(fault, file=sys.stderr)
                count += 1
        browser.close()
    print(f"Accessibility: {len(arguments.pages)} pages at {' and '.join(map(str, WIDTHS))} px, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
