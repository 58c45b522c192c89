#!/usr/bin/env python3
"""Attacks invented waves from outside: takes them through poet, reads only what is published, and works out by linear
programming what was withheld. Fails where a withheld number can be worked out more closely than the policy allows.

    Scripts/checks/attack/attack.py POET [--many] [--start N] [--end N] [--seed N]

--many attacks hundreds of councils, in larger waves, from --start up to --end; --seed one wave, and keeps its folder.
"""

import argparse
import csv
import html
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

import invent
from outsider import INFINITY, Outsider

FEW, MANY = 8, 120


def instrument():
    """The questionnaire, as the outsider needs it."""
    read = yaml.safe_load(invent.INSTRUMENT)
    scales = {}
    for scale in read["scales"]:
        answers = [a["id"] for a in scale["answers"]]
        forms = {"full": {a: [a] for a in answers}}
        for rung in scale.get("ladder", []):
            forms[rung["id"]] = {a["id"]: a["of"] for a in rung["answers"]}
        scales[scale["id"]] = dict(
            answers=answers, outside=[o["id"] for o in scale.get("outside", [])], forms=forms,
            multiple=scale.get("multiple", False), measure=scale.get("measure", answers[:1]))
    groups = {}
    for group in read["groups"]:
        groups[group["id"]] = dict(
            categories={c["id"]: c.get("answers", [c["id"]]) for c in group["categories"]},
            merges={m["id"]: m["of"] for m in group.get("merges", [])}, question=group.get("question"))
    return dict(scales=scales, groups=groups, questions={q["id"]: q for q in read["questions"]})


def run(poet, *arguments, fails=False):
    done = subprocess.run([poet, *map(str, arguments)], capture_output=True, text=True)
    if (done.returncode != 0) != fails:
        raise SystemExit(f"error: poet {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}")
    return done


class Truth:
    """The private numbers: they tell which sums are whole, and which withheld numbers are small. Never shown to the outsider."""

    def __init__(self, folder, survey):
        self.survey, self.rows, self.bodies = survey, {}, {}
        for path in sorted((folder / "private").glob("*.json")):
            if path.name == "disclosure-audit.json":
                continue
            raw = json.loads(path.read_text())
            self.bodies[raw["body"]["id"]] = raw["body"]
            for t in raw["tables"]:
                numbers = t["answers"] | {"outside." + o: n for o, n in t.get("outside", {}).items()}
                key = (raw["body"]["id"], t["question"], t.get("group"), t.get("category"))
                self.rows[key] = numbers | {"base": t["replies"]}

    def is_whole(self, total, parts):
        parts = [self.rows[p] for p in parts]
        return all(sum(p[name] for p in parts) == number for name, number in self.rows[total].items())


def know(truth, published, survey):
    """The outsider with all that is published and all the sums that hold."""
    outsider = Outsider(survey)
    for key in truth.rows:
        outsider.row(*key)
    councils = [b for b in truth.bodies.values() if b["kind"] == "council"]
    regions = [b for b in truth.bodies.values() if b["kind"] == "region"]
    for key in list(truth.rows):
        body, question, group, category = key
        if group is None:
            for name, other in survey["groups"].items():
                parts = [(body, question, name, c) for c in other["categories"]]
                if all(p in truth.rows for p in parts):
                    outsider.link(outsider.rows[key], [outsider.rows[p] for p in parts], truth.is_whole(key, parts))
        elif survey["groups"][group]["question"]:
            row, source = outsider.rows[key], survey["groups"][group]
            answers = [outsider.row(body, source["question"]).answers[a] for a in source["categories"][category]]
            outsider.at_most(row.base + list(row.outside.values()), answers)
            row.caps.append(answers)
        if truth.bodies[body]["kind"] == "region":
            parts = [(b["id"], *key[1:]) for b in councils if b.get("region") == body]
        elif truth.bodies[body]["kind"] == "all":
            parts = [(b["id"], *key[1:]) for b in regions or councils]
        else:
            continue
        outsider.link(outsider.rows[key], [outsider.rows[p] for p in parts], truth.is_whole(key, parts))
    for results in published:
        outsider.read(results)
    outsider.prepare()
    return outsider


def targets(published, truth, outsider, wave, survey):
    """Every withheld number: what it is called, its row, the names that make it up, how many steps it must stay unsure."""
    told = {}
    for results in published:
        for t in results["tables"]:
            for row in outsider.parts(results["body"]["id"], t["question"], t.get("group"), t.get("category")):
                told[(row.body, row.question, row.group, row.category)] = t
    # A total of too few councils, replies and all, is withheld for the sake of those that publish nothing: they are judged.
    too_few = {results["body"]["id"] for results in published if results["body"]["kind"] != "council"
               and all(r["replies"] == "withheld" for r in results["responses"])}
    for key, row in outsider.rows.items():
        if key[0] in too_few:
            continue
        table, scale = told.get(key), outsider.scale(key[1])
        merged = table is not None and table.get("category") != row.category
        width = wave["policy"]["protectWhole" if row.group is None else "protectGroups"]
        numbers = truth.rows[key]
        if not any(numbers.values()) and key[0] not in wave["without"]:
            continue  # A row without anybody has no one to protect.
        names = []
        if table is None or merged or table["showing"] not in ("shown", "caution"):
            if table is None or merged or table["base"] == "withheld":
                names.append(["base"])
            forms = {tuple(parts) for form in scale["forms"].values() for parts in form.values()}
            names += [list(parts) for parts in forms if not (scale["multiple"] and len(parts) > 1)]
            names += [["outside." + o] for o in row.outside]
        else:
            form = scale["forms"][table["form"]]
            names += [form[a] for a, cell in table["answers"].items() if isinstance(cell, str)]
            names += [["outside." + o] for o, cell in table.get("outside", {}).items() if isinstance(cell, str)]
            if isinstance(table.get("positive"), str):
                names.append(scale["measure"])
            # Within a coarser answer a small number is as private as anywhere.
            names += [[a] for parts in form.values() if len(parts) > 1 for a in parts if 0 < numbers[a] < width]
        for some in names:
            yield "+".join(some), row, some, width


def read(folder):
    return [json.loads(p.read_text()) for p in sorted(folder.glob("*.json")) if p.name != "disclosure-audit.json"]


def attack(folder, wave, survey, published=None):
    """The withheld numbers that are worked out too closely, and how many were tried."""
    truth = Truth(folder, survey)
    published = published or read(folder / "published")
    earlier = [results for draft in sorted((folder / "earlier").glob("*")) for results in read(draft)]
    outsider = know(truth, published + earlier, survey)
    # What earlier releases tell by themselves, nothing can take back.
    before = know(truth, earlier, survey) if earlier else None
    leaks, tried = [], 0
    for name, row, names, width in targets(published, truth, outsider, wave, survey):
        tried += 1
        unknowns = row.named(names)
        required = min(width, outsider.limit(row, names))
        if before:
            told = before.row(row.body, row.question, row.group, row.category).named(names)
            ends = before.range(told, required)
            required = required if ends is None else min(required, ends[1] - ends[0])
        found = outsider.range(unknowns, required)
        if found is None:
            continue
        low, high = found
        value = sum(truth.rows[(row.body, row.question, row.group, row.category)][n] for n in names)
        if not low - 1e-6 <= value <= high + 1e-6:
            raise SystemExit(f"error: the outsider is wrong about {row.body} {row.question} {row.group}={row.category} {name}")
        if high - low < required:
            place = f"{row.body} {row.question}" + (f" {row.group}={row.category}" if row.group else "")
            leaks.append(f"{place} {name}: {low} to {high if high < INFINITY / 2 else 'any'}, {required} steps wanted")
    return leaks, tried, published


def can_fail(folder, wave, survey, published, rng):
    """Whether the outsider notices a withheld number that is told after all: tries some, counts those that give others away."""
    truth, noticed = Truth(folder, survey), 0
    places = [(r, t, a) for r in published for t in r["tables"] for a, c in t.get("answers", {}).items()
              if isinstance(c, str) and not t.get("category") in ("others",)]
    for results, table, answer in rng.sample(places, min(3, len(places))):
        cell = table["answers"][answer]
        form = survey["scales"][survey["questions"][table["question"]]["scale"]]["forms"][table["form"]]
        key = (results["body"]["id"], table["question"], table.get("group"), table.get("category"))
        table["answers"][answer] = {"count": sum(truth.rows[key][a] for a in form[answer])}
        noticed += bool(attack(folder, wave, survey, published)[0])
        table["answers"][answer] = cell
    return noticed


NUMBER = re.compile(r"\d+(?:\.\d+)?")


def printed(table, line, survey):
    """The published cell behind a line of a data file; where its form is a coarser one, the sum of published cells."""
    if line["answer"] == "positive":
        return table.get("positive", "[c]")
    cells = table.get("answers", {}) | table.get("outside", {})
    if line["answer-form"] == table["form"] or not table.get("answers") or line["answer"] in table.get("outside", {}):
        return cells.get(line["answer"], "[c]")
    forms = survey["scales"][survey["questions"][table["question"]]["scale"]]["forms"]
    inside = forms[line["answer-form"]][line["answer"]]
    parts = [cells[a] for a, of in forms[table["form"]].items() if set(of) <= set(inside)]
    if any(isinstance(c, str) for c in parts):
        return "[c]"
    count = sum(c["count"] for c in parts)
    base = table["base"]["about"] if isinstance(table["base"], dict) else table["base"]
    return {"share": (200 * count + base) // (2 * base), "count": count}


def check_pages(poet, folder, wave, published, last, survey):
    """Renders a report, and holds every number of its tables, charts and data files against the published results."""
    body = wave["councils"][0]
    output = folder / "output"
    if body in wave["without"]:
        told = run(poet, "render", folder / body, "--output", output, fails=True).stderr
        if "consent" not in told:
            raise SystemExit(f"error: {body} has not consented, and its report is refused with other words:\n{told}")
        return 0
    run(poet, "render", folder / body, "--output", output, "--formats", "html,svg,csv", "--date", "2026-01-31")
    tables = {(r["wave"], r["body"]["name"], t["question"], t.get("group", ""), t.get("category", "")): t
              for r in published + last for t in r["tables"]}
    checked, before = 0, 0
    for path in sorted((output / body / "data").glob("*.csv")):
        for line in csv.DictReader(path.open(newline="")):
            # How many replied has a file of its own, without questions.
            if "question" not in line:
                continue
            table = tables[tuple(line[c] for c in ("wave", "body", "question", "group", "category"))]
            cell = printed(table, line, survey)
            told = (line["percentage"], line["count"]) if line["marker"] == "" else line["marker"]
            expected = cell if isinstance(cell, str) else (str(cell.get("share", "")), str(cell.get("count", "")))
            if told != expected and not (told[0] == expected[0] and told[1] == ""):
                raise SystemExit(f"error: {path} says {told} of {line['question']} {line['answer']}, published is {expected}")
            checked += 1
            before += line["wave"] != published[0]["wave"]
    # A council that may show nothing compares nothing.
    if last and checked and not before:
        raise SystemExit(f"error: the report of {output} compares with the last wave, and no data file holds it")
    # A picture tells a share by a text or by a length: every number in it that says "%" is a published one.
    shares = {str(c["share"]) for r in published + last for t in r["tables"]
              for c in [*t.get("answers", {}).values(), t.get("positive")] if isinstance(c, dict) and "share" in c}
    shares |= {"0", "20", "25", "40", "50", "60", "75", "80", "100", "95"}
    for path in [*sorted((output / body / "charts").glob("*.svg")), output / body / "report.html"]:
        text = re.sub(r"<(style|script)\b.*?</\1>", "", path.read_text(), flags=re.S)
        for piece in re.findall(r">([^<]*)<", text):
            for number in re.findall(r"(\d+(?:\.\d+)?)\s?(?:%|per cent)", html.unescape(piece)):
                checked += 1
                if number not in shares and path.suffix == ".svg":
                    raise SystemExit(f"error: {path} says {number}%, which is nowhere in the published results")
    return checked


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("poet")
    parser.add_argument("--many", action="store_true")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--end", type=int)
    options = parser.parse_args()
    seeds = [options.seed] if options.seed is not None else range(options.start, options.end or (MANY if options.many else FEW))
    survey, faults, tried, councils, values, noticed = instrument(), 0, 0, 0, 0, 0
    drafts, refused, lasts = 0, 0, 0
    place = Path(tempfile.mkdtemp(prefix="poet-attack-"))
    for seed in seeds:
        folder = place / f"wave-{seed}"
        wave = invent.wave(seed, folder, is_large=options.many)
        last = []
        if wave["last"]:
            before = folder.parent / f"{folder.name}-last"
            run(options.poet, "disclose", before)
            leaks, count, last = attack(before, wave["last"], survey)
            for leak in leaks:
                print(f"wave {seed}, the one before: {leak}", flush=True)
            faults, tried, councils = faults + len(leaks), tried + count, councils + len(wave["last"]["councils"])
            lasts += 1
        if wave["draft"]:
            invent.write_policy(folder, wave["draft"])
            run(options.poet, "disclose", folder)
            shutil.copytree(folder / "published", folder / "earlier" / "draft")
            invent.write_policy(folder, wave["policy"])
            drafts += 1
            if wave["draft"]["rounding"] != wave["policy"]["rounding"]:
                told = run(options.poet, "disclose", folder, fails=True).stderr
                if "has the rounding" not in told:
                    raise SystemExit(f"error: {folder} has a draft with the other rounding, and is refused with other words:\n{told}")
                shutil.rmtree(folder / "earlier")
                shutil.rmtree(folder / "published")
                refused += 1
            # What the draft told may leave no release that is safe by the other policy: then there must be none.
            done = subprocess.run([options.poet, "disclose", folder], capture_output=True, text=True)
            if done.returncode and "can be worked out from others in the release" in done.stderr:
                refused += 1
                continue
        run(options.poet, "disclose", folder)
        leaks, count, published = attack(folder, wave, survey)
        for leak in leaks:
            print(f"wave {seed}: {leak}", flush=True)
        faults, tried, councils = faults + len(leaks), tried + count, councils + len(wave["councils"])
        if seed % 4 == 0:
            values += check_pages(options.poet, folder, wave, published, last, survey)
        if seed % 6 == 1 and not noticed:
            noticed += can_fail(folder, wave, survey, published, random.Random(seed))
        if options.seed is None:
            for some in (folder, folder.parent / f"{folder.name}-last"):
                shutil.rmtree(some, ignore_errors=True)
        if options.many:
            print(f"wave {seed}: {count} attacked", file=sys.stderr, flush=True)
    if options.seed is None:
        shutil.rmtree(place)
        if not noticed and any(seed % 6 == 1 for seed in seeds):
            raise SystemExit("error: numbers were told on purpose, and the outsider noticed none")
    else:
        print(place)
    print(f"{len(list(seeds))} waves, {drafts} of them after a draft ({refused} refused), {lasts} after another wave, "
          f"{councils} councils: {tried} withheld numbers attacked, {faults} worked out too closely; "
          f"{values} printed values are the published ones")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
