# A clock and durations in integers: divmod, formatting, parsing
def fmt(s):
    h, r = divmod(s, 3600)
    m, s = divmod(r, 60)
    return f"{h:02}:{m:02}:{s:02}"
def parse(t):
    h, m, s = map(int, t.split(":"))
    if not (0 <= m < 60 and 0 <= s < 60): raise ValueError(f"bad time {t!r}")
    return h * 3600 + m * 60 + s
print([fmt(s) for s in (0, 59, 60, 3599, 3600, 86399)], parse("01:02:03"), fmt(parse("23:59:59") + 1), sum(map(parse, ("00:10:00", "00:50:30"))))
for bad in ("1:2", "a:b:c", "00:61:00"):
    try: print(parse(bad))
    except ValueError as e: print(e)
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
print(days[(3 + 10) % 7], [days[-i % 7] for i in range(3)], days.index("fri"), {d: i for i, d in enumerate(days, 1)}["sun"])
