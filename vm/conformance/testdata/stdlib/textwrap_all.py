import textwrap
from textwrap import *

text = "Hello there, how are you this fine day?  I'm glad to hear it!  A very-long-hyphenated-word and an em--dash word."
for w in (10, 20, 33, 70):
    print(w, wrap(text, w))
print(fill(text, 30, initial_indent='* ', subsequent_indent='  '))
print(wrap('supercalifragilistic expialidocious', 10), wrap('supercalifragilistic expialidocious', 10, break_long_words=False))
print(wrap('a-b-c d-e-f', 4, break_on_hyphens=False), wrap('tab\tand\nnewline  spaces', 12))
print(wrap('One. Two! Three? four', 40, fix_sentence_endings=True), wrap('  lead and trail  ', 40), wrap('  keep  ', 40, drop_whitespace=False))
print(shorten('Hello  world, this is a test', 15), shorten('Hello world', 11), shorten('Hello world!', 11, placeholder='...'), shorten('aaaaaaaaaaaaaaa', 10))
print(wrap('one two three four five six', 9, max_lines=2), wrap('one two three', 9, max_lines=1, placeholder='~'))
try:
    wrap('x', 0)
except ValueError as e:
    print(e)
try:
    wrap('xx yy', 3, max_lines=1)
except ValueError as e:
    print(e)
s = '''
    def f():
        return 1

      x
	tab
'''
print(repr(dedent(s)), repr(dedent('   a\n  b\n   c')), repr(dedent('  a\n \t\n  b\n')), repr(dedent('\ta\n\t\tb')))
print(repr(indent('a\n\n b\n', '> ')), repr(indent('a\n\nb', '> ', lambda l: True)))
w = TextWrapper(width=12, expand_tabs=False, replace_whitespace=False, tabsize=4)
print(w.wrap('a\tb\nc d e f g h i j'), w.fill('xx yy zz ww vv uu'))
print(wrap('', 10), wrap('   ', 10), wrap("it's a well-known--fact, e.g. foo-bar-baz (x-y)", 8))
print(wrap('Ünïcödé wörds äre fïne tö wräp', 12), wrap('a\xa0b c', 2))
