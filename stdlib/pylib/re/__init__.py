"""Regular expressions: patterns, and functions that look for them in text.

The patterns and the matcher are in _re; here are the functions of the module, the flags and the error.
"""

import copyreg
import enum
from _re import Match, Pattern, _compile, dump as _dump, purge as _purge

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'template',
           'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
           'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']

__version__ = '2.2.1'


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """Options of a pattern."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class error(Exception):
    """A pattern or a template that is none: msg says why, pos where in pattern; lineno and colno say it for people."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


def match(pattern, string, flags=0):
    """A Match if the pattern matches at the start of the string, else None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A Match if the pattern matches all of the string, else None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """A Match for the first place in the string where the pattern matches, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with each match of the pattern, or the first count of them, replaced.

    repl is text, in which \\1 and \\g<name> stand for groups, or a function of the Match.
    """
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """As sub(), but gives (new string, number of replacements)."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The pieces of the string between the matches, and what the pattern's groups matched in between."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches as a list: of texts, of a group's texts if there is one, of tuples if there are more."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over the Match objects of all matches."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A Pattern object."""
    compiled = _compile(pattern, flags)
    if flags & 128 and compiled is not pattern:
        print(_dump(pattern, flags))
    return compiled


def purge():
    """Forget the patterns that were compiled."""
    _purge()


def template(pattern, flags=0):
    """Compile a pattern without repetitions; deprecated."""
    import warnings
    warnings.warn('The re.template() function is deprecated as it is an undocumented function without an obvious '
                  'purpose. Use re.compile() instead.', DeprecationWarning)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        return _compile(pattern, flags | RegexFlag.TEMPLATE)


_special = {c: '\\' + chr(c) for c in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """The pattern that matches just this text."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, 'latin1').translate(_special).encode('latin1')


def _pickle(p):
    return _compile, (p.pattern, p.flags)


copyreg.pickle(Pattern, _pickle, _compile)


class Scanner:
    """Cuts a text into tokens: lexicon lists (pattern, action); what matched is given to the action.

    An action is a function of the scanner and the text, or a value to give, or None for what is skipped.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._groups = []   # of each phrase's own group in the pattern of all
        parts = []
        number = 1
        for phrase, action in lexicon:
            self._groups.append(number)
            number += 1 + _compile(phrase, flags).groups
            parts.append(f'({phrase})')
        self.scanner = _compile('|'.join(parts), flags)

    def scan(self, string):
        """(list of tokens, the rest that no phrase matches)."""
        tokens = []
        at = 0
        for m in iter(self.scanner.scanner(string).match, None):
            end = m.end()
            if end == at:
                break
            action = self.lexicon[self._groups.index(m.lastindex)][1]
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                tokens.append(action)
            at = end
        return tokens, string[at:]
