# Timers by the clock and by processor time, with handlers.
import signal

for which, n in ((signal.ITIMER_REAL, signal.SIGALRM), (signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF)):
    count = 0

    def ring(signum, frame):
        global count
        if count < 3:       # one may be on its way when the timer is stopped
            count += 1
        if count == 3:
            signal.setitimer(which, 0)

    old = signal.signal(n, ring)
    before, set, (left, every) = signal.getitimer(which), signal.setitimer(which, 0.05, 0.01), signal.getitimer(which)
    print(n.name, before, set, 0 < left < 0.1, every)
    while count < 3:
        sum(range(1000))
    print(count, signal.getitimer(which))
    signal.setitimer(which, 1000)
    print(900 < signal.setitimer(which, 0)[0] <= 1000.01, signal.getitimer(which))
    count = 0
    signal.setitimer(which, 0.01)       # once
    while not count:
        sum(range(1000))
    print(count, signal.getitimer(which))
    signal.signal(n, old)
