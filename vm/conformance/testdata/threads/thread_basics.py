import threading

def report(*args, **kwargs):
    print('args', args, kwargs, threading.current_thread().name)

t = threading.Thread(target=report, args=(1, 2), kwargs={'key': 'value'})
print(t.name, t.is_alive(), t.daemon, t.ident, t.native_id)
t.start()
t.join()
print(t.is_alive(), t.ident is not None, t.native_id is not None)
t = threading.Thread(target=report, name='own name')
t.start()
t.join()
t = threading.Thread(name=17, daemon=True)
print(t.name, t.daemon)
t.start()
t.join()


class Mine(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        self.result = self.n * 2


ts = [Mine(i) for i in range(5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print([t.result for t in ts], [t.name for t in ts])
print(threading.active_count(), [t.name for t in threading.enumerate()], threading.main_thread() is threading.current_thread())
print(threading.current_thread().ident == threading.get_ident(), threading.get_native_id() > 0)


class Callable:
    def __call__(self):
        print('called', threading.current_thread().name)


t = threading.Thread(target=Callable())
t.start()
t.join()
t = threading.Thread(target=lambda: print(threading.current_thread().name))
t.start()
t.join()
t = threading.Thread()
t.start()
t.join(60)
print(t.is_alive(), t.join())
