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
	noMarks   bool // of pastes: a pasted line break is an Enter
	before    *readline.State
	fatal     chan os.Signal  // a signal that is to end the process
	stop      chan os.Signal  // SIGTSTP
	ends      *signalmod.Hold // those of fatal, while a line is edited
	stops     *signalmod.Hold // that of stop
	resumed   chan struct{}
}

func newTerminal() *terminal {
	m := &terminal{fatal: make(chan os.Signal, 4), stop: make(chan os.Signal, 4), resumed: make(chan struct{}, 1)}
	m.ends = signalmod.NewHold(m.fatal, fatalSignals()...)
	m.stops = signalmod.NewHold(m.stop, unix.SIGTSTP)
	return m
}

// fatalSignals are those that end a process by default and that Go passes on.
// The faults are faulthandler's.
func fatalSignals() []syscall.Signal {
	return append([]syscall.Signal{unix.SIGHUP, unix.SIGTERM, unix.SIGUSR1, unix.SIGUSR2, unix.SIGALRM, unix.SIGVTALRM,
		unix.SIGPROF, unix.SIGIO, unix.SIGXCPU}, systemSignals()...)
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

// enter begins to edit. The error is errHangup or errNoTerminal.
func (m *terminal) enter(t *runtime.Thread) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !readline.IsTerminal(1) {
		return errNoTerminal
	}
	switch state, err := readline.MakeRaw(0); err {
	case nil:
		m.before = state
	case unix.ENOTTY, unix.EBADF, unix.EINVAL:
		return errNoTerminal
	default:
		return errHangup
	}
	m.ends.Take(t)
	m.stops.Take(t)
	m.open()
	return nil
}

// open begins to edit on the terminal, which is raw.
func (m *terminal) open() {
	m.raw = true
	m.mark(pasteMarksOn)
}

// mark asks the terminal for the marks of a paste, or for none.
func (m *terminal) mark(how string) {
	if !m.noMarks {
		os.Stdout.WriteString(how)
	}
}

// leave ends to edit, and says whether there was anything to end. Any
// goroutine; more than once does no harm.
func (m *terminal) leave() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.raw {
		return false
	}
	m.cook()
	m.raw = false
	m.ends.Release()
	m.stops.Release()
	return true
}

// again takes back the last leave.
func (m *terminal) again() {
	m.mu.Lock()
	defer m.mu.Unlock()
	readline.MakeRaw(0)
	m.ends.Retake()
	m.stops.Retake()
	m.open()
}

func (m *terminal) cook() {
	m.mark(pasteMarksOff)
	readline.Restore(0, m.before)
}

// uncook makes the terminal raw again after others have used it.
func (m *terminal) uncook() {
	readline.MakeRaw(0)
	m.mark(pasteMarksOn)
}

// suspend stops the process, as the terminal itself does when it is not raw,
// and returns when it goes on.
func (m *terminal) suspend() {
	m.mu.Lock()
	m.suspended = true
	if m.raw {
		m.cook()
	}
	m.stops.Release()
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
		m.stops.Retake()
	}
	m.suspended = false
}

// watch lets e know of signals.
func (m *terminal) watch(e *editor) {
	c := make(chan os.Signal, 16)
	signal.Notify(c, unix.SIGWINCH, unix.SIGCONT)
	go func() {
		defer e.crash()
		for {
			select {
			case s := <-c:
				if s == unix.SIGWINCH {
					e.screen.resized()
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
