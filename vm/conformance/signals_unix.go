//go:build unix

package conformance

import (
	"os"
	"os/signal"
	"syscall"
)

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
