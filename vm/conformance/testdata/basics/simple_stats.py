# Mean, median, mode, variance, percentiles by hand and by statistics
import statistics
data = [4, 8, 15, 16, 23, 42, 8]
mean = sum(data) / len(data)
s = sorted(data)
median = s[len(s) // 2]
mode = max(set(data), key=data.count)
var = sum((x - mean) ** 2 for x in data) / (len(data) - 1)
print(round(mean, 3), median, mode, round(var, 3), round(var ** 0.5, 3))
print(round(statistics.mean(data), 3), statistics.median(data), statistics.mode(data), round(statistics.variance(data), 3), round(statistics.stdev(data), 3), mean == statistics.mean(data))
hist = {}
for x in data: hist[x // 10] = hist.get(x // 10, 0) + 1
for k in sorted(hist): print(f"{k * 10:>3}-{k * 10 + 9:<3} {'#' * hist[k]}")
print([round((x - mean) / var ** 0.5, 2) for x in data], max(data) - min(data), sum(x > mean for x in data))
