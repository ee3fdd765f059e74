package repl

import (
	"sync"

	"github.com/chzyer/readline"

	"github.com/minipy/minipy/runtime"
)

// A terminal is the console: raw while a line is edited.
type terminal struct {
	mu      sync.Mutex
	raw     bool
	noMarks bool // there are no marks of pastes
	rm      readline.RawMode
}

func newTerminal() *terminal { return &terminal{} }

func (*terminal) owns(fd int) bool { return true }

func (*terminal) size() (cols, rows int) { return readline.GetScreenWidth(), 25 }

func (m *terminal) enter(*runtime.Thread) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.rm.Enter(); err != nil {
		return err
	}
	m.raw = true
	return nil
}

func (m *terminal) leave() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	was := m.raw
	if was {
		m.rm.Exit()
		m.raw = false
	}
	return was
}

// again takes back the last leave.
func (m *terminal) again() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.raw = m.rm.Enter() == nil
}

func (*terminal) suspend() {}

func (*terminal) watch(*editor) {}
