import sys
import threading

print(threading.gettrace(), threading.getprofile())
calls = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == 'work':
        calls.append((event, threading.current_thread().name))
    return tracer


def work():
    return 1


threading.settrace(tracer)
print(threading.gettrace() is tracer)
t = threading.Thread(target=work, name='traced')
t.start()
t.join()
threading.settrace(None)
print(calls[0], calls[-1], sys.gettrace())
n = len(calls)
t = threading.Thread(target=work, name='not traced')
t.start()
t.join()
print(len(calls) == n, threading.gettrace())

seen = []


def profiler(frame, event, arg):
    if frame.f_code.co_name == 'work':
        seen.append(event)


threading.setprofile(profiler)
print(threading.getprofile() is profiler)
t = threading.Thread(target=work)
t.start()
t.join()
threading.setprofile(None)
print(seen)
