"""Filling paragraphs to a width, and adding or removing indentation."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '     # not the Unicode ones: no line breaks at a no-break space
_WHITE = frozenset(_whitespace)
_PUNCTUATION = frozenset('!"\'&.,?')
_TO_SPACE = dict.fromkeys(map(ord, _whitespace), ' ')


def _is_word(char):
    return char.isalnum() or char == '_'


def _is_letter(char):
    return (char.isalnum() or char == '_') and not char.isdecimal()


def _spaced_pieces(text):
    """Split into words and runs of white space, alternating."""
    pieces = []
    if '\n' not in text and '\t' not in text and text.translate(_TO_SPACE) == text:
        spaces = 0
        first = True
        for word in text.split(' '):
            if not first:
                spaces += 1
            first = False
            if word:
                if spaces:
                    pieces.append(' ' * spaces)
                    spaces = 0
                pieces.append(word)
        if spaces:
            pieces.append(' ' * spaces)
        return pieces
    start = 0
    size = len(text)
    while start < size:
        white = text[start] in _WHITE
        end = start + 1
        while end < size and (text[end] in _WHITE) == white:
            end += 1
        pieces.append(text[start:end])
        start = end
    return pieces


def _dashes(word, start):
    """The end of a run of two or more dashes that a word character follows; 0 when there is none at start."""
    if not word.startswith('--', start):
        return 0
    end = start + 2
    while word.startswith('-', end):
        end += 1
    return end if end < len(word) and _is_word(word[end]) else 0


def _breaks_after_hyphen(word, at):
    """True when a line may end after the hyphen at this place: letters on both sides, enough of them."""
    if at < 2 or not _is_letter(word[at - 1]):
        return False
    if not (_is_letter(word[at - 2]) or (at > 2 and word[at - 2] == '-' and _is_letter(word[at - 3]))):
        return False
    after = word[at + 1:at + 4]
    if len(after) < 2 or not _is_letter(after[0]):
        return False
    return _is_letter(after[1]) or (after[1] == '-' and len(after) > 2 and _is_letter(after[2]))


def _hyphen_pieces(word):
    """Split a word where a line may break inside it: after hyphens, and around dashes between words."""
    pieces = []
    size = len(word)
    start = 0
    while start < size:
        end = 0
        if start and (_is_word(word[start - 1]) or word[start - 1] in _PUNCTUATION):
            end = _dashes(word, start)
        at = start + 1
        while not end:
            at = word.find('-', at)
            if at < 0:
                end = size
            elif _breaks_after_hyphen(word, at):
                end = at + 1
            elif (_is_word(word[at - 1]) or word[at - 1] in _PUNCTUATION) and _dashes(word, at):
                end = at
            at += 1
        pieces.append(word[start:end])
        start = end
    return pieces


class TextWrapper:
    """Wraps paragraphs; the constructor's keywords are attributes that may be changed between calls.

    width, initial_indent, subsequent_indent, expand_tabs, tabsize, replace_whitespace, drop_whitespace,
    fix_sentence_endings, break_long_words, break_on_hyphens, max_lines and placeholder.
    """

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACE)
        return text

    def _split(self, text):
        """The pieces that lines are put together from."""
        pieces = _spaced_pieces(text)
        if self.break_on_hyphens is not True or '-' not in text:
            return pieces
        result = []
        for piece in pieces:
            if '-' in piece:
                result.extend(_hyphen_pieces(piece))
            else:
                result.append(piece)
        return result

    def _fix_sentence_endings(self, chunks):
        """Put two spaces after pieces that end a sentence."""
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == ' ':
                piece = chunks[i]
                if piece[-1] in '"\'':
                    piece = piece[:-1]
                if len(piece) > 1 and piece[-1] in '.!?' and 'a' <= piece[-2] <= 'z':
                    chunks[i + 1] = '  '

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Take from the last chunk, which is wider than a line, what fits (all of it when words stay whole)."""
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end = space_left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind('-', 0, space_left)
                if hyphen > 0 and any([c != '-' for c in chunk[:hyphen]]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        max_lines = self.max_lines
        if max_lines is not None:
            indent = self.subsequent_indent if max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        drop = self.drop_whitespace
        chunks.reverse()        # a stack: the next one is the last
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if drop and lines and chunks[-1].strip() == '':
                del chunks[-1]
            while chunks:
                size = len(chunks[-1])
                if length + size > width:
                    break
                line.append(chunks.pop())
                length += size
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if drop and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            last_piece = not chunks or (drop and len(chunks) == 1 and not chunks[0].strip())
            if max_lines is None or len(lines) + 1 < max_lines or (last_piece and length <= width):
                lines.append(indent + ''.join(line))
                continue
            self._truncate(lines, line, length, indent, width)
            break
        return lines

    def _truncate(self, lines, line, length, indent, width):
        """Finish the last line that is allowed with the placeholder."""
        placeholder = self.placeholder
        while line:
            if line[-1].strip() and length + len(placeholder) <= width:
                line.append(placeholder)
                lines.append(indent + ''.join(line))
                return
            length -= len(line[-1])
            del line[-1]
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(placeholder) <= self.width:
                lines[-1] = previous + placeholder
                return
        lines.append(indent + placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of one paragraph, without line ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """wrap() joined with newlines."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph wrapped to width; keywords as for TextWrapper."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """One string: the paragraph wrapped to width."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text with its white space collapsed, cut at a word and ended with a placeholder when wider than width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Remove the white space that every line starts with; lines of white space only become empty."""
    lines = text.split('\n')
    margin = None
    for number, line in enumerate(lines):
        body = line.lstrip(' \t')
        if not body:
            lines[number] = ''
            continue
        indent = line[:len(line) - len(body)]
        if margin is None:
            margin = indent
        elif not indent.startswith(margin):
            common = 0
            for a, b in zip(margin, indent):
                if a != b:
                    break
                common += 1
            margin = margin[:common]
    if margin:
        width = len(margin)
        lines = [line[width:] if line.startswith(margin) else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """Put prefix before each line for which predicate(line) is true, by default those with more than white space."""
    if predicate is None:
        return ''.join([prefix + line if line.strip() else line for line in text.splitlines(True)])
    return ''.join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
