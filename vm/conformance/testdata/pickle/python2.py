# What Python 2 wrote.
import pickle, sys
class Old:
    def __init__(self, *a): self.a = a
class WithArgs:
    def __init__(self, *a): self.a = a
    def __getinitargs__(self): return (1,)
for data in (b"S'abc'\np0\n.", b'U\x03abcq\x00.', b'T\x03\0\0\0a\xe9c.', b"S'a\\xe9'\n.", b'(dp0\nS\'k\'\np1\nI5\ns.', b'(lp0\nI1\naL5L\na.', b'(i__main__\nOld\np0\n(dp1\nS\'x\'\nI1\nsb.',
             b'(c__main__\nOld\noq\x00}q\x01U\x01xK\x02sb.', b'(K\x05c__main__\nOld\n.', b'(c__main__\nOld\nK\x05K\x06o}b.', b'(i__main__\nWithArgs\n.', b'(K\x09i__main__\nWithArgs\n.', b'c__builtin__\nset\n((lI1\naI2\natR.',
             b'c__builtin__\nunicode\n.', b'c__builtin__\nlong\n(L7L\ntR.', b'cexceptions\nStandardError\n.', b'ccopy_reg\n_reconstructor\n(c__main__\nOld\nc__builtin__\nobject\nNtR(dS\'z\'\nI3\nsb.', b'cUserDict\nUserDict\n.',
             b'ccollections\ndefaultdict\n(c__builtin__\nlist\ntR.', b'c__builtin__\nxrange\n(I0\nI3\nI1\ntR.', b'cStringIO\nStringIO\n.', b'citertools\nizip\n.', b'F1.5\n.', b'\x80\x02U\x02\xc3\xa9.'):
    for kw in ({}, {'encoding': 'latin-1'}, {'encoding': 'bytes'}, {'encoding': 'utf-8', 'errors': 'replace'}, {'encoding': 'ASCII', 'errors': 'surrogateescape'}, {'fix_imports': False}):
        try:
            v = pickle.loads(data, **kw)
            print(data, kw, ascii(v.__dict__) if isinstance(v, (Old, WithArgs)) else ascii(v))
        except Exception as e:
            print(data, kw, type(e).__name__, str(e).replace(__file__.rsplit("/", 1)[0], "FOLDER"))
for kw in ({'encoding': 'no such'}, {'encoding': 5}, {'errors': 5}, {'errors': 'no such'}, {'encoding': 'ascii', 'errors': 'no such'}):
    try:
        print(pickle.loads(b'U\x01\xe9.', **kw))
    except Exception as e:
        print(kw, type(e).__name__, e)
