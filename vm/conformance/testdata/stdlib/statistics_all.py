from statistics import *
from fractions import Fraction as F

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = [1, 2, 2, 3, 4, 7, 9]
print(mean(d), fmean(d), median(d), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), mode(d), multimode('aabbc'))
print(variance(d), pvariance(d), stdev(d), pstdev(d), geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]))
print(mean([F(1, 2), F(1, 3)]), mean([1, 2.5]), mean([True, False, True]), variance([F(1, 6), F(1, 2), F(5, 3)]), mean([0.1] * 10), mean([1e100, 1.0, -1e100]))
print(quantiles(range(1, 11)), quantiles([1, 2, 3, 4, 5], n=5, method='inclusive'), quantiles([10, 20], n=2))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(covariance(x, y), correlation(x, y), linear_regression(x, y), linear_regression(x, y, proportional=True))
print(fmean([3, 4, 5], weights=[1, 2, 1]), pvariance([1.5, 2.5, 2.5, 2.75], 2.3125), variance([2.75, 1.75, 1.25], 1.9166666666666667))
for f in (mean, fmean, median, mode, variance, stdev, geometric_mean, harmonic_mean, quantiles):
    show(lambda: f([]))
show(lambda: variance([1]))
show(lambda: harmonic_mean([-1, 2]))
show(lambda: mean(['a', 'b']))
show(lambda: correlation([1, 1], [2, 3]))
show(lambda: covariance([1], [1, 2]))
show(lambda: fmean([1, 2], weights=[1]))
show(lambda: quantiles([1, 2], n=0))
show(lambda: quantiles([1, 2], method='x'))
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.pdf(100), n.cdf(115), n.inv_cdf(0.5), n.inv_cdf(0.975), n.zscore(130), [round(q, 6) for q in n.quantiles()])
print(n + 5, n * 2, -n, n - NormalDist(10, 8), n / 3, n == NormalDist(100, 15), n.overlap(NormalDist(110, 15)), hash(n) == hash(NormalDist(100.0, 15.0)))
print(NormalDist.from_samples([1, 2, 3, 4]), NormalDist(0, 1).samples(3, seed=7))
show(lambda: NormalDist(0, -1))
show(lambda: n.inv_cdf(1.0))
print(stdev([1e-8, 2e-8, 3e-8]), pstdev([10 ** 10, 10 ** 10 + 1]), median(['b', 'a', 'c']), mode(['x', 'y', 'y']), median([F(1, 2), F(1, 3)]))
