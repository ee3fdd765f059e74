# textwrap: wrap, fill, dedent, indent, shorten
import textwrap as tw
t = "The quick brown fox jumps over the lazy dog, and then it runs away from the extraordinarily-long-hyphenated-word barn."
for w in (10, 20, 40, 200): print(tw.wrap(t, w))
print(tw.fill(t, 30, initial_indent="* ", subsequent_indent="  "))
print(tw.wrap(t, 12, break_long_words=False), tw.wrap(t, 15, break_on_hyphens=False), tw.wrap("", 5), tw.wrap("  lead and  double   spaces ", 10), tw.wrap("a\tb\nc", 80), tw.wrap("x" * 25, 10))
print(repr(tw.dedent("    a\n      b\n    c\n\n  \n")), repr(tw.dedent("\ta\n\t\tb")), repr(tw.dedent("a\n  b")), repr(tw.dedent("  \n  x\n")), repr(tw.dedent("")))
print(repr(tw.indent("a\n\nb\n", "> ")), repr(tw.indent("a\n\nb", "- ", lambda l: True)), tw.shorten("Hello  wonderful world!", 12), tw.shorten("Hello world", 20), tw.shorten("Hello wonderful world", 10, placeholder="..."), tw.shorten("abc", 5))
try: tw.wrap("a", 0)
except ValueError as e: print(e)
w = tw.TextWrapper(width=20, max_lines=2, placeholder=" [..]")
print(w.wrap(t), w.fill("short"), tw.wrap("keep  spaces", 5, drop_whitespace=False), tw.wrap("line1\nline2", 40, replace_whitespace=False))
