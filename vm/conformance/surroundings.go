package conformance

import (
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
)

// Environment is this process's without what has scripts behave otherwise
// (PYTHONUNBUFFERED changes even exit statuses), and with more.
func Environment(more ...string) []string {
	env := slices.DeleteFunc(os.Environ(), func(s string) bool {
		return strings.HasPrefix(s, "PYTHON") || strings.HasPrefix(s, "MINIPY") || strings.HasPrefix(s, "LANG=") || strings.HasPrefix(s, "LC_")
	})
	return append(append(env, "LANG=C.UTF-8"), more...)
}

// TakeSignals lets the programs that this process starts begin with the default
// actions of signals, also of those that it was started to ignore itself (SIGHUP
// under nohup, SIGINT behind a shell's &): a signal with a handler is not ignored
// any more after exec.
func TakeSignals() {
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM} {
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s)
		}
	}
}
