# ten thousand threads that wait on events, all woken
import threading, time

def resident():
    with open('/proc/self/status') as f:
        for line in f:
            if line.startswith('VmHWM'):
                return int(line.split()[1])

N = 10000
events = [threading.Event() for _ in range(N)]
woken = []
def wait(e):
    e.wait()
    woken.append(1)
before = resident()
threads = [threading.Thread(target=wait, args=(e,)) for e in events]
for t in threads: t.start()
used = resident() - before
begin = time.perf_counter()
for e in events: e.set()
for t in threads: t.join()
took = time.perf_counter() - begin
assert len(woken) == N
print(f"{N} threads waiting on events\t{used / 1024:.1f}\tMB\t<= 100")
print(f"all of them woken and joined\t{took:.3f}\ts\t<= 0.1")
