"""Checks the data of rendered reports: that every format tells the same numbers.

For each report folder below a folder:
- `csv-metadata.json` and the CSV files beside it follow the W3C's "CSV on the Web";
- the workbook opens in LibreOffice, and each cell of its tables says what the data file of the same figure says;
- each number in a table of the page stands in the figure's data file, and in the PDF as often as on the page;
- the tables of the page and of the Markdown are the same, cell by cell, and with `--word` those of the Word document;
- each number in the page's words is the published one of its id, and stands in the Markdown in the same order;
- each value in a data file is the one that `results.json` has of that body, question and answer.

That page and PDF have the same words and cells, reading_order.py tells.
"""

import sys

# Python's own `html` is meant below, not the check of that name beside this file.
del sys.path[0]

import argparse
import csv
import json
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from csvw import CSVW

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?%?")
# All sheets, a file each, numbers as they are stored.
EXPORT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
COLUMNS = {
    "Percentage": "percentage",
    "Likely range: lower end (%) [note 1]": "lower-95",
    "Likely range: upper end (%) [note 1]": "upper-95",
    "People who gave this answer [note 2]": "count",
    "People who answered the question [note 2]": "base",
    "Answer": "answer-label",
    "Results of": "body",
    "Round of the survey": "wave",
    "Question": "question-label",
}


class Page(HTMLParser):
    """The tables of a page by figure, and the numbers in its words with their ids."""

    def __init__(self, text: str):
        super().__init__()
        self.figures: list[dict] = []
        self.numbers: list[tuple[str, str]] = []
        self.figure = self.row = self.cell = self.id = None
        self.silent = 0
        self.stack: list[bool] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "figure":
            self.figure = {"name": None, "label": "", "rows": []}
            self.figures.append(self.figure)
        if tag == "a" and self.figure and re.fullmatch(r"data/.+\.csv", found.get("href", "")):
            self.figure["name"] = found["href"][5:-4]
        if tag == "tr":
            self.row = []
        if tag in ("td", "th"):
            self.cell = ""
        if tag == "span":
            # A mark is written for the eye, and said in words that are not on the page.
            self.stack.append(found.get("class") == "spoken")
            self.silent += self.stack[-1]
            if found.get("class") == "figure":
                self.id = [found["data-figure"], ""]
            if found.get("class") == "figure-label":
                self.cell = ""

    def handle_endtag(self, tag):
        if tag == "figure":
            self.figure = None
        if tag in ("td", "th") and self.row is not None:
            self.row.append(" ".join(self.cell.split()))
            self.cell = None
        if tag == "tr":
            if self.figure:
                self.figure["rows"].append(self.row)
            self.row = None
        if tag == "span":
            self.silent -= self.stack.pop()
            if self.id:
                self.numbers.append(tuple(self.id))
                self.id = None
            elif self.row is None and self.cell is not None and self.figure and not self.figure["label"]:
                self.figure["label"] = self.cell.rstrip(".")
                self.cell = None

    def handle_data(self, data):
        if self.silent:
            return
        if self.id:
            self.id[1] += data
        if self.cell is not None:
            self.cell += data


def markdown_tables(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown file, with the marks of Markdown taken away."""
    tables, table = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("| "):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]
            table.append([re.sub(r"\\(.)", r"\1", cell) for cell in cells])
        elif table:
            tables.append([table[0], *table[2:]])
            table = []
    return tables


def plain(number: str) -> str:
    """A number without what makes it easy to read."""
    return number.rstrip("%").replace(",", "")


def rows_of(path: Path) -> list[dict]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def sheets(books: list[Path], folder: Path) -> None:
    """Opens the workbooks in LibreOffice and writes each sheet as CSV."""
    profile = (folder / "profile").resolve().as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", EXPORT]
    subprocess.run([*command, "--outdir", folder, *books], check=True, capture_output=True)


def book_faults(book: Path, names: dict[str, str], sheets_folder: Path) -> list[str]:
    """What the sheets of a workbook say that the data files do not."""
    found, seen = [], 0
    for label, name in names.items():
        sheet = sheets_folder / f"{book.stem}-{label.replace(' ', '_')}.csv"
        if not sheet.exists():
            found.append(f"{book}: there is no sheet for '{label}'")
            continue
        seen += 1
        lines = list(csv.reader(sheet.open(newline="", encoding="utf-8")))
        values = rows_of(book.parent / "data" / f"{name}.csv")
        header = len(lines) - len(values) - 1
        if any(any(line[1:]) for line in lines[:header]) or not all(all(line) for line in lines[header:]):
            found.append(f"{book}: the sheet '{label}' has words where there should be none, or a blank cell")
        for line, value in zip(lines[header + 1 :], values, strict=True):
            for title, cell in zip(lines[header], line, strict=True):
                column = COLUMNS.get(title)
                if column is None:
                    continue
                wanted = value[column] or value["marker"] or "[x]"
                if title == "People who answered the question [note 2]" and not value[column]:
                    wanted = "[c]" if "withheld" in value["base-note"] else "[x]"
                same = cell == wanted or cell.lower() == wanted.lower()
                try:
                    same = same or float(cell) == float(wanted)
                except ValueError:
                    pass
                if not same:
                    found.append(f"{book}: '{label}', {title}: {cell!r}, and the data file has {wanted!r}")
    return found if seen else [*found, f"{book}: no sheet was compared"]


def without_difference(cell: str) -> str:
    """The share in a cell: a difference is made from the values, and stands in no data file."""
    if not re.search("higher|lower|clear difference", cell):
        return cell
    share = cell.partition(": ")[0]
    return share if share.endswith("%") else ""


def figure_faults(folder: Path, page: Page) -> list[str]:
    """Numbers in tables of the page that are in no data file."""
    found = []
    for figure in page.figures:
        if not figure["name"]:
            continue
        told = set()
        for value in rows_of(folder / "data" / f"{figure['name']}.csv"):
            told |= {value for name, value in value.items() if value and name not in ("question", "body-code")}
            told |= set(re.findall(r"[0-9]+", value.get("category", "")))
        for row in figure["rows"][1:]:
            for cell in row[1:]:
                for number in NUMBER.findall(without_difference(cell)):
                    if plain(number) not in told:
                        found.append(f"{folder}: {figure['label']} has {number}, and data/{figure['name']}.csv has not")
    return found


def words_faults(folder: Path, page: Page) -> list[str]:
    """Numbers in words that are not the published ones of their ids."""
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    published = {entry["role"]: entry["published"] for entry in results["results"]}
    found, checked = [], 0
    for name, text in page.numbers:
        id, body = name.split("@")
        question, *group, measure = id.split(".")[1:]
        where = dict(zip(("group", "category"), group[0].split("="))) if group else {}
        tables = [
            table
            for table in published.get(body, {}).get("tables", [])
            if table["question"] == question
            and {key: table[key] for key in ("group", "category") if key in table} == where
        ]
        if not tables or not text.endswith("%"):
            continue
        cell = tables[0].get("positive") if measure == "positive" else tables[0].get("answers", {}).get(measure)
        if isinstance(cell, dict) and "share" in cell:
            checked += 1
            if float(plain(text)) != float(cell["share"]):
                found.append(f"{folder}: '{name}' is {text} in words, {cell['share']} published")
    return found if checked else [*found, f"{folder}: no number in words was compared"]


def published_faults(folder: Path) -> list[str]:
    """Values of data files that `results.json` has not, or has otherwise."""
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))["results"]
    found, checked = [], 0
    tables = {}
    for entry in results:
        told = entry["published"]
        for table in told["tables"]:
            key = (told["body"]["name"], told["wave"], table["question"], table.get("group", ""), table.get("category", ""))
            tables[key] = table
    for file in sorted((folder / "data").glob("*.csv")):
        for row in rows_of(file):
            if "answer-form" not in row:
                continue
            table = tables.get((row["body"], row["wave"], row["question"], row["group"], row["category"]))
            # A body that is compared as a whole may be shown coarser than it is published.
            if table is None or table.get("form") != row["answer-form"]:
                continue
            positive = row["answer"] == "positive"
            cell = table.get("positive") if positive else table.get("answers", {}).get(row["answer"])
            share = cell.get("share") if isinstance(cell, dict) else None
            if row["percentage"]:
                checked += 1
                if share is None or float(row["percentage"]) != float(share):
                    found.append(f"{file}: {row['question']}, {row['answer']}: {row['percentage']}, published is {cell}")
            base = table["base"]
            count = base.get("about", base.get("count")) if isinstance(base, dict) else base
            if row["base"] and isinstance(count, int) and int(row["base"]) != count:
                found.append(f"{file}: {row['question']}: base {row['base']}, published is {base}")
    return found if checked else [*found, f"{folder}: no value of a data file was compared with results.json"]


def order_faults(folder: Path, page: Page, markdown: str) -> list[str]:
    """The first number in words that the Markdown has not where it should be."""
    plain_text = re.sub(r"\\(.)", r"\1", markdown)
    place = 0
    for name, text in page.numbers:
        at = plain_text.find(text, place)
        if at < 0:
            return [f"{folder}: '{name}' is {text} on the page, and does not stand there in Markdown"]
        place = at + len(text)
    return []


def word_faults(folder: Path) -> list[str]:
    """What tables of the Word document say that those of the page do not."""
    page = Page((folder / "report.html").read_text(encoding="utf-8"))
    wanted = [figure["rows"] for figure in page.figures if figure["rows"]]
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(folder / "report.docx") as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
    found = []
    for table in document.iter(f"{name}tbl"):
        rows = [
            [" ".join("".join(part.text or "" for part in cell.iter(f"{name}t")).split()) for cell in row.findall(f"{name}tc")]
            for row in table.findall(f"{name}tr")
        ]
        found.append(rows)
    rest = iter(found)
    missing = [one[0] for one in wanted if not any(one == other for other in rest)]
    return [f"{folder}: a table of the page is not in Word, or not at its place: {head}" for head in missing[:1]]


def faults(folder: Path, sheets_folder: Path) -> list[str]:
    """All that is wrong with one report."""
    found = []
    metadata = folder / "data" / "csv-metadata.json"
    if not CSVW(str(metadata), validate=True).is_valid:
        found.append(f"{metadata}: not valid CSV on the Web")
    page = Page((folder / "report.html").read_text(encoding="utf-8"))
    names = {figure["label"]: figure["name"] for figure in page.figures if figure["name"]}
    (book,) = folder.glob("*-data.ods")
    found += book_faults(book, names, sheets_folder) + figure_faults(folder, page) + words_faults(folder, page)
    found += published_faults(folder)
    tables = [figure["rows"] for figure in page.figures if figure["rows"]]
    text = (folder / "report.md").read_text(encoding="utf-8")
    found += order_faults(folder, page, text)
    markdown = markdown_tables(text)
    # Markdown has other tables between those of figures, such as the questions word for word.
    rest = iter(markdown)
    for one in tables:
        if not any(one == other for other in rest):
            found.append(f"{folder}: a table of the page is not in Markdown, or not at its place: {one[0]}")
            break
    if len(markdown) < len(tables):
        found.append(f"{folder}: {len(tables)} tables on the page, {len(markdown)} in Markdown")
    paper = subprocess.run(
        ["pdftotext", "-raw", folder / "report.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    printed = Counter(NUMBER.findall(paper))
    on_page = Counter(number for table in tables for row in table for cell in row[1:] for number in NUMBER.findall(cell))
    for number, count in on_page.items():
        if printed[number] < count:
            found.append(f"{folder}: {number} stands {count} times in tables of the page, {printed[number]} in the PDF")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", help="report folders")
    parser.add_argument("--word", type=Path, default=[], nargs="*", help="folders with a report.docx beside its page")
    arguments = parser.parse_args()
    folders = arguments.folders
    count = 0
    with tempfile.TemporaryDirectory() as place:
        sheets([book for folder in folders for book in folder.glob("*-data.ods")], Path(place))
        for folder in folders:
            for fault in dict.fromkeys(faults(folder, Path(place))):
                print(fault, file=sys.stderr)
                count += 1
    for folder in arguments.word:
        for fault in word_faults(folder):
            print(fault, file=sys.stderr)
            count += 1
    print(f"Data: {len(folders)} reports, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
