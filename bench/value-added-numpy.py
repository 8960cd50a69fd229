"""The same computations with NumPy, and the same file with pandas, in milliseconds.

The decompositions are those of `decompose --exporter all`, every term by industry and partner, written
with matrix products over one inverse, as one would with NumPy.
"""

import sys
import time

import numpy as np

try:
    import pandas as pd
except ImportError:
    pd = None

flows_path, demand_path, output_path, table_path, economies = sys.argv[1:6]
G = int(economies)
X = np.fromfile(output_path)
n = len(X)
N = n // G
inverse_output = np.divide(1, X, out=np.zeros(n), where=X > 0)
A = np.fromfile(flows_path).reshape(n, n) * inverse_output
Y = np.fromfile(demand_path).reshape(n, G)
v = np.where(X > 0, 1 - A.sum(axis=0), 0)
region = np.repeat(np.arange(G), N)
rows = np.arange(n)
own = [slice(g * N, (g + 1) * N) for g in range(G)]


def best(name, run, runs=3):
    each = [timed(run) for _ in range(runs)]
    shortest, processor = (min(one) * 1000 for one in zip(*each))
    print(f"{name:<58} {shortest:8.0f} ms {processor:8.0f} of processor", flush=True)


def timed(run):
    start, before = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - start, time.process_time() - before


class World:
    """What all exporters have in common; each part is computed when it is first used."""

    def __init__(self):
        self.B = np.linalg.inv(np.eye(n) - A)
        self.L = np.array([np.linalg.inv(np.eye(N) - A[s, s]) for s in own])
        offdiagonal = Y.copy()
        offdiagonal[rows, region] = 0
        self.final = offdiagonal
        self.between = A.reshape(n, G, N) * X.reshape(G, N)
        self.E = self.between.sum(axis=2)
        self.E[rows, region] = 0
        self.E += offdiagonal
        self.home = Y[rows, region]
        self.vB = np.array([v[s] @ self.B[s] for s in own])
        self.BY = self.B @ Y
        self.VL = np.concatenate([v[own[g]] @ self.L[g] for g in range(G)])
        self.VB = self.vB[region, rows]
        self.FB = 1 - self.VB

    def chain(self, h):
        """L_rr h_r in every region."""
        return np.matmul(self.L, h.reshape(G, N, 1)).reshape(n)

    def sent(self, x):
        """What every row sells abroad as intermediates, by column of x."""
        total = A @ x
        for s in own:
            total[s] -= A[s, s] @ x[s]
        return total


def to_partners(s, h):
    """A_sr h_r of the exporter's rows to each partner."""
    part = (A[own[s]] * h).reshape(N, G, N).sum(axis=2)
    part[:, s] = 0
    return part


def uses(w, s, sent_to_exporter, sent_to_others):
    to_exporter = np.where(region == s, 0, Y[:, s])
    to_others = w.final.sum(axis=1) - to_exporter
    to_others[own[s]] = w.final[own[s]].sum(axis=1)
    parts = (w.home, to_exporter, to_others, sent_to_exporter, sent_to_others)
    return [to_partners(s, w.chain(h)) for h in parts]


def borin_mancini(w, s, domestic, foreign, use, domestic_again, foreign_again):
    d, f = domestic[:, None], foreign[:, None]
    home, to_exporter, to_others, back, on = use
    final = w.final[own[s]]
    return {
        **{"VAX1": d * final, "VAX2": d * home, "VAX3": d * to_others, "VAX4": d * on},
        **{"REF1": d * to_exporter, "REF2": d * back, "DDC": domestic_again},
        **{"FVA1": f * final, "FVA2": f * home, "FVA3": f * (to_others + to_exporter)},
        **{"FVA4": f * (on + back), "FDC": foreign_again},
    }


def source(w):
    sent = w.sent(w.BY)
    total = sent.sum(axis=1)
    for s in range(G):
        o, e = own[s], w.E[own[s]]
        # (B\s)_*s = B_*s B_ss^-1 L_ss.
        foreign = np.linalg.solve(w.B[o, o].T, w.FB[o]) @ w.L[s]
        use = uses(w, s, sent[:, s], total - sent[:, s])
        again = (w.VB[o] - w.VL[o])[:, None] * e
        yield borin_mancini(w, s, w.VL[o], foreign, use, again, (w.FB[o] - foreign)[:, None] * e)


def sink(w):
    all_output = w.BY.sum(axis=1)
    for s in range(G):
        o, e = own[s], w.E[own[s]]
        column = w.B[:, o] @ np.linalg.solve(w.B[o, o], w.L[s])
        without = lambda b: b - column @ (to_partners_sum(s, b))
        sold = w.final[o].sum(axis=1)
        output = np.stack([w.BY[:, s], all_output - w.BY[:, s] - w.B[:, o] @ sold], axis=1)
        sent = w.sent(without(output))
        again = w.sent(column @ e.sum(axis=1))
        exported_again = to_partners(s, w.chain(again))
        use = uses(w, s, sent[:, 0], sent[:, 1])
        d, f = w.VB[o], w.FB[o]
        terms = borin_mancini(
            w, s, d, f, use, d[:, None] * exported_again, f[:, None] * exported_again
        )
        # Absorbed by the importer, by any way.
        output = without(w.BY - w.B[:, o] @ w.final[o])
        markets = output.T.copy()
        for r in range(G):
            markets[r, own[r]] = 0
        onward = np.matmul(A.reshape(G, N, n), markets[:, :, None]).reshape(n)
        onward[o] = 0
        yield {**terms, "VAXIM": terms["VAX1"] + terms["VAX2"] + d[:, None] * to_partners(s, w.chain(onward))}


def to_partners_sum(s, output):
    abroad = A[own[s]].copy()
    abroad[:, own[s]] = 0
    return abroad @ output


def world(w):
    for s, terms in enumerate(source(w)):
        o = own[s]
        abroad = w.VL.copy()
        abroad[o] = 0
        once = (abroad @ A[:, o]) @ w.L[s]
        foreign = once[:, None] * w.E[o]
        yield {**terms, "FVA": foreign, "FDC": w.FB[o][:, None] * w.E[o] - foreign}


def industry(w):
    for s in range(G):
        o, e = own[s], w.E[own[s]]
        again = (A[o] * w.B[:, o].T).reshape(N, G, N).sum(axis=2)
        again[:, s] = 0
        share = 1 / (1 + again.sum(axis=1))[:, None]
        returned = to_partners(s, w.BY[:, s])
        d, f = w.VB[o][:, None], w.FB[o][:, None]
        yield {
            **{"DC": d * e, "DVA": d * e * share, "REF": d * returned * share},
            **{"FC": f * e, "FVA": f * e * share},
        }


def nine_terms(w):
    chained_home, chained_exports = w.chain(w.home), w.chain(w.E.sum(axis=1))
    for s in range(G):
        o, mine = own[s], w.vB[s]
        abroad = np.where(region == s, 0, mine)
        to_exporter = np.where(region == s, 0, Y[:, s])
        sold = w.final[o].sum(axis=1)
        back = abroad @ A[:, o] @ w.L[s]
        yield {
            "DVA_FIN": mine[o] @ sold,
            "DVA_INT": abroad @ w.home,
            "DVA_INTrex": abroad @ (w.final.sum(axis=1) - to_exporter),
            "RDV_FIN": abroad @ to_exporter,
            "RDV_INT": back @ w.home[o],
            "DDC": back @ w.E[o].sum(axis=1),
            "FVA_FIN": w.FB[o] @ sold,
            "FVA_INT": (w.FB[o] @ to_partners(s, chained_home)).sum(),
            "FDC": (w.FB[o] @ to_partners(s, chained_exports)).sum(),
        }


def sixteen_terms(w):
    # By the region whose final goods they are: sum over j in t of B_ij times what j sells.
    by_seller = lambda h: (w.B.reshape(n, G, N) * h.reshape(G, N)).sum(axis=2)
    home, abroad = by_seller(w.home), by_seller(w.final.sum(axis=1))
    chained_home, chained_exports = w.chain(w.home), w.chain(w.E.sum(axis=1))
    for s in range(G):
        o, e, final = own[s], w.E[own[s]], w.final[own[s]]
        to_exporter = by_seller(np.where(region == s, 0, Y[:, s]))
        on = abroad - to_exporter
        others = lambda m: m.sum(axis=1) - np.where(region == s, 0, m[:, s]) - m[rows, region]
        once = lambda h: w.VL[o][:, None] * to_partners(s, h)
        importer = w.vB[:, o].T.copy()
        importer[:, s] = 0
        third = importer.sum(axis=1)[:, None] - importer
        absorbed, exported = to_partners(s, chained_home), to_partners(s, chained_exports)
        yield {
            "DVA_FIN": w.VB[o][:, None] * final,
            "DVA_INT": once(home[rows, region]),
            "DVA_INTrexI1": once(others(home)),
            "DVA_INTrexF": once(on[rows, region]),
            "DVA_INTrexI2": once(others(on)),
            "RDV_INT": once(home[:, s]),
            "RDV_FIN": once(to_exporter[rows, region]),
            "RDV_FIN2": once(others(to_exporter)),
            **{"OVA_FIN": third * final, "MVA_FIN": importer * final},
            **{"OVA_INT": third * absorbed, "MVA_INT": importer * absorbed},
            "DDC_FIN": once(abroad[:, s]),
            "DDC_INT": (w.VB[o] - w.VL[o])[:, None] * to_partners(s, X),
            **{"ODC": third * exported, "MDC": importer * exported},
        }


def four_parts(w):
    for s in range(G):
        o, e = own[s], w.E[own[s]]
        direct = (np.diag(w.L[s]) * v[o])[:, None] * e
        once, every = w.VL[o][:, None] * e, w.VB[o][:, None] * e
        yield {"DDC": direct, "IDC": once - direct, "RIM": every - once, "FVA": w.FB[o][:, None] * e}


WAYS = {
    "Borin and Mancini, source": source,
    "Borin and Mancini, sink": sink,
    "Borin and Mancini, world": world,
    "Borin and Mancini, industry": industry,
    "Koopman, Wang and Wei, totals": nine_terms,
    "Wang, Wei and Zhu": sixteen_terms,
    "OECD": four_parts,
}


def drain(terms):
    for _ in terms:
        pass


def all_ways():
    common = World()
    for way in WAYS.values():
        drain(way(common))


if __name__ == "__main__":
    if pd is not None and table_path != "-":
        best("pandas: read_csv", lambda: pd.read_csv(table_path, index_col=0))
    system = np.eye(n) - A
    exported = World().E
    right = np.zeros((n, G))
    right[rows, region] = exported.sum(axis=1)
    best("NumPy: solve, one exporter", lambda: np.linalg.solve(system, right[:, 5]))
    best(f"NumPy: solve, {economies} exporters", lambda: np.linalg.solve(system, right))
    best("NumPy: inverse", lambda: np.linalg.inv(system))
    for name, way in WAYS.items():
        best(f"NumPy, all exporters: {name}", lambda way=way: drain(way(World())), 1)
    best("NumPy, all exporters: all of these in one run", all_ways, 1)
