from pprint import *
import pprint as pp_mod
from collections import *
from dataclasses import dataclass
import types

data = {'name': 'x' * 30, 'list': list(range(30)), 'nested': {'k%d' % i: ['v'] * i for i in range(4)}, 'tuple': (1,), 'set': {3, 1, 2}, 'str': 'a long string with many words ' * 5, 'bytes': b'abcdefgh' * 12}
pprint(data)
pprint(data, width=40, compact=True)
pprint(data['nested'], depth=1)
pprint([[1, [2, [3, [4]]]]], depth=2)
print(pformat({'b': 1, 'a': 2}), pformat({'b': 1, 'a': 2}, sort_dicts=False), pformat([1, 2], indent=4), pformat({1: 2, 'a': 3}))
pp({'z': 1, 'a': 2})
pprint(['word' * 5] * 6, indent=4)
pprint({'indent': {'more': ['x' * 20] * 4}}, indent=3)
r = [1]
r.append(r)
print(pformat(r)[:24], isrecursive(r), isreadable([1]), isreadable(r), saferepr({'k': (1,)}))
pprint(OrderedDict([('key%d' % i, 'value' * 4) for i in range(5)]))
pprint(Counter({'word%d' % i: i for i in range(9)}), width=30)
pprint(defaultdict(list, {'k%d' % i: [i] * 5 for i in range(6)}), width=40)
pprint(deque(range(40), maxlen=50), width=50)
pprint(ChainMap({'a': 'x' * 30}, {'b': 'y' * 40}), width=40)
pprint(types.SimpleNamespace(alpha='x' * 30, beta='y' * 40), width=50)
pprint(frozenset(range(40)), width=60)
@dataclass
class D:
    a: int
    name: str
    items: list
pprint(D(1, 'n' * 40, list(range(20))), width=50)
print(pformat(123456789, underscore_numbers=True), pformat([]), pformat({}), pformat(()), pformat(set()), pformat('short'))
pprint(('x' * 40, ('y' * 40,)), width=30)
pprint({'a' * 20: {'b' * 20: {'c' * 20: 'd' * 20}}})
class Mine(PrettyPrinter):
    def format(self, obj, ctx, maxl, lvl):
        if isinstance(obj, int):
            return f'<{obj}>', True, False
        return super().format(obj, ctx, maxl, lvl)
Mine().pprint([1, 'a', {2: 3}])
for kw in (dict(width=0), dict(depth=0), dict(indent=-1)):
    try:
        pprint(1, **kw)
    except ValueError as e:
        print(e)
