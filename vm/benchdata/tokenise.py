"""Text parsing: a hand-written tokeniser and recursive-descent calculator, and a CSV-like reader."""

KEYWORDS = {"let", "in", "if", "then", "else"}
DIGITS = "0123456789"


class Token:
    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def tokenise(source):
    tokens = []
    i, line, n = 0, 1, len(source)
    while i < n:
        ch = source[i]
        if ch == "\n":
            line += 1
            i += 1
        elif ch in " \t":
            i += 1
        elif ch == "#":
            while i < n and source[i] != "\n":
                i += 1
        elif ch in DIGITS:
            start = i
            while i < n and (source[i] in DIGITS or source[i] == "."):
                i += 1
            tokens.append(Token("number", source[start:i], line))
        elif ch.isalpha() or ch == "_":
            start = i
            while i < n and (source[i].isalnum() or source[i] == "_"):
                i += 1
            word = source[start:i]
            tokens.append(Token("keyword" if word in KEYWORDS else "name", word, line))
        else:
            tokens.append(Token("op", ch, line))
            i += 1
    tokens.append(Token("end", "", line))
    return tokens


class Parser:
    def __init__(self, tokens, names):
        self.tokens = tokens
        self.at = 0
        self.names = names

    def peek(self):
        return self.tokens[self.at].text

    def take(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.take().text == "+":
                value += self.term()
            else:
                value -= self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.take().text == "*":
                value *= self.factor()
            else:
                value /= self.factor() or 1
        return value

    def factor(self):
        token = self.take()
        if token.kind == "number":
            return float(token.text)
        if token.kind == "name":
            return self.names[token.text]
        if token.text == "-":
            return -self.factor()
        if token.text == "(":
            value = self.expression()
            assert self.take().text == ")"
            return value
        raise SyntaxError(token.text)


def read_csv(text):
    rows = []
    for line in text.splitlines():
        cells, cell, quoted = [], [], False
        for ch in line:
            if ch == '"':
                quoted = not quoted
            elif ch == "," and not quoted:
                cells.append("".join(cell))
                cell = []
            else:
                cell.append(ch)
        cells.append("".join(cell))
        rows.append(cells)
    return rows


def main():
    lines = []
    for i in range(8000):
        lines.append("(alpha_%d + %d.5) * beta - -%d / (gamma + 1) # comment %d" % (i % 10, i, i % 17, i))
    source = "\n".join(lines)
    tokens = tokenise(source)
    kinds = {}
    for token in tokens:
        kinds[token.kind] = kinds.get(token.kind, 0) + 1
    print("tokens", len(tokens), kinds, tokens[-1].line)
    names = {"alpha_%d" % i: i for i in range(10)}
    names.update(beta=2.5, gamma=3)
    total = 0.0
    for line in lines:
        total += Parser(tokenise(line), names).expression()
    print("values %.4f" % total)
    rows = read_csv("\n".join('%d,"name, %d",%s' % (i, i, "x" * (i % 9)) for i in range(25000)))
    print("csv", len(rows), rows[77], sum(len(r) for r in rows))


if __name__ == "__main__":
    main()
