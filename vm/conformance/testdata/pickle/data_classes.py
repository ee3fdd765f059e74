import pickle, copy
from dataclasses import dataclass, field
@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
@dataclass(frozen=True)
class F:
    x: int
    y: str = 'y'
@dataclass(slots=True)
class S:
    x: int
    y: tuple = ()
@dataclass(frozen=True, slots=True)
class FS:
    x: int
    y: str = 'q'
@dataclass(order=True)
class Sub(A):
    z: 'A' = None
for v in (A(1), A(1, [2]), F(3), S(4, (5,)), FS(6), Sub(1, [2], A(3))):
    for proto in range(2, 6):
        data = pickle.dumps(v, proto)
        print(proto, data, pickle.loads(data) == v)
    print(copy.copy(v) == v, copy.deepcopy(v) == v)
