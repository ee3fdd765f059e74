import re
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor


class Capture:
    text = ''

    def write(self, s):
        self.text += s

    def flush(self):
        pass


log = []
f = Future()
f.add_done_callback(lambda g: log.append((1, g is f, g.result())))
f.add_done_callback(lambda g: log.append((2, g.done())))
print(log)
f.set_result('r')
print(log)
f.add_done_callback(lambda g: log.append((3, g.result())))
print(log[-1])

f = Future()
f.add_done_callback(lambda g: log.append(repr(g.exception())))
f.set_exception(KeyError('k'))
print(log[-1])

f = Future()
f.add_done_callback(lambda g: log.append(('cancelled', g.cancelled())))
f.cancel()
print(log[-1])
f.cancel()
print(len(log))

# An exception in a callback is logged; the others are called all the same.
f = Future()
f.add_done_callback(lambda g: 1 / 0)
f.add_done_callback(lambda g: log.append('after'))
sys.stderr = capture = Capture()
f.set_result(1)
f.add_done_callback(lambda g: [][1])
sys.stderr = sys.__stderr__
print(log[-1])
print(re.sub('0x[0-9a-f]+', '0xX', '\n'.join(l for l in capture.text.splitlines() if not l.startswith('  '))))

# Called in the thread that makes the call, or at once.
names = []
with ThreadPoolExecutor(1, thread_name_prefix='pool') as ex:
    go = threading.Event()
    g = ex.submit(go.wait)
    g.add_done_callback(lambda _: names.append(threading.current_thread().name))
    go.set()
g.add_done_callback(lambda _: names.append(threading.current_thread().name))
print(names)
