import pickle, sys, types
def show(v, proto=4):
    try:
        print(pickle.dumps(v, proto))
    except Exception as e:
        text = str(e)
        if ' at 0x' in text:
            head, tail = text.split(' at 0x', 1)
            text = head + ' at ...' + tail[tail.index('>'):]
        print(type(e).__name__, text)
def outer():
    def local(): pass
    class Local: pass
    return local, Local, Local()
class Swapped: pass
old = Swapped
class Swapped: pass
def gone(): pass
kept = gone
del gone
def wrong_module(): pass
wrong_module.__module__ = 'no.such.module'
def missing(): pass
missing.__module__ = 'math'
def nomodule(): pass
nomodule.__module__ = None
def renamed(): pass
renamed.__qualname__ = 'other_name'
l = lambda: 0
for proto in (0, 2, 3, 4):
    for v in (*outer(), old, old(), kept, wrong_module, missing, nomodule, renamed, l, [l]):
        show(v, proto)
class é: pass
class K:
    class é: pass
for proto in range(6):
    show(é, proto)
    show(K.é, proto)
mod = types.ModuleType('made_up')
exec('def f(): pass\nclass C: pass', mod.__dict__)
sys.modules['made_up'] = mod
show(mod.f)
show(mod.C)
show(mod.C())
sys.modules['made_up'] = None
show(mod.f)
