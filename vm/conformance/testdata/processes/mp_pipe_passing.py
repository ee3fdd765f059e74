import multiprocessing as mp
def child(c):
    inner = c.recv(); inner.send('through'); inner.close()
if __name__ == '__main__':
    for m in 'fork', 'spawn':
        ctx = mp.get_context(m); a, b = ctx.Pipe(); p = ctx.Process(target=child, args=(b,)); p.start()
        x, y = ctx.Pipe(); a.send(y); print(x.recv()); p.join(); print(p.exitcode)
