# Methods of str, bytes and bytearray on generated arguments.
seed = 11
N = 1500
def rnd(n):
    global seed
    seed=(seed*6364136223846793005+1442695040888963407)&0xffffffffffffffff
    return (seed>>33)%n
ALPH=['a','b','A','B',' ','\t','\n','\r','x','1','.','é','ß','Σ','σ','ς','İ','ǆ','\u3000','\x85','\u2028','😀','\ud800','\x1c','-','+','中','ﬁ','\u0301','\x00',"'",'"','\\']
def s(m=12): return ''.join(ALPH[rnd(len(ALPH))] for _ in range(rnd(m)))
def ss(): return s(3)
def idx(): 
    k=rnd(5)
    if k==0: return None
    return rnd(30)-12
def ob(): return rnd(3)==0
def st(x):
    return ascii(x)
calls=[]
for i in range(N):
    a=s() if rnd(4) else s(200)
    ops=[
     lambda: a.find(ss(),idx(),idx()), lambda: a.rfind(ss(),idx(),idx()), lambda: a.count(ss(),idx(),idx()),
     lambda: a.startswith(ss(),idx(),idx()), lambda: a.endswith((ss(),ss()),idx(),idx()),
     lambda: a.index(ss()), lambda: a.replace(ss(),s(5),rnd(4)-1), lambda: a.split(None,rnd(4)-1), lambda: a.rsplit(None,rnd(4)-1),
     lambda: a.split(ss() or 'a',rnd(4)-1), lambda: a.rsplit(ss() or 'a',rnd(4)-1), lambda: a.splitlines(ob()), lambda: a.partition(ss() or 'b'),
     lambda: a.rpartition(ss() or 'b'), lambda: a.strip(), lambda: a.strip(s(4)), lambda: a.lstrip(ss()), lambda: a.rstrip(ss()),
     lambda: a.upper(), lambda: a.lower(), lambda: a.title(), lambda: a.capitalize(), lambda: a.swapcase(), lambda: a.casefold(),
     lambda: a.center(rnd(20),ALPH[rnd(len(ALPH))]), lambda: a.ljust(rnd(20)), lambda: a.rjust(rnd(20),'é'), lambda: a.zfill(rnd(20)), lambda: a.expandtabs(rnd(9)),
     lambda: a[idx():idx():(rnd(7)-3) or 1], lambda: a[rnd(20)-10], lambda: [c for c in a], lambda: a[::-1], lambda: ss().join(a), lambda: a*rnd(4), lambda: repr(a),
     lambda: a<s(), lambda: a==a[:], lambda: ss() in a, lambda: [a.isalpha(),a.isalnum(),a.isdigit(),a.islower(),a.isupper(),a.istitle(),a.isspace(),a.isidentifier(),a.isprintable(),a.isnumeric(),a.isdecimal(),a.isascii()],
     lambda: a.encode('utf-8','surrogatepass').decode('utf-8','surrogatepass')==a, lambda: a.encode('utf-8','backslashreplace'), lambda: a.encode('ascii','xmlcharrefreplace'), lambda: a.encode('latin-1','replace'),
     lambda: a.encode('utf-16','surrogatepass'), lambda: a.encode('utf-7'), lambda: a.encode('unicode_escape'), lambda: a.encode('unicode_escape').decode('unicode_escape')==a,
     lambda: a.translate({97:'é',98:None,233:'zz',32:65}), lambda: a.removeprefix(ss()), lambda: a.removesuffix(ss()), lambda: len(a+s()), lambda: '%*s|%-*s|%.*s' % (rnd(9),a,rnd(9),a,rnd(5),a),
     lambda: '{:>{}}|{:^{}.{}}'.format(a,rnd(9),a,rnd(12),rnd(5)), lambda: hash(a)==hash(''.join(list(a))), lambda: ord(a[:1]), lambda: {a:1}[''.join(a)], lambda: a.encode('cp1252','ignore'), lambda: a.encode(),
     lambda: a.encode('gbk','replace'),
    ]
    k=rnd(len(ops))
    try: r=st(ops[k]())
    except Exception as e: r=type(e).__name__+' '+ascii(str(e))
    print(i,k,r)
for i in range(N):
    b=bytes(rnd(256) if rnd(3)==0 else b'abAB \t\n\r1.-+xy'[rnd(14)] for _ in range(rnd(14)))
    def bs(): return bytes(b'abAB \t\n\r1.-+xy'[rnd(14)] for _ in range(rnd(3)))
    t=[bytes,bytearray][rnd(2)]
    b=t(b)
    ops=[
     lambda: b.find(bs(),idx(),idx()), lambda: b.rfind(bs(),idx(),idx()), lambda: b.count(bs(),idx(),idx()), lambda: b.startswith(bs(),idx(),idx()), lambda: b.endswith((bs(),bs()),idx(),idx()),
     lambda: b.index(rnd(256)), lambda: b.replace(bs(),bs(),rnd(4)-1), lambda: b.split(None,rnd(4)-1), lambda: b.rsplit(None,rnd(4)-1), lambda: b.split(bs() or b'a',rnd(4)-1), lambda: b.rsplit(bs() or b'a',rnd(4)-1),
     lambda: b.splitlines(ob()), lambda: b.partition(bs() or b'b'), lambda: b.rpartition(bs() or b'b'), lambda: b.strip(), lambda: b.strip(bs()), lambda: b.lstrip(bs()), lambda: b.rstrip(bs()),
     lambda: b.upper(), lambda: b.lower(), lambda: b.title(), lambda: b.capitalize(), lambda: b.swapcase(), lambda: b.center(rnd(20),b'*'), lambda: b.ljust(rnd(20)), lambda: b.zfill(rnd(20)), lambda: b.expandtabs(rnd(9)),
     lambda: b[idx():idx():(rnd(7)-3) or 1], lambda: b[rnd(20)-10], lambda: list(b), lambda: bs().join([b,b]), lambda: b*rnd(4), lambda: repr(b), lambda: b<bs(), lambda: b==bytes(b), lambda: bs() in b, lambda: rnd(256) in b,
     lambda: [b.isalpha(),b.isalnum(),b.isdigit(),b.islower(),b.isupper(),b.istitle(),b.isspace(),b.isascii()], lambda: b.decode('utf8','replace'), lambda: b.decode('utf8'), lambda: b.decode('utf8','surrogateescape'), lambda: b.decode('ascii','backslashreplace'),
     lambda: b.decode('latin-1'), lambda: b.decode('utf-16','replace'), lambda: b.decode('utf-32','ignore'), lambda: b.decode('cp1252','replace'), lambda: b.decode('utf-7','replace'), lambda: b.decode('unicode_escape','replace'), lambda: b.hex(':',rnd(5)-2), lambda: bytes.fromhex(b.hex())==b,
     lambda: b'%5s|%-5s|%.2s' % (b,b,b), lambda: b.translate(bytes(range(255,-1,-1)),bs()), lambda: b.removeprefix(bs()), lambda: memoryview(b)[idx():idx():(rnd(7)-3) or 1].tolist(), lambda: b.decode('utf-16-le'), lambda: b.decode('raw_unicode_escape','ignore'), lambda: b.decode('utf8','ignore'), lambda: b.decode('utf8','backslashreplace'),
    ]
    k=rnd(len(ops))
    try: r=ascii(ops[k]())
    except Exception as e: r=type(e).__name__+' '+ascii(str(e))
    print('b',i,k,r)
    c=bytearray(b); log=[]
    for _ in range(6):
        try:
            m=rnd(9)
            if m==0: c.append(rnd(256))
            elif m==1: c.extend(bs())
            elif m==2: c.insert(rnd(20)-10,rnd(256))
            elif m==3: log.append(c.pop(rnd(10)-5))
            elif m==4: c[idx():idx():(rnd(5)-2) or 1]=bs()
            elif m==5: del c[idx():idx():(rnd(5)-2) or 1]
            elif m==6: c[rnd(10)-5]=rnd(256)
            elif m==7: c*=rnd(3)
            elif m==8: c+=bs()
        except Exception as e: log.append(str(e))
    print(c,log)
