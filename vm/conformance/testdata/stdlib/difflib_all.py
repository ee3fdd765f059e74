import difflib
from difflib import *

a = 'one two three four\nsame\nline c\nunchanged\nold line\nend\n'.splitlines(True)
b = 'one 2 three four\nsame\nline c!\nunchanged\nend\nadded\n'.splitlines(True)
print(''.join(unified_diff(a, b, 'a.txt', 'b.txt', n=1)), end='')
print(''.join(context_diff(a, b, 'a.txt', 'b.txt', 'd1', 'd2')), end='')
d = list(ndiff(a, b))
print(''.join(d), end='')
print(list(restore(d, 1)) == a, list(restore(d, 2)) == b)
s = SequenceMatcher(None, 'abcd xyz', 'bcd xyzab')
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(), s.get_matching_blocks())
print(s.get_opcodes())
print(list(SequenceMatcher(None, 'a' * 10 + 'x' + 'b' * 10, 'a' * 10 + 'b' * 10).get_grouped_opcodes(2)))
print(SequenceMatcher(lambda c: c == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), get_close_matches('x', ['abc']), get_close_matches('wheel', ['heel', 'wheat', 'while'], n=1, cutoff=0.5))
for bad in (lambda: get_close_matches('a', ['a'], n=0), lambda: get_close_matches('a', ['a'], cutoff=2), lambda: list(unified_diff([b'x'], ['y'])), lambda: list(restore([], 3))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(list(unified_diff(['a'], ['a'])), list(unified_diff([], ['x'], lineterm='')), list(ndiff(['\tx y\n'], ['\tx z\n'])))
print(IS_LINE_JUNK('  # \n'), IS_LINE_JUNK('x'), IS_CHARACTER_JUNK('\t'))
print(list(diff_bytes(unified_diff, [b'a\xff\n'], [b'b\n'], b'x', b'y')))
print(list(Differ().compare(['aaa\n', 'bbb\n'], ['aab\n', 'ccc\n', 'bbb\n'])))
long = [str(i % 7) for i in range(300)]
print(SequenceMatcher(None, long, long[5:]).ratio(), SequenceMatcher(None, long, long[5:], autojunk=False).ratio())
