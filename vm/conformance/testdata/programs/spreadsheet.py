# A spreadsheet: cells with formulas, dependency order, cycles, errors as values
import operator
class Cell:
    def __init__(self, text): self.text, self.value, self.state = text, None, "new"
class CellError(Exception): pass
class Sheet:
    ops = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
    def __init__(self, **cells): self.cells = {k: Cell(v) for k, v in cells.items()}
    def __setitem__(self, k, text):
        self.cells[k] = Cell(text)
        for c in self.cells.values(): c.state = "new"
    def __getitem__(self, k):
        if k not in self.cells: raise CellError(f"#REF {k}")
        c = self.cells[k]
        if c.state == "busy": raise CellError(f"#CYCLE {k}")
        if c.state == "new":
            c.state = "busy"
            try: c.value = self.evaluate(c.text)
            except CellError as e: c.value = e
            except ZeroDivisionError: c.value = CellError("#DIV/0")
            finally: c.state = "done"
        if isinstance(c.value, CellError): raise c.value
        return c.value
    def evaluate(self, text):
        if not text.startswith("="):
            try: return float(text)
            except ValueError: return text
        tokens, cur = [], ""
        for ch in text[1:] + " ":
            if ch.isalnum() or ch == ".": cur += ch
            else:
                if cur: tokens.append(cur); cur = ""
                if ch in "+-*/(),:": tokens.append(ch)
        self.tokens, saved = tokens[::-1], getattr(self, "tokens", None)
        try: return self.expr()
        finally: self.tokens = saved
    def expr(self, level=0):
        if level == 2: return self.atom()
        v = self.expr(level + 1)
        while self.tokens and self.tokens[-1] in ("+-", "*/")[level]:
            op = self.tokens.pop()
            w = self.expr(level + 1)
            try: v = self.ops[op](v, w)
            except TypeError: raise CellError("#TYPE") from None
        return v
    def atom(self):
        t = self.tokens.pop()
        if t == "(":
            v = self.expr()
            self.tokens.pop()
            return v
        if t == "-": return -self.atom()
        if t in ("SUM", "MAX", "MIN"):
            self.tokens.pop()
            vals = []
            while self.tokens[-1] != ")":
                if len(self.tokens) > 2 and self.tokens[-2] == ":":
                    a, _, b = self.tokens.pop(), self.tokens.pop(), self.tokens.pop()
                    vals += [self[f"{a[0]}{i}"] for i in range(int(a[1:]), int(b[1:]) + 1)]
                else: vals.append(self.expr())
                if self.tokens[-1] == ",": self.tokens.pop()
            self.tokens.pop()
            return {"SUM": sum, "MAX": max, "MIN": min}[t](vals)
        if t[0].isalpha(): return self[t]
        return float(t)
    def show(self):
        for k in sorted(self.cells):
            try: v = self[k]
            except CellError as e: v = e
            print(f"{k}: {self.cells[k].text:<22} {v}")
s = Sheet(A1="1", A2="2.5", A3="=A1+A2*2", A4="=SUM(A1:A3, 10)", B1="=MAX(A1:A4) - (A2 - A1) / 0.5", B2="=B3", B3="=B2+1", B4="=A1/(A2-2.5)", B5="=B4+1", C1="text", C2="=C1+1", C3="=Z9", C4="=-A1*3")
s.show()
s["A1"] = "100"
s["B3"] = "7"
print("--")
s.show()
