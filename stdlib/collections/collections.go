// Package collections is the module _collections: what collections needs in
// Go. pylib/collections has the rest.
package collections

import "github.com/minipy/minipy/runtime"

// Module is _collections.
var Module = &runtime.ModuleSpec{
	Name: "_collections",
	Doc:  "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n",
	Methods: []runtime.Method{
		{Name: "_count_elements", Sig: "mapping, iterable, /", Fn: countElements,
			Doc: "Count elements in the iterable, updating the mapping"},
	},
	Types: []*runtime.Type{&dequeType, &defaultDictType, &orderedDictType, &dequeIterType, &dequeRevIterType, &tupleGetterType},
}

// inherits says that cls has name from dict itself.
func inherits(t *runtime.Thread, cls *runtime.Type, name string) bool {
	_, owner := cls.LookupWhere(t, t.VM.Intern(name))
	return owner == runtime.DictType
}

// countElements adds one to mapping[x] for each x, straight in the table
// unless get or __setitem__ are the class's own.
func countElements(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	m := args[0]
	d, ok := runtime.AsDict(m)
	if ok && inherits(t, m.Type(), "get") && inherits(t, m.Type(), "__setitem__") {
		return runtime.None, runtime.Iterate(t, args[1], func(x runtime.Value) error {
			return d.Increment(t, x)
		})
	}
	get, err := runtime.GetAttrS(t, m, "get")
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, runtime.Iterate(t, args[1], func(x runtime.Value) error {
		n, err := runtime.Call(t, get, x, runtime.Int(0))
		if err != nil {
			return err
		}
		if n, err = runtime.Binary(t, runtime.OpAdd, n, runtime.Int(1)); err != nil {
			return err
		}
		return runtime.SetItem(t, m, x, n)
	})
}
