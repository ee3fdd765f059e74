# time: clocks, conversions, formatting with fixed instants
import time, os
os.environ["TZ"] = "UTC"
time.tzset()
t = time.gmtime(86400 * 365)
print(t, t.tm_year, t[0], t.tm_isdst, len(t), time.gmtime(0) < t, time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %U %w %W %%", t), time.asctime(t), time.ctime(0), time.mktime(t), time.strptime("2024-02-29 12:30:05", "%Y-%m-%d %H:%M:%S")[:6], time.localtime(0)[:3], time.strftime("%d/%m/%Y", (2020, 1, 2, 3, 4, 5, 6, 7, 0)))
a = time.perf_counter()
b = time.perf_counter()
print(b >= a, isinstance(time.time(), float), isinstance(time.time_ns(), int), time.monotonic() > 0, time.process_time() >= 0, time.perf_counter_ns() > 0, time.time() > 1.6e9, time.timezone, time.tzname, time.daylight)
s = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - s >= 0.009, time.sleep(0))
for bad in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024 extra", "%Y"), lambda: time.gmtime(1e20), lambda: time.strftime(5), lambda: time.mktime((1,)), lambda: time.strftime("%Y", (2020, 13, 1, 0, 0, 0, 0, 0, 0))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
