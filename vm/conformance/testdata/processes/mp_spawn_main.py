import multiprocessing as mp, sys, os
print('imported as', __name__ == '__mp_main__', flush=True)
state = []
class C:
    def __init__(self, x): self.x = x
def child(c, o):
    c.send((__name__, type(o).__module__, o.x, state, sys.argv[1:], os.getcwd() == o.x))
if __name__ == '__main__':
    state.append(1); sys.argv.append('arg'); ctx = mp.get_context('spawn'); a, b = ctx.Pipe()
    p = ctx.Process(target=child, args=(b, C(os.getcwd()))); p.start(); r = a.recv(); print(r[0], r[1], r[3:]); p.join()
