import multiprocessing as mp
if __name__ == '__main__':
    print(mp.get_all_start_methods(), mp.get_start_method(allow_none=True), mp.get_start_method())
    try: mp.set_start_method('spawn')
    except RuntimeError as e: print(e)
    mp.set_start_method('spawn', force=True); print(mp.get_start_method())
    c = mp.get_context('fork'); print(c.get_start_method(), c.get_context() is c)
    try: c.set_start_method('spawn')
    except ValueError as e: print(e)
    try: mp.get_context('x')
    except ValueError as e: print(e)
    print(type(mp.get_context('fork').Process()).__name__, type(mp.Process()).__name__)
