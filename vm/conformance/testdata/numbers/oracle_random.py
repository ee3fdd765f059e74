import random, sys
for seed in (0, 1, 'abc', b'xyz', 2.5, 12345678901234567890, bytearray(b'q')):
    try: random.seed(seed)
    except Exception as e: print(type(e), e); continue
    print([random.random() for _ in range(3)], random.randint(1,100), random.randrange(0,100,7), random.choice('abc'), random.choices([1,2,3],k=5), random.choices([1,2,3],weights=[1,2,3],k=5), random.sample(range(1000),5), random.uniform(1,2), random.triangular(), random.betavariate(1,2), random.expovariate(1), random.gammavariate(2,3), random.gauss(0,1), random.lognormvariate(0,1), random.normalvariate(0,1), random.vonmisesvariate(0,4), random.paretovariate(3), random.weibullvariate(1,2), random.randbytes(5), random.getrandbits(70), random.sample([1,2,3],counts=[2,2,1],k=3))
    l=list(range(20)); random.shuffle(l); print(l)
st=random.getstate(); a=random.random(); random.setstate(st); print(a==random.random(), st[0], len(st[1]), st[2])
r=random.Random(7); import copy
r2=copy.copy(r); print(r2.random(), r.random())
for s in ["random.randrange(0)","random.randint(5,1)","random.choice([])","random.sample([1],2)","random.seed([])","random.randrange(1.5)","random.choices([])","random.sample({1,2},1)","random.getrandbits(-1)","random.Random(1,2)"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
print(sys.float_info); print(sys.int_info); print(sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag, sys.hash_info.width)
sys.set_int_max_str_digits(700)
try: str(10**701)
except ValueError as e: print(e)
try: int('1'*701)
except ValueError as e: print(e)
try: sys.set_int_max_str_digits(100)
except ValueError as e: print(e)
sys.set_int_max_str_digits(0); print(len(str(10**10000)), f'{10**5000:,}'[:10], '%d' % 10**5000 == str(10**5000))
from fractions import Fraction
print(hash(Fraction(1,3)), hash(Fraction(7)), Fraction(0.1), Fraction('1/3')+1, float(Fraction(1,3)), round(Fraction(7,3),1), Fraction(1,3)==1/3, Fraction(1,2)==0.5, Fraction(3,2)<1.6, 2**Fraction(1,2), Fraction(2)**-2, divmod(Fraction(7,2),1), int(Fraction(7,2)), Fraction.from_float(0.25), math.floor(Fraction(-7,2)) if 'math' in globals() else 0)
import statistics
print(statistics.mean([1,2,3,4]), statistics.median([1,3,2]), statistics.stdev([1,2,3,4]), statistics.fmean([1.5,2.5]), statistics.pvariance([1,2,3]), statistics.mode([1,1,2]), statistics.quantiles([1,2,3,4,5]), statistics.NormalDist(0,1).cdf(1.0), statistics.geometric_mean([1,2,3]), statistics.harmonic_mean([1,2,3]))
import time, copyreg
print(copy.copy(time.gmtime(5)), copy.deepcopy(time.gmtime(5)))
import array
print(copy.copy(array.array('i',[1,2])), copy.deepcopy(array.array('i',[1,2])))
print(copy.copy(5), copy.deepcopy(1.5), copy.copy(1j), copy.deepcopy(2**100))
