# A home-made dataclass decorator: class introspection through __annotations__ and setattr
def record(cls):
    names = list(cls.__annotations__)
    defaults = {n: getattr(cls, n) for n in names if hasattr(cls, n)}
    def __init__(self, *args, **kw):
        if len(args) > len(names):
            raise TypeError(f"{cls.__name__} takes {len(names)} values")
        values = {**defaults, **dict(zip(names, args)), **kw}
        for n in names:
            if n not in values:
                raise TypeError(f"missing {n}")
            setattr(self, n, values[n])
    def __repr__(self):
        return f"{cls.__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"
    def __eq__(self, other):
        if type(other) is not cls:
            return NotImplemented
        return all(getattr(self, n) == getattr(other, n) for n in names)
    for f in (__init__, __repr__, __eq__):
        setattr(cls, f.__name__, f)
    cls.__match_args__ = tuple(names)
    return cls

@record
class P:
    x: int
    y: int = 0
    label: str = "none"

print(P(1), P(1, 2, label="z"), P(1) == P(1), P(1) != P(2), P(1) == 5)
for args in ((), (1, 2, 3, 4)):
    try:
        P(*args)
    except TypeError as e:
        print(e)
match P(3, 4):
    case P(x, y):
        print("matched", x, y)
