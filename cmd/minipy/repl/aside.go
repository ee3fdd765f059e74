//go:build !js && !wasip1 && !plan9

package repl

import (
	"errors"
	"os"
	"os/exec"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// What a key does beside the line, which is there again afterwards: help, the
// history in a pager, and the line itself in the user's editor.

// errAside says that such a key has been pressed.
var errAside = errors.New("aside")

// giveUp is Ctrl-C, or a key that ends the editing for a while. A search it ends
// alone.
func (e *editor) giveUp(search bool) (rune, bool) {
	aside := e.keys.aside.Swap(0)
	switch {
	case search:
		e.rl.Terminal.KickRead()
		return ctrlG, true
	case aside != 0 && !e.mode.statement:
		e.rl.Terminal.KickRead()
		return e.refuse()
	case aside != 0:
		e.aside, e.kept = aside, &lineState{e.line, e.pos}
	}
	return ctrlC, true
}

// restore brings the line back.
func (e *editor) restore() func([]rune, int) ([]rune, int) {
	s := e.kept
	e.kept = nil
	if s == nil {
		return moveTo(e.pos)
	}
	return func([]rune, int) ([]rune, int) { return s.line, s.pos }
}

// goAside does what the key says, in the main thread.
func (e *editor) goAside(t *runtime.Thread) error {
	key := e.aside
	e.aside = 0
	if key == keyEdit {
		return e.editOutside(t)
	}
	pydoc, err := t.Host.Import(t, "pydoc", runtime.None, runtime.None, runtime.None, 0)
	switch {
	case err != nil:
	case key == keyHelp:
		_, err = runtime.CallMethod(t, pydoc, "help")
	default:
		_, err = runtime.CallMethod(t, pydoc, "pager", runtime.NewStr(strings.Join(e.past.entries, "\n")+"\n"))
	}
	return err
}

// editOutside has the line edited by VISUAL or EDITOR.
func (e *editor) editOutside(t *runtime.Thread) error {
	name, err := e.draftFile()
	if err != nil {
		return runtime.FromOS(err)
	}
	defer os.Remove(name)
	words := strings.Fields(os.Getenv("VISUAL"))
	if len(words) == 0 {
		words = strings.Fields(os.Getenv("EDITOR"))
	}
	if len(words) == 0 {
		words = []string{"vi"}
	}
	cmd := exec.Command(words[0], append(words[1:], name)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	t.Host.Block(t, func() { err = cmd.Run() }, nil)
	if err != nil {
		e.screen.output([]byte("minipy: "+words[0]+": "+err.Error()+"\n"), os.Stderr.Write)
		return nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return runtime.FromOS(err)
	}
	line, _ := cleanText(text)
	line = []rune(strings.TrimRight(string(line), "\n"))
	e.kept = &lineState{line, len(line)}
	return nil
}

// draftFile is a file with the line.
func (e *editor) draftFile() (string, error) {
	f, err := os.CreateTemp("", "minipy-*.py")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(string(e.kept.line) + "\n")
	if e := f.Close(); err == nil {
		err = e
	}
	return f.Name(), err
}
