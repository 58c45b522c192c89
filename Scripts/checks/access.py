"""Opens pages in headless Chromium as people set it, and checks them with axe-core.

A page must have no violation of any rule of axe (best practice and target size too), with every <details> open, and must not
scroll sideways: on a wide screen, at a zoom of 400 % (1280 pixels become 320, each four screen pixels wide), and in dark mode where
a page has one. With text twice as large, and with the spacing of WCAG 1.4.12, no words may be cut off and nothing may
scroll sideways; nor in print. In forced colours a focus must stay visible. By keyboard, the first stop is a link that skips to the text,
each stop shows where it is, and what scrolls can be reached and has a name.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

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


# The text spacing that a page must bear (WCAG 2.2, 1.4.12).
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""

# Only the text twice as large, as browsers do it that zoom text alone: every size of letters set on the page.
LARGER = """() => {
    const sizes = [...document.querySelectorAll('body *:not(svg *)')].map(it => [it, parseFloat(getComputedStyle(it).fontSize)])
    for (const [element, size] of sizes) element.style.fontSize = 2 * size + 'px'
}"""

# Elements whose words do not fit into them and are cut off.
CUT = """() => [...document.querySelectorAll('body *:not(svg *)')].filter(it => {
    const style = getComputedStyle(it)
    if (it.closest('.spoken, .skip, svg, [aria-hidden=true]') || !it.innerText || !it.clientHeight) return false
    const across = style.overflowX === 'hidden' || style.overflowX === 'clip'
    const down = style.overflowY === 'hidden' || style.overflowY === 'clip'
    return across && it.scrollWidth > it.clientWidth + 1 || down && it.scrollHeight > it.clientHeight + 1
}).map(it => it.tagName.toLowerCase() + '.' + it.className).slice(0, 5)"""

# What scrolls by itself and cannot be reached by keyboard, or has no name.
SCROLLERS = """() => [...document.querySelectorAll('body *')].filter(it =>
    ['auto', 'scroll'].includes(getComputedStyle(it).overflowX) && it.scrollWidth > it.clientWidth + 1
    && !(it.tabIndex === 0 && (it.getAttribute('aria-label') || it.getAttribute('aria-labelledby')))
).map(it => it.tagName.toLowerCase() + '.' + it.className).slice(0, 5)"""

# Whether the element in focus shows it: an outline or a shadow, within the screen.
FOCUS = """() => {
    const it = document.activeElement
    if (!it || it === document.body) return null
    const style = getComputedStyle(it)
    const box = it.getBoundingClientRect()
    const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none'
    const within = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width > 1
    return { name: it.tagName.toLowerCase() + '.' + it.className + ' ' + (it.textContent || '').trim().slice(0, 30),
        shown, within, href: it.getAttribute('href') }
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


def seen(page: Page, axe: Axe) -> list[str]:
    """What axe finds, and whether the page scrolls sideways, with what folds away shut and open."""
    here = overflow(page)
    page.evaluate(OPEN_DETAILS)
    return here + overflow(page) + violations(page, axe)


def cut(page: Page) -> list[str]:
    words = page.evaluate(CUT)
    return overflow(page) + ([f"cuts off words: {', '.join(words)}"] if words else [])


def by_keyboard(page: Page, stops: int = 40) -> list[str]:
    """What is wrong with the way through the page by the Tab key."""
    found = []
    for stop in range(stops):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here is None:
            break
        if stop == 0:
            target = here["href"] or ""
            if not target.startswith("#") or not page.evaluate("id => !!document.getElementById(id)", target[1:]):
                found.append(f"the first stop of the Tab key is no link that skips to the text: {here['name']}")
        if not here["shown"]:
            found.append(f"the focus cannot be seen: {here['name']}")
        if not here["within"]:
            found.append(f"the focus is not on the screen: {here['name']}")
    scrollers = page.evaluate(SCROLLERS)
    return found + [f"scrolls, and cannot be reached by keyboard or has no name: {name}" for name in scrollers]


def faults(browser: Browser, axe: Axe, file: Path) -> list[str]:
    """All that is wrong with one file, however it is looked at."""
    address = file.resolve().as_uri()
    found = []

    def look(how: str, check: Callable[[Page], list[str]], width: int, **settings) -> None:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        page = context.new_page()
        page.goto(address)
        found.extend(f"{file} {how}: {fault}" for fault in dict.fromkeys(check(page)))
        context.close()

    def larger(page: Page) -> list[str]:
        page.evaluate(OPEN_DETAILS)
        page.evaluate(LARGER)
        return cut(page)

    def spaced(page: Page) -> list[str]:
        page.add_style_tag(content=SPACING)
        page.evaluate(OPEN_DETAILS)
        return cut(page)

    def printed(page: Page) -> list[str]:
        page.emulate_media(media="print")
        return cut(page)

    look("at 1280 px", lambda page: seen(page, axe) + by_keyboard(page), 1280)
    look("at a zoom of 400 %", lambda page: seen(page, axe) + by_keyboard(page, 12), 320, device_scale_factor=4)
    if "prefers-color-scheme" in file.read_text(encoding="utf-8"):
        look("in dark mode", lambda page: violations(page, axe), 1280, color_scheme="dark")
    look("in forced colours", lambda page: by_keyboard(page, 12), 1280, forced_colors="active")
    look("with text twice as large", larger, 1280)
    look("with wide text spacing", spaced, 1280)
    look("with wide text spacing at 320 px", spaced, 320)
    # A4 between the margins that our style sheets set.
    look("in print", printed, 627)
    return found


def checked(files: list[Path], program: str) -> list[str]:
    """All that is wrong with some files, in a browser of their own."""
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which containers run as; the pages are our own.
        arguments = ["--no-sandbox", "--disable-smooth-scrolling"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        axe = Axe()
        return [fault for file in files for fault in faults(browser, axe, file)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--browser", default=shutil.which("chromium"), help="the browser (default: chromium)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="browsers side by side (default: one a core)")
    arguments = parser.parse_args()
    missing = [page for page in arguments.pages if not page.is_file()]
    for page in missing:
        print(f"{page}: there is no such page", file=sys.stderr)
    if missing:
        return 1
    with ProcessPoolExecutor(arguments.jobs) as workers:
        # Long pages and short ones in turn, so that each worker gets as much to do.
        shares = [arguments.pages[first :: arguments.jobs] for first in range(arguments.jobs)]
        found = [fault for share in workers.map(checked, shares, repeat(arguments.browser)) for fault in share]
    for fault in found:
        print(fault, file=sys.stderr)
    count = len(found)
    print(f"Accessibility: {len(arguments.pages)} pages, each looked at in 7 ways, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
