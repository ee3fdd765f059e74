"""Cuts Python source into tokens, comments and line ends included, and puts tokens together to source again.

One regular expression finds the next token of a line; what spans lines (strings, brackets, indentation) is the
state of a _Scanner.
"""

import re
import token as _token
from builtins import open as _builtin_open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from io import TextIOWrapper
from itertools import chain, repeat
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = _token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo']

cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)
tabsize = 8


class TokenError(Exception):
    """The source ends in the middle of a string or a statement: (message, (row, column))."""


class StopTokenizing(Exception):
    pass


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    """A token: its kind and text, where it starts and ends as (row, column), and the line it is in."""

    def __repr__(self):
        return (f'TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, start={self.start!r}, '
                f'end={self.end!r}, line={self.line!r})')

    @property
    def exact_type(self):
        """The kind, of an operator its own."""
        if self.type == OP:
            return EXACT_TOKEN_TYPES.get(self.string, OP)
        return self.type


# What a token looks like. Digits may be grouped by underscores.

_digits = r'[0-9](?:_?[0-9])*'
_exponent = rf'[eE][-+]?{_digits}'
_float = rf'(?:(?:{_digits}\.(?:{_digits})?|\.{_digits})(?:{_exponent})?|{_digits}{_exponent})'
_number = '|'.join([rf'{_digits}[jJ]', rf'{_float}[jJ]?', r'0[xX](?:_?[0-9a-fA-F])+', r'0[bB](?:_?[01])+',
                    r'0[oO](?:_?[0-7])+', r'0(?:_?0)*', r'[1-9](?:_?[0-9])*'])
_prefix = r'(?:[bBfF][rR]?|[rR][bBfF]?|[uU])?'
_operator = '|'.join(re.escape(symbol) for symbol in sorted(EXACT_TOKEN_TYPES, reverse=True))
_next_token = re.compile(r'''[ \f\t]*(?:
      (?P<join> \\\r?\n | \Z )
    | (?P<comment> \#[^\r\n]* )
    | (?P<triple> {prefix} (?: \'\'\' | """ ) )
    | (?P<number> {number} )
    | (?P<newline> \r?\n )
    | (?P<op> {op} )
    | (?P<string> {prefix} (?: '[^\n'\\]*(?:\\.[^\n'\\]*)*(?:'|\\\r?\n) | "[^\n"\\]*(?:\\.[^\n"\\]*)*(?:"|\\\r?\n) ) )
    | (?P<name> \w+ )
    )'''.format(prefix=_prefix, number=_number, op=_operator), re.VERBOSE)

# How a string goes on up to its end, by its quotes.
_string_end = {
    "'": re.compile(r"[^'\\]*(?:\\.[^'\\]*)*'"),
    '"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"'),
    "'''": re.compile(r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"),
    '"""': re.compile(r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'),
}
_simple = {'number': NUMBER, 'comment': COMMENT}


class _Scanner:
    """The state between the lines of a source."""

    def __init__(self, readline, encoding):
        self.readline = readline
        self.encoding = encoding
        self.row = 0
        self.depth = 0          # of open brackets
        self.joined = False     # the last line ended in a backslash
        self.indents = [0]
        self.string = None      # the beginning of a string that goes on
        self.string_start = self.string_lines = self.string_end = None
        self.one_line = False   # its lines must end in a backslash

    def next_line(self):
        try:
            line = self.readline()
        except StopIteration:
            line = ''
        if self.encoding is not None and line:
            line = line.decode(self.encoding)
        self.row += 1
        return line or ''

    def tokens(self):
        last = line = ''
        while True:
            last, line = line, self.next_line()
            pos = 0
            if self.string is not None:
                pos, tok = self.go_on(line)
                if tok is not None:
                    yield tok
                if pos < 0:
                    continue
            elif self.depth == 0 and not self.joined:
                if not line:
                    break
                pos, found = self.begin(line)
                yield from found
                if pos < 0:
                    continue
                if pos == len(line):
                    break       # the last line, and blank
            elif not line:
                raise TokenError('EOF in multi-line statement', (self.row, 0))
            self.joined = False
            yield from self.rest(line, pos)
        row = self.row
        if last and last[-1] not in '\r\n' and not last.strip().startswith('#'):
            yield TokenInfo(NEWLINE, '', (row - 1, len(last)), (row - 1, len(last) + 1), '')
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, '', (row, 0), (row, 0), '')
        yield TokenInfo(ENDMARKER, '', (row, 0), (row, 0), '')

    def go_on(self, line):
        """A further line of a string: where to go on behind it (-1: not in this line), and the token if complete."""
        if not line:
            raise TokenError('EOF in multi-line string', self.string_start)
        end = self.string_end.match(line)
        if end:
            tok = TokenInfo(STRING, self.string + line[:end.end()], self.string_start, (self.row, end.end()),
                            self.string_lines + line)
            self.string = None
            return end.end(), tok
        if self.one_line and not line.endswith(('\\\n', '\\\r\n')):
            tok = TokenInfo(ERRORTOKEN, self.string + line, self.string_start, (self.row, len(line)), self.string_lines)
            self.string = None
            return -1, tok
        self.string += line
        self.string_lines += line
        return -1, None

    def begin(self, line):
        """The white space before a statement: where that begins (-1: the line has none), and the tokens for it."""
        column = pos = 0
        for c in line:
            if c == ' ':
                column += 1
            elif c == '\t':
                column = (column // tabsize + 1) * tabsize
            elif c == '\f':
                column = 0
            else:
                break
            pos += 1
        row = self.row
        if pos == len(line):
            return pos, ()
        found = []
        if line[pos] in '#\r\n':
            if line[pos] == '#':
                comment = line[pos:].rstrip('\r\n')
                found.append(TokenInfo(COMMENT, comment, (row, pos), (row, pos + len(comment)), line))
                pos += len(comment)
            found.append(TokenInfo(NL, line[pos:], (row, pos), (row, len(line)), line))
            return -1, found
        if column > self.indents[-1]:
            self.indents.append(column)
            found.append(TokenInfo(INDENT, line[:pos], (row, 0), (row, pos), line))
        return pos, chain(found, self.dedents(column, pos, line)) if column < self.indents[-1] else found

    def dedents(self, column, pos, line):
        while column < self.indents[-1]:
            if column not in self.indents:
                raise IndentationError('unindent does not match any outer indentation level',
                                       ('<tokenize>', self.row, pos, line))
            self.indents.pop()
            yield TokenInfo(DEDENT, '', (self.row, pos), (self.row, pos), line)

    def rest(self, line, pos):
        """The tokens from pos to the end of the line, or to a string that goes on in the next."""
        row = self.row
        size = len(line)
        while pos < size:
            m = _next_token.match(line, pos)
            if m is None:
                yield TokenInfo(ERRORTOKEN, line[pos], (row, pos), (row, pos + 1), line)
                pos += 1
                continue
            what = m.lastgroup
            start, pos = m.span(what)
            text = line[start:pos]
            if what == 'name':
                kind = NAME if text[0].isidentifier() else OP
            elif what == 'op':
                kind = OP
                if text in '([{':
                    self.depth += 1
                elif text in ')]}':
                    self.depth -= 1
            elif what == 'newline':
                kind = NL if self.depth > 0 else NEWLINE
            elif what == 'join':
                self.joined = self.joined or start < pos
                continue
            elif what == 'triple':
                kind = STRING
                end = _string_end[text[-3:]].match(line, pos)
                if not end:
                    self.open_string(text[-3:], line, start, False)
                    return
                pos = end.end()
                text = line[start:pos]
            elif what == 'string':
                kind = STRING
                if text[-1] == '\n':
                    self.open_string(text.lstrip('bBfFrRuU')[0], line, start, True)
                    return
            else:
                kind = _simple[what]
            yield TokenInfo(kind, text, (row, start), (row, pos), line)

    def open_string(self, quotes, line, start, one_line):
        self.string = line[start:]
        self.string_lines = line
        self.string_start = self.row, start
        self.string_end = _string_end[quotes]
        self.one_line = one_line


def tokenize(readline):
    """The tokens of a source whose lines, bytes, readline() gives; the first tells its encoding."""
    encoding, lines = detect_encoding(readline)
    return _tokenize(chain(lines, iter(readline, b''), repeat(b'')).__next__, encoding)


def _tokenize(readline, encoding):
    if encoding == 'utf-8-sig':
        encoding = 'utf-8'      # the mark is gone already
    if encoding is not None:
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    yield from _Scanner(readline, encoding).tokens()


def generate_tokens(readline):
    """The tokens of a source whose lines, str, readline() gives."""
    return _tokenize(readline, None)


# Encodings

def _normal_name(name):
    """The usual spelling of the encodings that matter."""
    start = name[:12].lower().replace('_', '-')
    if start == 'utf-8' or start.startswith('utf-8-'):
        return 'utf-8'
    latin = 'latin-1', 'iso-8859-1', 'iso-latin-1'
    if start in latin or start.startswith(tuple(s + '-' for s in latin)):
        return 'iso-8859-1'
    return name


def detect_encoding(readline):
    """(encoding, lines read) of a source, by its byte order mark or a comment in its first two lines.

    At most two lines are read. Where there is neither it is utf-8; with the mark utf-8-sig.
    """
    filename = getattr(getattr(readline, '__self__', None), 'name', None)
    where = '' if filename is None else f' for {filename!r}'
    mark = False

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def declared(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + where) from None
        m = cookie_re.match(text)
        if not m:
            return None
        encoding = _normal_name(m[1])
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError(f'unknown encoding{where}: {encoding}') from None
        if mark:
            if encoding != 'utf-8':
                raise SyntaxError(f'encoding problem{where}: utf-8')
            encoding = 'utf-8-sig'
        return encoding

    lines = []
    default = 'utf-8'
    for _ in range(2):
        line = read()
        if not lines and line.startswith(BOM_UTF8):
            mark = True
            line = line[3:]
            default = 'utf-8-sig'
        if not line:
            break
        lines.append(line)
        encoding = declared(line)
        if encoding:
            return encoding, lines
        if not blank_re.match(line):
            break
    return default, lines


def open(filename):
    """Open a source file as text in its encoding."""
    f = _builtin_open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(f.readline)
        f.seek(0)
        text = TextIOWrapper(f, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        f.close()
        raise


# The way back

class Untokenizer:
    """Builds source of tokens: where they stood, or, of bare (type, text) pairs, with just enough space."""

    def __init__(self):
        self.tokens = []
        self.prev_row = 1
        self.prev_col = 0
        self.encoding = None

    def add_whitespace(self, start):
        """Go from where the source ends to start."""
        row, col = start
        if (row, col) < (self.prev_row, self.prev_col):
            raise ValueError(f'start ({row},{col}) precedes previous end ({self.prev_row},{self.prev_col})')
        if row > self.prev_row:
            self.tokens.append('\\\n' * (row - self.prev_row))
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(' ' * (col - self.prev_col))

    def untokenize(self, iterable):
        """The source of the tokens, up to an ENDMARKER."""
        it = iter(iterable)
        indents = []
        line_start = False
        for tok in it:
            if len(tok) == 2:
                self.compat(tok, it)
                break
            kind, text, start, end, _ = tok
            if kind == ENCODING:
                self.encoding = text
            elif kind == ENDMARKER:
                break
            elif kind == INDENT:
                indents.append(text)
            elif kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
            else:
                if kind in (NEWLINE, NL):
                    line_start = True
                elif line_start and indents:
                    # tabs and spaces as they were, where the token stands behind them
                    if start[1] >= len(indents[-1]):
                        self.tokens.append(indents[-1])
                        self.prev_col = len(indents[-1])
                    line_start = False
                self.add_whitespace(start)
                self.tokens.append(text)
                self.prev_row, self.prev_col = end
                if kind in (NEWLINE, NL):
                    self.prev_row += 1
                    self.prev_col = 0
        return ''.join(self.tokens)

    def compat(self, token, iterable):
        """Pairs of kind and text: names and numbers get a space behind them, a string after a string one before it."""
        indents = []
        line_start = token[0] in (NEWLINE, NL)
        after_string = False
        for kind, text, *_ in chain([token], iterable):
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            if kind == STRING and after_string:
                text = ' ' + text
            after_string = kind == STRING
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                line_start = True
            elif line_start and indents:
                self.tokens.append(indents[-1])
                line_start = False
            self.tokens.append(text)


def untokenize(iterable):
    """Source of which these are the tokens: bytes if the first token tells the encoding, else str."""
    ut = Untokenizer()
    source = ut.untokenize(iterable)
    return source if ut.encoding is None else source.encode(ut.encoding)


def main():
    """python -m tokenize: print the tokens of a file or of the standard input."""
    import argparse
    import sys

    parser = argparse.ArgumentParser(prog='python -m tokenize')
    parser.add_argument('filename', nargs='?', metavar='filename.py', help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', action='store_true', help='display token names using the exact type')
    args = parser.parse_args()
    name = args.filename or '<stdin>'
    try:
        if args.filename:
            with _builtin_open(name, 'rb') as f:
                tokens = list(tokenize(f.readline))
        else:
            tokens = generate_tokens(sys.stdin.readline)
        for tok in tokens:
            place = '%d,%d-%d,%d:' % (tok.start + tok.end)
            print('%-20s%-15s%-15r' % (place, tok_name[tok.exact_type if args.exact else tok.type], tok.string))
    except IndentationError as err:
        row, column = err.args[1][1:3]
        sys.exit(f'{name}:{row}:{column}: error: {err.args[0]}')
    except TokenError as err:
        row, column = err.args[1]
        sys.exit(f'{name}:{row}:{column}: error: {err.args[0]}')
    except SyntaxError as err:
        sys.exit(f'{name}: error: {err}')
    except OSError as err:
        sys.exit(f'error: {err}')
    except KeyboardInterrupt:
        print('interrupted\n')


if __name__ == '__main__':
    main()
