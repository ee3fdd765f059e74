"""Matching file names against patterns with *, ?, [seq] and [!seq]."""

try:
    from os.path import normcase as _normcase
except ImportError:
    _normcase = str     # a program that is confined has no files of the host

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    """True when name fits pat, by the system's rules for upper and lower case."""
    return fnmatchcase(_normcase(name), _normcase(pat))


def filter(names, pat):
    """The names that fit."""
    pieces = _compiled(_normcase(pat))
    return [name for name in names if _match(pieces, _normcase(name))]


def fnmatchcase(name, pat):
    """True when name fits pat, upper and lower case being different."""
    return _match(_compiled(pat), name)


_cache = {}


def _compiled(pat):
    pieces = _cache.get(pat)
    if pieces is None:
        if len(_cache) >= 1000:
            _cache.clear()
        text = pat.decode('latin-1') if isinstance(pat, bytes) else pat
        pieces = _cache[pat] = (isinstance(pat, bytes), _pieces(text))
    return pieces


def _pieces(pat):
    """A list of: '*', '?', a one-letter string in a tuple, or (negated, [(low, high), ...])."""
    result = []
    i = 0
    size = len(pat)
    while i < size:
        char = pat[i]
        i += 1
        if char == '*':
            if not result or result[-1] != '*':
                result.append('*')
        elif char == '?':
            result.append('?')
        elif char == '[':
            j = i
            if j < size and pat[j] == '!':
                j += 1
            if j < size and pat[j] == ']':
                j += 1
            while j < size and pat[j] != ']':
                j += 1
            if j >= size:
                result.append(('[',))       # no closing bracket: a plain character
            else:
                result.append(_character_set(pat[i:j]))
                i = j + 1
        else:
            result.append((char,))
    return result


def _character_set(text):
    negated = text[:1] == '!'
    if negated:
        text = text[1:]
    ranges = []
    i = 0
    while i < len(text):
        if i + 2 < len(text) and text[i + 1] == '-':
            if text[i] <= text[i + 2]:
                ranges.append((text[i], text[i + 2]))
            i += 3
        else:
            ranges.append((text[i], text[i]))
            i += 1
    return negated, ranges


def _fits(piece, char):
    if piece == '?':
        return True
    if len(piece) == 1:
        return piece[0] == char
    negated, ranges = piece
    for low, high in ranges:
        if low <= char <= high:
            return not negated
    return negated


def _match(compiled, name):
    is_bytes, pieces = compiled
    if is_bytes != isinstance(name, bytes):
        if is_bytes:
            raise TypeError('cannot use a bytes pattern on a string-like object')
        raise TypeError('cannot use a string pattern on a bytes-like object')
    if is_bytes:
        name = name.decode('latin-1')
    # go back to the last star only: what an earlier one took need never change
    at = index = 0
    star = None
    resume = 0
    count = len(pieces)
    size = len(name)
    while at < size:
        if index < count and pieces[index] == '*':
            star = index
            resume = at
            index += 1
        elif index < count and _fits(pieces[index], name[at]):
            index += 1
            at += 1
        elif star is not None:
            resume += 1
            at = resume
            index = star + 1
        else:
            return False
    while index < count and pieces[index] == '*':
        index += 1
    return index == count


def _escape(char):
    if char.isalnum() or char == '_' or not char.isascii():
        return char
    if char in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f':
        return '\\' + char
    return char


def translate(pat):
    """The regular expression for a pattern."""
    parts = []
    for piece in _pieces(pat):
        if piece == '*':
            parts.append('*')
        elif piece == '?':
            parts.append('.')
        elif len(piece) == 1:
            parts.append(_escape(piece[0]))
        else:
            negated, ranges = piece
            if not ranges:
                parts.append('.' if negated else '(?!)')
                continue
            body = ''.join([_in_set(low) if low == high else f'{_in_set(low)}-{_in_set(high)}' for low, high in ranges])
            if negated:
                body = '^' + body
            elif body[0] in '^[':
                body = '\\' + body
            parts.append(f'[{body}]')
    # between two stars the shortest match is enough: an atomic group
    fixed = []
    i = 0
    while i < len(parts) and parts[i] != '*':
        fixed.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1
        chunk = []
        while i < len(parts) and parts[i] != '*':
            chunk.append(parts[i])
            i += 1
        text = ''.join(chunk)
        fixed.append(f'(?>.*?{text})' if i < len(parts) else f'.*{text}')
    return rf'(?s:{"".join(fixed)})\Z'


def _in_set(char):
    return '\\' + char if char in '\\-&~|' else char
