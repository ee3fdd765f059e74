# Context managers: special methods looked up on the type; error messages for missing ones
def attempt(cm):
    try:
        with cm as v:
            print("body", v)
    except Exception as e:
        print(type(e).__name__, e)
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): return 1
class Ok:
    def __enter__(self): return "entered"
    def __exit__(self, *a): print("exit", a[0])
attempt(NoEnter())
attempt(NoExit())
attempt(5)
attempt(None)
attempt(Ok())
o = Ok()
o.__enter__ = lambda: "instance"
attempt(o)
class EnterRaises(Ok):
    def __enter__(self): raise ValueError("enter")
attempt(EnterRaises())
class ExitRaises(Ok):
    def __exit__(self, *a): raise KeyError("exit")
attempt(ExitRaises())
class WrongArity(Ok):
    def __exit__(self): pass
attempt(WrongArity())
class AsyncOnly:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
attempt(AsyncOnly())
