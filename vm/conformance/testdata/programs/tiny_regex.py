# A regular expression matcher by compiled closures (no re module)
class Node: pass
def parse(p):
    pos = 0
    def peek(): return p[pos] if pos < len(p) else None
    def alt():
        nonlocal pos
        branches = [seq()]
        while peek() == "|":
            pos += 1
            branches.append(seq())
        return ("alt", branches) if len(branches) > 1 else branches[0]
    def seq():
        items = []
        while peek() not in (None, "|", ")"): items.append(rep())
        return ("seq", items)
    def rep():
        nonlocal pos
        a = atom()
        while peek() in ("*", "+", "?"):
            a = (p[pos], a)
            pos += 1
        return a
    def atom():
        nonlocal pos
        c = peek()
        pos += 1
        if c == "(":
            a = alt()
            if peek() != ")": raise ValueError("missing )")
            pos += 1
            return a
        if c == "[":
            neg = peek() == "^"
            if neg: pos += 1
            chars = set()
            while peek() != "]":
                if peek() is None: raise ValueError("missing ]")
                lo = p[pos]
                pos += 1
                if peek() == "-" and p[pos + 1:pos + 2] not in ("]", ""):
                    chars |= {chr(x) for x in range(ord(lo), ord(p[pos + 1]) + 1)}
                    pos += 2
                else: chars.add(lo)
            pos += 1
            return ("set", chars, neg)
        if c == ".": return ("any",)
        if c == "^": return ("bol",)
        if c == "$": return ("eol",)
        if c in "*+?": raise ValueError(f"nothing to repeat at {pos - 1}")
        if c == "\\":
            c = peek()
            pos += 1
            if c == "d": return ("set", set("0123456789"), False)
        return ("ch", c)
    r = alt()
    if pos != len(p): raise ValueError(f"unexpected {p[pos]!r}")
    return r
def m(node, s, i, k):
    match node:
        case ("ch", c): return k(i + 1) if i < len(s) and s[i] == c else None
        case ("any",): return k(i + 1) if i < len(s) else None
        case ("set", chars, neg): return k(i + 1) if i < len(s) and (s[i] in chars) != neg else None
        case ("bol",): return k(i) if i == 0 else None
        case ("eol",): return k(i) if i == len(s) else None
        case ("seq", []): return k(i)
        case ("seq", [first, *rest]): return m(first, s, i, lambda j: m(("seq", rest), s, j, k))
        case ("alt", branches):
            for b in branches:
                if (r := m(b, s, i, k)) is not None: return r
            return None
        case ("?", a): return r if (r := m(a, s, i, k)) is not None else k(i)
        case ("*", a):
            r = m(a, s, i, lambda j: m(node, s, j, k) if j > i else None)
            return r if r is not None else k(i)
        case ("+", a): return m(a, s, i, lambda j: m(("*", a), s, j, k))
def search(p, s):
    node = parse(p)
    for i in range(len(s) + 1):
        if (j := m(node, s, i, lambda j: j)) is not None: return s[i:j]
for p, s in (("a*b", "caaab"), ("(ab|cd)+", "xxabcdab!"), ("^h.llo$", "hello"), ("^h.llo$", "hello "), ("[a-c]+[0-9]?", "zzabc5"), ("[^a-z]+", "abc123def"), ("\\d+\\.\\d*", "pi 3.14"), ("x?y?z?", "w"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("a.*c", "abcabc"), ("(a*)*b", "aaab"), ("", "x")):
    print(repr(p), repr(s), repr(search(p, s)))
for p in ("(a", "[a", "*a", "a)", "a||b"):
    try: print(p, search(p, "ab"))
    except ValueError as e: print(p, e)
