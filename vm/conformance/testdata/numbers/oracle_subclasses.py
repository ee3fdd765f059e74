class I(int):
    pass
class F(float): pass
class C(complex): pass
a=I(5); f=F(2.5); c=C(1,2)
print(a, type(a+1), type(-a), type(+a), type(abs(a)), type(int(a)), type(a.__int__()), a==5, hash(a)==hash(5), {5:'x'}[a], repr(a), a.__class__)
print(type(a.real), type(a.conjugate()), type(a.numerator), a.to_bytes(1), type(I.from_bytes(b'a')), I.from_bytes(b'ab'))
print(f, type(f+1), type(-f), type(+f), float(f), type(float(f)), f==2.5, repr(f), type(F.fromhex('0x1p3')), type(f.real))
print(c, type(c+1), type(+c), type(c.conjugate()), complex(c), type(complex(c)), c==1+2j)
a.x=3; print(a.x, a.__dict__)
class J(int):
    def __new__(cls, v): return super().__new__(cls, v*2)
    def __add__(self, o): return J(int(self)//2+int(o))
    def __radd__(self,o): return 'radd'
    def __repr__(self): return f'J({int(self)})'
j=J(4); print(j, j+1, 1+j, str(j), f'{j}', f'{j:>10}', '%d'%j, '%s'%j, [j], j*2, 2*j, j-1)
class K:
    def __index__(self): return 7
    def __float__(self): return 1.5
    def __complex__(self): return 3+4j
    def __int__(self): return 9
    def __trunc__(self): return 10
    def __round__(self, n=None): return ('r',n)
    def __abs__(self): return 'abs'
    def __divmod__(self,o): return ('dm',o)
    def __rdivmod__(self,o): return ('rdm',o)
    def __pow__(self,o,m=None): return ('pow',o,m)
    def __rpow__(self,o,m=None): return ('rpow',o,m)
    def __neg__(self): return 'neg'
    def __invert__(self): return 'inv'
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __hash__(self): return 2**70
    def __bool__(self): return False
k=K()
import math
print(int(k), float(k), complex(k), round(k), round(k,3), abs(k), divmod(k,2), divmod(2,k), pow(k,2), pow(k,2,5), 2**k, -k, ~k, math.floor(k), math.ceil(k), math.trunc(k), hash(k), bool(k), hex(k), [0]*8 and 'a'*k, math.sqrt(k), range(k), bin(k))
class B1:
    def __index__(self): return 'x'
    def __float__(self): return 'x'
    def __int__(self): return 'x'
    def __complex__(self): return 'x'
    def __bool__(self): return 'x'
    def __hash__(self): return 'x'
    def __round__(self): return NotImplemented
b=B1()
for fn in (lambda:int(b), lambda:float(b), lambda:complex(b), lambda:bool(b), lambda:hash(b), lambda: hex(b), lambda: [1][b], lambda: math.sqrt(b), lambda: round(b), lambda: 1<<b, lambda: range(b)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
class T:
    def __trunc__(self): return 5.5
for x in (T(),):
    try: print(int(x))
    except Exception as e: print(type(e).__name__, e)
class O:
    def __index__(self): return 3
print(int(O()), float(O()), complex(O()), math.factorial(O()), math.gcd(O(),6), (5).to_bytes(O()), int('11',O()), round(1.23456,O()), pow(2,3)+O().__index__())
class Sub(str): pass
print(int(Sub('12')), float(Sub('1.5')), complex(Sub('1j')))
print(int.__doc__[:20], int.__name__, int.__module__, int.__mro__, [n for n in dir(int)])
print([n for n in dir(float)]); print([n for n in dir(complex)]); print([n for n in dir(bool)]); print(dir(None)); 
try:
    class X(bool): pass
except TypeError as e: print(e)
try:
    class X(type(None)): pass
except TypeError as e: print(e)
print(isinstance(5, int), issubclass(bool,int), int.__instancecheck__(5) if hasattr(int,'__instancecheck__') else 0)
for v in (5, 2.5, 1j, True, None, ..., NotImplemented, 10**30):
    try: v.foo
    except AttributeError as e: print(e)
    try: v.foo=1
    except AttributeError as e: print(e)
    try: v.real=1
    except AttributeError as e: print(e)
    try: v[0]
    except TypeError as e: print(e)
    try: v()
    except TypeError as e: print(e)
    try: len(v)
    except TypeError as e: print(e)
    try: iter(v)
    except TypeError as e: print(e)
    try: 1 in v
    except TypeError as e: print(e)
