# Timers by the clock and by processor time, with handlers.
import signal

for which, n in ((signal.ITIMER_REAL, signal.SIGALRM), (signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF)):
    count = 0

    def ring(signum, frame):
        global count
        count += 1
        if count == 3:
            signal.setitimer(which, 0)

    old = signal.signal(n, ring)
    print(n.name, signal.getitimer(which), signal.setitimer(which, 0.02, 0.01))
    left, every = signal.getitimer(which)
    print(0 < left < 0.1, every)
    while count < 3:
        sum(range(1000))
    print(count, signal.getitimer(which))
    signal.setitimer(which, 100)
    print(99 < signal.setitimer(which, 0)[0] <= 100.01, signal.getitimer(which))
    count = 0
    signal.setitimer(which, 0.01)       # once
    while not count:
        sum(range(1000))
    print(count, signal.getitimer(which))
    signal.signal(n, old)
