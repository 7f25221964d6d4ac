"""Second opinions on the test methods, from SciPy and from the values of single units.

Made with Python 3, NumPy and SciPy 1.17.1: python3 generate.py, in this folder. Each column is named after the call it came from.
Everything goes through SciPy's own functions, or through NumPy on the units themselves, never through the formulas of the library.
"""
import csv
from decimal import Decimal

import numpy as np
from scipy import integrate, optimize, stats

rng = np.random.default_rng(20170811)


def sums(values, other=None):
    a = [Decimal(str(v)) for v in values]
    b = a if other is None else [Decimal(str(v)) for v in other]
    return sum((x * y for x, y in zip(a, b)), Decimal(0))


def total(values):
    return sum((Decimal(str(v)) for v in values), Decimal(0))


def write(name, rows):
    with open(name + '.csv', 'w', newline='') as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator='\n')
        writer.writeheader()
        for row in rows:
            writer.writerow({k: repr(float(v)) if isinstance(v, (float, np.floating)) else v for k, v in row.items()})


def mixture(estimate, error, tau):
    """The mixture likelihood ratio by quadrature over the effects."""
    density = lambda theta: np.exp(theta * estimate / error**2 - theta**2 / (2 * error**2)) * stats.norm.pdf(theta, 0, tau)
    return np.log(integrate.quad(density, -20 * tau, 20 * tau, epsabs=0, epsrel=1e-12, limit=400, points=[0, estimate])[0])


samples = [
    (rng.normal(10, 2, 12), rng.normal(11, 4, 9)), (rng.normal(0, 1, 200), rng.normal(0.2, 1, 180)),
    (rng.lognormal(1, 1, 400), rng.lognormal(1.1, 1, 390)), (rng.exponential(3, 2), rng.exponential(4, 3)),
    (rng.normal(-5, 1, 50), rng.normal(-8, 3, 700)), (rng.poisson(0.2, 900), rng.poisson(0.25, 1000)),
    (rng.uniform(0, 1, 30), rng.uniform(0.9, 1.9, 31)), (rng.normal(1000, 1, 60), rng.normal(1000.5, 1, 60)),
]
rows = []
for i, (control, treatment) in enumerate(samples):
    control, treatment = np.round(control, 3), np.round(treatment, 3)
    row = dict(id=f's{i}')
    for k, arm in ((0, control), (1, treatment)):
        row.update({f'n{k}': len(arm), f'sum{k}': total(arm), f'sumsq{k}': sums(arm)})
    for name, equal in (('welch', False), ('student', True)):
        test = stats.ttest_ind(treatment, control, equal_var=equal)
        interval = test.confidence_interval(0.95)
        row.update({f'{name}_t': test.statistic, f'{name}_df': test.df, f'{name}_p': test.pvalue, f'{name}_lower': interval.low, f'{name}_upper': interval.high})
        row[f'{name}_greater_p'] = stats.ttest_ind(treatment, control, equal_var=equal, alternative='greater').pvalue
        row[f'{name}_less_p'] = stats.ttest_ind(treatment, control, equal_var=equal, alternative='less').pvalue
    row['noninferiority_margin_half_p'] = stats.ttest_ind(treatment + 0.5, control, equal_var=False, alternative='greater').pvalue
    row['tost_within_one_p'] = max(stats.ttest_ind(treatment + 1, control, equal_var=False, alternative='greater').pvalue, stats.ttest_ind(treatment - 1, control, equal_var=False, alternative='less').pvalue)
    error = np.sqrt(np.var(control, ddof=1) / len(control) + np.var(treatment, ddof=1) / len(treatment))
    row['msprt_tau_squared_quarter_log'] = mixture(np.mean(treatment) - np.mean(control), error, 0.5)
    rows.append(row)
write('two_samples', rows)

rows = []
for i, table in enumerate([[(30, 100), (45, 110)], [(1, 9), (4, 12)], [(5, 1000), (9, 900), (20, 1100)], [(10933, 189), (10845, 104)],
                           [(700, 50), (640, 61), (12, 3), (90, 9)], [(123456, 7890), (123999, 8123)], [(20, 0), (15, 4)]]):
    observed = np.array(table)
    pearson = stats.chi2_contingency(observed, correction=False)
    g = stats.chi2_contingency(observed, correction=False, lambda_='log-likelihood')
    row = dict(id=f't{i}', not_converted=' '.join(str(a) for a, _ in table), converted=' '.join(str(b) for _, b in table),
               chi2=pearson.statistic, df=pearson.dof, chi2_p=pearson.pvalue, g=g.statistic, g_p=g.pvalue)
    if len(table) == 2:
        (a, b), (c, d) = table
        control, treatment = stats.binomtest(b, a + b).proportion_ci(0.95, 'wilson'), stats.binomtest(d, c + d).proportion_ci(0.95, 'wilson')
        p, q = b / (a + b), d / (c + d)
        row['newcombe_lower'] = q - p - np.hypot(q - treatment.low, control.high - p)
        row['newcombe_upper'] = q - p + np.hypot(treatment.high - q, p - control.low)
    else:
        row['newcombe_lower'] = row['newcombe_upper'] = ''
    rows.append(row)
write('tables', rows)

rows = []
for i, (n, m, rho, effect) in enumerate([(40, 50, 0.5, 0.3), (500, 450, 0.9, 0.1), (300, 300, 0.0, 0.2), (25, 700, -0.7, 0.0)]):
    arms = []
    for size, shift in ((n, 0), (m, effect)):
        c = np.round(rng.normal(5, 2, size), 3)
        arms.append((np.round(3 + shift + rho * c + rng.normal(0, 1, size), 3), c))
    slope = sum(np.sum((y - y.mean()) * (c - c.mean())) for y, c in arms) / sum(np.sum((c - c.mean())**2) for _, c in arms)
    grand = np.concatenate([c for _, c in arms]).mean()
    test = stats.ttest_ind(arms[1][0] - slope * (arms[1][1] - grand), arms[0][0] - slope * (arms[0][1] - grand), equal_var=False)
    row = dict(id=f'c{i}')
    for k, (y, c) in enumerate(arms):
        row.update({f'n{k}': len(y), f'sum{k}': total(y), f'sumsq{k}': sums(y), f'csum{k}': total(c), f'csumsq{k}': sums(c), f'cross{k}': sums(y, c)})
    row.update(cuped_t=test.statistic, cuped_df=test.df, cuped_p=test.pvalue, cuped_lower=test.confidence_interval(0.95).low)
    rows.append(row)
write('covariates', rows)

rows = []
for i, (n, m, lift) in enumerate([(60, 70, 0.1), (1000, 900, 0.02), (300, 2000, 0.0), (500, 500, -0.3)]):
    arms = []
    for size, factor in ((n, 1), (m, 1 + lift)):
        x = rng.integers(1, 9, size)
        arms.append((np.round(2.5 * factor * x + rng.normal(0, 2, size) * np.sqrt(x), 3), x))
    ratios = [y.mean() / x.mean() for y, x in arms]
    errors = [np.var((y - r * x) / x.mean(), ddof=1) / len(y) for (y, x), r in zip(arms, ratios)]
    row = dict(id=f'r{i}')
    for k, (y, x) in enumerate(arms):
        row.update({f'n{k}': len(y), f'sum{k}': total(y), f'sumsq{k}': sums(y), f'xsum{k}': total(x), f'xsumsq{k}': sums(x), f'cross{k}': sums(y, x)})
    error = np.sqrt(errors[0] + errors[1])
    z = (ratios[1] - ratios[0]) / error
    row.update(estimate=ratios[1] - ratios[0], standard_error=error, p=2 * stats.norm.sf(abs(z)))
    # Fieller's bounds are where the z test of "treatment = (1 + lift) control" has p = 0.05.
    pivot = lambda t: (ratios[1] - (1 + t) * ratios[0])**2 / (errors[1] + (1 + t)**2 * errors[0]) - stats.chi2.isf(0.05, 1)
    middle = ratios[1] / ratios[0] - 1
    row['fieller_lower'] = optimize.brentq(pivot, middle - 5, middle, xtol=1e-15, rtol=1e-14)
    row['fieller_upper'] = optimize.brentq(pivot, middle, middle + 5, xtol=1e-15, rtol=1e-14)
    rows.append(row)
write('ratios', rows)

rows = []
for i, (counts, weights) in enumerate([((480, 520), (1, 1)), ((901, 1100, 2003), (1, 1, 2)), ((33, 41, 29, 50, 47), (20, 20, 20, 20, 20)), ((99000, 1100), (99, 1))]):
    expected = np.array(weights) / sum(weights) * sum(counts)
    test = stats.chisquare(counts, expected)
    rows.append(dict(id=f'g{i}', counts=' '.join(map(str, counts)), weights=' '.join(map(str, weights)), chi2=test.statistic, p=test.pvalue))
write('shares', rows)

rows = []
for i, p in enumerate([[0.01, 0.02, 0.03, 0.04], [0.9, 0.001, 0.04, 0.04, 0.2, 0.6], list(np.round(rng.uniform(0, 1, 25)**2, 6))]):
    rows.append(dict(id=f'm{i}', p=' '.join(map(repr, map(float, p))), bh=' '.join(map(repr, map(float, stats.false_discovery_control(p, method='bh')))), by=' '.join(map(repr, map(float, stats.false_discovery_control(p, method='by'))))))
write('false_discoveries', rows)
