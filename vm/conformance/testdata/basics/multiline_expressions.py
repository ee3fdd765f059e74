# Long expressions over lines, trailing commas, nested brackets, implicit joins
total = (1 +
         2 * (3 +
              4) -
         5)
names = [
    "a",
    "b",
    *("c", "d",),
]
table = {
    "x": [1, 2,
          3],
    "y": {
        "z": (4,
              5),
    },
}
text = ("one "
        "two "
        f"{total} "
        r"th\ree")
result = max(
    (n for n in names
     if n > "a"),
    key=lambda c:
        -ord(c),
)
def f(
    a,
    *,
    b=(1,
       2),
): return (a,
           b)
cond = (total > 5 and
        names or
        None)
if (total == 10 and
        text.startswith(
            "one")):
    print("ok", total, names, table, text, result, f(
        1,
        b=3,
    ), cond)
print([x
       for x in range(5)
       if x % 2], {k:
                   v for k, v
                   in zip("ab",
                          [1, 2])}, (
    lambda x,
           y=2:
    x + y)(1))
assert (total,
        ), "tuple"
a = b = \
    c = 5
print(a, b, c, total
      if a else
      None)
