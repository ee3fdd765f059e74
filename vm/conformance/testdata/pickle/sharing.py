# What is written once and meant again.
import pickle
class A:
    pass
s = 'some text of its own'
t = ''.join(['some text', ' of its own'])
l = [1]
a = A()
a.x = l
a.same = s
v = [s, s, t, l, l, a, a, (s, l), {s: l}, A, A, 'x', 'same']
for proto in range(6):
    data = pickle.dumps(v, proto)
    w = pickle.loads(data)
    print(data)
    print(w[0] is w[1], w[0] == w[2], w[3] is w[4], w[5] is w[6], w[5].x is w[3], w[7][1] is w[3], w[9] is A)
    print(len(pickle.dumps(['k%d' % i for i in range(300)] * 2, proto)))
