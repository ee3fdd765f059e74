package main

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestServer(t *testing.T) {
	fsys, err := fs.Sub(handlers, "handlers")
	if err != nil {
		t.Fatal(err)
	}
	start := func(timeout time.Duration) string {
		s := NewServer(fsys)
		s.Timeout = timeout
		srv := httptest.NewServer(s)
		t.Cleanup(srv.Close)
		return srv.URL
	}
	url := start(time.Minute)
	for _, c := range []struct {
		path, body string
		status     int
		want       string
	}{
		{"/hello", "", 200, "Hello, world!\n"},
		{"/hello?name=%C3%85sa", "", 200, "Hello, Åsa!\n"},
		{"/stats", "[1, 2, 3, 4]", 200, `{"mean": 2.5, "deviation": 1.118033988749895}` + "\n"},
		{"/stats", "{", 400, "not a list of numbers: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\n"},
		{"/stats", "[]", 500, "Internal Server Error\n"},
		{"/nosuch", "", 404, "404 page not found\n"},
		{"/../main", "", 404, "404 page not found\n"},
	} {
		status, got := post(t, url+c.path, c.body)
		if status != c.status || got != c.want {
			t.Errorf("%s: %d %q, want %d %q", c.path, status, got, c.status, c.want)
		}
	}
	if status, got := post(t, start(50*time.Millisecond)+"/slow", ""); status != 504 || got != "Gateway Timeout\n" {
		t.Errorf("a handler that takes too long: %d %q", status, got)
	}
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			if _, got := post(t, url+"/hello?name=x", ""); got != "Hello, x!\n" {
				t.Errorf("%q", got)
			}
		})
	}
	wg.Wait()
}

func post(t *testing.T, url, body string) (int, string) {
	r, err := http.Post(url, "text/plain", strings.NewReader(body))
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	return r.StatusCode, string(b)
}
