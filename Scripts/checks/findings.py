"""Checks what the findings say against the counts that they come from, worked out anew.

For each report below, `poet findings --format json` is read, and:
- every share that a sentence prints is summed and rounded again from the source counts, of whichever body and group;
- every quantity in words ("about two thirds", "more than 80%") is held against that share by rules written down here;
- every difference that was tested is tested again: size, interval, p-value, the correction for many tests, and the class;
- "higher", "lower", "up" and "down" in a sentence are what the two shares in it are;
- "nearly twice as likely" is true of the risk ratio and its interval, by the rules of docs/statistics.md;
- what people said "most often" is the highest share of its scale, and the lowest is the lowest;
- "31 other questions" and "the other 11 councils" are so many, and so is a number of people in a sentence;
- what is working well has two thirds, what is not has less than half or is lower than elsewhere.

Nothing of the program is used but its words. scipy has the distributions, the rest is arithmetic.
"""

import json
import re
import subprocess
import sys
from fractions import Fraction
from math import exp, log, sqrt
from pathlib import Path

import yaml
from scipy.stats import hypergeom, norm

ROOT = Path(__file__).resolve().parents[2]
ASCS = sorted(path.parent.name for path in (ROOT / "Examples/ascs-2020-21").glob("*/report.yaml"))
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


def is_likely(words: str, a, m, b, n) -> bool:
    """Whether "nearly twice as likely" is true of a in m beside b in n: Katz's interval must lie above k - 1 and 1."""
    ratio = (a / m) / (b / n)
    low = exp(log(ratio) - Z * sqrt(1 / a - 1 / m + 1 / b - 1 / n))
    words = words.lower()
    if "one and a half" in words:
        return 1.4 <= ratio <= 1.6 and low > 1
    times = re.search(r"(twice|(\w+) times) as likely", words)
    multiple = 2 if times[1] == "twice" else NUMBERS[times[2]]
    if not low > max(1, multiple - 1):
        return False
    off = ratio - multiple
    limits = {"nearly": (-0.3, 0), "just": (0.05, 0.3), "more": (0.3, 0.7)}
    least, most = limits.get(words.split()[0], (0, 0.05))
    return least - 1e-9 <= off <= (1e9 if multiple == 10 else most) + 1e-9


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
        self.faults, self.shares, self.tests, self.words, self.others = [], 0, 0, 0, 0

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
            if finding["kind"] == "groups" and values:
                said = [
                    "".join(found).lower()
                    for found in re.findall(r"(higher|lower) share|(Higher|Lower)(?: too|, though):|(And|Also,) \d", finding["text"])]
                directions = []
                for one in said:
                    directions.append(directions[-1] if one in ("and", "also,") else one)
                self.check(len(directions) * 2 == len(values), f"{len(values)} shares: {finding['text']}")
                for direction, own, everybody in zip(directions, values[::2], values[1::2]):
                    self.check(own > everybody if direction == "higher" else own < everybody, finding["text"])
            if finding["kind"] in ("compared", "changed") and len(values) > 1:
                if re.search(r"higher share|up from", finding["text"]):
                    self.check(all(values[0] > value for value in values[1:]), finding["text"])
                if re.search(r"lower share|down from", finding["text"]):
                    self.check(all(values[0] < value for value in values[1:]), finding["text"])

    def check_likelihoods(self):
        for finding in self.found["findings"]:
            for part in (part for sentence in finding["sentences"] for part in sentence):
                if "as likely" not in part.get("claim", ""):
                    continue
                for question in {figure.split(".")[1] for figure in part["of"]}:
                    figures = [figure for figure in part["of"] if figure.split(".")[1] == question]
                    (a, m), *rest = [self.measure(figure) for figure in figures]
                    b, n = sum(one for one, _ in rest), sum(base for _, base in rest)
                    self.others += 1
                    self.check(
                        is_likely(part["claim"], *map(float, (a, m, b, n))),
                        f"'{part['claim']}' is said of {float(a / m):.3f} and {float(b / n):.3f} ({question})")

    def shares_beside(self, figure: str, theme: str | None):
        """The shares, of 50 answers or more, that stand on the scale of a figure."""
        audience, question = figure.split(".")[:2]
        asked = self.wave.questions[question]
        for other in self.wave.instrument["questions"]:
            same = all(other[key] == asked[key] for key in ("audience", "scale"))
            if not same or theme and other["theme"] != theme or "variantOf" in other or other.get("preferred") is False:
                continue
            tables = self.wave.tables(self.body, other["id"])
            background = {one["id"] for one in self.wave.instrument["themes"] if one.get("background")}
            replies = tables[0].get("replies") if tables else None
            if isinstance(replies, int) and replies >= 50 and (theme or other["theme"] not in background):
                count, base = self.wave.measure(self.body, other["id"])
                yield shown(count, base)

    def check_extremes(self):
        named = [(None, finding) for finding in self.found["findings"] if finding["kind"] == "extremes"]
        for theme in self.found["openings"]:
            named += [(theme["theme"], finding) for finding in theme["findings"] if finding["kind"] == "extremes"]
        for theme, finding in named:
            printed = [
                Fraction(part["shown"].rstrip("%")) for sentence in finding["sentences"] for part in sentence
                if part.get("figure", "").split("@")[0].endswith("positive")]
            try:
                all_shares = list(self.shares_beside(finding["figures"][0], theme))
            except KeyError:
                continue
            self.others += 1
            self.check(
                max(all_shares) == printed[0] and min(all_shares) == printed[-1],
                f"{finding['text']} ({float(max(all_shares))}, {float(min(all_shares))})")

    def check_numbers(self):
        """Numbers of questions, councils and people."""
        for finding in self.found["findings"]:
            parts = [part for sentence in finding["sentences"] for part in sentence]
            for part in parts:
                claim = part.get("claim", "").lower()
                number = NUMBERS.get(claim) or (int(claim) if claim.isdigit() else None)
                if number and "questions" in finding["text"]:
                    self.others += 1
                    self.check(number == len(part["of"]), f"{claim} is said of {len(part['of'])}: {finding['text']}")
                if part.get("figure", "").split("@")[0].endswith(".base"):
                    wave, body, *place = self.source(part["figure"])
                    bases = [sum(table["replies"] for table in wave.tables(body, *place))]
                    if finding["kind"] == "process":
                        bases += [self.measure(figure)[1] for figure in finding["figures"] if "positive" in figure]
                    self.others += 1
                    self.check(int(part["shown"]) == bases[0] == min(bases), f"{bases[0]} people: {finding['text']}")
        for family in self.found["families"]:
            count = re.search(r"the other (\w+) \w+", family["others"])
            body = family["differences"][0]["beside"].split("@")[1] if family["differences"] else ""
            if not count or body not in ("region", "all"):
                continue
            total = self.wave.raw[self.wave.raw[self.body]["body"]["region"] if body == "region" else body]
            number = NUMBERS.get(count[1]) or (int(count[1]) if count[1].isdigit() else None)
            if number:
                self.others += 1
                self.check(number == total["body"]["councils"] - 1, family["others"])

    def check_lists(self):
        lower = {
            one["figure"] for family in self.found["families"] for one in family["differences"]
            if one["verdict"] == "lower"}
        for finding in self.found["findings"]:
            if finding["kind"] not in ("working", "not-working"):
                continue
            count, base = self.measure(finding["figures"][0])
            share = Fraction(count * 100, base) if base else count
            is_lower = finding["figures"][0] in lower
            self.others += 1
            self.check(
                3 * share >= 200 and not is_lower if finding["kind"] == "working" else share < 50 or is_lower,
                f"{float(share):.1f}%: {finding['text']}")

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
        report.check_likelihoods()
        report.check_extremes()
        report.check_numbers()
        report.check_lists()
        for fault in report.faults:
            print(f"error: {folder}/{body}: {fault}", file=sys.stderr)
        faults += len(report.faults)
        print(f"{folder}/{body}: {report.shares} shares, {report.words} quantities, {report.tests} tests, {report.others} others")
        if report.shares < 6:
            print(f"error: {folder}/{body}: hardly anything was checked", file=sys.stderr)
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
