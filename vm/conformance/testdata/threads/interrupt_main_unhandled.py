# What interrupt_main simulates does nothing where no handler in Python answers it.
import _thread
import signal

for n in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
    before = signal.getsignal(n)
    for action in (signal.SIG_IGN, signal.SIG_DFL):
        signal.signal(n, action)
        _thread.interrupt_main(n)
        print(n.name, action.name)
    signal.signal(n, lambda n, frame: print('handler', signal.Signals(n).name))
    _thread.interrupt_main(n)
    signal.signal(n, before)
for n in (0, -1, 65, 10 ** 6):
    try:
        _thread.interrupt_main(n)
    except ValueError as e:
        print(n, e)
try:
    _thread.interrupt_main()
except KeyboardInterrupt:
    print('KeyboardInterrupt')
