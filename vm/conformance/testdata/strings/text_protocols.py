# Special methods that text calls, views, streams and subclasses.
import codecs, io, sys
def t(f):
    try: print(ascii(f()))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
b=bytearray(b'abc'); m=memoryview(b)
t(lambda: b.append(1)); t(lambda: b.extend(b'x')); t(lambda: b.pop()); t(lambda: b.clear()); t(lambda: b.__delitem__(0)); t(lambda: b.__setitem__(slice(0,1),b'xyz'))
t(lambda: b.__setitem__(slice(0,1),b'x')); t(lambda: b.__init__(b'q')); 
def f():
    global b
    b+=b'z'
t(f)
def f():
    global b
    b*=2
t(f)
t(lambda: b.insert(0,1)); t(lambda: b.remove(98))
m[0]=65; print(b)
m2=m[1:]; m.release(); t(lambda: b.append(1)); m2.release(); t(lambda: b.append(2)); print(b)
with memoryview(b) as m: print(m.tolist())
t(lambda: m[0]); b.append(3)
# temporaries do not lock
x=bytes(memoryview(b)[1:3]); b.append(4); print(x,b)
def g():
    v=memoryview(b); s=v[0:2].tobytes(); return s
print(g()); b.append(5); print(len(b))
# formatting hooks
class S:
    def __str__(self): return 'S!'
    def __repr__(self): return 'R!'
    def __format__(self,spec): return 'F<%s>'%spec
s=S()
print('%s %r %a' % (s,s,s), '{} {!s} {!r} {:>5} {0}'.format(s,s,s,s) if 0 else '{} {!s} {!r} {:>5}'.format(s,s,s,s), f'{s} {s!s:>5} {s:x{1}y}', str(s), format(s,'q'))
class B1:
    def __bytes__(self): return b'BB'
print(b'%s %b' % (B1(),B1()), bytes(B1()))
class B2:
    def __bytes__(self): return 'x'
t(lambda: bytes(B2())); t(lambda: b'%s' % B2())
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
t(lambda: str(BadStr())); t(lambda: repr(BadStr())); t(lambda: '%s'%BadStr()); t(lambda: '{!r}'.format(BadStr())); t(lambda: f'{BadStr()}')
class BadFmt:
    def __format__(self,s): return 5
t(lambda: format(BadFmt())); t(lambda: '{}'.format(BadFmt())); t(lambda: f'{BadFmt()}')
class Idx:
    def __index__(self): return 3
print('x'*Idx(), 'abcdef'[Idx()], 'abcdef'[:Idx()], b'abcdef'[Idx()], '%d %x'%(Idx(),Idx()), '%c'%Idx(), chr(Idx()), bytes(Idx()), bytearray(Idx()), bytes([Idx()]), 'abcdef'.find('d',Idx()), 'a'.ljust(Idx(),'-'))
class It:
    def __int__(self): return 7
    def __float__(self): return 2.5
t(lambda: '%d'%It()); t(lambda: '%f'%It()); t(lambda: '%x'%It()); t(lambda: '%c'%It())
class GI:
    def __getitem__(self,k): return 'v%s'%k
print('%(a)s %(b)s' % GI(), '{a} {0}'.format_map(GI()) if 0 else '{a}'.format_map(GI()))
class D(dict):
    def __missing__(self,k): return '<%s>'%k
print('%(zz)s'%D(), '{zz}'.format_map(D()), 'abc'.translate(D({97:'1'})))
class T:
    def __getitem__(self,k):
        if k==97: raise LookupError
        if k==98: raise IndexError
        return k+1
print('abcd'.translate(T()))
class T2:
    def __getitem__(self,k): raise RuntimeError('x')
t(lambda: 'a'.translate(T2()))
# iterators
i=iter('héy'); next(i); print(i.__reduce__(), i.__length_hint__(), list(i), list(i)); 
i=iter(b'abc'); next(i); r=i.__reduce__(); print(r[1:], list(i), i.__reduce__()[1])
i=iter('abc'); i.__setstate__(2); print(list(i))
# streams
r=codecs.getreader('utf-8')(io.BytesIO('héllo\nwörld\nx'.encode())); print([r.readline(), r.read(3), r.read()])
r=codecs.getreader('utf-16')(io.BytesIO('ab\ncd'.encode('utf-16'))); print(list(r))
w=io.BytesIO(); cw=codecs.getwriter('utf-16')(w); cw.write('a'); cw.write('b'); print(w.getvalue())
e=codecs.EncodedFile(io.BytesIO('é'.encode('latin-1')),'utf-8','latin-1'); print(e.read())
d=codecs.getincrementaldecoder('utf-8')('replace'); print([d.decode(bytes([c])) for c in 'é😀\xff'.encode('latin-1','ignore')+b'\xe4\xb8'], d.getstate(), d.decode(b'',True))
d=codecs.getincrementaldecoder('utf-8-sig')(); print([d.decode(b'\xef'), d.decode(b'\xbb\xbfa'), d.decode(b'b',True)])
t(lambda: codecs.getincrementaldecoder('utf-8')().decode(b'\xe4',True))
# str() of errors
for args in [('ascii',b'abc',0,1,'r'),('ascii',b'abc',0,3,'r'),('ascii',b'abc',5,9,'r')]:
    print(str(UnicodeDecodeError(*args)), repr(UnicodeDecodeError(*args)))
for args in [('ascii','aé\u1234😀',1,2,'r'),('ascii','aé\u1234😀',2,3,'r'),('ascii','aé\u1234😀',3,4,'r'),('ascii','abc',0,3,'r')]:
    print(str(UnicodeEncodeError(*args)))
t(lambda: UnicodeDecodeError('a','b',0,1,'r')); t(lambda: UnicodeEncodeError(1,2,3,4,5)); t(lambda: UnicodeDecodeError('x'))
try: 'é'.encode('ascii')
except UnicodeError as e: print(e.encoding,e.object,e.start,e.end,e.reason,e.args)
try: b'\xff'.decode()
except UnicodeError as e: e.start=0; e.reason='zz'; print(e, e.object)
class X(str):
    def __new__(cls,v,extra): o=super().__new__(cls,v); o.extra=extra; return o
    def __eq__(self,o): return 'eq'
    __hash__=str.__hash__
x=X('abc',5); print(x,x.extra,x=='q',type(x+'d'),x.upper(),{x:1}['abc'] if 0 else len({x}),isinstance(x,str),x[1:],'%s'%x,str(x),type(str(x)),x.__class__.__name__)
class Y(bytes): pass
y=Y(b'abc'); y.z=1; print(y,type(y[1:]),type(y+b'd'),y.z,Y.fromhex('6162'),type(Y.fromhex('61')),repr(y))
class Z(bytearray):
    def __init__(self,*a): super().__init__(*a); self.q=1
z=Z(b'ab'); print(z,z.q,repr(z),type(z.copy()),type(z[:1]),z+b'c',type(z+b'c'))
print(str.maketrans.__name__, str.__doc__ is not None, ''.join.__class__.__name__, str.__new__(str,5), bytes.__new__(bytes,b'a'))
print(sys.intern('abc') is sys.intern('ab'+'c'))
import copy
for v in ['é\ud800',b'\x00\xff',bytearray(b'ab')]:
    print(copy.copy(v)==v, copy.deepcopy(v)==v)
print(max('abc','abd'), min(['b','a']), sorted('hello'), list(reversed('abc')), list(enumerate('ab')), list(zip('ab','cd')), 'b' in {'a','b'}, sum(map(ord,'abc')), ''.join(sorted('hello',key=str.lower)), any('a'), dict.fromkeys('ab'))
a,*bb='héllo'; print(a,bb); x,y='ab'; print(x,y)
match 'abc':
    case str(q): print('str',q)
match b'ab':
    case bytes(): print('bytes')
match 'ab':
    case [x,y]: print('no')
    case _: print('not seq')
