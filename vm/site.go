package vm

import "github.com/minipy/minipy/runtime"

// What CPython's site module adds to builtins: exit, quit and their kin.

const siteSource = `
class Quitter:
    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return 'Use %s() or %s to exit' % (self.name, self.eof)

    def __call__(self, code=None):
        try:
            import sys
            sys.stdin.close()
        except:
            pass
        raise SystemExit(code)


class _Printer:
    def __init__(self, name, text):
        self._name = name
        self._text = text

    def __repr__(self):
        return self._text

    def __call__(self):
        print(self._text)


class _Helper:
    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *args, **kwds):
        import pydoc
        return pydoc.help(*args, **kwds)
`

// siteNames are made of siteSource's classes when first asked for: parsing it
// at every start would cost more than all else.
var siteNames = map[string]string{
	"exit":      "Quitter('exit', 'Ctrl-D (i.e. EOF)')",
	"quit":      "Quitter('quit', 'Ctrl-D (i.e. EOF)')",
	"copyright": "_Printer('copyright', 'Copyright (c) 2026 The minipy authors.\\nAll Rights Reserved.')",
	"credits":   "_Printer('credits', 'minipy is written in Go by the minipy authors, after the language of Guido van Rossum and the Python community.')",
	"license":   "_Printer('license', 'MIT License: see the file LICENSE.')",
	"help":      "_Helper()",
}

// InitSite puts exit, quit, help and the like into builtins.
func (m *Machine) InitSite() error {
	ns := runtime.NewDict()
	ns.Store("__name__", runtime.NewStr("_sitebuiltins"))
	co, err := m.compileSource([]byte(siteSource), "<site>", "exec", 0, 0, true)
	if err != nil {
		return err
	}
	if _, err := m.Exec(m.running().rt, co, ns, ns.Value(), nil); err != nil {
		return err
	}
	for name, expr := range siteNames {
		co, err := m.compileSource([]byte(expr), "<site>", "eval", 0, 0, true)
		if err != nil {
			return err
		}
		v, err := m.Exec(m.running().rt, co, ns, ns.Value(), nil)
		if err != nil {
			return err
		}
		m.state.Builtins.Store(name, v)
	}
	return nil
}
