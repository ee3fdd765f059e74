from __future__ import annotations
from dataclasses import dataclass, field, fields, asdict, KW_ONLY
from typing import ClassVar, Optional
import copy

@dataclass
class Node:
    name: str
    count: ClassVar[int] = 0
    parent: Optional[Node] = None
    _: KW_ONLY
    weight: float = 1.0
print(Node('a'), [f.name for f in fields(Node)], Node.count)
n = Node('b', Node('a'), weight=2)
print(asdict(n), copy.deepcopy(n) == n, n.parent.name)

@dataclass
class Inv:
    items: dict[str, int] = field(default_factory=dict, metadata={'unit': 'kg'})
print(fields(Inv)[0].metadata['unit'], fields(Inv)[0].type, Inv({'a': 1}))
i = Inv()
i.items['x'] = 5
print(i, Inv())

class Desc:
    def __get__(self, o, t=None):
        if o is None: return 7
        return o._v * 2
    def __set__(self, o, v): o._v = v
@dataclass
class WithDesc:
    v: int = Desc()
print(WithDesc().v, WithDesc(5).v)

@dataclass(frozen=True)
class F:
    x: int
    def moved(self, d):
        from dataclasses import replace
        return replace(self, x=self.x + d)
print(F(1).moved(4))

@dataclass
class Custom:
    x: int
    def __repr__(self): return f'C<{self.x}>'
    def __eq__(self, o): return True
print(Custom(1), Custom(1) == Custom(2))

@dataclass
class WithInit:
    x: int
    def __init__(self): self.x = 99
print(WithInit())
class Meta(type): pass
@dataclass
class M(metaclass=Meta):
    a: int = 1
print(M(), type(M).__name__)
@dataclass
class A:
    x: int
    def __post_init__(self): print('post A', self.x)
@dataclass
class B(A):
    y: int = 2
    def __post_init__(self):
        super().__post_init__()
        print('post B', self.y)
print(B(1))
