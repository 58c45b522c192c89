"""Invents waves: councils of all sizes, groups, regions, totals, holders and carers, several policies.

Every number here comes from a seeded generator. Nobody has answered anything.
"""

import json
import random
from pathlib import Path

FIVE = ["lot-better", "better", "same", "worse", "lot-worse"]

INSTRUMENT = """format: poet-instrument/1
id: invented
title: An invented survey
note: Invented, to be attacked.
audiences:
  - {id: holders, singular: budget holder, plural: budget holders}
  - {id: carers, singular: carer, plural: carers}
themes: [{id: life, title: Life}]
scales:
  - id: better5
    answers:
      - {id: lot-better, label: A lot better, polarity: positive}
      - {id: better, label: Better, polarity: positive}
      - {id: same, label: No difference, polarity: neutral}
      - {id: worse, label: Worse, polarity: negative}
      - {id: lot-worse, label: A lot worse, polarity: negative}
    outside: [{id: na, label: Does not apply}, {id: unsure, label: Do not know}]
    measure: [lot-better, better]
    measureLabel: better or a lot better
    ladder:
      - id: three
        title: three points
        answers:
          - {id: better, label: Better, polarity: positive, of: [lot-better, better]}
          - {id: same, label: No difference, polarity: neutral, of: [same]}
          - {id: worse, label: Worse, polarity: negative, of: [worse, lot-worse]}
      - id: two
        title: better or not
        answers:
          - {id: better, label: Better, polarity: positive, of: [lot-better, better]}
          - {id: not-better, label: Not better, polarity: negative, of: [same, worse, lot-worse]}
  - id: yes-no
    answers:
      - {id: "yes", label: "Yes", polarity: positive}
      - {id: "no", label: "No", polarity: negative}
    outside: [{id: unsure, label: Do not know}]
  - id: helpers
    multiple: true
    answers:
      - {id: family, label: Family, polarity: neutral}
      - {id: staff, label: Staff, polarity: neutral}
      - {id: nobody, label: Nobody, polarity: negative}
    measure: [nobody]
groups:
  - id: held
    title: How the budget is held
    audience: holders
    categories:
      - {id: direct, label: Direct payment}
      - {id: council, label: The council}
      - {id: provider, label: A provider}
      - {id: friend, label: A friend}
    merges: [{id: others, label: A provider or a friend, of: [provider, friend]}]
  - id: told
    title: Whether people knew the amount
    audience: holders
    question: amount
    process: true
    categories:
      - {id: "yes", label: Knew it}
      - {id: "no", label: Did not}
questions:
  - {id: dignity, theme: life, audience: holders, wording: "Dignity?", scale: better5, headline: true}
  - {id: safety, theme: life, audience: holders, wording: "Safety?", scale: better5}
  - {id: amount, theme: life, audience: holders, wording: "Did you know the amount?", scale: yes-no}
  - {id: helpers, theme: life, audience: holders, wording: "Who helps?", scale: helpers}
  - {id: caring, theme: life, audience: carers, wording: "Caring?", scale: better5}
"""

POLICIES = [
    dict(withholdBelow=10, percentagesFrom=30, protectWhole=3, protectGroups=5, zeroNegativeFrom=50, rounding="exact"),
    dict(withholdBelow=10, percentagesFrom=30, protectWhole=5, protectGroups=5, zeroNegativeFrom=50, rounding="five"),
    dict(withholdBelow=5, percentagesFrom=10, protectWhole=5, protectGroups=8, zeroNegativeFrom=100, rounding="exact"),
    dict(withholdBelow=20, percentagesFrom=30, protectWhole=3, protectGroups=3, zeroNegativeFrom=0, rounding="five"),
]


class Person:
    """One who answered: where they stand in the groups, and what they said, None where they said nothing."""

    def __init__(self, rng: random.Random, mood: list[float], held: list[float], has_gaps: bool):
        self.held = rng.choices(["direct", "council", "provider", "friend", None], held + [0.06 if has_gaps else 0])[0]
        self.said = {}
        for question in ("dignity", "safety"):
            self.said[question] = rng.choices(FIVE + ["na", "unsure", None], mood + [0.04, 0.03, 0.03])[0]
        self.said["amount"] = rng.choices(["yes", "no", "unsure", None], [0.6, 0.32, 0.05, 0.03])[0]
        self.helped = [h for h, chance in (("family", 0.5), ("staff", 0.3)) if rng.random() < chance] or ["nobody"]
        if rng.random() < 0.04:
            self.helped = None


def table(question: str, people: list, answers: list[str], outside: list[str], **place) -> dict:
    if question == "helpers":
        told = [p.helped for p in people if p.helped is not None]
        return dict(question=question, **place, replies=len(told),
                    answers={a: sum(a in h for h in told) for a in answers})
    said = [p.said[question] for p in people]
    counts = {a: said.count(a) for a in answers}
    row = dict(question=question, **place, replies=sum(counts.values()), answers=counts)
    if outside:
        row["outside"] = {o: said.count(o) for o in outside}
    return row


def tables(holders: list, carers: list) -> list[dict]:
    rows = []
    for question in ("dignity", "safety"):
        rows.append(table(question, holders, FIVE, ["na", "unsure"]))
        for category in ("direct", "council", "provider", "friend"):
            part = [p for p in holders if p.held == category]
            rows.append(table(question, part, FIVE, ["na", "unsure"], group="held", category=category))
        for category in ("yes", "no"):
            part = [p for p in holders if p.said["amount"] == category]
            rows.append(table(question, part, FIVE, ["na", "unsure"], group="told", category=category))
    rows.append(table("amount", holders, ["yes", "no"], ["unsure"]))
    for category in (None, "direct", "council", "provider", "friend"):
        part = [p for p in holders if category is None or p.held == category]
        place = {} if category is None else dict(group="held", category=category)
        rows.append(table("helpers", part, ["family", "staff", "nobody"], [], **place))
    for person in carers:
        person.said["caring"] = person.said["dignity"]
    rows.append(table("caring", carers, FIVE, ["na", "unsure"]))
    return rows


def results(body: dict, holders: list, carers: list) -> dict:
    return dict(
        format="poet-raw/1", instrument="invented", body=body, units="counts", basePrecision=1,
        responses=[dict(audience="holders", replies=len(holders)), dict(audience="carers", replies=len(carers))],
        tables=tables(holders, carers))


def write_policy(folder: Path, policy: dict) -> None:
    lines = [f"{key}: {value}" for key, value in policy.items()]
    (folder / "mine.yaml").write_text("format: poet-policy/1\nid: mine\ntitle: Mine\n" + "\n".join(lines) + "\n")


def wave(seed: int, folder: Path, is_large: bool = False) -> dict:
    """Writes a wave's folder; returns what it is made of: the policy, the bodies, who has not consented."""
    rng = random.Random(seed)
    policy = dict(POLICIES[seed % len(POLICIES)], cautionBelow=50, minimumCouncils=rng.choice([0, 2, 3]))
    regions = rng.choice([0, 1, 2, 2] if is_large else [0, 0, 1])
    per = rng.randint(2, 4 if is_large else 3)
    has_gaps = rng.random() < 0.4
    small = rng.random() < 0.3
    bodies, groups = [], []
    for region in range(max(1, regions)):
        members, home = [], f"region-{region}" if regions else None
        for place in range(per):
            mood = [rng.random() ** 2 * w + 0.01 for w in (1.2, 1, 0.6, 0.3, 0.15)]
            held = [0.5, 0.3, 0.15 * rng.random() + 0.02, 0.1 * rng.random() + 0.01]
            size = rng.randint(12, 45) if small and place == 0 else rng.randint(40, 260)
            holders = [Person(rng, mood, held, has_gaps) for _ in range(size)]
            carers = [Person(rng, mood, held, False) for _ in range(rng.randint(8, 120))]
            id = f"c{region}{place}"
            body = dict(id=id, name=f"Council {id}", kind="council")
            if home:
                body["region"] = home
            bodies.append((body, holders, carers))
            members.append((holders, carers, id))
        hidden = rng.choice([0, 0, 3])
        extra = [Person(rng, mood, held, has_gaps) for _ in range(60 * hidden)]
        pool = [sum((m[0] for m in members), extra), sum((m[1] for m in members), extra[:40])]
        groups.append((pool, len(members) + hidden))
        if home:
            bodies.append((dict(id=home, name=home, kind="region", councils=len(members) + hidden), *pool))
    total = [sum((g[0][side] for g in groups), []) for side in (0, 1)]
    if rng.random() < 0.8:
        bodies.append((dict(id="all", name="All", kind="all", councils=sum(g[1] for g in groups)), *total))
    councils = [b[0]["id"] for b in bodies if b[0]["kind"] == "council"]
    without = rng.sample(councils, rng.choice([1, 1, 3])) if seed % 3 == 2 and len(councils) > 3 else []

    (folder / "private").mkdir(parents=True, exist_ok=True)
    (folder / "invented.yaml").write_text(INSTRUMENT)
    write_policy(folder, policy)
    more = f"withoutConsent: [{', '.join(without)}]\n" if without else ""
    # Some waves are not the first: their reports compare with the last one, which had a policy of its own.
    last = None
    if seed % 4 == 0:
        last = last_wave(seed, folder.parent / f"{folder.name}-last", [b[0] for b in bodies])
        more += f"last: ../{folder.name}-last\ncomparators:\n  - {{body: last, label: Last time}}\n"
        more += "".join(f"  - {{body: {b}, label: {b}}}\n" for b in ("region", "all")
                        if any(body["kind"] == b for body, _, _ in bodies))
    write_wave(folder, "invented", more)
    for body, holders, carers in bodies:
        (folder / "private" / f"{body['id']}.json").write_text(json.dumps(results(body, holders, carers)))
    for id in councils[:1]:
        (folder / id).mkdir(exist_ok=True)
        (folder / id / "report.yaml").write_text(f"format: poet-report/1\nbody: {id}\n")
    # A draft that has left the house under another policy, of some waves; of half of these with the other rounding.
    other = POLICIES[(seed + (1 if seed % 6 == 4 else 2)) % len(POLICIES)]
    draft = dict(other, cautionBelow=50, minimumCouncils=policy["minimumCouncils"])
    return dict(policy=policy, without=without, councils=councils, draft=draft if seed % 3 == 1 else None, last=last)


def last_wave(seed: int, folder: Path, bodies: list[dict]) -> dict:
    """The wave before: the same bodies, other people, the next policy."""
    rng = random.Random(10_000 + seed)
    policy = dict(POLICIES[(seed // 4 + 1) % len(POLICIES)], cautionBelow=50, minimumCouncils=0)
    people = {}
    for body in bodies:
        if body["kind"] == "council":
            mood = [rng.random() * w + 0.01 for w in (1.2, 1, 0.6, 0.3, 0.15)]
            held = [0.5, 0.3, 0.15 * rng.random() + 0.02, 0.1 * rng.random() + 0.01]
            people[body["id"]] = [[Person(rng, mood, held, False) for _ in range(rng.randint(10, most))]
                                  for most in (160, 70)]
    (folder / "private").mkdir(parents=True, exist_ok=True)
    (folder / "invented.yaml").write_text(INSTRUMENT)
    write_policy(folder, policy)
    write_wave(folder, "invented-last", "")
    for body in bodies:
        inside = [b["id"] for b in bodies if b["kind"] == "council" and (
            b is body or body["kind"] == "all" or b.get("region") == body["id"])]
        both = [sum((people[i][side] for i in inside), []) for side in (0, 1)]
        body = body if body["kind"] == "council" else dict(body, councils=len(inside))
        (folder / "private" / f"{body['id']}.json").write_text(json.dumps(results(body, *both)))
    return dict(policy=policy, without=[], councils=list(people))


def write_wave(folder: Path, id: str, more: str):
    (folder / "wave.yaml").write_text(
        f"format: poet-wave/1\nid: {id}\ntitle: Invented\ninstrument: invented\npolicy: mine\n"
        "notice: INVENTED.\nsource: Invented.\n" + more)
