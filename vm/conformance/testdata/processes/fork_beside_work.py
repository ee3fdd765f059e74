# os.fork() by one thread while others are in the middle of long native work, which runs without the lock
import os, threading

source = 'x = [' + '1, ' * 20000 + ']\n'
stop = threading.Event()
results = {'power': 3 ** 40000, 'digits': str(7 ** 4000), 'sorted': sorted(map(str, range(30000)))}
errors = []

def power(): return 3 ** 40000 == results['power']
def digits(): return str(7 ** 4000) == results['digits'] and int(results['digits']) == 7 ** 4000
def compiled():
    names = {}
    exec(compile(source, 'long', 'exec'), names)
    return len(names['x']) == 20000
def joined(): return len(','.join(results['sorted'])) == 168889 and ('ab' * 200000).find('ba' * 1000 + 'c') == -1
def ordered():
    keep = list(reversed(results['sorted']))
    keep.sort()
    return keep == results['sorted']

def work(f):
    while not stop.is_set():
        if not f(): errors.append(f.__name__)

threads = [threading.Thread(target=work, args=(f,)) for f in (power, digits, compiled, joined, ordered)]
for t in threads: t.start()
good = 0
for i in range(10):
    pid = os.fork()
    if pid == 0:
        ok = threading.active_count() == 1 and power() and digits() and compiled() and joined() and ordered() and not errors
        os._exit(0 if ok else 1)
    good += os.waitpid(pid, 0)[1] == 0
stop.set()
for t in threads: t.join()
print(good, errors)
