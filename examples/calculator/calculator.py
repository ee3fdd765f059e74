"""A small language: numbers, variables, functions, conditions.

    minipy examples/calculator/calculator.py program.calc

Every line is an expression, `let NAME = EXPRESSION` or
`def NAME(PARAMETERS) = EXPRESSION`. The text becomes tokens, the tokens become
a tree of nodes, and each node knows how to evaluate itself.
"""

import sys
from dataclasses import dataclass, field


class CalcError(Exception):
    pass


# ---- tokens

def tokens_of(line):
    i = 0
    while i < len(line):
        ch = line[i]
        if ch.isspace():
            i += 1
        elif ch == "#":
            return
        elif ch.isdigit():
            j = i
            while j < len(line) and (line[j].isdigit() or line[j] == "."):
                j += 1
            text = line[i:j]
            yield "number", float(text) if "." in text else int(text)
            i = j
        elif ch.isidentifier():
            j = i
            while j < len(line) and (line[j].isalnum() or line[j] == "_"):
                j += 1
            yield "name", line[i:j]
            i = j
        elif line[i:i + 2] in ("==", "<=", ">=", "!="):
            yield "sign", line[i:i + 2]
            i += 2
        elif ch in "+-*/%^()=<>,":
            yield "sign", ch
            i += 1
        else:
            raise CalcError(f"what is {ch!r}?")


# ---- the tree

@dataclass
class Number:
    value: float

    def run(self, env):
        return self.value


@dataclass
class Name:
    name: str

    def run(self, env):
        try:
            return env.find(self.name)
        except KeyError:
            raise CalcError(f"{self.name} is not defined") from None


OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": lambda a, b: a % b,
    "^": lambda a, b: a ** b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


@dataclass
class Binary:
    sign: str
    left: object
    right: object

    def run(self, env):
        return OPERATORS[self.sign](self.left.run(env), self.right.run(env))


@dataclass
class If:
    condition: object
    then: object
    other: object

    def run(self, env):
        return self.then.run(env) if self.condition.run(env) else self.other.run(env)


@dataclass
class Call:
    name: str
    arguments: list

    def run(self, env):
        function = Name(self.name).run(env)
        if not isinstance(function, Function):
            raise CalcError(f"{self.name} is not a function")
        return function.call([a.run(env) for a in self.arguments])


@dataclass
class Function:
    name: str
    parameters: list
    body: object
    env: "Env" = field(repr=False)

    def call(self, values):
        if len(values) != len(self.parameters):
            raise CalcError(f"{self.name} wants {len(self.parameters)} values, not {len(values)}")
        return self.body.run(Env(dict(zip(self.parameters, values)), self.env))


class Env:
    def __init__(self, names, outer=None):
        self.names = names
        self.outer = outer

    def find(self, name):
        if name in self.names:
            return self.names[name]
        if self.outer is None:
            raise KeyError(name)
        return self.outer.find(name)


# ---- tokens -> tree

LEVELS = [("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]


class Parser:
    def __init__(self, line):
        self.tokens = list(tokens_of(line)) + [("end", "the end of the line")]
        self.at = 0

    def next(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, *texts):
        kind, text = self.tokens[self.at]
        if kind != "number" and text in texts:
            self.at += 1
            return text
        return None

    def expect(self, text):
        if not self.accept(text):
            raise CalcError(f"expected {text!r}, found {self.tokens[self.at][1]}")

    def name(self):
        kind, text = self.next()
        if kind != "name":
            raise CalcError(f"expected a name, found {text}")
        return text

    def expression(self, level=0):
        if self.accept("if"):
            condition = self.expression()
            self.expect("then")
            then = self.expression()
            self.expect("else")
            return If(condition, then, self.expression())
        if level == len(LEVELS):
            return self.power()
        left = self.expression(level + 1)
        while sign := self.accept(*LEVELS[level]):
            left = Binary(sign, left, self.expression(level + 1))
        return left

    def power(self):
        if self.accept("-"):
            return Binary("-", Number(0), self.power())
        base = self.atom()
        if self.accept("^"):
            return Binary("^", base, self.power())
        return base

    def atom(self):
        kind, text = self.next()
        if kind == "number":
            return Number(text)
        if kind == "name":
            if not self.accept("("):
                return Name(text)
            return Call(text, self.list_until(")", self.expression))
        if text == "(":
            inner = self.expression()
            self.expect(")")
            return inner
        raise CalcError(f"unexpected {text}")

    def list_until(self, end, item):
        items = []
        while not self.accept(end):
            if items:
                self.expect(",")
            items.append(item())
        return items

    def done(self):
        kind, text = self.tokens[self.at]
        if kind != "end":
            raise CalcError(f"unexpected {text}")


def run_line(line, env):
    """Run one line; return its value, or None for a definition."""
    parser = Parser(line)
    if parser.accept("let"):
        name = parser.name()
        parser.expect("=")
        env.names[name] = parser.expression().run(env)
        parser.done()
    elif parser.accept("def"):
        name = parser.name()
        parser.expect("(")
        parameters = parser.list_until(")", parser.name)
        parser.expect("=")
        env.names[name] = Function(name, parameters, parser.expression(), env)
        parser.done()
    else:
        tree = parser.expression()
        parser.done()
        return tree.run(env)


def main(path):
    env = Env({})
    with open(path) as f:
        for number, line in enumerate(f, 1):
            if not line.split("#")[0].strip():
                continue
            try:
                value = run_line(line, env)
            except (CalcError, ArithmeticError) as e:
                print(f"line {number}: {e}")
            else:
                if value is not None:
                    print(f"{line.strip()}  ->  {value}")


if __name__ == "__main__":
    main(sys.argv[1])
