package vm

import "github.com/minipy/minipy/runtime"

// What CPython's site module adds to builtins: exit, quit and their kin. They
// are in Go since every start of the command makes them.

// A siteObject is one of them; its type says what it does.
type siteObject struct {
	runtime.Object
	name, text string
}

var quitterType, printerType, helperType runtime.Type

var siteObjects = []struct {
	typ        *runtime.Type
	name, text string
}{
	{&quitterType, "exit", "Ctrl-D (i.e. EOF)"},
	{&quitterType, "quit", "Ctrl-D (i.e. EOF)"},
	{&printerType, "copyright", "Copyright (c) 2026 The minipy authors.\nAll Rights Reserved."},
	{&printerType, "credits", "minipy is written in Go by the minipy authors, after the language of Guido van Rossum and the Python community."},
	{&printerType, "license", "MIT License: see the file LICENSE."},
	{&helperType, "help", "Type help() for interactive help, or help(object) for help about object."},
}

// InitSite puts exit, quit, help and the like into builtins.
func (m *Machine) InitSite() {
	for _, s := range siteObjects {
		o := &siteObject{name: s.name, text: s.text}
		o.Init(s.typ)
		m.state.Builtins.SetStr(m.state.Intern(s.name), o.Object.Value())
	}
}

func siteObjectOf(v runtime.Value) *siteObject { return runtime.As[siteObject](v) }

// quit is exit(code=None): it closes standard input, which ends a loop that
// catches SystemExit to ask on.
func quit(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	code := runtime.None
	switch {
	case len(args)-len(names) > 1:
		return code, runtime.TypeErrorf("Quitter.__call__() takes from 1 to 2 positional arguments but %d were given", len(args)-len(names)+1)
	case len(args) > 1:
		return code, runtime.TypeErrorf("Quitter.__call__() got multiple values for argument 'code'")
	case len(names) == 1 && names[0].String() != "code":
		return code, runtime.TypeErrorf("Quitter.__call__() got an unexpected keyword argument '%s'", names[0])
	case len(args) == 1:
		code = args[0]
	}
	if stdin, ok := t.Sys().Dict.Lookup("stdin"); ok {
		_, _ = runtime.CallMethod(t, stdin, "close") // it may have been replaced by anything
	}
	return code, runtime.NewException(runtime.SystemExit, code)
}

func printText(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if len(args) > 0 {
		return runtime.Value{}, runtime.TypeErrorf("_Printer.__call__() takes 1 positional argument but %d were given", len(args)+1)
	}
	return machineOf(t).builtin("print", runtime.NewStr(siteObjectOf(v).text))
}

func help(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	pydoc, err := machineOf(t).importModule(implOf(t), "pydoc")
	if err != nil {
		return pydoc, err
	}
	f, err := runtime.GetAttrS(t, pydoc, "help")
	if err != nil {
		return f, err
	}
	return runtime.CallArgs(t, f, args, names)
}

func plainText(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	return runtime.NewStr(siteObjectOf(v).text), nil
}

func init() {
	for _, c := range []struct {
		typ  *runtime.Type
		name string
		runtime.Slots
		attrs []runtime.GetSet
	}{
		{&quitterType, "Quitter", runtime.Slots{Call: quit, Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			o := siteObjectOf(v)
			return runtime.NewStr("Use " + o.name + "() or " + o.text + " to exit"), nil
		}}, []runtime.GetSet{{Name: "name", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return runtime.NewStr(siteObjectOf(v).name), nil
		}}, {Name: "eof", Get: plainText}}},
		{&printerType, "_Printer", runtime.Slots{Call: printText, Repr: plainText}, nil},
		{&helperType, "_Helper", runtime.Slots{Call: help, Repr: plainText}, nil},
	} {
		runtime.Define(c.typ, runtime.TypeSpec{Name: "_sitebuiltins." + c.name, Size: runtime.SizeOf[siteObject](), Flags: runtime.FlagDisallowNew,
			Slots: c.Slots, GetSets: c.attrs})
	}
}
