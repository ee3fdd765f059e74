# An account class with errors, history and transfer
class Error(Exception): pass
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.id, Account._next = Account._next, Account._next + 1
        self.owner, self.balance, self.log = owner, balance, []
    def deposit(self, n):
        if n <= 0: raise ValueError("amount must be positive")
        self.balance += n
        self.log.append(n)
    def withdraw(self, n):
        if n > self.balance: raise Error(f"{self.owner} has only {self.balance}")
        self.balance -= n
        self.log.append(-n)
    def __iadd__(self, n): self.deposit(n); return self
    def __lt__(self, o): return self.balance < o.balance
    def __repr__(self): return f"#{self.id} {self.owner}: {self.balance}"
def transfer(a, b, n):
    a.withdraw(n)
    try: b.deposit(n)
    except Exception:
        a.deposit(n)
        raise
a, b = Account("ann", 100), Account("bob")
transfer(a, b, 30)
a += 5
for f in (lambda: transfer(b, a, 50), lambda: a.deposit(-1), lambda: transfer(a, None, 1), lambda: a.nothing()):
    try: f()
    except (Error, ValueError, AttributeError) as e: print(type(e).__name__, e)
print(a, b, a.log, b.log, max(a, b), sorted([a, b]), sum(x.balance for x in (a, b)))
