"""A bank: accounts, money moved between them, and what may go wrong.

    minipy examples/bank.py

Shows classes with inheritance and properties, exceptions with data of their
own, a context manager that undoes a failed transaction, and decimal-free
money in whole cents.
"""

from contextlib import contextmanager


class BankError(Exception):
    """Anything the bank refuses to do."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {money(account.available)}, needs {money(amount)}")
        self.account = account
        self.missing = amount - account.available


class AccountClosed(BankError):
    pass


def money(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02}"


class Account:
    kind = "account"

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.closed = False
        self.history = []
        self._balance = balance

    def __repr__(self):
        return f"<{self.kind} of {self.owner}: {money(self.balance)}>"

    @property
    def balance(self):
        return self._balance

    @property
    def available(self):
        return self._balance

    def change(self, cents, why):
        if self.closed:
            raise AccountClosed(f"the account of {self.owner} is closed")
        self._balance += cents
        self.history.append((cents, why))

    def deposit(self, cents, why="deposit"):
        if cents <= 0:
            raise ValueError(f"cannot deposit {money(cents)}")
        self.change(cents, why)

    def withdraw(self, cents, why="withdrawal"):
        if cents > self.available:
            raise InsufficientFunds(self, cents)
        self.change(-cents, why)


class Savings(Account):
    kind = "savings"

    def __init__(self, owner, balance=0, percent=2):
        super().__init__(owner, balance)
        self.percent = percent

    def add_interest(self):
        self.deposit(self.balance * self.percent // 100, "interest")


class Checking(Account):
    kind = "checking"

    def __init__(self, owner, balance=0, overdraft=50_00):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    @property
    def available(self):
        return self.balance + self.overdraft


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        if account.owner in self.accounts:
            raise BankError(f"{account.owner} already has an account")
        self.accounts[account.owner] = account
        return account

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise BankError(f"no account of {owner}") from None

    @contextmanager
    def transaction(self):
        """Either everything in the block happens or nothing does."""
        before = {a: (a._balance, len(a.history)) for a in self.accounts.values()}
        try:
            yield
        except BankError as e:
            for account, (balance, length) in before.items():
                account._balance = balance
                del account.history[length:]
            print("  undone:", e)

    def transfer(self, source, target, cents):
        with self.transaction():
            self[source].withdraw(cents, f"to {target}")
            self[target].deposit(cents, f"from {source}")
            print(f"  {money(cents)} from {source} to {target}")

    def total(self):
        return sum(a.balance for a in self.accounts.values())


def main():
    bank = Bank()
    ada = bank.open(Savings("Ada", 1_250_00, percent=3))
    bob = bank.open(Checking("Bob", 20_00))
    bank.open(Account("Cleo"))
    print("accounts:", *bank.accounts.values())

    print("transfers:")
    bank.transfer("Ada", "Bob", 200_00)
    bank.transfer("Bob", "Cleo", 260_00)
    bank.transfer("Bob", "Cleo", 60_00)
    bank.transfer("Bob", "Dora", 1_00)
    ada.add_interest()
    bank["Cleo"].closed = True
    bank.transfer("Ada", "Cleo", 5_00)

    print("refused:")
    attempts = [
        lambda: bob.withdraw(1_000_00),
        lambda: bob.deposit(-5),
        lambda: bank.open(Account("Ada")),
        lambda: bank["Cleo"].deposit(1),
        lambda: bank["Nobody"],
    ]
    for attempt in attempts:
        try:
            attempt()
        except InsufficientFunds as e:
            print(f"  {e} ({money(e.missing)} short)")
        except (BankError, ValueError) as e:
            print(f"  {type(e).__name__}: {e}")

    print("statements:")
    for account in bank.accounts.values():
        print(" ", account)
        for cents, why in account.history:
            print(f"    {money(cents):>10}  {why}")
    print("total:", money(bank.total()))


if __name__ == "__main__":
    main()
