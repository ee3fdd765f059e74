# match: class patterns, mappings, sequences, guards
from collections import namedtuple, OrderedDict, deque, UserDict
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
class M:
    __match_args__ = ('a', 'b')
    def __init__(s, a, b): s.a, s.b = a, b
N = namedtuple('N', 'u v')
def f(v):
    match v:
        case None | True | False: return f'const {v}'
        case int(n) if n > 100: return f'big {n}'
        case int() | float(): return f'num {v}'
        case str(s): return f'str {s}'
        case bytes(): return 'bytes'
        case P(0, y=yy): return f'P0 {yy}'
        case P(x=a): return f'P {a}'
        case M('k', [first, *_]): return f'M {first}'
        case M(a, b): return f'M2 {a} {b}'
        case N(u=1): return 'N1'
        case (): return 'empty seq'
        case [x]: return f'one {x}'
        case [1, *mid, 9]: return f'mid {mid}'
        case (a, b) | (a, b, _): return f'two/three {a} {b}'
        case {'t': 'a', **rest}: return f'map a {rest}'
        case {'t': t, 'n': {'m': [q, *_]}}: return f'map {t} {q}'
        case {}: return 'some map'
        case _: return f'other {type(v).__name__}'
for v in [None, True, 1, 101, 2.5, 's', b'b', P(0, 5), P(3), M('k', [7, 8]), M('k', []), M(1, 2), N(1, 2), N(2, 3), (), [], [4], [1, 9], [1, 2, 3, 9], (5, 6), [5, 6, 7], {'t': 'a', 'z': 1}, {'t': 'b', 'n': {'m': [0]}}, {'q': 1}, {}, OrderedDict(t='a'), deque([1, 2]), {1, 2}, object, iter([1]), range(2), bytearray(b'x'), UserDict(t='a'), 1j]:
    print(repr(v).partition(' at ')[0][:40] if not callable(v) and 'iterator' not in repr(v) else type(v).__name__, '->', f(v))
class Bad1: __match_args__ = [1]
class Bad2: __match_args__ = ('a',)
class Bad3: __match_args__ = 'ab'
def g(v, k):
    match k:
        case 1:
            match v:
                case Bad1(x): return x
        case 2:
            match v:
                case Bad2(a, b): return a
        case 3:
            match v:
                case Bad3(a): return a
        case 4:
            match v:
                case Bad2(a, a=b): return a
        case 5:
            match v:
                case int(a, b): return a
        case 6:
            match v:
                case v.foo(): return 1
for v, k in [(Bad1(), 1), (Bad2(), 2), (Bad3(), 3), (Bad2(), 4), (3, 5), (3, 6)]:
    try: print(g(v, k))
    except Exception as e: print(type(e).__name__, e)
match 1, 2:
    case x, y if x > y: print('gt')
    case x, y: print('bound', x, y)
match {'a': 1}:
    case {'a': 2 | 1 as n, **r}: print(n, r)
match [[1, [2, 3]]]:
    case [[a, [b, c]]]: print(a, b, c)
match -1:
    case -1: print('neg')
match 1 + 2j:
    case 1 + 2j: print('complex')
class Color: RED = 'r'
match 'r':
    case Color.RED: print('dotted')
for src in ['match 1:\n case a: pass\n case _: pass', 'match 1:\n case a, a: pass', 'match 1:\n case a | b: pass', 'match 1:\n case {**r, "a": 1}: pass', 'match 1:\n case [*a, *b]: pass', 'match 1:\n case {"a": 1, "a": 2}: pass', 'match 1:\n case P(x=1, x=2): pass', 'match 1:\n case P(x=1, 2): pass', 'match 1:\n case _ as _: pass', 'match 1:\n case 1 as x.y: pass', 'match 1:\n case f"a": pass', 'match 1:\n case 1 + 1: pass', 'match = 1; case = 2; print(match, case)', 'match 1:\n pass', 'match 1:\n case {**_}: pass']:
    try: exec(src); print('ok')
    except SyntaxError as e: print(e.msg)
