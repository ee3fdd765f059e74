# Publish/subscribe with decorators, weak handlers by name, priorities, error isolation
from functools import wraps
class Bus:
    def __init__(self): self.handlers = {}
    def on(self, event, priority=0):
        def deco(fn):
            self.handlers.setdefault(event, []).append((priority, len(self.handlers.get(event, ())), fn))
            return fn
        return deco
    def emit(self, event, *args, **kw):
        results, errors = [], []
        for _, _, fn in sorted(self.handlers.get(event, ()), key=lambda t: (-t[0], t[1])):
            try: results.append(fn(*args, **kw))
            except StopPropagation as e:
                results.append(e.args[0])
                break
            except Exception as e: errors.append(e)
        if errors: raise ExceptionGroup(f"{event} failed", errors)
        return results
class StopPropagation(Exception): pass
def logged(fn):
    @wraps(fn)
    def inner(*a, **k):
        r = fn(*a, **k)
        calls.append((fn.__name__, a, k, r))
        return r
    return inner
calls, bus = [], Bus()
@bus.on("greet")
@logged
def hello(name): return "hello " + name
@bus.on("greet", priority=10)
@logged
def shout(name, *, loud=True): return name.upper()
@bus.on("fail")
def bad(x): return 1 / x
@bus.on("fail")
def worse(x): raise ValueError(x)
@bus.on("fail")
def fine(x): return x
@bus.on("stop", 5)
def stopper(): raise StopPropagation("stopped here")
@bus.on("stop")
def never(): return "never"
print(bus.emit("greet", "ann"), bus.emit("nothing"), bus.emit("stop"))
try: bus.emit("fail", 0)
except* ZeroDivisionError as eg: print("zero", [str(e) for e in eg.exceptions])
except* ValueError as eg: print("value", [e.args for e in eg.exceptions])
print(calls, hello.__name__, hello.__wrapped__ is not hello, shout("x", loud=False))
class Observable:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        for name in cls.__annotations__:
            setattr(cls, name, Watched())
    def __init__(self, **kw):
        self.changes = []
        for k, v in kw.items(): setattr(self, k, v)
class Watched:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.slot)
    def __set__(self, o, v):
        old = o.__dict__.get(self.slot)
        o.__dict__[self.slot] = v
        if old != v: o.changes.append((self.slot, old, v))
    @property
    def slot(self): return getattr(self, "name", None) or "anon%d" % list(type(self).order).index(self) if False else "_w%d" % Watched.ids.setdefault(self, len(Watched.ids))
    ids = {}
class Point(Observable):
    x: int
    y: int
p = Point(x=1, y=2)
p.x = 5
p.x = 5
p.y = p.x + 1
print(p.x, p.y, p.changes)
