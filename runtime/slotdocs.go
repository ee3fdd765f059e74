package runtime

import "strings"

// slotDocs are the signatures, without self, and docstrings of the slot
// wrappers that no operator has.
var slotDocs = map[string][2]string{
	"__repr__": {"", "Return repr(self)."}, "__str__": {"", "Return str(self)."}, "__hash__": {"", "Return hash(self)."},
	"__len__": {"", "Return len(self)."}, "__iter__": {"", "Implement iter(self)."}, "__next__": {"", "Implement next(self)."},
	"__bool__": {"", "True if self else False"}, "__int__": {"", "int(self)"}, "__float__": {"", "float(self)"},
	"__index__":        {"", "Return self converted to an integer, if self is suitable for use as an index into a list."},
	"__call__":         {"*args, **kwargs", "Call self as a function."},
	"__init__":         {"*args, **kwargs", "Initialize self.  See help(type(self)) for accurate signature."},
	"__contains__":     {"key, /", "Return key in self."},
	"__getitem__":      {"key, /", "Return self[key]."},
	"__setitem__":      {"key, value, /", "Set self[key] to value."},
	"__delitem__":      {"key, /", "Delete self[key]."},
	"__getattribute__": {"name, /", "Return getattr(self, name)."},
	"__setattr__":      {"name, value, /", "Implement setattr(self, name, value)."},
	"__delattr__":      {"name, /", "Implement delattr(self, name)."},
	"__get__":          {"instance, owner=None, /", "Return an attribute of instance, which is of type owner."},
	"__set__":          {"instance, value, /", "Set an attribute of instance to value."},
	"__delete__":       {"instance, /", "Delete an attribute of instance."},
	"__await__":        {"", "Return an iterator to be used in await expression."},
	"__aiter__":        {"", "Return an awaitable, that resolves in asynchronous iterator."},
	"__anext__":        {"", "Return a value or raise StopAsyncIteration."},
	"__neg__":          {"", "-self"}, "__pos__": {"", "+self"}, "__invert__": {"", "~self"}, "__abs__": {"", "abs(self)"},
}

// describe gives what help() shows of a slot wrapper.
func (d *slotDef) describe() (sig, doc string) {
	name := d.method.Name
	if s, ok := slotDocs[name]; ok {
		return s[0], s[1]
	}
	for _, c := range cmpNames {
		if name == "__"+c.name+"__" {
			return "value, /", "Return self" + c.sym + "value."
		}
	}
	if d.isBin == 0 {
		return d.method.Sig, d.method.Doc
	}
	op := binNames[d.bin]
	switch {
	case op.name == "pow":
		return "value, mod=None, /", [...]string{1: "Return pow(self, value, mod).", 2: "Return pow(value, self, mod).", 3: "Return self**=value."}[d.isBin]
	case op.name == "divmod" && d.isBin == 2:
		return "value, /", "Return divmod(value, self)."
	case op.name == "divmod":
		return "value, /", "Return divmod(self, value)."
	case d.isBin == 2:
		return "value, /", "Return value" + op.sym + "self."
	case d.isBin == 3 && (op.name == "add" || op.name == "mul"):
		return "value, /", "Implement self" + op.sym + "=value."
	case d.isBin == 3:
		return "value, /", "Return self" + op.sym + "=value."
	}
	return "value, /", "Return self" + op.sym + "value."
}

// described gives a native's signature and docstring, in which all __init__ are alike.
func (n *Native) described() (sig, doc string) {
	switch {
	case n.slot != nil:
		return n.slot.describe()
	case n.Owner != nil && n.Def.Name == "__init__":
		s := slotDocs["__init__"]
		return s[0], s[1]
	case n.Owner != nil && n.Def.Name == "__new__" && n.Def.Doc == "":
		return n.Def.Sig, "Create and return a new object.  See help(type) for accurate signature."
	}
	return n.Def.Sig, n.Def.Doc
}

// textSignature is a native's __text_signature__: its parameters, self as the first.
func (n *Native) textSignature() string {
	sig, _ := n.described()
	switch {
	case !n.HasSelf() && n.slot == nil:
		return "(" + sig + ")"
	case sig == "":
		return "($self, /)"
	case strings.Contains(sig, "/"):
		return "($self, " + sig + ")"
	}
	return "($self, /, " + sig + ")"
}
