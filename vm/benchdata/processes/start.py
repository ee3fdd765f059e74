# what a process costs: its start and end, its memory, and a copy of a large parent
import gc, multiprocessing as mp, os, time

def nothing():
    pass

def resident(conn):
    with open('/proc/self/status') as f:
        for line in f:
            if line.startswith('VmRSS'):
                conn.send(int(line.split()[1]))

def start_join(ctx, times):
    least = 9e9
    for _ in range(times):
        begin = time.perf_counter()
        p = ctx.Process(target=nothing)
        p.start()
        p.join()
        least = min(least, time.perf_counter() - begin)
        assert p.exitcode == 0
    return least * 1e3

def memory(ctx):
    r, w = ctx.Pipe(duplex=False)
    p = ctx.Process(target=resident, args=(w,))
    p.start()
    size = r.recv()
    p.join()
    return size / 1024

def fork(times):
    least = 9e9
    for _ in range(times):
        begin = time.perf_counter()
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)
        least = min(least, time.perf_counter() - begin)
    return least * 1e3

if __name__ == '__main__':
    for method, want in (('fork', 8), ('spawn', 12), ('forkserver', 6)):
        ctx = mp.get_context(method)
        print(f'start and join a Process, {method}\t{start_join(ctx, 15):.1f}\tms\t<= {want}')
    for method in ('fork', 'spawn', 'forkserver'):
        print(f'resident memory of a child, {method}\t{memory(mp.get_context(method)):.1f}\tMB\t<= 25')
    print(f'os.fork and waitpid\t{fork(15):.1f}\tms\t')
    gc.disable()
    many = [{'i': i} if i & 1 else [i] for i in range(400_000)]
    print(f'os.fork and waitpid with 400,000 containers\t{fork(3):.0f}\tms\t<= 400')
