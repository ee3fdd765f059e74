import pickle, enum
class Color(enum.Enum):
    RED = 1
    BLUE = 'b'
    LIST = [1]
class Num(enum.IntEnum):
    ONE = 1
    TWO = 2
class Perm(enum.Flag):
    R = 1
    W = 2
    X = 4
class IFlag(enum.IntFlag):
    A = 1
    B = 2
class Word(enum.StrEnum):
    YES = enum.auto()
class Outer:
    class Nested(enum.Enum):
        X = 1
Fn = enum.Enum('Fn', 'a b', module=__name__)
for v in (Color.RED, Color.LIST, Num.TWO, Perm.R, Perm.R | Perm.X, Perm(0), IFlag.A, IFlag.A | IFlag.B, Word.YES, Outer.Nested.X, Fn.b, Color):
    for proto in range(6):
        try:
            data = pickle.dumps(v, proto)
        except Exception as e:
            print(proto, type(e).__name__, e)
            continue
        print(proto, data, pickle.loads(data) is v)
