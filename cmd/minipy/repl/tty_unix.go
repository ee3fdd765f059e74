//go:build unix

package repl

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/chzyer/readline"
	"golang.org/x/sys/unix"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/signalmod"
)

const (
	pasteMarksOn  = "\x1b[?2004h"
	pasteMarksOff = "\x1b[?2004l"
)

// A terminal keeps the settings of the one on descriptor 0: raw while a line is
// edited, else as they were.
//
// readline's own Ctrl-Z stops the parent process, too, and takes a pause of the
// clock for the sign that it may go on; its raw mode, entered twice, forgets
// the settings to go back to. So both are here.
type terminal struct {
	mu        sync.Mutex
	raw       bool
	suspended bool
	stops     bool // SIGTSTP comes to stop
	before    *readline.State
	fatal     chan os.Signal // those that would end the process while a line is edited
	stop      chan os.Signal // SIGTSTP, while a line is edited
	resumed   chan struct{}
}

func newTerminal() *terminal {
	return &terminal{fatal: make(chan os.Signal, 4), stop: make(chan os.Signal, 4), resumed: make(chan struct{}, 1)}
}

// owns says that fd is this terminal.
func (*terminal) owns(fd int) bool { return readline.IsTerminal(fd) }

func (*terminal) size() (cols, rows int) {
	ws, err := unix.IoctlGetWinsize(1, unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0
	}
	return int(ws.Col), int(ws.Row)
}

// enter begins to edit.
func (m *terminal) enter(t *runtime.Thread) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	state, err := readline.MakeRaw(0)
	if err != nil {
		return err
	}
	m.before, m.raw = state, true
	for _, s := range []syscall.Signal{unix.SIGHUP, unix.SIGTERM} {
		if !signalmod.Handles(t, int(s)) && !signal.Ignored(s) {
			signal.Notify(m.fatal, s)
		}
	}
	m.stops = !signalmod.Handles(t, int(unix.SIGTSTP)) && !signal.Ignored(unix.SIGTSTP)
	m.catchStop(true)
	os.Stdout.WriteString(pasteMarksOn)
	return nil
}

// leave ends it. Any goroutine; more than once does no harm.
func (m *terminal) leave() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.raw {
		return
	}
	m.cook()
	m.raw = false
	signal.Stop(m.fatal)
	m.catchStop(false)
}

// catchStop begins or ends to take SIGTSTP, unless the program has it.
func (m *terminal) catchStop(on bool) {
	switch {
	case !m.stops:
	case on:
		signal.Notify(m.stop, unix.SIGTSTP)
	default:
		signal.Stop(m.stop)
		signalmod.Default(int(unix.SIGTSTP))
	}
}

func (m *terminal) cook() {
	os.Stdout.WriteString(pasteMarksOff)
	readline.Restore(0, m.before)
}

// uncook makes the terminal raw again after others have used it.
func (m *terminal) uncook() {
	readline.MakeRaw(0)
	os.Stdout.WriteString(pasteMarksOn)
}

// suspend stops the process, as the terminal itself does when it is not raw,
// and returns when it goes on.
func (m *terminal) suspend() {
	m.mu.Lock()
	m.suspended = true
	if m.raw {
		m.cook()
	}
	m.catchStop(false)
	m.mu.Unlock()
	unix.Kill(0, unix.SIGTSTP)
	// A process that nobody could wake is not stopped. One that was finds the
	// time up, and SIGCONT a moment later.
	const aMoment = 40 * time.Millisecond
	for range 2 {
		select {
		case <-m.resumed:
		case <-time.After(aMoment):
			continue
		}
		break
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.raw {
		m.uncook()
		m.catchStop(true)
	}
	m.suspended = false
}

// watch lets e know of signals.
func (m *terminal) watch(e *editor) {
	c := make(chan os.Signal, 16)
	signal.Notify(c, unix.SIGWINCH, unix.SIGCONT)
	go func() {
		for {
			select {
			case s := <-c:
				if s == unix.SIGWINCH {
					e.screen.resize()
				} else {
					m.continued(e)
				}
			case <-m.stop:
				go e.suspend() // which waits for what comes here
			case s := <-m.fatal:
				e.Restore()
				unix.Kill(os.Getpid(), s.(syscall.Signal))
			}
		}
	}()
}

// continued follows SIGCONT.
func (m *terminal) continued(e *editor) {
	m.mu.Lock()
	if m.suspended {
		m.mu.Unlock()
		select {
		case m.resumed <- struct{}{}:
		default:
		}
		return
	}
	raw := m.raw
	if raw { // stopped by a signal that nobody can catch
		m.uncook()
	}
	m.mu.Unlock()
	if raw {
		e.screen.redraw()
	}
}
