# argparse: positional, options, types, choices, groups, subcommands, help and errors
import argparse, io, sys
from contextlib import redirect_stderr, redirect_stdout
def make():
    p = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="The end.")
    p.add_argument("name", help="the name")
    p.add_argument("nums", nargs="*", type=int, help="numbers")
    p.add_argument("-v", "--verbose", action="count", default=0)
    p.add_argument("-o", "--out", metavar="FILE", default="-", help="output (default: %(default)s)")
    p.add_argument("--mode", choices=["fast", "slow"], help="how")
    p.add_argument("--flag", action="store_true")
    p.add_argument("--no-color", dest="color", action="store_false")
    p.add_argument("--add", action="append")
    p.add_argument("--pair", nargs=2)
    p.add_argument("--opt", nargs="?", const="const", default="dflt")
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    g = p.add_mutually_exclusive_group()
    g.add_argument("--a", action="store_true")
    g.add_argument("--b", action="store_true")
    return p
def run(*args):
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            ns = make().parse_args(args)
        print(sorted(vars(ns).items()))
    except SystemExit as e:
        print("exit", e.code, out.getvalue(), err.getvalue().splitlines()[-1:] )
run("bob")
run("bob", "1", "2", "-vv", "-o", "f", "--mode", "fast", "--flag", "--no-color", "--add", "x", "--add", "y", "--pair", "1", "2", "--opt")
run("bob", "-vof", "--mode=slow", "--opt=z", "--", "5")
run("bob", "--ver") 
run()
run("bob", "x")
run("bob", "--mode", "bad")
run("bob", "--unknown")
run("bob", "--a", "--b")
run("bob", "--pair", "1")
run("bob", "-o")
run("--version")
run("-h")
p = argparse.ArgumentParser(prog="git")
sub = p.add_subparsers(dest="cmd", required=True)
c = sub.add_parser("commit", help="do it")
c.add_argument("-m", required=True)
c.set_defaults(func=lambda a: f"commit {a.m}")
s = sub.add_parser("status")
s.set_defaults(func=lambda a: "status")
for args in (["commit", "-m", "hi"], ["status"]):
    ns = p.parse_args(args)
    print(ns.cmd, ns.func(ns))
for args in ([], ["push"], ["commit"]):
    err = io.StringIO()
    try:
        with redirect_stderr(err): p.parse_args(args)
    except SystemExit as e: print(e.code, err.getvalue().splitlines()[-1])
print(p.parse_known_args(["status", "--zzz"])[1], argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1))
