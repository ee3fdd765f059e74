import multiprocessing as mp, re
def f(): pass
def show(p): print(re.sub(r'pid=\d+|parent=\d+', lambda m: m[0].split('=')[0] + '=N', repr(p)))
if __name__ == '__main__':
    for m in 'fork', 'spawn', 'forkserver':
        p = mp.get_context(m).Process(target=f, name='n'); show(p); p.start(); p.join(); show(p); p.close(); show(p)
    p = mp.Process(target=f, daemon=True); show(p)
    show(mp.current_process())
    p = mp.Process(target=f); p.start(); p.join(); show(p)
