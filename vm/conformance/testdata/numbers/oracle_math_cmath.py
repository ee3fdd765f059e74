import math, cmath
def t(s):
    try: r=ascii(eval(s))[:150]
    except BaseException as e: r=type(e).__name__+' '+str(e)
    print(s,':',r)
inf=math.inf; nan=math.nan
one=[n for n in dir(math) if n[0]!='_']
print(one); print([n for n in dir(cmath) if n[0]!='_'])
vals=['0','-0.0','1','-1','0.5','2','-2','1e308','-1e308','inf','-inf','nan','10**400','-10**400','5e-324','1e-320','"x"','None','True','10**20','3.7','-3.7','171.5','-171.5','1000','-1000','23','24.0','0.1','1j','2.5','-2.5','-0.5','300.5','1e22']
for f in one:
    if f in('pi','e','tau','inf','nan','factorial','isqrt','comb','perm','cbrt','erfc','erf','gamma','lgamma'): continue
    for v in vals: t(f'math.{f}({v})')
for f in ('gamma','lgamma','erf'):
    for v in vals:
        if v in ('2.5','-2.5','0.1','0.5','2','1','0','-1','inf','-inf','nan','1000','-1000','171.5','23'): t(f'math.{f}({v})')
for f in ('factorial','isqrt'):
    for v in ['0','5','-1','2.0','"a"','10**30' if f=='isqrt' else '30','True','2**64' if f=='isqrt' else '100', '10**100' ]: t(f'math.{f}({v})')
for f in ('atan2','copysign','fmod','pow','remainder','nextafter','ldexp','isclose','log','comb','perm','gcd','lcm','hypot','dist'):
    for a in ['0','-0.0','1','-1','2','inf','-inf','nan','1e308','"a"','5','-5.5','3','10**400']:
        for b in ['0','-0.0','1','-1','2','inf','nan','1e308','None','3.5','7','-10**30','10**30']:
            if f=='comb' and '30' in b: continue
            t(f'math.{f}({a},{b})')
for s in ["math.prod([1,2,3])","math.prod([])","math.prod([1,2],start=5)","math.prod(['a',3])","math.prod(5)","math.prod([1.5,2])","math.fsum([.1]*10)","math.fsum([1e308,1e308])","math.fsum([inf,-inf])","math.fsum([inf,1])","math.fsum([nan,1])","math.fsum([1e16,1,1e-16])","math.fsum('a')","math.fsum([1e100,1,-1e100])","math.fsum([])","math.hypot()","math.hypot(3)","math.hypot(3,4)","math.hypot(1,2,3,4)","math.hypot(inf,nan)","math.hypot(nan,1)","math.hypot(1e308,1e308)","math.hypot(5e-324,5e-324)","math.dist([1,2],[3,4])","math.dist([1],[2,3])","math.dist((1,2,3),(4,5,6))","math.dist([],[])","math.dist(1,2)","math.gcd()","math.gcd(5)","math.gcd(-12,18,27)","math.lcm()","math.lcm(4,6,10)","math.lcm(0,5)","math.gcd(2**70,2**65)","math.lcm(2**70,3)","math.gcd(1.0)","math.comb(5,2)","math.comb(100,50)","math.comb(2,5)","math.comb(-1,2)","math.comb(10**20,2)","math.comb(5,10**20)","math.perm(5)","math.perm(5,2)","math.perm(5,None)","math.perm(-1)","math.perm(5,-1)","math.perm(2**70,2)","math.comb(5)","math.comb(1.5,2)","math.log(8,2)","math.log(10**400)","math.log(10**400,10)","math.log2(2**1000)","math.log2(10**400)","math.log10(10**400)","math.log(1,1)","math.log(2,1)","math.log(0)","math.log(-1)","math.log('a')","math.log()","math.log(1,2,3)","math.isclose(1,1+1e-10)","math.isclose(1,2,rel_tol=-1)","math.isclose(1,1.1,abs_tol=.2)","math.isclose(inf,inf)","math.floor(1e300)","math.ceil(-0.5)","math.trunc('a')","math.floor('a')","math.modf(-3.5)","math.modf(-inf)","math.frexp(8)","math.frexp(-inf)","math.ldexp(1,2000)","math.ldexp(1,-2000)","math.ldexp(1.5,-1074)","math.ldexp(0,10**30)","math.ldexp(1,10**30)","math.ldexp(1,1.5)","math.ulp(1)","math.ulp(0)","math.ulp(inf)","math.ulp(1.7976931348623157e308)","math.degrees(1)","math.radians(180)","math.factorial(10**30)","math.factorial(20)","math.isqrt(10**40+1)","math.sqrt(2**1030)","math.pow(2,0.5)","math.pow(0,-1)","math.pow(-8,1/3)","math.pow(10,400)","math.fmod(-7,3)","math.fmod(7,0)","math.fmod(inf,1)","math.fmod(1,inf)","math.sumprod([1],[2])","math.sqrt(x=4)","math.sqrt()","math.sqrt(1,2)","math.sin(1e22)","math.cos(1e300)","math.tan(1e10)","math.exp(709.7)","math.exp(-745)","math.expm1(1e-10)","math.log1p(1e-10)","math.sin(2**70)","math.__name__","math.sin","math.hypot(*[0.1]*10)"]: t(s)
zs=['0','1','-1','1j','-1j','1+1j','-2.5+0.5j','complex(inf,1)','complex(-inf,1)','complex(1,inf)','complex(nan,1)','complex(1,nan)','complex(inf,inf)','complex(inf,nan)','complex(nan,inf)','complex(0.0,-0.0)','complex(-0.0,0.0)','complex(-1,-0.0)','complex(-2,-0.0)','1e308+1e308j','800+1j','-800+1j','1e-320+1e-320j','"a"','None','True','10**400','3.5','complex(0,inf)','complex(-0.0,-inf)','complex(inf,0)','complex(-inf,-0.0)','complex(1,1e-200)','5e-324j','1000','complex(nan,0)','complex(0,nan)','complex(nan,nan)','complex(-inf,nan)','complex(-inf,-inf)','complex(-inf,0)','2+0j','0.5-0j','complex(0.3,-2)']
for f in dir(cmath):
    if f[0]=='_' or f in('pi','e','tau','inf','nan','infj','nanj','isclose','rect'): continue
    for z in zs: t(f'cmath.{f}({z})')
for r in ['0','1','-1','inf','-inf','nan','2.5','1e308']:
    for p in ['0','1','-1','inf','-inf','nan','-0.0','100']: t(f'cmath.rect({r},{p})')
for s in ["cmath.log(8,2)","cmath.log(1j,1j)","cmath.log(2,1)","cmath.log(0,5)","cmath.log(5,0)","cmath.isclose(1j,1j)","cmath.isclose(1,1+1e-10j)","cmath.isclose(1,2,rel_tol=-1)","cmath.polar(1e308+1e308j)","cmath.infj","cmath.nanj","cmath.pi"]: t(s)
