# What threads print is complete, and no line is torn where each is one write.
import contextlib
import io
import threading

buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    def work(n):
        for i in range(50):
            print(f'{n}:{i}\n', end='')
    ts = [threading.Thread(target=work, args=(n,)) for n in range(5)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
lines = buffer.getvalue().splitlines()
print(len(lines), len(set(lines)), all([l for l in lines if l.startswith(f'{n}:')] == [f'{n}:{i}' for i in range(50)] for n in range(5)))


def speak(n):
    print('spoken', flush=True)


ts = [threading.Thread(target=speak, args=(n,)) for n in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
