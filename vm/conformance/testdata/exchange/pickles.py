# Run by TestPicklesExchanged: `dump` writes pickles as lines of hexadecimal
# digits, `load` reads such lines and shows what is in them.
import array, collections, dataclasses, enum, fractions, functools, itertools, operator, pathlib, pickle, random, sys

class Plain:
    def __init__(self, *items):
        self.items = items
        self.me = self
class Slots:
    __slots__ = ('a', 'b')
class Derived(dict):
    pass
class Names(list):
    pass
class Error(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
class New(tuple):
    def __new__(cls, *items, key=None):
        return super().__new__(cls, items)
    def __getnewargs_ex__(self):
        return tuple(self), {'key': 1}
class State:
    def __getstate__(self):
        return ['a', 'state']
    def __setstate__(self, state):
        self.state = state
class Color(enum.Enum):
    RED = 'r'
class Perm(enum.Flag):
    R = 1
    W = 2
@dataclasses.dataclass
class Data:
    x: int
    y: list
Point = collections.namedtuple('Point', 'x y')

def values():
    slots = Slots()
    slots.a = [1]
    derived = Derived(k='v')
    derived.note = 'n'
    names = Names(['x'])
    names.note = 'm'
    loop = []
    loop.append((loop, {'loop': loop}))
    rnd = random.Random(5)
    rnd.random()
    return [None, True, False, 0, -1, 255, 65536, 2**31, -2**63, 10**50, -10**50, 0.1, -0.0, float('inf'), 2.5 - 1j, '', 'text', 'é€😀', '\ud800', 'x' * 300, b'', b'bytes', bytes(range(256)), bytearray(b'ba'),
            (), (1,), (1, 2, 3, 4), [], list(range(1100)), {}, {i: str(i) for i in range(1100)}, {1, 2, 3}, frozenset('a'), ['y' * 70000, b'z' * 70000], loop, Plain(1, [2]), slots, derived, names, Error(3, 'e'),
            New(1, 2), State(), Color.RED, Perm.R | Perm.W, Data(1, [2]), Point(1, 2), range(3), slice(1, None, 2), int, len, Plain, str.join, [1].index, ..., NotImplemented, type(None), ValueError('v'),
            OSError(2, 'no', 'file'), UnicodeDecodeError('utf-8', b'x', 0, 1, 'r'), ExceptionGroup('g', [KeyError(1)]), collections.deque([1, 2], 5), collections.OrderedDict(a=1), collections.defaultdict(list, a=[1]),
            collections.Counter('aab'), collections.ChainMap({1: 2}), fractions.Fraction(1, 3), pathlib.PurePosixPath('/a/b'), array.array('i', [1, -2]), array.array('d', [0.5]), functools.partial(pow, 2),
            operator.itemgetter(1, 2), operator.attrgetter('a.b'), iter([1, 2]), itertools.count(5), itertools.chain([1], 'a'), enumerate('ab'), list[int], int | str, rnd]

def show(v, depth=0):
    if depth > 4:
        return '...'
    d = depth + 1
    if isinstance(v, (str, int, float, complex, bytes, bytearray, type(None), range, slice, type)):
        return f'{type(v).__name__} {v!a}' if len(repr(v)) < 200 else f'{type(v).__name__} {len(v)}'
    name = type(v).__name__
    parts = []
    if isinstance(v, dict):
        parts = [f'{show(k, d)}: {show(x, d)}' for k, x in itertools.islice(v.items(), 5)] + [str(len(v))]
    elif isinstance(v, (list, tuple, collections.deque)):
        parts = [show(x, d) for x in itertools.islice(v, 5)] + [str(len(v))]
    elif isinstance(v, (set, frozenset)):
        parts = sorted(show(x, d) for x in v)
    elif isinstance(v, BaseException):
        parts = [show(v.args, d)]
    elif isinstance(v, enum.Enum):
        parts = [str(v)]
    elif isinstance(v, random.Random):
        parts = [repr(v.random())]
    elif hasattr(v, '__next__'):
        parts = [show(x, d) for x in itertools.islice(v, 3)]
    elif not hasattr(v, '__dict__') and not isinstance(v, Slots) or callable(v):
        parts = [getattr(v, '__qualname__', None) or repr(v)]
    if isinstance(v, Slots):
        parts = [show(v.a, d), str(hasattr(v, 'b'))]
    own = getattr(v, '__dict__', None)
    if own and not callable(v) and not isinstance(v, (enum.Enum, random.Random)):
        parts += [f'{k}={show(x, d)}' for k, x in sorted(own.items()) if not k.startswith('_')]
    return f'{name}({", ".join(parts)})'

if sys.argv[1] == 'dump':
    for v in values():
        for proto in range(6):
            try:
                print(pickle.dumps(v, proto).hex())
            except TypeError as e:
                print('-', e)
else:
    for line in sys.stdin:
        print(show(pickle.loads(bytes.fromhex(line))) if line[0] != '-' else line.strip())
