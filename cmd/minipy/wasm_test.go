package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// wasiHost is a program for Node.js that runs a wasip1 module.
const wasiHost = `
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";
const [wasm, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: ["minipy", ...args], env: { ...process.env, PWD: process.cwd() }, preopens: { "/": "/" } });
const instance = await WebAssembly.instantiate(await WebAssembly.compile(await readFile(wasm)), wasi.getImportObject());
process.exitCode = wasi.start(instance);
`

const wasmProgram = `
import os, sys, threading, time, json, re
print(sys.platform, os.name, input(), sys.argv[1:])
flag = []
def later():
    time.sleep(0.02)
    flag.append(1)
t = threading.Thread(target=later)
t.start()
while not flag:  # a thread that sleeps wakes up beside one that computes
    pass
t.join()
path = os.path.join(os.getcwd(), "file.txt")
with open(path, "w") as f:
    f.write("héllo\n" * 3)
with open(path) as f:
    print(f.read().split(), os.stat(path).st_size)
os.mkdir("d")
os.rename(path, "d/g")
print(os.listdir("d"), os.path.isdir("d"))
try:
    open("nosuch")
except FileNotFoundError as e:
    print(e.strerror, e.filename)
try:
    os.fork()
except (AttributeError, NotImplementedError):
    print("no fork")
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15), 2 ** 100, json.dumps({"a": 1.5}), re.sub("a+", "b", "caat"))
print("to stderr", file=sys.stderr)
sys.exit(3)
`

// TestWasm runs the command, compiled for WebAssembly, in Node.js.
func TestWasm(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles minipy for WebAssembly")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node on this machine: WebAssembly is not tried")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	tmp := t.TempDir()
	host := filepath.Join(tmp, "wasi.mjs")
	if err := os.WriteFile(host, []byte(wasiHost), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ goos, host, platform string }{
		{"js", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), "js"},
		{"wasip1", host, "wasip1"},
	} {
		t.Run(c.goos, func(t *testing.T) {
			wasm := filepath.Join(tmp, c.goos+".wasm")
			build := exec.Command("go", "build", "-pgo=off", "-o", wasm, ".")
			build.Env = append(os.Environ(), "GOOS="+c.goos, "GOARCH=wasm", "CGO_ENABLED=0")
			if out, err := build.CombinedOutput(); err != nil {
				t.Fatalf("go build: %v\n%s", err, out)
			}
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "program.py"), []byte(wasmProgram), 0o666); err != nil {
				t.Fatal(err)
			}
			// Node.js may crash when it ends while it still optimizes the module: it does not begin to.
			got := invoke(t, node, dir, "from stdin\n", "--no-warnings", "--liftoff-only", "--stack-size=8192", c.host, wasm, "program.py", "-x")
			want := "exit status 3\n" + c.platform + " posix from stdin ['-x']\n['héllo', 'héllo', 'héllo'] 21\n['g'] True\n" +
				"No such file or directory nosuch\nno fork\n610 1267650600228229401496703205376 {\"a\": 1.5} cbt\n-- stderr\nto stderr\n"
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
