# what signals do to children
import signal, os, time
def child(f):
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        f(w)
        time.sleep(60)
        os._exit(0)
    os.read(r, 1)
    os.close(r); os.close(w)
    return pid
def status(pid): return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
def handler(w):
    signal.signal(signal.SIGTERM, lambda *a: os._exit(5))
    os.write(w, b"x")
def ready(w): os.write(w, b"x")
pid = child(handler)
os.kill(pid, signal.SIGTERM)
print(status(pid))
for s in (signal.SIGUSR1, signal.SIGTERM, signal.SIGKILL, signal.SIGALRM, signal.SIGHUP):
    pid = child(ready)
    os.kill(pid, s)
    print(s.name, status(pid))
signal.signal(signal.SIGUSR1, lambda n, f: print("in the child", os.getpid() != parent) or os._exit(3))
parent = os.getpid()
pid = child(ready)
os.kill(pid, signal.SIGUSR1)
print(status(pid))
got = []
signal.signal(signal.SIGCHLD, lambda n, f: got.append(n))
pid = os.fork()
if pid == 0: os._exit(4)
while not got: time.sleep(0.01)
print(got[0] == signal.SIGCHLD, status(pid))
