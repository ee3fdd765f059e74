# pipes, queues, locks and values between two processes
import multiprocessing as mp, time

def best(f, n, times=5):
    least = 9e9
    for _ in range(times):
        begin = time.perf_counter()
        f(n)
        least = min(least, time.perf_counter() - begin)
    return least / n

def echo(conn):
    while True:
        x = conn.recv()
        if x is None:
            return
        conn.send(x)

def echo_bytes(conn):
    while True:
        x = conn.recv_bytes()
        if not x:
            return
        conn.send_bytes(x)

def produce(queue, go, rounds, n):
    for _ in range(rounds):
        go.acquire()
        for i in range(n):
            queue.put(i)

def measure_pipe():
    a, b = mp.Pipe()
    p = mp.Process(target=echo, args=(b,))
    p.start()
    def round_trips(n):
        x = (1, 'two', 3.0)
        for _ in range(n):
            a.send(x)
            a.recv()
    print(f'Pipe round trip of a small tuple\t{best(round_trips, 3000) * 1e6:.1f}\tus\t<= python3')
    a.send(None)
    p.join()

def measure_large():
    a, b = mp.Pipe()
    p = mp.Process(target=echo_bytes, args=(b,))
    p.start()
    data = bytes(1 << 20)
    def round_trips(n):
        for _ in range(n):
            a.send_bytes(data)
            assert len(a.recv_bytes()) == len(data)
    print(f'1 MiB of bytes both ways\t{best(round_trips, 50) * 1e3:.2f}\tms\t<= python3')
    a.send_bytes(b'')
    p.join()

def measure_objects():
    a, b = mp.Pipe()
    p = mp.Process(target=echo, args=(b,))
    p.start()
    data = bytes(1 << 20)
    def round_trips(n):
        for _ in range(n):
            a.send(data)
            assert len(a.recv()) == len(data)
    print(f'1 MiB as an object both ways\t{best(round_trips, 50) * 1e3:.2f}\tms\t<= python3')
    a.send(None)
    p.join()

def measure_queue():
    n, rounds = 20000, 5
    q, go = mp.Queue(), mp.Semaphore(0)
    p = mp.Process(target=produce, args=(q, go, rounds, n))
    p.start()
    def take(n):
        go.release()
        for _ in range(n):
            q.get()
    print(f'Queue, an item from one process to another\t{best(take, n, rounds) * 1e6:.2f}\tus\t<= python3')
    p.join()

def measure_lock():
    lock, value = mp.Lock(), mp.Value('i', 0, lock=False)
    def count(n):
        for _ in range(n):
            with lock:
                value.value += 1
    print(f'Lock and increment of a raw Value\t{best(count, 20000) * 1e6:.2f}\tus\t<= python3')
    value = mp.Value('i', 0)
    print(f'Lock and increment of a Value\t{best(count, 20000) * 1e6:.2f}\tus\t<= python3')
    def count_locked(n):
        for _ in range(n):
            with value.get_lock():
                value.value += 1
    print(f'increment of a Value with its lock\t{best(count_locked, 20000) * 1e6:.2f}\tus\t<= python3')

if __name__ == '__main__':
    measure_pipe()
    measure_large()
    measure_objects()
    measure_queue()
    measure_lock()
