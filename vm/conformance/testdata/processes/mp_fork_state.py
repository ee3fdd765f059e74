import multiprocessing as mp
data = {'k': [1]}
def make(n):
    def inner(c): n.append('child'); c.send((n, data))
    return inner
if __name__ == '__main__':
    data['k'].append(2); n = ['start']; a, b = mp.Pipe(); p = mp.Process(target=make(n), args=(b,)); p.start(); print(a.recv(), n); p.join()
    p = mp.Process(target=lambda: b.send('lambda')); p.start(); print(a.recv()); p.join(); print(p.exitcode)
