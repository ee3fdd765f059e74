# A Turing machine, a brainfuck interpreter, a Markov rewriter and a cellular automaton
def turing(rules, tape, state="start", limit=1000):
    cells, pos = dict(enumerate(tape)), 0
    for n in range(limit):
        if state == "halt": break
        sym = cells.get(pos, "_")
        state, cells[pos], move = rules[state, sym]
        pos += {"L": -1, "R": 1, "N": 0}[move]
    return n, "".join(cells[k] for k in sorted(cells)).strip("_")
inc = {("start", "0"): ("start", "0", "R"), ("start", "1"): ("start", "1", "R"), ("start", "_"): ("add", "_", "L"), ("add", "0"): ("halt", "1", "N"), ("add", "1"): ("add", "0", "L"), ("add", "_"): ("halt", "1", "N")}
print([turing(inc, bin(n)[2:]) for n in (0, 1, 7, 10)])
try: turing(inc, "12")
except KeyError as e: print("no rule for", e)
def bf(src, inp=""):
    jump, stack = {}, []
    for i, c in enumerate(src):
        if c == "[": stack.append(i)
        elif c == "]":
            j = stack.pop()
            jump[i], jump[j] = j, i
    out, tape, p, i, inp = [], [0], 0, 0, iter(inp)
    while i < len(src):
        match src[i]:
            case ">":
                p += 1
                if p == len(tape): tape.append(0)
            case "<": p -= 1
            case "+": tape[p] = (tape[p] + 1) % 256
            case "-": tape[p] = (tape[p] - 1) % 256
            case ".": out.append(chr(tape[p]))
            case ",": tape[p] = ord(next(inp, "\0"))
            case "[" if not tape[p]: i = jump[i]
            case "]" if tape[p]: i = jump[i]
        i += 1
    return "".join(out)
print(bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
print(bf(",[>,]<[.<]", "reversed"))
try: bf("]")
except IndexError as e: print(e)
def markov(rules, s, limit=500):
    for _ in range(limit):
        for a, b, *stop in rules:
            if a in s:
                s = s.replace(a, b, 1)
                if stop: return s
                break
        else: return s
    return s
print(markov([("|0", "0||"), ("1", "0|"), ("0", "")], "101"), markov([("ba", "ab"), ("ca", "ac"), ("cb", "bc")], "cbacba"))
def rule(n, width=31, steps=8):
    row = [int(i == width // 2) for i in range(width)]
    for _ in range(steps):
        yield "".join(".#"[c] for c in row)
        row = [n >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]) & 1 for i in range(width)]
for r in rule(30): print(r)
print(*rule(90, 15, 4), sep="\n")
