"""Checks that an infographic says the same numbers in its picture, its words and its data.

    infographics.py FOLDER=REPORT…

FOLDER is what `poet infographic` wrote, REPORT what `poet render` wrote of the same report. Of every size:

- the SVG shows the same percentages as the text versions (HTML and Markdown), as often;
- every one of them is a share in the report's results.json, written with the same decimals;
- a row that has a question's own label has that question's share;
- the alternative is the same in the SVG and in the file to copy from; it and the post say no other percentages;
- bars are as long as their numbers say, and of ten people as many are filled as the share rounds to.
"""

import sys

# The standard library is meant below, not checks of the same names beside this file.
del sys.path[0]

import argparse
import html
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
PERCENTAGE = re.compile(r"\d+(?:\.\d+)?(?=%)")
# How far a bar may be from its number, in percentage points: the SVG has two decimals of a point.
TOLERANCE = 0.1
# No bar is thinner than this, in points, however small its share.
THINNEST = 1.5


class Published:
    """The positive shares of results.json, as they are written there."""

    def __init__(self, report: Path) -> None:
        data = json.loads((report / "results.json").read_text(encoding="utf-8"), parse_float=str, parse_int=str)
        self.shares: set[str] = set()
        own: dict[str, str] = {}
        for results in data["results"]:
            for table in results["published"]["tables"]:
                share = table.get("positive", {})
                share = share.get("share") if isinstance(share, dict) else None
                if share is None:
                    continue
                self.shares.add(share)
                if results["role"] == "this" and "group" not in table:
                    own[table["question"]] = share
        self.labelled: dict[str, set[str]] = {}
        for instrument in data["instruments"]:
            for question in instrument["questions"]:
                if question["id"] in own:
                    self.labelled.setdefault(question["label"], set()).add(own[question["id"]])


class Drawing:
    """What an SVG shows."""

    def __init__(self, file: Path) -> None:
        root = ElementTree.parse(file).getroot()
        self.alternative = root.findtext(f"{SVG}desc") or ""
        self.nodes = [node for node in root if node.tag not in (f"{SVG}title", f"{SVG}desc", f"{SVG}style")]
        words = ""
        for node in self.nodes:
            if node.tag == f"{SVG}text":
                text = "".join(node.itertext())
                words += text if text == "%" else " " + text
        self.words = words

    def bars(self) -> list[tuple[float, float, float | None, float]]:
        """The left edge, the length, the length of 100% where it is drawn, and the percentage of every bar."""
        found = []
        rects: list[dict[str, str]] = []
        for node in self.nodes:
            if node.tag == f"{SVG}rect" and "rx" not in node.attrib and "x" in node.attrib:
                rects.append(dict(node.attrib))
                continue
            if node.tag == f"{SVG}text":
                text = "".join(node.itertext())
                if rects and re.fullmatch(r"[\d.]+%", text):
                    bar = rects[-1]
                    track = rects[-2] if len(rects) > 1 else None
                    is_track = track is not None and all(track[key] == bar[key] for key in ("x", "y", "height"))
                    whole = float(track["width"]) if track and is_track else None
                    found.append((float(bar["x"]), float(bar["width"]), whole, float(text[:-1])))
            rects = []
        return found

    def people(self) -> list[int]:
        """How many are filled of every ten people: a circle, and a body that begins below its middle."""
        filled = []
        for head, body in zip(self.nodes, self.nodes[1:]):
            if head.tag == f"{SVG}circle" and body.tag == f"{SVG}path":
                if body.attrib["d"].startswith(f"M{head.attrib['cx']} ") and head.attrib["fill"] == body.attrib["fill"]:
                    filled.append(head.attrib["fill"] != "none")
        return [sum(filled[start : start + 10]) for start in range(0, len(filled), 10)]


def numbers(text: str) -> Counter[str]:
    return Counter(PERCENTAGE.findall(text))


def faults(name: Path, published: Published) -> list[str]:
    """What does not agree in the files of one size."""
    found = []
    drawing = Drawing(name.with_suffix(".svg"))
    shown = numbers(drawing.words)
    page = name.with_suffix(".html").read_text(encoding="utf-8")
    body = html.unescape(re.sub(r"<[^>]+>", " ", page.split("<body>")[1]))
    markdown = name.with_suffix(".md").read_text(encoding="utf-8")
    for kind, words in [("HTML", body), ("Markdown", markdown)]:
        said = numbers(words)
        if said != shown:
            found.append(f"the {kind} says {sorted((said - shown).elements())} that the picture does not, and leaves out "
                         f"{sorted((shown - said).elements())}")
    for number in sorted(set(shown) - published.shares):
        found.append(f"{number}% is no share of results.json")
    for label, value in re.findall(r'<tr><th scope="row">(.*?)</th><td>([\d.]+)%</td></tr>', page):
        shares = published.labelled.get(html.unescape(label))
        if shares is not None and value not in shares:
            found.append(f"'{html.unescape(label)}' has {value}%, in results.json {', '.join(sorted(shares))}")

    captions = name.with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
    alternative, post = captions[2], captions[4].strip()
    if alternative != drawing.alternative:
        found.append("the alternative to copy is not that of the SVG")
    for kind, words in [("alternative", alternative), ("post", post)]:
        other = sorted(set(numbers(words)) - set(shown))
        if other:
            found.append(f"the {kind} says {other}, the picture does not")

    free: dict[float, list[tuple[float, float]]] = {}
    for x, length, whole, share in drawing.bars():
        if whole is None:
            free.setdefault(x, []).append((length, share))
        elif abs(length - max(whole * share / 100, THINNEST)) > whole * TOLERANCE / 100:
            found.append(f"a bar of {share}% is {length / whole * 100:.1f}% of its track")
    for bars in free.values():
        whole = max(length / share * 100 for length, share in bars)
        for length, share in bars:
            if abs(length - whole * share / 100) > whole * TOLERANCE / 100:
                found.append(f"a bar of {share}% is {length:.1f} long where 100% is {whole:.1f}")

    people = drawing.people()
    said = [int(count) for count in re.findall(r"^Picture: ten people, (\d+) of them filled in\.$", markdown, re.M)]
    if people != said:
        found.append(f"of ten people {people} are filled, the words say {said}")
    notes = re.findall(r"^([\d.]+)% ?[^\n]*?(\d+) people of ten.*\n\nPicture: ten people, (\d+)", markdown, re.M)
    for share, named, drawn in notes:
        if not int(float(share) / 10 + 0.5) == int(named) == int(drawn):
            found.append(f"{share}% is drawn as {drawn} people of ten, and said to be {named}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("pairs", nargs="+", metavar="FOLDER=REPORT")
    errors = looked = shares = 0
    for pair in parser.parse_args().pairs:
        folder, report = map(Path, pair.split("="))
        published = Published(report)
        for file in sorted((folder / "web").glob("*.svg")):
            looked += 1
            shares += sum(numbers(Drawing(file).words).values())
            for fault in faults(file, published):
                print(f"error: {file}: {fault}", file=sys.stderr)
                errors += 1
    print(f"{looked} infographics with {shares} percentages looked at, {errors} faults")
    sys.exit(1 if errors or not shares else 0)


if __name__ == "__main__":
    main()
