// Package errno is Python's `errno` module: the system's error numbers by name.
package errno

import rt "github.com/minipy/minipy/runtime"

type entry struct {
	name string
	no   int
}

// Module is `errno`.
var Module = &rt.ModuleSpec{
	Name: "errno",
	Doc:  "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.",
	Init: func(t *rt.Thread, m *rt.Module) error {
		codes := rt.NewDict()
		for _, e := range names {
			m.Dict.SetStr(rt.NewStrObj(e.name), rt.Int(int64(e.no)))
			if err := codes.Set(t, rt.Int(int64(e.no)), rt.NewStr(e.name)); err != nil {
				return err
			}
		}
		m.Dict.Store("errorcode", codes.Value())
		return nil
	},
}
