"""Look at minipy's bytecode: register instructions, each with a picture of what it does.

    python -m dis FILE      or      dis.dis(function)
"""

import _dis
import sys
import types
from collections import namedtuple

__all__ = ['dis', 'disassemble', 'distb', 'code_info', 'show_code', 'get_instructions', 'Instruction', 'Bytecode',
           'findlinestarts', 'findlabels', 'opname', 'opmap']

opname = [row[0] for row in _dis.table()]
opmap = {name: number for number, name in enumerate(opname)}
effects = {name: effect for name, family, effect in _dis.table()}

_Instruction = namedtuple('_Instruction', 'offset opname opcode a b c text effect starts_line is_jump_target')


class Instruction(_Instruction):
    """One instruction: its index, name, operands, text, the picture of its effect, and the line it begins (or None)."""

    __slots__ = ()

    @property
    def arg(self):
        return self.a

    @property
    def argval(self):
        return self.text


def _code_of(x, what='<disassembly>'):
    if hasattr(x, '__func__'):
        x = x.__func__
    for attr in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, attr):
            x = getattr(x, attr)
            break
    if isinstance(x, (str, bytes)):
        try:
            x = compile(x, what, 'eval')
        except SyntaxError:
            x = compile(x, what, 'exec')
    return x


def dis(x=None, *, file=None, depth=None):
    """Print the instructions of a function, class, module, code object, generator or source text; with no argument, of
    the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = _code_of(x, '<dis>')
    if isinstance(x, types.CodeType):
        print(_dis.disassemble(x, depth), end='', file=file)
        return
    if not hasattr(x, '__dict__'):
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)
    for name, value in sorted(x.__dict__.items()):
        value = getattr(value, '__func__', value)
        if isinstance(value, (types.FunctionType, types.CodeType, type)):
            print('Disassembly of %s:' % name, file=file)
            try:
                dis(value, file=file, depth=depth)
            except TypeError as error:
                print('Sorry:', error, file=file)
            print(file=file)


def disassemble(co, lasti=-1, *, file=None):
    """Print the instructions of one code object."""
    print(_dis.disassemble(_code_of(co), 0), end='', file=file)


def distb(tb=None, *, file=None):
    """Print the instructions of the frame that raised the last exception."""
    if tb is None:
        tb = getattr(sys, 'last_traceback', None)
        if tb is None:
            raise RuntimeError('no last traceback to disassemble')
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


def get_instructions(x, *, first_line=None):
    """Iterate over the Instructions of a function, method, code object or source text."""
    co = _code_of(x)
    shift = 0 if first_line is None else first_line - co.co_firstlineno
    for row in _dis.instructions(co):
        line = row[8]
        if line is not None and shift:
            row = row[:8] + (line + shift,) + row[9:]
        yield Instruction(*row)


def findlinestarts(code):
    """Pairs of instruction index and line, where a line begins."""
    for row in _dis.instructions(code):
        if row[8] is not None:
            yield row[0], row[8]


def findlabels(code):
    """The indexes that jumps go to."""
    return [row[0] for row in _dis.instructions(_code_of(code)) if row[9]]


def code_info(x):
    """A description of a code object, many lines."""
    co = _code_of(x)
    lines = ['%-18s%s' % pair for pair in (
        ('Name:', co.co_name), ('Filename:', co.co_filename), ('Argument count:', co.co_argcount),
        ('Positional-only arguments:', co.co_posonlyargcount), ('Kw-only arguments:', co.co_kwonlyargcount),
        ('Number of locals:', co.co_nlocals), ('Registers:', co.co_stacksize), ('Instructions:', len(_dis.instructions(co))))]
    for title, items in (('Constants:', map(repr, co.co_consts)), ('Names:', co.co_names), ('Variable names:', co.co_varnames),
                         ('Free variables:', co.co_freevars), ('Cell variables:', co.co_cellvars)):
        items = list(items)
        if items:
            lines.append(title)
            lines.extend('%4d: %s' % pair for pair in enumerate(items))
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print code_info."""
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of a function, method, code object or source text, as an iterable."""

    def __init__(self, x, *, first_line=None):
        self.codeobj = _code_of(x)
        self.first_line = first_line
        self._original_object = x

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self._original_object)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        return _dis.disassemble(self.codeobj, 0)


def _main():
    import argparse
    parser = argparse.ArgumentParser(prog='dis')
    parser.add_argument('infile', nargs='?', default='-')
    name = parser.parse_args().infile
    if name == '-':
        source, name = sys.stdin.read(), '<stdin>'
    else:
        with open(name, 'rb') as f:
            source = f.read()
    dis(compile(source, name, 'exec'))


if __name__ == '__main__':
    _main()
