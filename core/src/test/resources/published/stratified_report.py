"""What a whole report over two epochs has to say, by exact fractions; only tails are SciPy's.

Python 3.11.7, SciPy 1.17.1: python3 stratified_report.py
The numbers it prints stand in StratifiedReportTest.
"""
from fractions import Fraction as F
from math import sqrt
from scipy.stats import chi2, norm, t

BUCKETS = [[5000, 2500, 2500], [1000, 4500, 4500]]  # of each epoch those of each arm
CLICKS = [[(5030, 250), (2480, 150), (2490, 140)], [(990, 90), (4600, 485), (4440, 430)]]
REVENUE = [
    [(5030, 12500, 90000), (2480, 6500, 48000), (2490, 6300, 47000)],
    [(990, 3500, 30000), (4600, 16000, 140000), (4440, 15800, 137000)],
]


def sample_ratio():
    total = F(0)
    for arms, buckets in zip(CLICKS, BUCKETS):
        units = sum(n for n, _ in arms)
        for (n, _), b in zip(arms, buckets):
            expected = F(units * b, sum(buckets))
            total += (n - expected) ** 2 / expected
    return float(total), chi2.sf(float(total), 4)


def cochran(strata):
    """Cochran (1954): excesses over the common rate of each stratum against their covariance."""
    arms = len(strata[0]) - 1
    rows = [[F(0)] * (arms + 1) for _ in range(arms)]
    for stratum in strata:
        units = sum(n for n, _ in stratum)
        rate = F(sum(x for _, x in stratum), units)
        for i in range(arms):
            n, x = stratum[i]
            rows[i][arms] += x - n * rate
            for j in range(arms):
                own = n if i == j else 0
                rows[i][j] += rate * (1 - rate) * (own - F(n * stratum[j][0], units))
    excess = [row[arms] for row in rows]
    for i in range(arms):
        for other in range(arms):
            if other != i:
                factor = rows[other][i] / rows[i][i]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[i])]
    statistic = sum(excess[i] * rows[i][arms] / rows[i][i] for i in range(arms))
    return float(statistic), chi2.sf(float(statistic), arms)


def standardised(strata, arm):
    """The mean and the squared error of an arm with the weights of the stratum sizes."""
    pairs = [(stratum[0], stratum[arm]) for stratum in strata]
    sizes = [a[0] + b[0] for a, b in pairs]
    result = []
    for side in (0, 1):
        mean = error = F(0)
        for size, pair in zip(sizes, pairs):
            n, total, squares = pair[side]
            weight = F(size, sum(sizes))
            mean += weight * F(total, n)
            error += weight**2 * (squares - F(total * total, n)) / (n - 1) / n
        result.append((sum(pair[side][0] for pair in pairs), mean, error))
    return result


def welch(strata, arm):
    (n0, m0, e0), (n1, m1, e1) = standardised(strata, arm)
    difference, error = float(m1 - m0), sqrt(e0 + e1)
    degrees = float((e0 + e1) ** 2 / (e0**2 / (n0 - 1) + e1**2 / (n1 - 1)))
    return difference, error, degrees, 2 * t.sf(abs(difference / error), degrees), float((m1 - m0) / m0)


def holm(p):
    order = sorted(range(len(p)), key=p.__getitem__)
    adjusted, highest = [0.0] * len(p), 0.0
    for rank, i in enumerate(order):
        highest = max(highest, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = highest
    return adjusted


if __name__ == "__main__":
    print("sample ratio", *sample_ratio())
    print("all arms", *cochran(CLICKS))
    pairs = [cochran([[s[0], s[arm]] for s in CLICKS]) for arm in (1, 2)]
    for arm, (statistic, p) in enumerate(pairs, 1):
        z = norm.isf(p / 2)
        binary = [[(n, x, x) for n, x in s] for s in CLICKS]
        print("clicks", arm, statistic, p, z, "lift", welch(binary, arm)[4])
    print("adjusted", *holm([p for _, p in pairs]))
    results = [welch(REVENUE, arm) for arm in (1, 2)]
    for arm, result in enumerate(results, 1):
        print("revenue", arm, *result)
    print("adjusted", *holm([result[3] for result in results]))
    for arm, (difference, error, degrees, _, _) in enumerate(results, 1):
        print("harm", arm, t.cdf(difference / error, degrees))
        print("loses less than 0.1", arm, t.sf((difference + 0.1) / error, degrees))
