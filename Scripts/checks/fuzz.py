"""Feeds the program damaged files, thousands of them, the same ones for the same seed: Scripts/checks/fuzz.py POET [--runs N]

Of a small wave, and of the templates, frames, themes, parts and policies that it is rendered by, one file at a time is damaged:
bytes flipped, cut off, put in, lines lost, doubled or swapped, numbers made huge. The program must then end with 0, or with 1
and a message that names a file; it must never crash, hang, or leave half a report behind.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
REPORT = """
narrative:
  engagement: narrative/engagement.md
  summary: narrative/summary.md
logos:
  - {party: council, file: logo.png, alternative: Exampleton (invented)}
"""
PLAN = """format: poet-action-plan/1
note: INVENTED.
areas:
  - figure: holders.dignity.positive@this
    area: Something
    why: INVENTED.
    actions:
      - {action: Do it., who: Somebody, by: 2027-03-31}
"""
QUOTATIONS = """format: poet-quotations/1
note: INVENTED.
quotations:
  - text: These words are made up.
    audience: holders
    question: dignity
    permission: Invented.
    checkedBy: A. Example
    shortened: false
"""
#: What is damaged in the folder of the program, besides all of the wave.
SHARED = ("frames/*", "parts/*", "policies/*", "themes/*", "reports/council/*", "reports/summary/*", "reports/briefing/*")
INTERESTING = [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n\r\n", b"{{", b"}}", b"{{{", b"{{#", b"[", b"{", b"- ", b": ", b"&a ",
    b"*a", b"<<: *a", b"!", b"|", b">", b"`" * 9, b"![](chart:", b"99999999999999999999", b"-1", b"1e999", b"NaN", b"[c]", b"../../", b"/dev/zero",
    "\u202e".encode(), "\U0001F600".encode(), b"\xed\xa0\x80", b"> " * 500, b"[" * 2000, b"(" * 500, b"\t", b"#", b"'", b'"', b"\\"]


def as_csv(file: Path) -> None:
    """Raw results in JSON as CSV beside a head file."""
    results = json.loads(file.read_text())
    lines = ["question,group,category,replies,answer,value,outside"]
    for table in results.pop("tables"):
        head = [table["question"], table.get("group", ""), table.get("category", ""), str(table["replies"])]
        lines += [",".join([*head, id, str(value), ""]) for id, value in table["answers"].items()]
        lines += [",".join([*head, id, str(value), "yes"]) for id, value in table.get("outside", {}).items()]
    file.with_suffix(".csv").write_text("\n".join(lines) + "\n")
    file.with_suffix(".yaml").write_text(json.dumps(results, indent=1))
    file.unlink()


def as_xml(file: Path) -> None:
    """Raw results in JSON as XML."""
    results = json.loads(file.read_text())
    root = ElementTree.Element("results", {key: str(results[key]) for key in ("format", "instrument", "units", "basePrecision")})
    ElementTree.SubElement(root, "body", {key: str(value) for key, value in results["body"].items()})
    for response in results["responses"]:
        ElementTree.SubElement(root, "response", {key: str(value) for key, value in response.items()})
    for table in results["tables"]:
        about = {key: str(table[key]) for key in ("question", "group", "category", "replies") if key in table}
        element = ElementTree.SubElement(root, "table", about)
        for kind, name in (("answers", "answer"), ("outside", "outside")):
            for id, value in table.get(kind, {}).items():
                ElementTree.SubElement(element, name, {"id": id, "value": str(value)})
    ElementTree.indent(root)
    file.with_suffix(".xml").write_bytes(ElementTree.tostring(root, encoding="utf-8"))
    file.unlink()


def wave(place: Path, is_published: bool) -> None:
    """A small wave with everything that a report can hold."""
    shutil.copytree(ROOT / "Examples" / "tiny", place, ignore=shutil.ignore_patterns("published", "disclosure-audit.json"))
    settings = (place / "wave.yaml").read_text()
    (place / "wave.yaml").write_text(settings + "documents: [summary, briefing]\n")
    report = place / "exampleton"
    (report / "report.yaml").write_text((report / "report.yaml").read_text() + REPORT)
    (report / "narrative").mkdir()
    (report / "narrative/engagement.md").write_text("Invented people met, and said *this*.[^1]\n\n[^1]: Invented.\n")
    (report / "narrative/summary.md").write_text("Invented words, with a [link](https://example.org).\n\n> A quotation.\n")
    (report / "action-plan.yaml").write_text(PLAN)
    (report / "quotations.yaml").write_text(QUOTATIONS)
    shutil.copy(ROOT / "Examples/exampleshire/2026/exampleshire/logo.png", report / "logo.png")
    as_csv(place / "private/exampleton.json")
    as_xml(place / "private/all.json")
    if is_published:
        subprocess.run([POET, "disclose", place], check=True, capture_output=True)
        shutil.rmtree(place / "private")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with one to three faults."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.randrange(len(content) + 1)
        kind = chance.randrange(9)
        lines = content.splitlines(keepends=True)
        if kind == 0 and content:
            at = min(at, len(content) - 1)
            content = content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
        elif kind == 1:
            content = content[:at]
        elif kind in (2, 3):
            content = content[:at] + chance.choice(INTERESTING) + content[at:]
        elif kind == 4 and lines:
            del lines[chance.randrange(len(lines))]
            content = b"".join(lines)
        elif kind == 5 and lines:
            lines.insert(chance.randrange(len(lines)), chance.choice(lines))
            content = b"".join(lines)
        elif kind == 6 and len(lines) > 1:
            one, other = chance.sample(range(len(lines)), 2)
            lines[one], lines[other] = lines[other], lines[one]
            content = b"".join(lines)
        elif kind == 7:
            numbers = list(re.finditer(rb"\d+(?:\.\d+)?", content))
            if numbers:
                number = chance.choice(numbers)
                value = chance.choice((b"0", b"-1", b"9223372036854775807", b"9223372036854775808", b"1e308", b"0.5", b"007", b"10000000"))
                content = content[: number.start()] + value + content[number.end() :]
        else:
            length = chance.randrange(1, 200)
            content = content[:at] + content[at + length :]
    return content


def run(number: int, seed: int, bases: list[Path]) -> str | None:
    """One damaged file; what is wrong with how the program took it."""
    chance = random.Random(f"{seed}-{number}")
    with tempfile.TemporaryDirectory(dir=bases[0].parent) as folder:
        place = Path(folder)
        is_shared = chance.random() < 0.35
        base = bases[number % 2]
        shutil.copytree(base, place / "wave")
        share = ROOT
        if is_shared:
            share = place / "share"
            shutil.copytree(ROOT / "Templates", share / "Templates")
            (share / "Fonts").symlink_to(ROOT / "Fonts")
            files = sorted(file for pattern in SHARED for file in (share / "Templates").glob(pattern))
        else:
            files = sorted(file for file in (place / "wave").rglob("*") if file.is_file() and file.name != "README.md")
        file = chance.choice(files)
        file.write_bytes(damaged(file.read_bytes(), chance))
        command = [POET, "render", place / "wave", "--output", place / "out", "--share", share, "--date", "2026-01-31"]
        formats = "html,md,pdf,csv,ods,json,cms" if number % 4 == 0 else "html,md"
        try:
            done = subprocess.run([*command, "--formats", formats], capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return f"{number}: hangs on a damaged {file.relative_to(place)}"
        said = done.stderr.decode(errors="replace")
        what = f"{number}: damaged {file.relative_to(place)}"
        if done.returncode not in (0, 1):
            return f"{what}: ended with {done.returncode}\n{said[-600:]}"
        if done.returncode == 1 and not any(part in said for part in (str(place), "Templates/", "frames")):
            return f"{what}: the message names no file:\n{said[-600:]}"
        left = [one.name for one in (place / "out").rglob("*")] if (place / "out").exists() else []
        if done.returncode == 1 and "report.html" in left:
            return f"{what}: failed, and left a report behind"
        if half := [name for name in left if "poet-" in name or name.endswith("~")]:
            return f"{what}: left {half} behind"
    return None


def main() -> int:
    global POET
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("poet", type=Path)
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    POET = arguments.poet.resolve()
    with tempfile.TemporaryDirectory() as folder:
        bases = [Path(folder) / "raw", Path(folder) / "published"]
        for base, is_published in zip(bases, (False, True)):
            wave(base, is_published)
            command = [POET, "render", base, "--output", Path(folder) / "out", "--formats", "html,md,pdf,cms"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with ThreadPoolExecutor(arguments.jobs) as workers:
            numbers = range(arguments.first, arguments.first + arguments.runs)
            found = [fault for fault in workers.map(lambda number: run(number, arguments.seed, bases), numbers) if fault]
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"Damaged files: {arguments.runs} runs, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
