import _random
R=_random.Random
def t(s):
    try: r=ascii(eval(s))[:150]
    except BaseException as e: r=type(e).__name__+' '+str(e)
    print(s,':',r)
for s in (0,1,42,-42,2**31,2**32,2**64+5,10**50,1.5,'x',True):
    if s=='x': continue
    r=R(s); print(s, r.random(), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33), r.getrandbits(64), r.getrandbits(63), r.getrandbits(200), r.random())
r=R(5); st=r.getstate(); a=[r.random() for _ in range(1000)]; r.setstate(st); print(a==[r.random() for _ in range(1000)], sum(a), len(st), st[-1])
for s in ["r.getrandbits(-1)","r.getrandbits(0)","r.getrandbits('a')","r.setstate(5)","r.setstate((1,))","r.setstate(tuple(range(625)))","r.setstate(tuple([-1]*625))","r.seed([])","r.seed(1,2)","R(1,2)","R(x=1)","r.random(1)","type(r)","r.seed()","r.getrandbits()","r.getrandbits(2.0)"]: t(s)
class S(R):
    def __init__(self, x=None, y=None): self.y=y
s=S(3,4); print(s.y, s.random()); s=S(); 
