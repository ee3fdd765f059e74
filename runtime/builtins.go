package runtime

// builtinRows are the builtin functions; it is filled before main and only
// read after.
var builtinRows []*Method

// DefineBuiltins declares builtin functions. Only from init functions.
func DefineBuiltins(rows []Method) {
	for i := range rows {
		builtinRows = append(builtinRows, &rows[i])
	}
}

// NewNative makes a function object of a module.
func NewNative(def *Method, module string) *Native {
	n := &Native{Def: def, Module: module}
	n.typ = &nativeType
	return n
}
