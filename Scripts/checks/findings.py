"""Checks what the findings say against the counts that they come from, worked out anew.

For each report below, `poet findings --format json` is read, and:
- every share that a sentence prints is summed and rounded again from the source counts, of whichever body and group;
- every quantity in words ("about two thirds", "more than 80%") is held against that share by rules written down here;
- every difference that was tested is tested again: size, interval, p-value, the correction for many tests, and the class;
- "higher", "lower", "up" and "down" in a sentence are what the two shares in it are.

Nothing of the program is used but its words. scipy has the distributions, the rest is arithmetic.
"""

import json
import re
import subprocess
import sys
from fractions import Fraction
from math import sqrt
from pathlib import Path

import yaml
from scipy.stats import hypergeom, norm

ROOT = Path(__file__).resolve().parents[2]
ASCS = ["barking-and-dagenham", "isle-of-wight", "liverpool", "norfolk", "york"]
REPORTS = [("ascs-2020-21", body) for body in ASCS] + [
    ("exampleshire/2026", "exampleshire"), ("exampleshire/2026", "south"), ("exampleham-health", "exampleham"),
    ("exampleshire-children", "exampleshire"),
]
Z = norm.ppf(0.975)
FRACTIONS = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "thirds": Fraction(2, 3), "quarter": Fraction(1, 4),
    "quarters": Fraction(3, 4),
}
NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}


class Wave:
    """The source counts of a wave: of each body and table the answers, and how many answered."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.settings = yaml.safe_load((folder / "wave.yaml").read_text())
        self.instrument = yaml.safe_load(
            (ROOT / "Templates/instruments" / f"{self.settings['instrument']}.yaml").read_text())
        self.raw = {}
        last = self.settings.get("last")
        self.earlier = Wave((folder / last).resolve()) if last else None
        for path in sorted((folder / "private").glob("*.json")):
            content = json.loads(path.read_text())
            if content.get("format", "").startswith("poet-raw"):
                self.raw[content["body"]["id"]] = content
        self.scales = {scale["id"]: scale for scale in self.instrument["scales"]}
        self.questions = {question["id"]: question for question in self.instrument["questions"]}
        self.merges = {
            (group["id"], merge["id"]): merge["of"]
            for group in self.instrument.get("groups", []) for merge in group.get("merges", [])}

    def continued(self, question: str, earlier: "Wave") -> str:
        link = self.questions[question].get("continues") or {}
        return link["question"] if link.get("instrument") == earlier.settings["instrument"] else question

    def tables(self, body: str, question: str, group=None, category=None):
        parts = self.merges.get((group, category), [category])
        return [
            table for table in self.raw[body]["tables"]
            if table["question"] == question and table.get("group") == group and table.get("category") in parts]

    def measure(self, body: str, question: str, group=None, category=None):
        """Positive answers and all, or a percentage and None where the source is one."""
        scale = self.scales[self.questions[question]["scale"]]
        wanted = scale.get("measure") or [one["id"] for one in scale["answers"] if one["polarity"] == "positive"]
        found = self.tables(body, question, group, category)
        sums = [sum(Fraction(str(table["answers"][answer])) for answer in wanted) for table in found]
        if self.raw[body].get("units") == "percentages":
            return sums[0], None
        return sum(sums), sum(table["replies"] for table in found)


def shown(count, base, decimals=0) -> Fraction:
    """A share as it is printed: rounded once, halves up."""
    if base is None:
        return count
    return Fraction((200 * count + base) // (2 * base))


def wilson(x, n):
    p = x / n
    centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return (0.0 if x == 0 else centre - half), (1.0 if x == n else centre + half)


def newcombe(a, m, b, n):
    (l1, u1), (l2, u2) = wilson(a, m), wilson(b, n)
    p, q = a / m, b / n
    return p - q - sqrt((p - l1) ** 2 + (u2 - q) ** 2), p - q + sqrt((u1 - p) ** 2 + (q - l2) ** 2)


def p_value(a, m, b, n):
    total, hits = m + n, a + b
    if min(m, n) * min(hits, total - hits) / total < 5:
        low = hypergeom.cdf(a - 1, total, hits, m) + hypergeom.pmf(a, total, hits, m) / 2
        return min(1, 2 * min(low, 1 - low))
    if hits in (0, total):
        return 1.0
    rate = hits / total
    return 2 * norm.sf(abs(a / m - b / n) / sqrt(rate * (1 - rate) * (1 / m + 1 / n)))


def adjusted(values):
    """Benjamini and Hochberg."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    result, least = [0.0] * len(values), 1.0
    for rank in range(len(values), 0, -1):
        least = min(least, values[order[rank - 1]] * len(values) / rank)
        result[order[rank - 1]] = least
    return result


def is_true(words: str, share: Fraction, exact: Fraction) -> bool:
    """Whether a quantity in words is true of a percentage as printed, and of the count behind it where it is a limit."""
    words = words.lower()
    if words in ("all", "none"):
        return exact == (100 if words == "all" else 0)
    if words.startswith(("all or", "none or")):
        return share == (100 if words.startswith("all") else 0)
    if words == "almost all":
        return share >= 95
    percent = re.search(r"(\d+)%", words)
    ratio = re.search(r"(\w+) in (\d+)", words)
    if percent:
        target = Fraction(percent[1])
    elif ratio:
        target = Fraction(100 * (NUMBERS.get(ratio[1]) or int(ratio[1])), int(ratio[2]))
    else:
        target = 100 * next(value for name, value in FRACTIONS.items() if re.search(rf"\b{name}\b", words))
    off = share - target
    rules = [
        ("more than", share > target and exact > target), ("at least", share >= target and exact >= target),
        ("fewer than", share < target and exact < target), ("just over", 0 < off <= 4), ("just under", -2 <= off < 0),
        ("nearly", -5 <= off < 0), ("about", abs(off) <= 2),
    ]
    return next((holds for name, holds in rules if words.startswith(name)), abs(off) <= Fraction(3, 5))


class Report:
    def __init__(self, wave: Wave, body: str, found: dict):
        self.wave, self.body, self.found = wave, body, found
        self.faults, self.shares, self.tests, self.words = [], 0, 0, 0

    def source(self, figure: str):
        """Where the counts of a figure stand: wave, body, question, group, category."""
        match = re.fullmatch(r"[\w-]+\.([\w-]+)(?:\.([\w-]+)=([\w-]+))?\.(\w+)@([\w-]+)", figure)
        question, group, category, _, body = match.groups()
        if body == "last":
            earlier = self.wave.earlier
            return earlier, self.body, self.wave.continued(question, earlier), group, category
        if body == "region":
            body = self.wave.raw[self.body]["body"]["region"]
        return self.wave, (self.body if body == "this" else body), question, group, category

    def measure(self, figure: str):
        wave, *place = self.source(figure)
        return wave.measure(*place)

    def check(self, holds: bool, words: str):
        if not holds:
            self.faults.append(words)

    def check_sentences(self):
        openings = [finding for theme in self.found["openings"] for finding in theme["findings"]]
        for finding in self.found["findings"] + openings:
            values = []
            for part in (part for sentence in finding["sentences"] for part in sentence):
                if part.get("figure", "").split("@")[0].endswith("positive"):
                    count, base = self.measure(part["figure"])
                    share = shown(count, base)
                    values.append(Fraction(count * 100, base) if base else count)
                    printed = Fraction(part["shown"].rstrip("%"))
                    self.shares += 1
                    self.check(printed == share, f"{part['figure']} is {share}, not {part['shown']}")
                named = part.get("of", []) if "times" not in part.get("claim", "") else []
                if "twice" in part.get("claim", "") or part.get("claim", "").isalnum() and "in" not in part["claim"]:
                    named = [] if part["claim"].lower() not in ("half", "all", "none") else named
                for figure in named:
                    count, base = self.measure(figure)
                    exact = Fraction(count * 100, base) if base else count
                    self.words += 1
                    self.check(
                        is_true(part["claim"], shown(count, base), exact),
                        f"'{part['claim']}' is said of {float(exact):.1f}%: {finding['text']}")
            if finding["kind"] in ("compared", "changed", "groups") and len(values) > 1:
                if re.search(r"higher share|up from", finding["text"]):
                    self.check(all(values[0] > value for value in values[1:]), finding["text"])
                if re.search(r"lower share|down from", finding["text"]):
                    self.check(all(values[0] < value for value in values[1:]), finding["text"])

    def sides(self, difference: dict):
        """Counts on both sides of a test: a total is tested without this body, a category against everybody else."""
        a, m = self.measure(difference["figure"])
        b, n = self.measure(difference["beside"])
        role = difference["beside"].split("@")[1]
        if "=" in difference["figure"] or role in ("region", "all"):
            return a, m, b - a, n - m
        return a, m, b, n

    def check_tests(self):
        for family in self.found["families"]:
            tested = [one for one in family["differences"] if "p" in one]
            sides = [self.sides(one) for one in tested]
            values = [p_value(*map(float, side)) for side in sides]
            for one, side, p, q in zip(tested, sides, values, adjusted(values)):
                a, m, b, n = map(float, side)
                low, high = newcombe(a, m, b, n)
                name = f"{one['figure']} beside {one['beside']}"
                self.tests += 1
                points = (a / m - b / n) * 100
                self.check(abs(one["points"] - points) <= 0.5 + 1e-9, f"{name}: {points:.2f} points")
                self.check(abs(one["low"] - low * 100) < 0.0501, f"{name}: low {low * 100:.3f}, not {one['low']}")
                self.check(abs(one["high"] - high * 100) < 0.0501, f"{name}: high {high * 100:.3f}, not {one['high']}")
                self.check(abs(one["p"] - p) < 1e-6, f"{name}: p {p:.7f}, not {one['p']}")
                self.check(abs(one["adjusted"] - q) < 1e-6, f"{name}: adjusted {q:.7f}, not {one['adjusted']}")
                verdict = "no-clear-difference" if q >= 0.05 else "higher" if points > 0 else "lower"
                self.check(one["verdict"] == verdict, f"{name}: {verdict}, not {one['verdict']}")
            for one in family["differences"]:
                if one["verdict"] == "too-few":
                    _, m, _, n = self.sides(one)
                    self.check(min(m, n) < 30, f"{one['figure']}: not too few, {m} and {n}")


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit("usage: findings.py POET")
    faults = 0
    waves = {}
    for folder, body in REPORTS:
        place = ROOT / "Examples" / folder
        wave = waves.setdefault(folder, Wave(place))
        output = subprocess.run(
            [sys.argv[1], "findings", place / body, "--format", "json"], capture_output=True, check=True, text=True)
        report = Report(wave, body, json.loads(output.stdout))
        report.check_sentences()
        report.check_tests()
        for fault in report.faults:
            print(f"error: {folder}/{body}: {fault}", file=sys.stderr)
        faults += len(report.faults)
        print(f"{folder}/{body}: {report.shares} shares, {report.words} quantities, {report.tests} tests")
        if report.shares < 6:
            print(f"error: {folder}/{body}: hardly anything was checked", file=sys.stderr)
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
