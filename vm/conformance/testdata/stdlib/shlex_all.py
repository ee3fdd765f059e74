import shlex

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

for s in ('a b  c', "it's 'single quoted' \"double \\\"esc\\\" q\"", r'back\ slash \"x', 'a#b # comment', "''", '"" x', 'a"b c"d', "a\\\nb", 'x=1;y=2|z&&w'):
    show(lambda: shlex.split(s))
    show(lambda: shlex.split(s, posix=False))
    show(lambda: shlex.split(s, comments=True))
show(lambda: shlex.split("unclosed 'quote"))
show(lambda: shlex.split('trail\\'))
print(shlex.quote('safe-1.txt'), shlex.quote('a b'), shlex.quote("it's"), shlex.quote(''), shlex.join(['a', 'b c', "d'e"]))
print(list(shlex.shlex('a && b || c; d >> e', punctuation_chars=True)), list(shlex.shlex('a && b > c')), list(shlex.shlex("x='a b' y", posix=True)))
lex = shlex.shlex('one two # c\nthree "f g"')
print(lex.get_token(), lex.get_token(), lex.get_token(), lex.lineno, lex.get_token(), repr(lex.get_token()))
lex.push_token('back')
print(lex.get_token(), lex.error_leader('f', 3))
l2 = shlex.shlex('a,b c', posix=True)
l2.whitespace += ','
l2.whitespace_split = True
print(list(l2))
