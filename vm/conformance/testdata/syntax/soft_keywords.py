# match, case, type and _ as ordinary names; keywords list
match = 1
case = 2
_ = 3
type_ = type
print(match, case, _, match + case * _)
match = {"case": [1, 2]}
print(match["case"], match, (match), [match][0])
def case(x): return x * 2
def match(x, *y): return x, y
print(match(case(2)), match(1, 2), match (3))
match(x := 4)
print(x)
class match:
    case = 5
    def type(self): return "type method"
print(match.case, match().type())
match.case = 6
print(match.case)
type = 7
print(type)
del type
match x:
    case 4: print("real match")
match (x):
    case (4): print("parenthesised")
match -x:
    case -4: print("negative")
match x, 5:
    case a, b: print(a, b)
match [x]:
    case [_]: print("list")
match {"k": x}:
    case {"k": _ as v}: print(v)
match not x:
    case False: print("not")
match x if x else 0:
    case match: print(match)
case = _ = match = 0
print([match for match in range(2)], {case: case for case in "ab"}, lambda match: match)if False else print([match for match in range(2)])
import keyword
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("match"), keyword.issoftkeyword("match"), keyword.iskeyword("None"))
async_ = await_ = 1
print(async_ + await_, print.__name__, exec.__name__)
for k in ("async", "await", "None", "True", "nonlocal", "print", "exec", "match", "case", "type", "_"):
    try:
        exec(f"{k} = 1", {})
        print(k, "assignable")
    except SyntaxError as e: print(k, e.msg)
