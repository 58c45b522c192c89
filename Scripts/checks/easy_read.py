"""Holds an Easy Read document, made in a folder as HTML and PDF, against the rules of Easy Read.

The rules: Department of Health, Making written information easier to understand for people with learning disabilities (2010),
and gov.uk's list for Easy Read: at most 24 pages, at most 15 words a sentence, large letters, a picture for each idea, good
contrast; and ours: the eight main facts first, no percentages, no judgement, the same words on paper as on the screen.
"""

import argparse
import re
import subprocess
import sys

sys.path.pop(0)  # html.py beside this file is not Python's own
from html.parser import HTMLParser  # noqa: E402
from pathlib import Path  # noqa: E402

PAGES, WORDS, POINTS, FACTS, CONTRAST = 24, 15, 16.0, 8, 4.5
JUDGEMENTS = re.compile(
    r"\b(good news|bad news|sadly|luckily|happily|unfortunately|great|excellent|well done|we are pleased|we are proud"
    r"|working well|not working|too low|too high)\b", re.IGNORECASE)
UNCHECKED = "Not yet checked by people with a learning disability."
VOID = {"meta", "br", "img", "hr", "input", "link", "path", "rect", "circle"}


class Page(HTMLParser):
    """The texts of a page's main part, each with its element, the heading above it and whether a picture stands beside it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: list[dict] = []
        self.heading = ""
        self.pictures = 0
        self.feed(html)

    @property
    def reads(self) -> bool:
        """Whether this is a part of the booklet, not of the list of its contents."""
        return self.inside("main") and not self.inside("nav")

    def inside(self, name: str) -> bool:
        return any(name in (tag, *kind.split()) for tag, kind in self.open)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        kind = dict(attributes).get("class") or ""
        if tag == "br" and self.texts:
            self.texts[-1]["text"] += "\n"
        if tag in VOID:
            return
        self.open.append((tag, kind))
        if kind == "picture":
            self.pictures += 1
        if self.reads and tag in ("p", "h1", "h2", "h3", "li") and not self.inside("picture"):
            self.texts.append({"tag": tag, "text": "", "heading": self.heading, "row": self.inside("picture-row"),
                               "counted": False, "front": self.inside("kicker") or self.inside("lead")})
        if kind == "counted" and self.texts:
            self.texts[-1]["counted"] = True

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag == "h2" and self.texts:
            self.heading = self.texts[-1]["text"].strip()

    def handle_data(self, data: str) -> None:
        drawn = self.inside("picture") or self.inside("counted")
        if self.reads and self.texts and not drawn and any(
                tag in ("p", "h1", "h2", "h3", "li") for tag, _ in self.open):
            self.texts[-1]["text"] += data


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line ends one."""
    return [part.strip() for line in text.split("\n") for part in re.split(r"(?<=[.!?])[”’)]*\s+", line) if part.strip()]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'.@-][^\W_]+)*", text)


def page_faults(page: Page) -> list[str]:
    found = []
    for text in page.texts:
        for sentence in sentences(text["text"]):
            count = len(words(sentence))
            if count > WORDS:
                found.append(f"'{sentence}' has {count} words, at most {WORDS} are allowed")
            if "%" in sentence:
                found.append(f"'{sentence}' has a percentage")
            if judged := JUDGEMENTS.search(sentence):
                found.append(f"'{sentence}' judges: '{judged.group()}'")
        if text["tag"] in ("p", "li") and not text["row"] and not text["front"]:
            found.append(f"'{text['text']}' has no picture")
    rows = sum(text["row"] for text in page.texts)
    if page.pictures < rows:
        found.append(f"{rows} ideas have {page.pictures} pictures")
    headings = [text["text"] for text in page.texts if text["tag"] == "h2"]
    facts = sum(text["counted"] and "said this" in text["text"] and text["heading"] == headings[0] for text in page.texts)
    if facts != FACTS:
        found.append(f"{facts} main facts stand first, expected {FACTS}")
    for wanted in ("What happens next", "Who to call", "Hard words", "Who checked this"):
        if wanted not in headings:
            found.append(f"there is no '{wanted}'")
    if headings and headings[-1] != "Who checked this":
        found.append("who checked it does not stand last")
    return found


def luminance(color: tuple[float, float, float]) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple, other: tuple) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def drawn_text(pdf: Path) -> tuple[set[float], set[tuple]]:
    """The sizes and the colours of all text in a PDF, from its content streams."""
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], check=True, stdout=subprocess.PIPE).stdout
    sizes, colors = set(), set()
    for stream in re.findall(rb"stream\n(.*?)endstream", plain, re.DOTALL):
        if b"Tj" not in stream and b"TJ" not in stream:
            continue
        color = (0.0, 0.0, 0.0)
        scale = size = 1.0
        for line in stream.decode("latin-1").split("\n"):
            if match := re.search(r"([\d.]+) ([\d.]+) ([\d.]+) rg$", line):
                color = tuple(float(part) for part in match.groups())
            if match := re.match(r"(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) \S+ \S+ Tm", line):
                scale = abs(float(match.group(4)))
            if match := re.search(r"/\S+ ([\d.]+) Tf", line):
                size = float(match.group(1))
            if line.endswith(("Tj", "TJ")):
                sizes.add(scale * size)
                colors.add(color)
    return sizes, colors


def paper_faults(pdf: Path, page: Page) -> list[str]:
    found = []
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    count = int(re.search(r"Pages:\s+(\d+)", info).group(1))
    if count > PAGES:
        found.append(f"it has {count} pages, at most {PAGES} are allowed")
    sizes, colors = drawn_text(pdf)
    if not sizes or min(sizes) < POINTS:
        found.append(f"its smallest letters have {min(sizes, default=0)} points, expected at least {POINTS}")
    for color in colors:
        # White letters stand on the band of the main colour alone.
        ground = (0x12 / 255, 0x43 / 255, 0x6D / 255) if color == (1.0, 1.0, 1.0) else (0xEA / 255, 0xF1 / 255, 0xF7 / 255)
        if contrast(color, ground) < CONTRAST:
            found.append(f"letters of the colour {color} have a contrast of {contrast(color, ground):.1f}")
    spoken = subprocess.run(["pdfinfo", "-struct-text", pdf], check=True, capture_output=True, text=True).stdout
    said = " ".join(" ".join(re.findall(r'^\s*"(.*)"$', spoken, re.MULTILINE)).split())
    # A link is a piece of its own: what follows it begins anew.
    said = re.sub(r" ([.,?!”])", r"\1", said)
    place = 0
    for text in page.texts:
        wanted = " ".join(text["text"].split())
        at = said.find(wanted, place)
        if at < 0:
            found.append(f"'{wanted}' is on the screen and not, in its place, in the structure of the PDF")
        else:
            place = at + len(wanted)
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    flat = [" ".join(text.split()) for text in pages]
    if any("have not checked" in text for text in flat):
        for number, text in enumerate(flat, 1):
            if UNCHECKED not in text:
                found.append(f"page {number} does not say that nobody has checked it")
    if "Who checked this" not in flat[-1]:
        found.append("who checked it does not stand on the last page")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path, nargs="+", help="paths without ending, such as Output/x/easy-read")
    count = 0
    arguments = parser.parse_args()
    for document in arguments.documents:
        page = Page(document.with_suffix(".html").read_text())
        for fault in page_faults(page) + paper_faults(document.with_suffix(".pdf"), page):
            print(f"{document}: {fault}", file=sys.stderr)
            count += 1
    print(f"Easy Read: {len(arguments.documents)} documents, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
