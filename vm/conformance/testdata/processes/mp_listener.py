import multiprocessing as mp
from multiprocessing.connection import Listener, Client
def child(address, family, key):
    try:
        with Client(address, authkey=key) as c: c.send('hi'); c.recv()
    except (mp.AuthenticationError, EOFError, ConnectionError) as e: pass
if __name__ == '__main__':
    for family in 'AF_UNIX', 'AF_INET':
        with Listener(family=family, authkey=b'key') as l:
            p = mp.Process(target=child, args=(l.address, family, b'key')); p.start()
            with l.accept() as c: print(c.recv()); c.send(1)
            p.join(); print(p.exitcode)
            p = mp.Process(target=child, args=(l.address, family, b'wrong')); p.start()
            try: l.accept()
            except mp.AuthenticationError as e: print(e)
            p.join()
    for bad in (lambda: Listener(authkey='str')), (lambda: Client(5)), (lambda: Listener(family='AF_NOPE')):
        try: bad()
        except (TypeError, ValueError) as e: print(type(e).__name__, e)
