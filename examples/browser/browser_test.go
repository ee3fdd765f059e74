//go:build !js

package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestPage drives the page in a headless browser.
func TestPage(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles minipy for WebAssembly")
	}
	path := chromium(t)
	dir := t.TempDir()
	if err := build(dir); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	c := newClient(t, path)
	c.open(t, server.URL)
	c.until(t, `document.getElementById("status")?.textContent === "ready"`)

	// program puts a source into the editor and presses Run.
	program := func(t *testing.T, lines ...string) {
		t.Helper()
		source, _ := json.Marshal(strings.Join(lines, "\n"))
		c.eval(t, `source.value = `+string(source)+`; run.click()`)
	}
	ends := func(t *testing.T, status, output string) {
		t.Helper()
		c.until(t, `run.disabled === false`)
		if got := c.eval(t, `status.textContent`); got != status {
			t.Errorf("it ended with %q, not %q", got, status)
		}
		if got := c.eval(t, `output.textContent`); got != output {
			t.Errorf("the output is %q\nwanted        %q", got, output)
		}
	}

	t.Run("output", func(t *testing.T) {
		program(t, `import json, re`, `print(json.dumps({"a": [1, 2**70]}))`, `print(re.sub("o+", "0", "Hello, 世界 foo"))`)
		ends(t, "done", "{\"a\": [1, 1180591620717411303424]}\nHell0, 世界 f0\n")
	})
	t.Run("exception", func(t *testing.T) {
		program(t, `def f(x):`, `    return 1 // x`, `print("before")`, `f(0)`)
		ends(t, "failed", "before\nTraceback (most recent call last):\n  File \"main.py\", line 4, in <module>\n  File \"main.py\", line 2, in f\n"+
			"ZeroDivisionError: integer division or modulo by zero\n")
		if got := c.eval(t, `output.querySelector(".err").textContent.startsWith("Traceback")`); got != true {
			t.Error("the traceback is not marked as an error")
		}
	})
	t.Run("syntax error", func(t *testing.T) {
		program(t, `print("never")`, `x = = 1`)
		ends(t, "failed", "  File \"main.py\", line 2\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n")
	})
	t.Run("exit", func(t *testing.T) {
		program(t, `print(1)`, `raise SystemExit`)
		ends(t, "done", "1\n")
	})
	t.Run("threads", func(t *testing.T) {
		program(t, `import threading, time`, `done = []`, `def f(n):`, `    time.sleep(0.01 * n)`, `    done.append(n)`,
			`ts = [threading.Thread(target=f, args=(n,)) for n in (3, 1, 2)]`, `for t in ts: t.start()`,
			`while len(done) < 3: pass`, `print(sorted(done))`)
		ends(t, "done", "[1, 2, 3]\n")
	})
	t.Run("a loop does not freeze the page", func(t *testing.T) {
		program(t, `print("begun")`, `while True:`, `    try:`, `        while True: pass`, `    except BaseException:`, `        pass`)
		c.until(t, `output.textContent === "begun\n"`) // it comes while the program runs
		// the page lives on: timers and frames come
		c.eval(t, `(async () => {
			for (let i = 0; i < 5; i++) await new Promise(done => setTimeout(done, 1));
			for (let i = 0; i < 5; i++) await new Promise(done => requestAnimationFrame(done));
		})()`)
		if got := c.eval(t, `status.textContent`); got != "running" {
			t.Errorf("the status is %q", got)
		}
		c.eval(t, `stop.click()`)
		ends(t, "stopped", "begun\n")
	})
	t.Run("stop in sleep", func(t *testing.T) {
		program(t, `import time`, `print("sleeps")`, `time.sleep(3600)`)
		c.until(t, `output.textContent === "sleeps\n"`)
		c.eval(t, `stop.click()`)
		ends(t, "stopped", "sleeps\n")
	})
	t.Run("flood", func(t *testing.T) {
		program(t, `while True: print("x" * 70)`)
		c.until(t, `output.textContent.length > 100000`)
		c.eval(t, `stop.click()`)
		c.until(t, `status.textContent === "stopped"`)
		if got := c.eval(t, `output.textContent.length <= 400000`); got != true {
			t.Error("the page keeps all of a flood")
		}
	})
	t.Run("a crash", func(t *testing.T) {
		// what the page sees when Go ends because the memory does
		c.eval(t, `minipy = {run: () => new Promise(() => {}), stop() {}}; ended = Promise.resolve("crashed"); null`)
		program(t, `pass`)
		ends(t, "crashed", "")
	})
	t.Run("again", func(t *testing.T) {
		program(t, `print("still here")`)
		ends(t, "done", "still here\n")
	})
}
