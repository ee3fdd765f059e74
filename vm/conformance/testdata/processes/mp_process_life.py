import multiprocessing as mp, os, sys, time
def ok(): pass
def fail(): sys.exit(3)
def text(): sys.stderr = open(os.devnull, 'w'); sys.exit('text')
def hard(): os._exit(9)
def raises(): sys.stderr = open(os.devnull, 'w'); raise ValueError
def sleeps(): time.sleep(60)
if __name__ == '__main__':
    p = mp.Process(target=ok)
    print(p.exitcode, p.pid, p.is_alive(), p.daemon, p.name)
    p.start(); print(p.pid is not None, p.ident == p.pid); p.join(); print(p.exitcode, p.is_alive())
    for f in fail, text, hard, raises:
        p = mp.Process(target=f); p.start(); p.join(); print(f.__name__, p.exitcode)
    p = mp.Process(target=sleeps); p.start(); print(p.join(0.01), p.exitcode); p.terminate(); p.join(); print(p.exitcode)
    p = mp.Process(target=sleeps); p.start(); p.kill(); p.join(); print(p.exitcode)
    p.close()
    for what in 'exitcode', 'pid', 'sentinel':
        try: getattr(p, what)
        except ValueError as e: print(e)
    p = mp.Process(target=ok)
    try: p.join()
    except AssertionError as e: print(e)
    try: p.sentinel
    except ValueError as e: print(e)
    p.start()
    try: p.start()
    except AssertionError as e: print(e)
    p.join()
