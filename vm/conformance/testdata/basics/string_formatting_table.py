# Tables and reports by every formatting way
rows = [("pi", 3.14159265, 3), ("e", 2.71828, -20), ("big", 123456.789, 10**6)]
for n, x, i in rows:
    print("%-5s|%10.3f|%+8d|%e" % (n, x, i, x))
    print("{:<5}|{:>10.3f}|{:+8d}|{:e}".format(n, x, i, x))
    print(f"{n:<5}|{x:>10.3f}|{i:+8d}|{x:e}")
    print(n.ljust(5), str(round(x, 3)).rjust(10), str(i).zfill(8), n.center(9, "*"), sep="|")
print("{0} {1} {0} {name!r:>6}".format("a", "b", name="c"), "%(x)05d %(y)s" % {"x": 42, "y": [1]}, f"{'nested':{'>'}{10}} {3.0:.{2}f} {10:#06x} {255:08b} {1e6:,.0f} {0.256:.1%}")
print("\n".join("".join(f"{i * j:4}" for j in range(1, 6)) for i in range(1, 4)))
print(*("=" * 10, "-" * 10), sep="\n", end="\n\n")
print("a\tb".expandtabs(4), "{{}} %% {}%".format(5), "%%%d%%" % 7, f"{{{1 + 1}}}")
