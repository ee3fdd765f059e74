# Operations on megabytes go other ways than those on a few bytes: the results are the same.
import math, sys
sys.set_int_max_str_digits(0)
for n in (3**90000, 10**60000, 10**60000-1, (7**50000)**2, (7**50000)**2-1, (7**50000)**2+1, 1<<200000, (1<<200001)-1):
    r = math.isqrt(n)
    assert r*r <= n < (r+1)*(r+1)
a=(1<<3000000)+5; b=(1<<2999999)-3
assert a+b-b==a and a-b+b==a and (a^b)^b==a and (a|b)&a==a and (-a)+(b)+a==b, 1
assert (a+1)-1==a and a-a==0 and type(a-a+3) is int and 5+a==a+5
assert int.from_bytes(a.to_bytes(400000,'little'),'little')==a and int.from_bytes((-a).to_bytes(400000,'big',signed=True),'big',signed=True)==-a
try: a.to_bytes(100000,'big')
except OverflowError as e: print(e)
assert int(hex(a),16)==a and (a<<70000)>>70000==a
s='ab c'*100000
assert s.replace('a','xyz').count('xyz')==100000 and s.replace('','-',3)=='-a-b- c'+s[4:] and len(s.replace('','-'))==800001
assert len(s.split())==100001 and len(s.split('b'))==100001 and s.split(None,2)[:2]==['ab','cab']
assert 'é'.join(s.split())==s.replace(' ','é'); assert ''.join(['é']*100000)=='é'*100000
t=s+'\n'+s+'\r\n'; assert len(t.splitlines())==2 and t.splitlines(True)[1]==s+'\r\n'
b=s.encode(); assert len(b.split())==100001 and b.translate(None,b'a').count(b'a')==0 and b.replace(b'c',b'').find(b'c')==-1 and b.find(b'cab')==3
assert bytearray(b).replace(b'a',b'q')==bytearray(b.replace(b'a',b'q')) and b*3==b+b+b and bytes(1)*100000==bytes(100000)
u='Ünïcode Text '*20000; assert u.upper().lower().title()[:7]=='Ünïcode' and u.casefold()==u.lower() and u.swapcase().swapcase()==u
import random; random.seed(2)
for make in (lambda: random.random(), lambda: random.randrange(10**6), lambda: str(random.randrange(10**6)), lambda: (random.randrange(1000), 1)):
    l=[make() for i in range(60000)]
    m=sorted(l); assert all(m[i]<=m[i+1] for i in range(len(m)-1)) and sorted(l,reverse=True)==m[::-1]==sorted(m,reverse=True)
    k=sorted(range(len(l)),key=l.__getitem__); assert [l[i] for i in k]==m; l.sort(); assert l==m and tuple(l)==tuple(m) and l[:]==m and l*2==m+m and list(l)==m
    assert l.index(m[-1])<=len(m)-1 and m[-1] in l and l.count(m[5])>=1
l=[1,2,3]*50000; assert len(l)==150000 and l[-1]==3 and l[74999]==3 and ([7]*100000).count(7)==100000
l=list(range(20000))*20; assert len(l)==400000 and l[20000*7+5]==5
exec('x = 1\n'*30000); assert x==1
try: compile('x = 1\n'*30000+'x = = 2', 'f', 'exec')
except SyntaxError as e: print(e)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); compile('x = 1\n'*30000+'x is 2\n', 'f', 'exec'); print([str(i.message) for i in w], w[0].lineno)
import unicodedata
assert unicodedata.normalize('NFC', unicodedata.normalize('NFD','é'*50000))=='é'*50000
print('ok')
