package runtime

// builtinRows are the builtin functions; it is filled before main and only
// read after.
var builtinRows []*Method

// DefineBuiltins declares builtin functions. Only from init functions.
func DefineBuiltins(rows []Method) {
	for i := range rows {
		StaticStr(rows[i].Name)
		builtinRows = append(builtinRows, &rows[i])
	}
}

// SharedStr makes a str that VMs may share: what a Str finds out about itself
// when it is asked is known beforehand.
func SharedStr(s string) Value {
	if p := staticStrs[s]; p != nil {
		return p.Value()
	}
	p := newStr(s)
	p.Hash()
	p.Len()
	return p.Value()
}

// SharedStrs makes a frozenset of texts that VMs may share.
func SharedStrs(texts []string) Value {
	s := NewFrozenset()
	for _, text := range texts {
		v := SharedStr(text)
		s.AddHash(nil, v, As[Str](v).Hash()) // no error: strs compare by themselves
	}
	frozensetHash(nil, s.Value())
	return s.Value()
}

// NewNative makes a function object of a module.
func NewNative(def *Method, module string) *Native {
	n := &Native{Def: def, Module: module}
	n.typ = &nativeType
	return n
}

// NewMethodDescr makes the object for a method of a class that is made at run
// time; owner may be set later, before anybody calls it.
func NewMethodDescr(def *Method, owner *Type) *Native {
	n := &Native{Def: def, Owner: owner}
	n.typ = &methDescType
	return n
}
