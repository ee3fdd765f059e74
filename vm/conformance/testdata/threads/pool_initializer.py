import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


class Capture:
    text = ''

    def write(self, s):
        self.text += s

    def flush(self):
        pass


local = threading.local()
calls = []


def initialise(word, number):
    local.word = word * number
    calls.append(threading.current_thread().name)


with ThreadPoolExecutor(2, 'p', initializer=initialise, initargs=('ab', 3)) as ex:
    print(set(ex.map(lambda _: local.word, range(10))))
print(sorted(set(calls)) in (['p_0'], ['p_0', 'p_1']), len(calls) == len(set(calls)))


def fails():
    time.sleep(0.02)
    raise OSError('no start')


sys.stderr = capture = Capture()
ex = ThreadPoolExecutor(1, initializer=fails)
fs = [ex.submit(print, n) for n in range(3)]
for f in fs:
    try:
        f.result()
    except BrokenThreadPool as e:
        print(type(e).__mro__[1].__name__, e)
try:
    ex.submit(print)
except BrokenThreadPool as e:
    print(e)
ex.shutdown()
sys.stderr = sys.__stderr__
print([l for l in capture.text.splitlines() if not l.startswith('  ')])
