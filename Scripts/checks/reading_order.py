"""Holds what a screen reader meets on a page against what it meets in the PDF of the same document, block by block.

The page as Chromium's accessibility tree tells it, every <details> open; the PDF as its structure tree tells it (poppler reads
the text, qpdf the alternatives). Headings with their levels, paragraphs, list items with their numbers, quotations, cells with
the headers that they are, figures with their alternatives: the same, in the same order.

What differs is meant, and is all of this:
- what stands around the text: links to skip and to find the way, logos, notice, other versions, sources and the date stand at
  other places, so they are only looked for; contents are a list of links on the page, a list with page numbers on paper;
- a page offers files to download, paper does not;
- the table behind a chart folds away below it on the page; on paper all of them stand at the end, under a heading of their own,
  with what was measured told again, and the alternative of the chart and a link below it say so;
- a table of few rows and long heads is turned on paper, and one of a single row is a list under "Question: …";
- the corner of a small table is a plain cell on paper, where checkers would take more headers than data for damage;
- a table on the page has its name twice, for the eye above it and as its caption: it counts once;
- paper has room to write notes in;
- what a mark in a cell means is said in the cell on the page; on paper it is told below the table.
"""

import argparse
import difflib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import CDPSession, sync_playwright

ROOM = "Room for notes"
GATHERED = "The figures behind the charts"
FOLDED = re.compile(r"The figures behind Figure \d+")
DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}(?:$|\. Source: )")
FOLLOWS = re.compile(r"(Table follows\.|The table stands at the end of the document\.)$")


class Block(NamedTuple):
    """Something read in one go: "h2", "p", "quote", "li", "figure"; a "table" has its rows as lines, its cells between bars."""

    kind: str
    text: str


class Cell(NamedTuple):
    """A cell of a table: "column" and "row" are headers of such."""

    header: str
    text: str

    def turned(self) -> "Cell":
        return Cell({"column": "row", "row": "column"}.get(self.header, ""), self.text)


Table = list[list[Cell]]


def written(table: Table) -> Block:
    """A table as a block."""
    marks = {"column": "↓ ", "row": "→ ", "": ""}
    table = [list(row) for row in table]
    if table and table[0] and any(cell.header == "column" for cell in table[0]):
        rows, columns = len(table) - 1, len(table[0])
        if columns + rows > rows * (columns - 1):
            table[0][0] = table[0][0]._replace(header="")
    return Block("table", "\n".join(" | ".join(marks[cell.header] + cell.text for cell in row) for row in table))


def forms(table: Table) -> list[list[Block]]:
    """The ways in which paper may have a table of the page."""
    turned = [[cell.turned() for cell in column] for column in zip(*table)]
    if turned:
        turned[0][0] = turned[0][0]._replace(header="column")
    every = [[written(table)], [written(turned)]]
    if len(table) == 2 and table[0]:
        lead = Block("p", f"{table[0][0].text}: {table[1][0].text}")
        every.append([lead, written([[Cell("row", head.text), cell] for head, cell in zip(table[0][1:], table[1][1:])])])
    return every


def plain(text: str) -> str:
    return " ".join(text.split())


class Page:
    """A page as the browser's accessibility tree tells it."""

    def __init__(self, session: CDPSession):
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        self.nodes = {node["nodeId"]: node for node in nodes}
        self.blocks: list[Block | Table] = []
        self.gathered: list[Block | Table] = []
        self.around: list[str] = []
        self.logos: list[str] = []
        self.target = self.blocks
        self.quoted = False
        self.subtitle = ""
        self.walk(nodes[0])
        if self.gathered:
            self.blocks += [Block("h2", GATHERED), *self.gathered]

    def children(self, node: dict) -> list[dict]:
        return [self.nodes[id] for id in node.get("childIds", []) if id in self.nodes]

    def role(self, node: dict) -> str:
        return "" if node.get("ignored") else node["role"]["value"]

    def name(self, node: dict) -> str:
        return plain(node.get("name", {}).get("value", ""))

    def text(self, node: dict) -> str:
        """All words below a node, one after the other."""
        role = self.role(node)
        if role == "StaticText":
            return node["name"]["value"]
        if role == "LineBreak":
            return " "
        if role in ("ListMarker", "image"):
            return ""
        words = "".join(self.text(child) for child in self.children(node))
        # The number of a row of numbers stands in a column of its own, without a space behind it.
        return words + " " if role == "strong" and words.endswith("%") else words

    def add(self, kind: str, text: str) -> None:
        if plain(text):
            self.target.append(Block(kind, plain(text)))

    def walk(self, node: dict) -> None:
        role = self.role(node)
        if role == "heading":
            level = next(entry["value"]["value"] for entry in node["properties"] if entry["name"] == "level")
            return self.add(f"h{level}", self.text(node))
        if role == "paragraph":
            text = self.text(node)
            return None if text.startswith("Download: ") else self.add("quote" if self.quoted else "p", text)
        if role == "navigation":
            if self.name(node) != "Contents":
                self.around.append(self.name(node))
            return None
        if role in ("banner", "contentinfo"):
            self.around += [plain(self.text(child)) for child in self.below(node, "paragraph")]
            return None
        if role == "region" and self.name(node) == "Logos":
            self.logos = [self.name(image) for image in self.below(node, "image")]
            return None
        if role == "table":
            return self.target.append([self.row(row) for row in self.below(node, "row")])
        if role == "Figcaption":
            self.subtitle = plain(self.text(self.below(node, "paragraph")[-1]))
        if role == "image":
            return self.add("figure", FOLLOWS.sub("", self.name(node)))
        if role == "listitem":
            return self.item(node)
        if role in ("StaticText", "DisclosureTriangle", "caption"):
            # A link at the top of the page, the handle of what folds away, a name that is told twice.
            return None
        before = (self.target, self.quoted)
        if role == "group":
            self.target = self.gathered
            self.add("p", "The figures behind " + self.table_name(node))
        self.quoted = self.quoted or role == "blockquote"
        for child in self.children(node):
            self.walk(child)
        if role == "group":
            self.add("p", self.subtitle)
        self.target, self.quoted = before
        return None

    def row(self, node: dict) -> list[Cell]:
        headers = {"columnheader": "column", "rowheader": "row", "cell": ""}
        cells = [child for child in self.children(node) if self.role(child) in headers]
        return [Cell(headers[self.role(cell)], plain(self.text(cell))) for cell in cells]

    def table_name(self, node: dict) -> str:
        """The name of the table that folds away, as paper writes it above the table."""
        (region,) = self.below(node, "region")
        return self.name(region).removeprefix("The data of ").replace(": ", ". ", 1)

    def item(self, node: dict) -> None:
        """An item with its number; what stands in it besides words comes after it."""
        markers = self.below(node, "ListMarker")
        marker = markers[0]["name"]["value"] if markers else ""
        inside = [child for child in self.children(node) if self.role(child) in ("paragraph", "list")]
        if not inside:
            return self.add("li", (marker if marker.strip(" •◦▪") else "") + self.text(node))
        for child in self.children(node):
            self.walk(child)
        return None

    def below(self, node: dict, role: str) -> list[dict]:
        found = [node] if self.role(node) == role else []
        return found or [one for child in self.children(node) for one in self.below(child, role)]


class Paper:
    """A PDF as its structure tree tells it."""

    def __init__(self, file: Path):
        self.alternatives = iter(alternatives(file))
        self.blocks: list[Block] = []
        self.table: Table = []
        text = subprocess.run(["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True).stdout
        self.lines = text.splitlines()
        self.place = 0
        self.quoted = False
        while self.place < len(self.lines):
            self.element(-1)

    def element(self, above: int) -> str:
        """Reads an element and all below it; gives back its words."""
        line = self.lines[self.place]
        depth = len(line) - len(line.lstrip())
        self.place += 1
        body = line.strip()
        if body.startswith('"'):
            while not body.endswith('"') or body == '"':
                body += "\n" + self.lines[self.place]
                self.place += 1
            return body[1:-1]
        role = re.match(r"/?[A-Za-z0-9]+", body).group()
        if role.startswith("/") or role == "Object":
            return ""
        scope = ""
        if role == "TR":
            self.table.append([])
        words: list[str] = []
        first = len(self.blocks)
        quoted, self.quoted = self.quoted, self.quoted or role == "BlockQuote"
        while self.place < len(self.lines):
            following = self.lines[self.place]
            if len(following) - len(following.lstrip()) <= depth:
                break
            if match := re.match(r"\s*/Scope /(\w+)", following):
                scope = match.group(1).lower()
            text = self.element(depth)
            words.append("" if role == "LI" and not text.strip(" •◦▪–") else text)
        text = "".join(words)
        kind = ("quote" if self.quoted else "p") if role == "P" else None
        self.quoted = quoted
        if re.fullmatch(r"H\d", role):
            kind = role.lower()
        if role == "LI" and len(self.blocks) == first:
            kind = "li"
        if role == "Figure":
            self.blocks.append(Block("figure", plain(FOLLOWS.sub("", next(self.alternatives)))))
            return ""
        if role in ("TD", "TH"):
            # What stands in a cell as blocks of its own belongs to it.
            text = " ".join([text, *(block.text for block in self.blocks[first:])])
            del self.blocks[first:]
            self.table[-1].append(Cell(scope, plain(text)))
            return ""
        if role == "Table":
            self.blocks.append(written(self.table))
            self.table = []
        if kind is None:
            return text
        if plain(text):
            self.blocks.append(Block(kind, plain(text)))
        return ""


def alternatives(file: Path) -> list[str]:
    """The alternatives of a PDF's figures, in the order of its structure."""
    command = ["qpdf", "--json=2", "--json-key=qpdf", file]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    objects = json.loads(told)["qpdf"][1]
    found: list[str] = []

    def value(entry):
        return objects[f"obj:{entry}"].get("value") if isinstance(entry, str) and entry.endswith(" R") else entry

    def walk(entry) -> None:
        element = value(entry)
        if not isinstance(element, dict) or element.get("/Type") not in ("/StructElem", "/StructTreeRoot"):
            return
        if element.get("/S") == "/Figure":
            found.append(element["/Alt"].removeprefix("u:"))
        kids = value(element.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid)

    for one in objects.values():
        if isinstance(one.get("value"), dict) and one["value"].get("/Type") == "/StructTreeRoot":
            walk(one["value"])
    return found


def compared(page: Page, paper: Paper) -> list[str]:
    """What one of the two tells and the other does not, or not at its place."""
    marks = (re.fullmatch(r"(\[\w+\]) (.+)", block.text) for block in paper.blocks)
    meanings = {mark.group(1): mark.group(2) for mark in marks if mark}
    logos = list(page.logos)
    blocks = []
    is_front = True
    before = None
    for block in paper.blocks:
        is_room = before == Block("p", ROOM)
        before = block
        if is_room or block in (Block("h2", "Contents"), Block("p", ROOM)) or FOLDED.fullmatch(block.text):
            continue
        is_front = is_front and block.kind not in ("h2", "h3")
        if is_front and block.kind == "figure" and block.text in logos:
            logos.remove(block.text)
        elif is_front and block.kind == "p" and (DATE.match(block.text) or stands_in(page.around, block.text)):
            pass
        else:
            blocks.append(spoken(block, meanings) if block.kind == "table" else block)
    faults = [f"the logo '{logo}' of the page is not on paper" for logo in logos]
    tables = {block for block in blocks if block.kind == "table"}
    wanted: list[Block] = []
    for block in page.blocks:
        every = [[block]] if isinstance(block, Block) else forms(block)
        wanted += next((form for form in every if form[-1] in tables), every[0])
    matcher = difflib.SequenceMatcher(None, wanted, blocks, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            faults.append(f"on the page: {told(wanted[start:end])}\n    on paper:    {told(blocks[first:last])}")
    return faults


def spoken(table: Block, meanings: dict[str, str]) -> Block:
    """A table with the meanings of marks in the place of the marks."""
    return Block("table", re.sub(r"\[\w+\]", lambda mark: meanings.get(mark.group(), mark.group()), table.text))


def stands_in(around: list[str], text: str) -> bool:
    """Whether a text of the front page stands around the text of the page."""
    return any(text == one or text.startswith(f"{one}:") or one.startswith(text) for one in around)


def told(blocks: list[Block]) -> str:
    return " | ".join(f"{block.kind} '{block.text}'" for block in blocks) or "nothing"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="+", help="pages that have a PDF beside them")
    parser.add_argument("--browser", default=shutil.which("chromium"), help="the browser (default: chromium)")
    arguments = parser.parse_args()
    count = blocks = 0
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which containers run as; the pages are our own.
        browser = playwright.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        session = tab.context.new_cdp_session(tab)
        for file in arguments.pages:
            tab.goto(file.resolve().as_uri())
            tab.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
            page, paper = Page(session), Paper(file.with_suffix(".pdf"))
            blocks += len(page.blocks)
            for fault in compared(page, paper):
                print(f"{file}: {fault}", file=sys.stderr)
                count += 1
        browser.close()
    print(f"Reading order: {len(arguments.pages)} documents, {blocks} blocks, {count} differences")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
