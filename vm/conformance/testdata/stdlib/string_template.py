from string import *
import string

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

t = Template('$who likes ${what}s, $$5 and $_x1')
print(t.substitute(who='tim', what='pie', _x1=3))
print(t.safe_substitute(who='tim'), t.get_identifiers(), t.is_valid())
show(lambda: t.substitute(who=1))
show(lambda: Template('bad $ here').substitute())
show(lambda: Template('line\nbad $1').substitute())
print(Template('$ok $1 ${x').safe_substitute(ok='y'), Template('a$').is_valid(), Template('${}').is_valid())
print(t.substitute({'who': 'a', 'what': 'b'}, _x1='c', who='over'))
class D(Template):
    delimiter = '%'
print(D('%a $a %%').substitute(a=1))
class D2(Template):
    delimiter = '&&'
print(D2('&&a & &&&& &&{a}').substitute(a=2))
print(Template('$Übung $a').safe_substitute(a=1, b=2))
print(ascii_letters, digits, hexdigits, octdigits, punctuation, repr(whitespace), len(printable))
print(capwords('hello   wORLD foo'), capwords('a-b-c', '-'))
f = Formatter()
print(f.format('{0} {1!r} {name:>5} {0.real}', 3, 'x', name='n'), f.format('{} {}', 1, 2), f.format('{:{w}}|', 'a', w=4))
show(lambda: f.format('{} {0}', 1))
show(lambda: f.format('{0} {}', 1))
show(lambda: f.format('{x}'))
show(lambda: f.format('{0!z}', 1))
print(list(f.parse('a{b!r:c}d{{')))
class NS(Formatter):
    def get_value(self, key, args, kw):
        if isinstance(key, str):
            return kw.get(key, f'<{key}>')
        return super().get_value(key, args, kw)
    def check_unused_args(self, used, args, kw):
        print(sorted(map(str, used)))
print(NS().format('{a} {b} {0}', 1, a=2))
print(f.vformat('{0[k]} {1[0]}', ({'k': 'v'}, [9]), {}), f.get_field('0.real', (5,), {}))
print(f.convert_field(3, 's'), f.convert_field('é', 'a'), f.format_field(3.14159, '.2f'))
