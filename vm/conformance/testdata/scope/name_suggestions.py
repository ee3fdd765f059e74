# NameError carries the name; traceback output suggests close names
import traceback
values = [1, 2]

def run(code, **ns):
    try:
        exec(code, ns)
    except NameError as e:
        print(e.name, "|", "".join(traceback.format_exception_only(e)).strip())

run("valuse", values=1)
run("prnt('x')")
run("def f():\n    counter = 1\n    return countr\nf()")
run("zzzzqqq")
run("import os\noss")
run("class A:\n    x = y1234")
