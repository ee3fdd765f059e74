import threading
import warnings

warnings.simplefilter('always')


def warned(f, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        result = f(*args)
    print(result if not isinstance(result, threading.Thread) else result.name,
          [(w.category.__name__, str(w.message), w.filename == __file__) for w in seen])


t = threading.Thread(name='t')
warned(t.isDaemon)
warned(t.setDaemon, True)
warned(t.isDaemon)
warned(t.getName)
warned(t.setName, 'u')
warned(t.getName)
warned(threading.currentThread)
warned(threading.activeCount)
warned(threading.Event().isSet)
c = threading.Condition()
with c:
    warned(c.notifyAll)
