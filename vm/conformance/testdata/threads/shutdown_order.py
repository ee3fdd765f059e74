import atexit
import threading
import time

joined = threading.Event()
ended = threading.Event()


def late():
    joined.wait()
    print('thread ends', threading.main_thread().is_alive())
    ended.set()


def daemon():
    while True:
        time.sleep(0.001)


def join_main():
    threading.main_thread().join()
    print('main joined')
    joined.set()
    ended.wait()
    print('joiner ends')


atexit.register(lambda: print('atexit 1', [t.name for t in threading.enumerate() if not t.daemon]))
atexit.register(lambda: print('atexit 2'))
threading._register_atexit(lambda: print('threading atexit 1'))
threading._register_atexit(print, 'threading atexit', 2, sep=' / ')
threading.Thread(target=late).start()
threading.Thread(target=daemon, daemon=True).start()
threading.Thread(target=join_main).start()
print('main ends')
