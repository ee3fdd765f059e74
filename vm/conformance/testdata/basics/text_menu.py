# A menu program over StringIO input: commands, errors, state
import io, sys
sys.stdin = io.StringIO("""add milk 2
add eggs 12
add milk 1
list
remove eggs
remove bread
total
bogus
add nothing
undo
list
quit
list
""")
stock, history = {}, []
def cmd_add(name, n):
    history.append(dict(stock))
    stock[name] = stock.get(name, 0) + int(n)
def cmd_remove(name):
    history.append(dict(stock))
    try: del stock[name]
    except KeyError: history.pop(); raise LookupError(f"no {name}") from None
def cmd_list():
    for k, v in sorted(stock.items()): print(f"  {k:.<10}{v:3}")
def cmd_total(): print("  total", sum(stock.values()))
def cmd_undo():
    stock.clear()
    stock.update(history.pop())
while True:
    try: line = input("> ")
    except EOFError: break
    print(line)
    name, *args = line.split()
    if name == "quit": break
    try: globals()["cmd_" + name](*args)
    except KeyError as e: print("  unknown command", e)
    except (TypeError, ValueError, LookupError) as e: print(f"  {type(e).__name__}: {e}")
print(stock, len(history), sys.stdin.read())
