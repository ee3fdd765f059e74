match x:
    case 1 | -2 | 3.5 | 1 + 2j | -1 - 2j | 'a' 'b' | b'c':
        pass
    case None | True | False:
        pass
    case a.b | a.b.c:
        pass
    case name:
        pass
match x, y:
    case _:
        pass
match *a, b:
    case [] | [a] | [a, b] | [a, *b] | [*_, c,] | () | (a,) | (a, *b, c):
        pass
    case a, b:
        pass
    case a,:
        pass
    case *a, b:
        pass
    case (a):
        pass
    case (a | b) as c if d := e:
        pass
    case {} | {'a': 1} | {'a': b, 1: c, None: d, x.y: e, -1: f, **rest} | {**rest} | {'a': 1,}:
        pass
    case A() | A(1) | A(1, b) | A(x=1) | A(1, b, x=c, y=[d],) | m.A(a, b=c):
        pass
    case [A(x=[1, {'k': v}]), (b as c), *_] as whole if c > 1:
        pass
match (x):
    case int(): pass
match x.y[0](z): # comment
    case str() as s: print(s)
match -x:
    case 1: pass
match {1: 2}:
    case _: pass
match = 1
match (x)
match [x]
match * x
case = match
match.case(_)
