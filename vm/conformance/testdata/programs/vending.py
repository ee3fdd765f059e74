# A state machine in classes: transitions tables, enter/exit actions, event log
class State:
    def __init__(self, machine): self.m = machine
    def enter(self): self.m.log.append("enter " + type(self).__name__)
    def exit(self): self.m.log.append("exit " + type(self).__name__)
    def handle(self, event, *args):
        f = getattr(self, "on_" + event, None)
        if f is None: raise LookupError(f"{type(self).__name__} ignores {event}")
        return f(*args)
class Idle(State):
    def on_coin(self, n):
        self.m.credit += n
        return HasCoin
class HasCoin(State):
    def on_coin(self, n):
        self.m.credit += n
    def on_select(self, what):
        price = self.m.prices.get(what)
        if price is None: raise KeyError(what)
        if price > self.m.credit: raise ValueError(f"needs {price - self.m.credit} more")
        self.m.credit -= price
        self.m.sold.append(what)
        return HasCoin if self.m.credit else Idle
    def on_refund(self):
        self.m.log.append(f"refund {self.m.credit}")
        self.m.credit = 0
        return Idle
class Machine:
    prices = {"tea": 3, "cake": 5}
    def __init__(self):
        self.credit, self.sold, self.log = 0, [], []
        self.go(Idle)
    state = None
    def go(self, cls):
        if self.state: self.state.exit()
        self.state = cls(self)
        self.state.enter()
    def send(self, event, *args):
        nxt = self.state.handle(event, *args)
        if nxt and nxt is not type(self.state): self.go(nxt)
        return f"{type(self.state).__name__}:{self.credit}"
m = Machine()
for ev in (("select", "tea"), ("coin", 2), ("select", "tea"), ("coin", 2), ("select", "tea"), ("select", "pie"), ("refund",), ("coin", 5), ("select", "cake"), ("refund",), ("kick", 1)):
    try: print(ev, m.send(*ev))
    except Exception as e: print(ev, type(e).__name__, e)
print(m.sold, m.log)
