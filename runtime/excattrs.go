package runtime

import (
	"fmt"
	"strings"
)

// Exceptions as objects: constructor, attributes, str and repr. What some
// classes have beyond BaseException's is in Exception.Extra, by the index of
// its name in extraNames.

// extraNames are the own attributes of the classes that have some, by the
// class that introduces them.
func extraNames(t *Type) []string {
	for _, m := range t.MRO {
		switch m {
		case StopIteration:
			return []string{"value"}
		case SystemExit:
			return []string{"code"}
		case AttributeError:
			return []string{"name", "obj"}
		case NameError:
			return []string{"name"}
		case ImportError:
			return []string{"msg", "name", "path"}
		case OSError:
			return []string{"errno", "strerror", "filename", "filename2", "characters_written"}
		case SyntaxError:
			return []string{"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"}
		case UnicodeEncodeError, UnicodeDecodeError:
			return []string{"encoding", "object", "start", "end", "reason"}
		case UnicodeTranslateError:
			return []string{"object", "start", "end", "reason"}
		case BaseExceptionGroup:
			return []string{"message", "exceptions"}
		}
	}
	return nil
}

func extraCount(typ *Type) int { return len(extraNames(typ)) }

// fillExtra sets Extra from the constructor's arguments, as each class's __init__ does.
func fillExtra(e *Exception, args []Value) {
	n := len(args)
	t := e.typ
	switch {
	case t.IsSubtype(StopIteration):
		if n > 0 {
			e.Extra[0] = args[0]
		}
	case t.IsSubtype(SystemExit):
		if n == 1 {
			e.Extra[0] = args[0]
		} else if n > 1 {
			e.Extra[0] = NewTuple(args)
		}
	case t.IsSubtype(ImportError):
		if n == 1 {
			e.Extra[0] = args[0]
		}
	case t.IsSubtype(OSError):
		if n >= 2 && n <= 5 {
			e.Extra[0], e.Extra[1] = args[0], args[1]
			if n >= 3 && !args[2].IsNone() {
				if t.IsSubtype(BlockingIOError) && args[2].IsInt() {
					e.Extra[4] = args[2]
					return
				}
				e.Extra[2] = args[2]
			}
			if n == 5 && !args[4].IsNone() {
				e.Extra[3] = args[4]
			}
			if n >= 3 && !args[2].IsNone() {
				e.Args = NewTuple(args[:2])
			}
		}
	case t.IsSubtype(SyntaxError):
		if n > 0 {
			e.Extra[0] = args[0]
		}
		if n == 2 {
			if tup, ok := AsTuple(args[1]); ok {
				copy(e.Extra[1:7], tup.items)
			}
		}
	case t.IsSubtype(UnicodeEncodeError), t.IsSubtype(UnicodeDecodeError):
		copy(e.Extra, args[:min(n, 5)])
	case t.IsSubtype(UnicodeTranslateError):
		copy(e.Extra, args[:min(n, 4)])
	case t.IsSubtype(BaseExceptionGroup):
		copy(e.Extra, args[:min(n, 2)])
		if n >= 2 {
			if l, ok := AsList(args[1]); ok {
				e.Extra[1] = NewTuple(l.items)
			}
		}
	}
}

// errnoTypes maps errno to OSError's subclasses.
var errnoTypes = map[int64]*Type{
	11: BlockingIOError, 115: BlockingIOError, 114: BlockingIOError, 10: ChildProcessError, 32: BrokenPipeError, 108: BrokenPipeError,
	103: ConnectionAbortedError, 111: ConnectionRefusedError, 104: ConnectionResetError, 17: FileExistsError, 2: FileNotFoundError,
	4: InterruptedError, 21: IsADirectoryError, 20: NotADirectoryError, 1: PermissionError, 13: PermissionError, 3: ProcessLookupError, 110: TimeoutError,
}

func exceptionNew(t *Thread, a []Value, names []*Str) (Value, error) {
	cls, ok := AsType(a[0])
	if !ok || !cls.IsSubtype(BaseExceptionType) {
		return Value{}, TypeErrorf("BaseException.__new__(X): X is not a type object (%s)", a[0].Type().Name)
	}
	args := a[1 : len(a)-len(names)]
	if cls == OSError && len(args) >= 2 && len(args) <= 5 && args[0].IsInt() {
		if sub := errnoTypes[args[0].AsInt64()]; sub != nil {
			cls = sub
		}
	}
	if cls.IsSubtype(BaseExceptionGroup) {
		var err error
		if cls, err = checkGroup(t, cls, args); err != nil {
			return Value{}, err
		}
	}
	e := Alloc[Exception](cls)
	if cls.IsSubtype(OSError) {
		if osErrorUsesInit(cls) {
			args = nil
		} else if len(names) > 0 {
			return Value{}, TypeErrorf("%s() takes no keyword arguments", cls.Name)
		}
	}
	e.Args = NewTuple(args)
	if n := extraCount(cls); n > 0 {
		e.Extra = make([]Value, n)
		if cls.IsSubtype(OSError) || cls.IsSubtype(BaseExceptionGroup) {
			fillExtra(e, args)
		}
	}
	return e.Value(), nil
}

// osErrorUsesInit says that a class in Python has its own __init__ but OSError's
// __new__: then __init__ reads the arguments, else __new__ does and __init__
// ignores them.
func osErrorUsesInit(cls *Type) bool { return cls.Has(FlagUserInit) && !cls.Has(FlagUserNew) }

// checkGroup validates an exception group's arguments; a BaseExceptionGroup of
// Exceptions only becomes an ExceptionGroup.
func checkGroup(t *Thread, cls *Type, args []Value) (*Type, error) {
	if len(args) != 2 {
		return nil, TypeErrorf("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if _, ok := AsStr(args[0]); !ok {
		return nil, TypeErrorf("BaseExceptionGroup.__new__() argument 1 must be str, not %s", args[0].Type().Name)
	}
	if !args[1].Type().Has(FlagSequence) {
		return nil, TypeErrorf("second argument (exceptions) must be a sequence")
	}
	items, err := ToSlice(t, args[1])
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, ValueErrorf("second argument (exceptions) must be a non-empty sequence")
	}
	base := false
	for i, x := range items {
		e, ok := AsException(x)
		if !ok {
			return nil, ValueErrorf("Item %d of second argument (exceptions) is not an exception", i)
		}
		base = base || !e.typ.IsSubtype(ExceptionType)
	}
	switch {
	case cls == BaseExceptionGroup && !base:
		return ExceptionGroup, nil
	case cls == ExceptionGroup && base:
		return nil, TypeErrorf("Cannot nest BaseExceptions in an ExceptionGroup")
	case base && cls.IsSubtype(ExceptionType):
		return nil, TypeErrorf("Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	return cls, nil
}

// keywordExtras are the keyword arguments that a class's __init__ takes.
func keywordExtras(t *Type) []string {
	switch {
	case t.IsSubtype(AttributeError):
		return []string{"name", "obj"}
	case t.IsSubtype(NameError):
		return []string{"name"}
	case t.IsSubtype(ImportError):
		return []string{"name", "path"}
	}
	return nil
}

func exceptionInit(t *Thread, a []Value, names []*Str) (Value, error) {
	e, ok := AsException(a[0])
	if !ok {
		return Value{}, TypeErrorf("descriptor '__init__' requires a 'BaseException' object but received a '%s'", a[0].Type().Name)
	}
	args := a[1 : len(a)-len(names)]
	kw := a[len(a)-len(names):]
	allowed := keywordExtras(e.typ)
	all := extraNames(e.typ)
	if e.typ.IsSubtype(OSError) && !osErrorUsesInit(e.typ) {
		return None, nil
	}
	if e.Extra == nil && len(all) > 0 {
		e.Extra = make([]Value, len(all))
	} else if e.typ.IsSubtype(ImportError) {
		clear(e.Extra)
	}
	e.Args = NewTuple(args)
	if e.typ.IsSubtype(SyntaxError) && len(args) == 2 {
		tup, ok := AsTuple(args[1])
		if !ok {
			items, err := ToSlice(t, args[1])
			if err != nil {
				return Value{}, err
			}
			tup, _ = AsTuple(NewTuple(items))
		}
		if len(tup.items) < 4 || len(tup.items) > 6 {
			if len(tup.items) > 6 {
				return Value{}, TypeErrorf("function takes at most 6 arguments (%d given)", len(tup.items))
			}
			return Value{}, TypeErrorf("function takes at least 4 arguments (%d given)", len(tup.items))
		}
		if len(tup.items) == 5 {
			return Value{}, TypeErrorf("end_offset must be provided when end_lineno is provided")
		}
	}
	if err := checkUnicodeArgs(e.typ, args); err != nil {
		return Value{}, err
	}
	fillExtra(e, args)
	for i, n := range names {
		idx := -1
		for _, k := range allowed {
			if k == n.s {
				for j := range all {
					if all[j] == k {
						idx = j
					}
				}
			}
		}
		if idx < 0 {
			if len(allowed) == 0 {
				return Value{}, TypeErrorf("%s() takes no keyword arguments", e.typ.Name)
			}
			return Value{}, TypeErrorf("'%s' is an invalid keyword argument for %s()", n.s, e.typ.Name)
		}
		e.Extra[idx] = kw[i]
	}
	return None, nil
}

// checkUnicodeArgs validates the arguments of the three Unicode errors.
func checkUnicodeArgs(typ *Type, args []Value) error {
	kinds := ""
	switch {
	case typ.IsSubtype(UnicodeEncodeError):
		kinds = "ssiis"
	case typ.IsSubtype(UnicodeDecodeError):
		kinds = "sbiis"
	case typ.IsSubtype(UnicodeTranslateError):
		kinds = "siis"
	default:
		return nil
	}
	if len(args) != len(kinds) {
		return TypeErrorf("function takes exactly %d arguments (%d given)", len(kinds), len(args))
	}
	for i, v := range args {
		switch kinds[i] {
		case 's':
			if _, ok := AsStr(v); !ok {
				return TypeErrorf("argument %d must be str, not %s", i+1, typeNameOf(v))
			}
		case 'b':
			if _, ok := AsStr(v); ok {
				return TypeErrorf("a bytes-like object is required, not 'str'")
			}
		case 'i':
			if !v.IsInt() && !v.IsBool() {
				return TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().Name)
			}
		}
	}
	return nil
}

func (v Value) tupleItems() []Value {
	if t, ok := AsTuple(v); ok {
		return t.items
	}
	return nil
}

func exceptionRepr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	name := e.typ.Name[strings.LastIndexByte(e.typ.Name, '.')+1:]
	a := e.Args.tupleItems()
	if len(a) == 1 {
		r, err := ReprStr(t, a[0])
		return NewStr(name + "(" + r + ")"), err
	}
	r, err := ReprStr(t, e.Args)
	return NewStr(name + r), err
}

func exceptionStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	a := e.Args.tupleItems()
	switch {
	case e.typ.IsSubtype(KeyError) && len(a) == 1:
		return Repr(t, a[0])
	case e.typ.IsSubtype(OSError):
		if s, ok, err := osErrorStr(t, e); ok || err != nil {
			return s, err
		}
	case e.typ.IsSubtype(SyntaxError):
		return syntaxErrorStr(t, e)
	case e.typ.IsSubtype(ImportError):
		if m := e.Extra[0]; !m.IsUnset() && !m.IsNone() && m.Type() == &strType {
			return m, nil
		}
	case e.typ.IsSubtype(BaseExceptionGroup):
		n := len(e.Extra[1].tupleItems())
		m, err := StrStr(t, e.Extra[0])
		return NewStr(fmt.Sprintf("%s (%d sub-exception%s)", m, n, plural(n))), err
	case e.typ.IsSubtype(UnicodeError):
		if s, ok, err := unicodeErrorStr(t, e); ok || err != nil {
			return s, err
		}
	}
	switch len(a) {
	case 0:
		return NewStr(""), nil
	case 1:
		return ToStr(t, a[0])
	}
	return ToStr(t, e.Args)
}

func osErrorStr(t *Thread, e *Exception) (Value, bool, error) {
	x := e.Extra
	if x[0].IsUnset() || x[1].IsUnset() {
		return Value{}, false, nil
	}
	no, err := StrStr(t, x[0])
	if err != nil {
		return Value{}, true, err
	}
	msg, err := StrStr(t, x[1])
	if err != nil {
		return Value{}, true, err
	}
	s := fmt.Sprintf("[Errno %s] %s", no, msg)
	if !x[2].IsUnset() {
		f, err := ReprStr(t, x[2])
		if err != nil {
			return Value{}, true, err
		}
		s += ": " + f
		if !x[3].IsUnset() {
			f, err := ReprStr(t, x[3])
			if err != nil {
				return Value{}, true, err
			}
			s += " -> " + f
		}
	}
	return NewStr(s), true, nil
}

func syntaxErrorStr(t *Thread, e *Exception) (Value, error) {
	msg := "None"
	if !e.Extra[0].IsUnset() {
		var err error
		if msg, err = StrStr(t, e.Extra[0]); err != nil {
			return Value{}, err
		}
	}
	file, hasFile := AsStr(e.Extra[1])
	hasLine := e.Extra[2].IsInt()
	base := ""
	if hasFile {
		base = file.s[strings.LastIndexByte(file.s, '/')+1:]
	}
	switch {
	case hasFile && hasLine:
		msg = fmt.Sprintf("%s (%s, line %d)", msg, base, e.Extra[2].AsInt64())
	case hasFile:
		msg = fmt.Sprintf("%s (%s)", msg, base)
	case hasLine:
		msg = fmt.Sprintf("%s (line %d)", msg, e.Extra[2].AsInt64())
	}
	return NewStr(msg), nil
}

func unicodeErrorStr(t *Thread, e *Exception) (Value, bool, error) {
	x := e.Extra
	off := 1
	switch {
	case e.typ.IsSubtype(UnicodeTranslateError):
		off = 0
	case e.typ.IsSubtype(UnicodeEncodeError), e.typ.IsSubtype(UnicodeDecodeError):
	default:
		return Value{}, false, nil
	}
	if len(x) < off+4 || x[off].IsUnset() {
		return NewStr(""), true, nil
	}
	reason, err := StrStr(t, x[off+3])
	if err != nil {
		return Value{}, true, err
	}
	start, end := x[off+1].AsInt64(), x[off+2].AsInt64()
	enc := ""
	if off == 1 {
		if enc, err = StrStr(t, x[0]); err != nil {
			return Value{}, true, err
		}
	}
	n, err := Len(t, x[off])
	if err != nil {
		return Value{}, true, err
	}
	if start >= 0 && start < int64(n) && end == start+1 {
		item, err := GetItem(t, x[off], Int(start))
		if err != nil {
			return Value{}, true, err
		}
		if item.IsInt() {
			return NewStr(fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", enc, item.AsInt64(), start, reason)), true, nil
		}
		r, _ := DecodeRune(As[Str](item).s)
		form := "\\U%08x"
		if r <= 0xff {
			form = "\\x%02x"
		} else if r <= 0xffff {
			form = "\\u%04x"
		}
		if off == 0 {
			return NewStr(fmt.Sprintf("can't translate character '"+form+"' in position %d: %s", r, start, reason)), true, nil
		}
		return NewStr(fmt.Sprintf("'%s' codec can't encode character '"+form+"' in position %d: %s", enc, r, start, reason)), true, nil
	}
	switch {
	case off == 0:
		return NewStr(fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason)), true, nil
	case e.typ.IsSubtype(UnicodeDecodeError):
		return NewStr(fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason)), true, nil
	}
	return NewStr(fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", enc, start, end-1, reason)), true, nil
}

func exc(v Value) *Exception { return As[Exception](v) }

func excSetter(what string, set func(e *Exception, v Value)) func(t *Thread, v, val Value) error {
	return func(t *Thread, v, val Value) error {
		if val.IsUnset() {
			return TypeErrorf("%s may not be deleted", what)
		}
		if _, ok := AsException(val); !ok && !val.IsNone() {
			return TypeErrorf("exception %s must be None or derive from BaseException", strings.Trim(what, "_"))
		}
		if val.IsNone() {
			val = Value{}
		}
		set(exc(v), val)
		return nil
	}
}

func setTb(t *Thread, v, val Value) error {
	if val.IsUnset() {
		return TypeErrorf("__traceback__ may not be deleted")
	}
	if val.IsNone() {
		exc(v).Tb = nil
		return nil
	}
	tb, ok := Cast[Traceback](val, TracebackType)
	if !ok {
		return TypeErrorf("__traceback__ must be a traceback or None")
	}
	exc(v).Tb = tb
	return nil
}

// TbValue is the traceback as an object: None for none.
func TbValue(tb *Traceback) Value {
	if tb == nil {
		return None
	}
	return tb.Value()
}

func addNote(t *Thread, a []Value) (Value, error) {
	if _, ok := AsStr(a[1]); !ok {
		return Value{}, TypeErrorf("note must be a str, not '%s'", a[1].Type().Name)
	}
	name := t.VM.Intern("__notes__")
	notes, ok := instanceAttr(a[0], name)
	if !ok {
		notes = NewList(nil).Value()
		setInstanceAttr(t.VM, a[0], name, notes)
	}
	l, isList := AsList(notes)
	if !isList {
		return Value{}, TypeErrorf("Cannot add note: __notes__ is not a list")
	}
	l.Append(a[1])
	return None, nil
}

func exceptionReduce(t *Thread, a []Value) (Value, error) {
	e := exc(a[0])
	args := e.Args
	if e.typ.IsSubtype(OSError) && len(e.Extra) > 2 && !e.Extra[2].IsUnset() && len(args.tupleItems()) == 2 {
		items := args.tupleItems()
		args = TupleOf(items[0], items[1], e.Extra[2])
		if len(e.Extra) > 3 && !e.Extra[3].IsUnset() {
			args = TupleOf(items[0], items[1], e.Extra[2], None, e.Extra[3])
		}
	}
	d := NewDict()
	InstanceItems(a[0], func(n *Str, v Value) { d.SetStr(n, v) })
	if e.typ.IsSubtype(ImportError) {
		for i, n := range extraNames(e.typ) {
			if !e.Extra[i].IsUnset() && n != "msg" {
				d.Store(n, e.Extra[i])
			}
		}
	}
	if d.Len() > 0 {
		return TupleOf(e.typ.Value(), args, d.Value()), nil
	}
	return TupleOf(e.typ.Value(), args), nil
}

func exceptionSetState(t *Thread, a []Value) (Value, error) {
	d, ok := AsDict(a[1])
	if !ok {
		if a[1].IsNone() {
			return None, nil
		}
		return Value{}, TypeErrorf("state is not a dictionary")
	}
	for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {
		name, err := nameArg(k)
		if err != nil {
			return Value{}, err
		}
		if err := SetAttr(t, a[0], name, v); err != nil {
			return Value{}, err
		}
	}
	return None, nil
}

func defineBaseException() TypeSpec {
	return TypeSpec{Name: "BaseException", Size: SizeOf[Exception](), AttrOff: exceptionAttrs, Flags: FlagBase | FlagException,
		Doc: "Common base class for all exceptions",
		New: Method{Raw: exceptionNew}, Init: Method{Raw: exceptionInit},
		Slots: Slots{Repr: exceptionRepr, Str: exceptionStr},
		Methods: []Method{
			{Name: "with_traceback", Sig: "tb, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return a[0], setTb(t, a[0], a[1])
			}},
			{Name: "add_note", Sig: "note, /", Fn: addNote},
			{Name: "__reduce__", Fn: exceptionReduce},
			{Name: "__setstate__", Sig: "state, /", Fn: exceptionSetState},
		},
		GetSets: []GetSet{
			{Name: "args", Get: func(t *Thread, v Value) (Value, error) { return exc(v).Args, nil }, Set: func(t *Thread, v, val Value) error {
				if val.IsUnset() {
					return TypeErrorf("args may not be deleted")
				}
				items, err := ToSlice(t, val)
				if err == nil {
					exc(v).Args = NewTuple(items)
				}
				return err
			}},
			{Name: "__traceback__", Get: func(t *Thread, v Value) (Value, error) { return TbValue(exc(v).Tb), nil }, Set: setTb},
			{Name: "__cause__", Get: func(t *Thread, v Value) (Value, error) { return orNone(exc(v).Cause), nil },
				Set: excSetter("__cause__", func(e *Exception, v Value) { e.Cause, e.Suppress = v, true })},
			{Name: "__context__", Get: func(t *Thread, v Value) (Value, error) { return orNone(exc(v).Context), nil },
				Set: excSetter("__context__", func(e *Exception, v Value) { e.Context = v })},
			{Name: "__suppress_context__", Get: func(t *Thread, v Value) (Value, error) { return Bool(exc(v).Suppress), nil },
				Set: func(t *Thread, v, val Value) error {
					if val.IsUnset() {
						return TypeErrorf("can't delete numeric/char attribute")
					}
					if !val.IsBool() {
						return TypeErrorf("attribute value type must be bool")
					}
					exc(v).Suppress = val.IsTrue()
					return nil
				}},
			*dictGetSet,
		}}
}

// extraGetSets are the members that class t introduces.
func extraGetSets(t *Type, names []string) []GetSet {
	var out []GetSet
	for i, n := range names {
		i := i
		gs := GetSet{Name: n,
			Get: func(t *Thread, v Value) (Value, error) {
				e := exc(v)
				if n == "characters_written" && (i >= len(e.Extra) || e.Extra[i].IsUnset()) {
					return Value{}, AttributeErrorf("characters_written")
				}
				if i >= len(e.Extra) {
					return None, nil
				}
				return orNone(e.Extra[i]), nil
			},
			Set: func(t *Thread, v, val Value) error {
				e := exc(v)
				for len(e.Extra) <= i {
					e.Extra = append(e.Extra, Value{})
				}
				e.Extra[i] = val
				return nil
			}}
		if t == BaseExceptionGroup {
			gs.Set = ReadOnlyMember
		}
		out = append(out, gs)
	}
	return out
}

func defineException(t, base *Type, name, doc string) {
	if t == BaseExceptionType {
		Define(t, defineBaseException())
		return
	}
	t.MRO = []*Type{t}
	spec := TypeSpec{Name: name, Base: base, Doc: doc, Flags: FlagBase | FlagException}
	if names := extraNames(t); names != nil {
		spec.GetSets = extraGetSets(t, names)
	}
	if t == BaseExceptionGroup {
		spec.Methods = groupMethods()
	}
	Define(t, spec)
}

// defineExceptionGroup readies the one builtin class with two bases.
func defineExceptionGroup() {
	t := ExceptionGroup
	Define(t, TypeSpec{Name: "ExceptionGroup", Base: BaseExceptionGroup, Flags: FlagBase | FlagException})
	ready(t)
	ready(ExceptionType)
	t.Bases = []*Type{BaseExceptionGroup, ExceptionType}
	t.MRO = []*Type{t, BaseExceptionGroup, ExceptionType, BaseExceptionType, &objectType}
}
