"""Compile what is typed line by line: tell what is complete from what needs more lines."""

import __future__
import warnings

__all__ = ['compile_command', 'Compile', 'CommandCompiler']

# compile()'s flags: a block does not end where the text does, and a text that wants more is "incomplete input".
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000

_features = [getattr(__future__, name) for name in __future__.all_feature_names]


def _says_nothing(source):
    """Whether there are only blank lines and comments."""
    return all(not line or line[0] == '#' for line in map(str.strip, source.split('\n')))


def _maybe_compile(compiler, source, filename, symbol):
    if symbol != 'eval' and _says_nothing(source):
        source = 'pass'
    # a line that ends in a backslash goes on, also in the empty line that follows it here
    probe = source[:-1] if source.endswith('\\\n') else source
    with warnings.catch_warnings():  # they come when the text is complete
        warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            compiler(probe, filename, symbol)
        except SyntaxError as error:
            if 'incomplete input' in str(error):
                return None
    return compiler(source, filename, symbol, incomplete_input=False)


def _compile(source, filename, symbol, incomplete_input=True):
    flags = PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT if incomplete_input else 0
    return compile(source, filename, symbol, flags)


def compile_command(source, filename='<input>', symbol='single'):
    """The code of a command; None if it is incomplete. SyntaxError, ValueError or OverflowError if it is wrong.

    symbol is 'single', 'exec' or 'eval'.
    """
    return _maybe_compile(_compile, source, filename, symbol)


class Compile:
    """Called like compile(): a `from __future__ import` in one text holds for those that follow."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, *, incomplete_input=True):
        flags = self.flags
        if not incomplete_input:
            flags &= ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)
        code = compile(source, filename, symbol, flags, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """compile_command() with the memory of Compile."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)
