//go:build !js

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// A client speaks the Chrome DevTools protocol with a browser of its own over
// a pair of pipes: messages are JSON, each ended by a zero byte.
type client struct {
	to      *os.File
	session string // of the page; "" for the browser itself

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	closed  error // why there are no more answers
}

type answer struct {
	ID     int
	Result json.RawMessage
	Error  *struct{ Message string }
}

// patience is how long the browser may take for one answer.
const patience = time.Minute

// chromium finds the browser, or skips the test.
func chromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("there is no chromium on this machine: the page is not tested")
	return ""
}

// newClient starts a headless browser that ends with the test.
func newClient(t *testing.T, path string) *client {
	t.Helper()
	in, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	from, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{in, out} // 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	in.Close()
	out.Close()
	c := &client{to: to, waiting: map[int]chan answer{}}
	go c.read(from)
	t.Cleanup(func() {
		c.call("Browser.close", nil, nil)
		done := time.AfterFunc(10*time.Second, func() { cmd.Process.Kill() })
		cmd.Wait()
		done.Stop()
		to.Close()
		from.Close()
	})
	return c
}

// read hands out the answers until the browser ends.
func (c *client) read(from *os.File) {
	r := bufio.NewReader(from)
	for {
		msg, err := r.ReadBytes(0)
		c.mu.Lock()
		if err != nil {
			c.closed = fmt.Errorf("the browser has ended: %w", err)
			for _, w := range c.waiting {
				close(w)
			}
			c.waiting = nil
			c.mu.Unlock()
			return
		}
		var a answer
		if json.Unmarshal(msg[:len(msg)-1], &a) == nil && c.waiting[a.ID] != nil {
			c.waiting[a.ID] <- a
			delete(c.waiting, a.ID)
		}
		c.mu.Unlock()
	}
}

// call calls a method of the protocol and reads its result into result, which may be nil.
func (c *client) call(method string, params map[string]any, result any) error {
	c.mu.Lock()
	if c.closed != nil {
		c.mu.Unlock()
		return c.closed
	}
	c.last++
	w := make(chan answer, 1)
	c.waiting[c.last] = w
	msg := map[string]any{"id": c.last, "method": method}
	c.mu.Unlock()
	if params != nil {
		msg["params"] = params
	}
	if c.session != "" {
		msg["sessionId"] = c.session
	}
	b, err := json.Marshal(msg)
	if err != nil {
		return err
	}
	if _, err := c.to.Write(append(b, 0)); err != nil {
		return err
	}
	select {
	case a, ok := <-w:
		switch {
		case !ok:
			return c.closed
		case a.Error != nil:
			return errors.New(method + ": " + a.Error.Message)
		case result != nil:
			return json.Unmarshal(a.Result, result)
		}
		return nil
	case <-time.After(patience):
		return errors.New(method + ": no answer")
	}
}

// open opens a page; the calls after this one are about it.
func (c *client) open(t *testing.T, url string) {
	t.Helper()
	var targets struct {
		TargetInfos []struct{ TargetID, Type string }
	}
	if err := c.call("Target.getTargets", nil, &targets); err != nil {
		t.Fatal(err)
	}
	page := ""
	for _, target := range targets.TargetInfos {
		if target.Type == "page" {
			page = target.TargetID // that with which it has started: it is in front
		}
	}
	var attached struct{ SessionID string }
	if err := c.call("Target.attachToTarget", map[string]any{"targetId": page, "flatten": true}, &attached); err != nil {
		t.Fatal(err)
	}
	c.session = attached.SessionID
	t.Cleanup(func() { c.session = "" })
	if err := c.call("Page.navigate", map[string]any{"url": url}, nil); err != nil {
		t.Fatal(err)
	}
}

// eval gives the value of an expression in JavaScript, as JSON reads it.
func (c *client) eval(t *testing.T, expression string) any {
	t.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	if err := c.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &r); err != nil {
		t.Fatal(err)
	}
	if e := r.ExceptionDetails; e != nil {
		t.Fatalf("%s: %s %s", expression, e.Text, e.Exception.Description)
	}
	return r.Result.Value
}

// until waits until an expression is true.
func (c *client) until(t *testing.T, expression string) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if c.eval(t, expression) == true {
			return
		}
	}
	t.Fatalf("still not: %s\nthe page: %v", expression, c.eval(t, "document.body.innerText"))
}
