# Dates by hand: leap years, weekdays, month tables, intervals
MONTHS = "January February March April May June July August September October November December".split()
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def days_in(y, m): return 29 if m == 2 and leap(y) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m - 1]
class Date:
    __slots__ = ("y", "m", "d")
    def __init__(self, y, m, d):
        if not 1 <= m <= 12: raise ValueError(f"month {m}")
        if not 1 <= d <= days_in(y, m): raise ValueError(f"day {d} of {MONTHS[m - 1]} {y}")
        self.y, self.m, self.d = y, m, d
    @classmethod
    def parse(cls, text): return cls(*map(int, text.split("-")))
    def ordinal(self):
        y = self.y - 1
        return y * 365 + y // 4 - y // 100 + y // 400 + sum(days_in(self.y, m) for m in range(1, self.m)) + self.d
    @classmethod
    def from_ordinal(cls, n):
        y = n // 366 + 1
        while cls(y, 12, 31).ordinal() < n: y += 1
        n -= cls(y, 1, 1).ordinal() - 1
        m = 1
        while n > days_in(y, m): n -= days_in(y, m); m += 1
        return cls(y, m, n)
    def weekday(self): return (self.ordinal() + 6) % 7
    def __add__(self, n): return Date.from_ordinal(self.ordinal() + n)
    def __sub__(self, o): return self.ordinal() - o.ordinal() if isinstance(o, Date) else self + -o
    def __lt__(self, o): return self.ordinal() < o.ordinal()
    def __eq__(self, o): return isinstance(o, Date) and self.ordinal() == o.ordinal()
    def __hash__(self): return hash((self.y, self.m, self.d))
    def __str__(self): return f"{self.y:04}-{self.m:02}-{self.d:02}"
    def __format__(self, spec): return str(self) if not spec else spec.replace("%d", f"{self.d:02}").replace("%b", MONTHS[self.m - 1][:3]).replace("%Y", str(self.y)).replace("%a", "Mon Tue Wed Thu Fri Sat Sun".split()[self.weekday()])
    __repr__ = lambda self: f"Date({self})"
def month(y, m):
    print(f"{MONTHS[m - 1]} {y}".center(20))
    print("Mo Tu We Th Fr Sa Su")
    cells = ["  "] * Date(y, m, 1).weekday() + [f"{d:2}" for d in range(1, days_in(y, m) + 1)]
    for i in range(0, len(cells), 7): print(" ".join(cells[i:i + 7]))
month(2024, 2)
month(1999, 12)
a, b = Date(2024, 2, 28), Date.parse("2023-12-25")
print(a + 1, a + 2, a - b, b + 366, b - 1, a > b, max(a, b), sorted([a, b]), f"{a:%a %d %b %Y}", {a: 1}[Date(2024, 2, 28)], Date(1, 1, 1).ordinal(), Date.from_ordinal(738000), [str(Date(2024, 1, 31) + 30 * i) for i in range(4)])
for bad in ("2023-02-29", "2024-13-01", "2024-04-31", "x-1-1", "2024-1"):
    try: print(Date.parse(bad))
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
print([y for y in range(1896, 1910) if leap(y)], all(Date.from_ordinal(Date(2000, 1, 1).ordinal() + i).weekday() == (5 + i) % 7 for i in range(400)))
