"""start() in functions that native code has called: the child begins as a copy all the same."""
import multiprocessing as mp, os, sys, traceback
def child(q, x):
    pid=os.fork()      # a fork of its own
    if pid==0: os._exit(4)
    q.put((x, os.waitstatus_to_exitcode(os.waitpid(pid,0)[1])))
def start(i):
    frame=sys._getframe()
    p=mp.Process(target=child,args=(q,i)); p.start(); return p
def gen():
    yield start(1)
    yield start(2)
class K:
    def __eq__(self,o):
        start(9).join(); return True
q=mp.SimpleQueue()
for ps in (list(map(start,[5,6])), sorted([start(3)]), list(gen()), [*gen()], sorted([1], key=lambda x: start(x).join() or 1)):
    for p in ps:
        if hasattr(p,'join'): p.join(); print(p.exitcode)
print(K()==1)
print(sorted(q.get() for _ in range(8+1)))
with mp.Pool(2) as p: print(list(map(lambda f: f(p.map(abs,[-1,2])), [len])))
print(list(map(lambda n: mp.Pool(n).map(abs,[-1]), [1])))
