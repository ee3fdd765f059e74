# sys shows where each thread stands, and the exception that it handles.
import sys
import threading


def handle():
    try:
        1 / 0
    except ZeroDivisionError:
        inside.set()
        go_on.wait()


inside, go_on = threading.Event(), threading.Event()
t = threading.Thread(target=handle)
t.start()
inside.wait()
kind, value, tb = sys._current_exceptions()[t.ident]
print(kind, value, tb.tb_frame.f_code.co_name)
print(sys._current_exceptions()[threading.get_ident()])
f = sys._current_frames()[t.ident]
while f and f.f_code is not handle.__code__:
    f = f.f_back
print(f.f_code.co_name, f.f_lineno in (10, 11, 12))
print(sorted(sys._current_frames()) == sorted(t.ident for t in threading.enumerate()))
go_on.set()
t.join()

for interval in 1e-5, 0.005, 1, 2.5, 0, -1, 'x':
    try:
        sys.setswitchinterval(interval)
        print(sys.getswitchinterval())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
