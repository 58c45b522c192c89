#!/usr/bin/env python3
"""Holds every PDF below a folder against PDF/UA-1, by two programs that know nothing of poet: outloud and pdfua.

    Scripts/checks/pdfua.py FOLDER

Neither of them is veraPDF, which wants more than the Python and Debian packages that `make check` is built from: outloud looks at
what a machine can tell of the Matterhorn checkpoints, and guesses at what people would see; pdfua has 16 of the 106 rules.
An error of either fails. Warnings, which are guesses, are counted.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

TOOLS = Path(sys.executable).parent


def results(command: list[str], output: Path) -> object:
    """What a checker wrote; its exit status is about what it found."""
    done = subprocess.run(command, capture_output=True, text=True)
    if not output.exists():
        sys.exit(f"error: {command[0]} wrote nothing: {done.stderr.strip() or done.stdout.strip()}")
    return json.loads(output.read_text())


def lines(file: str) -> Counter:
    """How often each line of words stands in a PDF."""
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    return Counter(" ".join(line.split()) for line in text.splitlines())


def is_head_that_goes_on(file: str, finding: dict) -> bool:
    """Whether words that nobody hears are the head of a table, drawn again where the table goes on.

    outloud takes every long line of an artifact for words that were lost. The head is heard once, where the table begins; to be
    heard again amid its rows would be the fault.
    """
    if finding["rule"] != "TAG-002" or finding.get("count") != 1:
        return False
    return lines(file)[" ".join((finding.get("evidence") or "").split())] > 1


def outloud(files: list[str], folder: Path) -> tuple[list[str], int]:
    """The errors, and how many warnings there were."""
    output = folder / "outloud.json"
    found = results([str(TOOLS / "outloud"), "--quiet", "--json", str(output), *files], output)
    faults, warnings = [], 0
    for result in found["results"]:
        if result["error"]:
            faults.append(f"{result['path']}: {result['error']}")
        for finding in result["findings"]:
            if finding["severity"] == "warning":
                warnings += 1
            elif finding["severity"] == "error" and not is_head_that_goes_on(result["path"], finding):
                place = f", page {finding['page']}" if finding.get("page") else ""
                faults.append(f"{result['path']}{place}: {finding['rule']}: {finding['message']}: {finding.get('evidence')}")
    return faults, warnings


def pdfua(files: list[str]) -> list[str]:
    """What it finds, in its own words; it names the files."""
    done = subprocess.run([str(TOOLS / "pdfua"), "check", "--quiet", *files], capture_output=True, text=True)
    return [] if done.returncode == 0 else [done.stdout.strip() + done.stderr.strip()]


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    # Every page of a document, and of each folder of charts the first: they are all drawn alike.
    found = sorted(Path(sys.argv[1]).rglob("*.pdf"))
    files = [file for file in found if file.parent.name != "charts"]
    files += {file.parent: file for file in reversed(found) if file.parent.name == "charts"}.values()
    paths = [str(file) for file in files]
    if not paths:
        sys.exit(f"error: there is no PDF in {sys.argv[1]}")
    with tempfile.TemporaryDirectory() as folder:
        faults, warnings = outloud(paths, Path(folder))
    faults += pdfua(paths)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"PDF/UA: {len(paths)} files, {len(faults)} errors, {warnings} warnings")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
