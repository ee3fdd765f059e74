package main

import (
	"context"
	"io/fs"
	"strings"
	"testing"
)

func TestPlugins(t *testing.T) {
	fsys, err := fs.Sub(bundle, "bundle")
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	h := &Host{Log: &log}
	defer h.Close()
	ctx := context.Background()
	failed := h.Load(ctx, fsys)
	if len(failed) != 1 || !strings.Contains(failed[0].Error(), "snoop.py: ModuleNotFoundError: No module named 'os'") {
		t.Errorf("not loaded: %v", failed)
	}
	h.Fire(ctx, "start", map[string]any{"user": "ada"})
	for range 2 {
		h.Fire(ctx, "message", map[string]any{"user": "ada", "text": "hello wrold"})
	}
	h.Fire(ctx, "stop", nil)
	want := `[greeter] hello, Ada
[runaway] stopped: too many steps
[spelling] not in the dictionary: wrold
[runaway] stopped: too many steps
[spelling] not in the dictionary: wrold
[counter] counted 2 message, 1 start
`
	if log.String() != want {
		t.Errorf("got\n%swant\n%s", log.String(), want)
	}
}
