# An inventory with dataclasses, enums, custom exceptions, properties and a report
from dataclasses import dataclass, field, asdict, replace
from enum import Enum, IntEnum
from collections import defaultdict
class Kind(Enum):
    TOOL = "tool"
    FOOD = "food"
    TOY = "toy"
class Priority(IntEnum):
    LOW = 1
    HIGH = 5
@dataclass(order=True)
class Item:
    sort_index: int = field(init=False, repr=False)
    name: str
    price: float
    kind: Kind = Kind.TOOL
    qty: int = 0
    tags: list = field(default_factory=list, compare=False)
    def __post_init__(self): self.sort_index = -int(self.price * 100)
    @property
    def value(self): return self.price * self.qty
class StockError(Exception):
    def __init__(self, item, wanted):
        self.item, self.wanted = item, wanted
        super().__init__(f"only {item.qty} of {item.name}, wanted {wanted}")
class Inventory:
    def __init__(self): self._items = {}
    def add(self, item):
        if item.name in self._items: raise KeyError(f"duplicate {item.name}")
        self._items[item.name] = item
        return self
    def take(self, name, n):
        item = self._items[name]
        if item.qty < n: raise StockError(item, n)
        item.qty -= n
    def __iter__(self): return iter(sorted(self._items.values()))
    def __len__(self): return len(self._items)
    def __contains__(self, n): return n in self._items
    def by_kind(self):
        out = defaultdict(list)
        for i in self: out[i.kind].append(i.name)
        return dict(out)
inv = Inventory()
inv.add(Item("hammer", 12.5, qty=3)).add(Item("apple", 0.4, Kind.FOOD, 100, ["fresh"])).add(Item("robot", 49.99, Kind.TOY, 2))
for op in (lambda: inv.take("hammer", 2), lambda: inv.take("hammer", 2), lambda: inv.take("saw", 1), lambda: inv.add(Item("apple", 1)), lambda: Item(), lambda: Kind("gas"), lambda: Priority(3), lambda: Kind["TOY"].value):
    try: print(op())
    except Exception as e: print(type(e).__name__, e)
for i in inv: print(i, f"{i.value:.2f}")
print(len(inv), "apple" in inv, inv.by_kind(), asdict(next(iter(inv))), replace(next(iter(inv)), qty=0) == next(iter(inv)), Item("a", 1) == Item("a", 1, tags=["x"]), Item("a", 1) < Item("b", 1), Item("a", 2) < Item("a", 1))
print(list(Kind), Kind.FOOD.name, Kind.FOOD is Kind("food"), Priority.HIGH > Priority.LOW, Priority.HIGH + 1, sorted(Priority, reverse=True), Kind.TOY in Kind, {Kind.TOY: 1}[Kind.TOY], repr(Priority.LOW), f"{Priority.LOW}", str(Kind.TOOL))
