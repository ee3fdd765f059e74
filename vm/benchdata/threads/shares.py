# how fairly four CPU-bound threads share a second
import threading, time
stop = False
counts = [0] * 4
def work(i):
    n = 0
    while not stop:
        n += 1
    counts[i] = n
ts = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in ts: t.start()
time.sleep(1)
stop = True
for t in ts: t.join()
mean = sum(counts) / 4
print(f"shares of 4 threads over a second\t{max(abs(c - mean) for c in counts) / mean * 100:.2f}\t% off\t<= 5")
