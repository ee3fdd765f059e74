import multiprocessing as mp
def child(c): c.recv()
if __name__ == '__main__':
    cs = [mp.Pipe() for _ in range(3)]; ps = [mp.Process(target=child, args=(b,)) for a, b in cs]
    [p.start() for p in ps]; print(len(mp.active_children()), all(p in mp.active_children() for p in ps))
    [a.send(1) for a, b in cs]; [p.join() for p in ps]; print(mp.active_children(), [p.exitcode for p in ps])
