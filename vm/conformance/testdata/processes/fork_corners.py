# fork in a loop, in a generator, in a thread, in finally; hooks; buffered output
import os, sys, threading
def status(pid): return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
kids = []
for k in range(3):
    pid = os.fork()
    if pid == 0:
        os._exit(k + 1)
    kids.append(pid)
print([status(pid) for pid in kids])
def gen():
    try:
        yield 1
        pid = os.fork()
        yield pid
        yield "more"
    finally:
        print("closed", flush=True)
g = gen()
next(g)
pid = next(g)
if pid == 0:
    print("child goes on:", next(g), flush=True)
    g.close()
    os._exit(0)
print(status(pid), next(g))
g.close()
def thread():
    pid = os.fork()
    if pid == 0:
        print("in the child:", threading.current_thread() is threading.main_thread(), threading.active_count(), flush=True)
        os._exit(7)
    print(status(pid))
t = threading.Thread(target=thread, name="forker")
t.start()
t.join()
os.register_at_fork(before=lambda: print("before", flush=True), after_in_parent=lambda: None, after_in_child=lambda: print("in child", flush=True))
pid = os.fork()
if pid == 0:
    try:
        raise SystemExit(9)
    finally:
        print("finally", flush=True)
print(status(pid))
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    with os.fdopen(w, "w") as f:
        f.write("through the pipe")
    os._exit(0)
os.close(w)
with os.fdopen(r) as f:
    print(f.read())
print(status(pid))
try:
    os.register_at_fork()
except TypeError as e:
    print(e)
pid = os.fork()
if pid == 0:
    raise ValueError("uncaught in the child")
print(status(pid))
