# Pickles that make no sense.
import pickle
cases = [b'', b'.', b'N', b'\x00', b'\xff.', b'@', b"'", b'\\', b'\x7f.', b'0.', b'N00.', b'1.', b'2.', b'(2.', b'(.', b'(0.', b'a.', b'Na.', b'NNa.', b'(a.', b'](a.', b'N(e.', b'](Ne.', b'(e.', b'e.', b'](1.', b'](N1.',
         b's.', b'}s.', b'}Ns.', b'}NNs.', b'}]Ns.', b'u.', b'}(Nu.', b'}(NNu.', b'N(NNu.', b'(NNu.', b'}(]Nu.', b'd.', b'(Nd.', b'(]Nd.', b'(NNd.', b'l.', b'(Nl.', b't.', b'(Nt.', b'\x85.', b'(\x85.', b'N\x86.', b'NN\x87.',
         b'\x90.', b'\x8f(\x90.', b'\x8f(N\x90.', b'\x8f(]\x90.', b'N(N\x90.', b'(\x90.', b'\x91.', b'(]\x91.', b'(N\x91.', b'R.', b'NR.', b'N)R.', b'NNR.', b'cbuiltins\nint\nNR.', b'cbuiltins\nint\n(NtR.', b'cbuiltins\nint\n)R.',
         b'\x81.', b'N\x81.', b'N)\x81.', b'cbuiltins\nint\nN\x81.', b'cbuiltins\nint\n)\x81.', b'\x92.', b'N)}\x92.', b'cbuiltins\nint\n)N\x92.', b'cbuiltins\nint\nN}\x92.', b'cbuiltins\nint\n)}\x92.', b'b.', b'Nb.', b'NNb.', b'N}b.', b'(Nb.', b'N(Nb.',
         b'cbuiltins\nint\nNb.', b'cbuiltins\nException\n)R}b.', b'cbuiltins\nException\n)RK\x01b.', b'o.', b'(o.', b'(No.', b'(cbuiltins\nint\no.', b'(cbuiltins\nint\nK\x05o.', b'i', b'(i', b'(ibuiltins\nint\n.', b'(K\x07ibuiltins\nint\n.', b'ibuiltins\nint\n.',
         b'c', b'c\n', b'c\n\n.', b'cbuiltins\n\n.', b'cno_such\nx\n.', b'cbuiltins\nnothing\n.', b'c\xff\nx\n.', b'(i\xff\nx\n.', b'\x93.', b'N\x93.', b'NN\x93.', b'\x8c\x01a\x8c\x01b\x93.', b'g', b'g\n.', b'gx\n.', b'g1\n.', b'g-1\n.', b'g99999999999999999999\n.',
         b'h', b'h\x05.', b'j\1\2', b'j\1\2\3\4.', b'p', b'p\n.', b'p1\n.', b'Np1\ng1\n.', b'Npx\n.', b'Np-1\n.', b'Np 3\ng3\n.', b'Np99999999999999999999\n.', b'q\x01.', b'Nq\x01h\x01.', b'(q\x01.', b'r\1\2\3\4.', b'Nr\1\2\3\4j\1\2\3\4.', b'\x94.', b'(\x94.', b'N\x94h\x00.',
         b'I', b'I\n.', b'Ix\n.', b'I1', b'I1x\n.', b'I\xff\n.', b'L\n.', b'Lx\n.', b'LL\n.', b'L1', b'L1L2\n.', b'F\n.', b'Fx\n.', b'F1.5\n.', b'F1.5x\n.', b'F1e400\n.', b'Finf\n.', b'Fnan\n.', b'F-0.0\n.', b'G\0\0', b'J\1', b'M\1', b'K', b'\x8a', b'\x8a\x02\x01', b'\x8b\xff\xff\xff\xff.', b'\x8b\1\0\0\0', b'\x8b\0\0\0\0.',
         b"S'abc'\n.", b'S"abc"\n.', b'Sabc\n.', b"S'abc\n.", b"S'\n.", b"S''\n.", b"S'a\\x41\\n\\101'\n.", b"S'\\x4'\n.", b"S'a\\'\n.", b"S'\xe9'\n.", b'T\3\0\0\0abc.', b'T\xff\xff\xff\xffabc.', b'U\x03abc.', b'U\x04abc.', b'U\x01\xe9.', b'V', b'Vabc', b'X\1\0', b'X\xff\xff\xff\xffabc', b'\x8c', b'\x8c\x05abc.', b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x8d\xff\xff\xff\xff\xff\xff\xff\x7f.',
         b'B\xff\xff\xff\xff.', b'C\x05abc.', b'\x8e\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x80', b'\x80\x06.', b'\x80\xff.', b'\x80\x00N.', b'N\x80\x02.', b'P', b'Q.', b'NQ.', b'NN.', b'N(N.', b'(NN.', b'\x88\x89\x86.', b'I01\nI00\n\x86.']
for data in cases:
    try:
        print(data, '->', repr(pickle.loads(data)))
    except Exception as e:
        print(data, '->', type(e).__name__, e)
