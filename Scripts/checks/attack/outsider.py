"""An outsider who reads published files alone, and works out by linear programming what they withhold."""

import math

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

INFINITY = 10**6


class Row:
    """One row of one body: the unknown number of each answer of the questionnaire, and of each answer outside the base."""

    def __init__(self, model, body, question, group, category):
        self.body, self.question, self.group, self.category = body, question, group, category
        scale = model.scale(question)
        name = lambda answer: model.unknown((body, question, group, category, answer))
        self.answers = {a: name(a) for a in scale["answers"]}
        self.outside = {o: name("outside." + o) for o in scale["outside"]}
        self.is_multiple = scale["multiple"]
        # Where people choose several answers the base is an unknown of its own.
        self.base = [name("base")] if self.is_multiple else list(self.answers.values())
        self.totals = []
        # Numbers of other questions that these people are among.
        self.caps = []
        self.told = 0

    def named(self, names):
        """The unknowns of answers, of answers outside the base, or of `base`."""
        every = self.answers | {"outside." + o: u for o, u in self.outside.items()}
        return [u for n in names for u in (self.base if n == "base" else [every[n]])]


class Outsider:
    """Everything that is known: unknowns with bounds, and sums with the least and greatest they can be."""

    def __init__(self, instrument: dict):
        self.instrument = instrument
        self.index, self.low, self.high, self.sums = {}, [], [], []
        self.rows, self.facts = {}, []

    def scale(self, question):
        return self.instrument["scales"][self.instrument["questions"][question]["scale"]]

    def unknown(self, name):
        if name not in self.index:
            self.index[name] = len(self.low)
            self.low.append(0)
            self.high.append(INFINITY)
        return self.index[name]

    def row(self, body, question, group=None, category=None):
        key = (body, question, group, category)
        if key not in self.rows:
            self.rows[key] = row = Row(self, *key)
            if row.is_multiple:
                for answer in row.answers.values():
                    self.at_most([answer], row.base)
        return self.rows[key]

    def equal(self, left, right):
        self.sums.append(([*left, *right], [1] * len(left) + [-1] * len(right), 0, 0))

    def at_most(self, left, right):
        self.sums.append(([*left, *right], [1] * len(left) + [-1] * len(right), -INFINITY, 0))

    def between(self, unknowns, low, high):
        self.sums.append((list(unknowns), [1] * len(unknowns), low, high))
        self.facts.append((frozenset(unknowns), high))

    # What is published.

    def parts(self, body, question, group, category):
        """The rows behind a published one: several where categories were merged."""
        merged = self.instrument["groups"].get(group, {}).get("merges", {}).get(category)
        return [self.row(body, question, group, c) for c in merged or [category]]

    def read(self, published: dict):
        body = published["body"]["id"]
        replies = {r["audience"]: span(r["replies"]) for r in published["responses"]}
        for table in published["tables"]:
            question, group, category = table["question"], table.get("group"), table.get("category")
            rows = self.parts(body, question, group, category)
            scale = self.scale(question)
            base = [u for row in rows for u in row.base]
            known = span(table["base"])
            if known:
                self.between(base, *known)
                if len(rows) == 1:
                    rows[0].told = known[0]
            if group is None and replies.get(self.instrument["questions"][question]["audience"]):
                most = replies[self.instrument["questions"][question]["audience"]][1]
                outside = [u for row in rows for u in row.outside.values()]
                self.sums.append((base + outside, [1] * len(base + outside), 0, most))
                least = known[0] if known else 0
                self.facts.append((frozenset(outside), most - least))
            form = scale["forms"][table["form"]]
            for answer, cell in table.get("answers", {}).items():
                self.cell([row.answers[a] for row in rows for a in form[answer]], cell, table, known)
            if "positive" in table:
                self.cell([row.answers[a] for row in rows for a in scale["measure"]], table["positive"], table, known)
            for answer, cell in table.get("outside", {}).items():
                self.cell([row.outside[answer] for row in rows], cell, table, known)

    def cell(self, unknowns, cell, table, base):
        if isinstance(cell, str):
            return
        slack = table["base"]["roundedTo"] // 2 if isinstance(table["base"], dict) else 0
        if "count" in cell:
            self.between(unknowns, max(0, cell["count"] - slack), cell["count"] + slack)
        elif base:
            half = 0.5
            self.between(unknowns, math.ceil((cell["share"] - half) * base[0] / 100),
                         math.floor((cell["share"] + half) * base[1] / 100))

    # What everybody knows of the survey.

    def link(self, total, parts, is_whole):
        """Number by number, a total is its parts together, or no less."""
        relate = self.equal if is_whole else self.at_most
        for part in parts:
            part.totals.append(total)
        if total.is_multiple:
            relate([u for p in parts for u in p.base], total.base)
        for answers in (total.answers, total.outside):
            for answer, unknown in answers.items():
                relate([(p.answers if answers is total.answers else p.outside)[answer] for p in parts], [unknown])

    # Working it out.

    def propagate(self):
        low, high = self.low, self.high
        for _ in range(50):
            changed = False
            for unknowns, signs, least, most in self.sums:
                ends = [(low[u], high[u]) if s > 0 else (-high[u], -low[u]) for u, s in zip(unknowns, signs)]
                down, up = sum(e[0] for e in ends), sum(e[1] for e in ends)
                for u, s, (a, b) in zip(unknowns, signs, ends):
                    new_low, new_high = least - (up - b), most - (down - a)
                    if s < 0:
                        new_low, new_high = -new_high, -new_low
                    if new_low > low[u]:
                        low[u], changed = new_low, True
                    if new_high < high[u]:
                        high[u], changed = new_high, True
            if not changed:
                return

    def limit(self, row, names):
        """The least number that is told of a sum over these: of the row, or of a total that holds it."""
        wanted = frozenset(row.named(names))
        # Where people choose several answers, the base tells of each of them that it is no more.
        over_base = frozenset(row.base) if row.is_multiple and len(names) == 1 else wanted
        least = min((most for over, most in self.facts if wanted <= over or over_base <= over), default=INFINITY)
        for cap in row.caps:
            most = min((most for over, most in self.facts if frozenset(cap) <= over), default=INFINITY)
            # The table that the answers stand in limits them as well: its base less its other answers.
            most = min(most, sum(self.high[u] for u in cap))
            least = min(least, most)
            # Outside the base is at most what is left of those who gave the answer that the group comes from.
            if wanted <= frozenset(row.outside.values()):
                least = min(least, most - row.told)
        return min([least, *(self.limit(total, names) for total in row.totals)])

    def prepare(self):
        """Draws on every sum by itself, and parts what is still open into pieces that have nothing to do with each other."""
        self.propagate()
        parent = list(range(len(self.low)))

        def find(u):
            while parent[u] != u:
                parent[u] = parent[parent[u]]
                u = parent[u]
            return u

        is_open = [a < b for a, b in zip(self.low, self.high)]
        # A sum whose bounds say it all tells nothing more.
        self.open_sums = []
        for unknowns, signs, least, most in self.sums:
            ends = [(self.low[u], self.high[u]) if s > 0 else (-self.high[u], -self.low[u])
                    for u, s in zip(unknowns, signs)]
            if sum(e[0] for e in ends) >= least and sum(e[1] for e in ends) <= most:
                continue
            self.open_sums.append((unknowns, signs, least, most))
            live = [u for u in unknowns if is_open[u]]
            for other in live[1:]:
                parent[find(other)] = find(live[0])
        self.piece_of = [find(u) for u in range(len(parent))]
        self.pieces, self.met = {}, [None] * len(self.low)
        for u, root in enumerate(self.piece_of):
            if is_open[u]:
                self.pieces.setdefault(root, [[], []])[0].append(u)
        for total in self.open_sums:
            live = [u for u in total[0] if is_open[u]]
            if live:
                self.pieces[find(live[0])][1].append(total)
        self.programs, self.solutions = {}, {}

    def program(self, root):
        if root not in self.programs:
            unknowns, sums = self.pieces[root]
            place = {u: i for i, u in enumerate(unknowns)}
            cells, upper = [], []
            for members, signs, least, most in sums:
                fixed = sum(s * self.low[u] for u, s in zip(members, signs) if u not in place)
                live = [(place[u], s) for u, s in zip(members, signs) if u in place]
                for sign, bound in ((1, most - fixed), (-1, fixed - least)):
                    if bound < INFINITY / 2:
                        cells += [(len(upper), u, sign * s) for u, s in live]
                        upper.append(bound)
            rows, columns, values = zip(*cells) if cells else ((), (), ())
            matrix = csr_matrix((values, (rows, columns)), shape=(len(upper), len(unknowns))) if upper else None
            bounds = [(self.low[u], self.high[u] if self.high[u] < INFINITY else None) for u in unknowns]
            self.programs[root] = (place, matrix, upper or None, bounds)
        return self.programs[root]

    def range(self, unknowns, enough):
        """The least and greatest that a sum can be; nothing where that many steps between them are found."""
        pieces = {}
        low = high = 0
        for u in unknowns:
            if self.low[u] == self.high[u]:
                low, high = low + self.low[u], high + self.low[u]
            else:
                pieces.setdefault(self.piece_of[u], []).append(u)
        for root, members in pieces.items():
            place, matrix, upper, bounds = self.program(root)
            met = self.solutions.setdefault(root, [])
            ends = [sum(point[place[u]] for u in members) for point in met]
            if ends and max(ends) - min(ends) >= enough:
                return None
            goal = np.zeros(len(place))
            goal[[place[u] for u in members]] = 1
            found = []
            for sign in (1, -1):
                answer = linprog(sign * goal, A_ub=matrix, b_ub=upper, bounds=bounds, method="highs")
                if answer.status == 3:
                    found.append(sign * -INFINITY)
                    continue
                if answer.status != 0:
                    raise SystemExit(f"error: the outsider's sums contradict each other: {answer.message}")
                found.append(sign * answer.fun)
                met.append(answer.x)
            low, high = low + found[0], high + found[1]
        return math.ceil(low - 1e-6), math.floor(high + 1e-6)


def span(base):
    """What a published base or number of replies tells."""
    if isinstance(base, int):
        return base, base
    if isinstance(base, dict) and "about" in base:
        slack = base["roundedTo"] // 2
        return max(0, base["about"] - slack), base["about"] + slack
    return None
