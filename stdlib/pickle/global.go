package pickle

import (
	"encoding/binary"
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// saveGlobal writes a class, a function or another object that is found again
// by its name (unset: its __qualname__) in its module.
func (s *saver) saveGlobal(v, name value) (bool, error) {
	name, err := s.globalName(v, name)
	if err != nil {
		return false, err
	}
	text := rt.As[rt.Str](name).String()
	path := strings.Split(text, ".")
	for _, part := range path {
		if part == "<locals>" {
			shown, err := rt.ReprStr(s.t, name)
			if err != nil {
				return false, err
			}
			return false, rt.AttributeErrorf("Can't pickle local object %s", shown)
		}
	}
	modName, err := s.moduleOf(v, path)
	if err != nil {
		return false, err
	}
	mod, err := importModule(s.t, modName)
	if err != nil {
		if _, isExc := err.(*rt.Exception); !isExc {
			return false, err
		}
		return false, s.fail("Can't pickle %v: import of module %v failed", v, modName)
	}
	found, parent, err := deepAttr(s.t, mod, path)
	if err != nil {
		return false, err
	}
	modText, err := rt.StrStr(s.t, modName)
	if err != nil {
		return false, err
	}
	if found.IsUnset() {
		return false, s.fail("Can't pickle %v: attribute lookup %v on %v failed", v, text, modText)
	}
	if !rt.Is(found, v) {
		return false, s.fail("Can't pickle %v: it's not the same object as %v.%v", v, modText, text)
	}
	if s.p.proto >= 2 {
		if done, err := s.saveExtension(v, modName, name); done || err != nil {
			return false, err
		}
	}
	last := name
	if len(path) > 1 {
		last = rt.NewStr(path[len(path)-1])
	}
	direct := rt.Is(parent, mod)
	if direct {
		name = last
	}
	if s.p.proto >= 4 {
		return s.saveAll([]value{modName, name}, opStackGlobal, v, 0)
	}
	if !direct {
		getattr, err := rt.BuiltinByName(s.t, "getattr")
		if err != nil {
			return false, err
		}
		// as CPython: what makes it is memoized as the object itself
		red := &reduction{items: []value{getattr, rt.TupleOf(parent, last)}, code: opReduce}
		s.push(task{kind: reduceTask, enter: 0, obj: v, red: red})
		return true, nil
	}
	return false, s.saveGlobalLines(v, modName, name)
}

// globalName is the name under which v is looked up.
func (s *saver) globalName(v, name value) (value, error) {
	if !name.IsUnset() {
		return name, nil
	}
	if typ, ok := rt.AsType(v); ok && typ.IsHeap() {
		// CPython has one str object for the name, and so may we
		return s.t.VM.Intern(typ.Qualname).Value(), nil
	}
	name, ok, err := rt.LookupAttr(s.t, v, names.qualname)
	if err != nil {
		return name, err
	}
	if !ok {
		if name, err = rt.GetAttr(s.t, v, names.name); err != nil {
			return name, err
		}
	}
	if _, isStr := rt.AsStr(name); !isStr {
		return name, rt.TypeErrorf("must be str, not %s", name.Type().Name)
	}
	return name, nil
}

// moduleOf is v's __module__, or the name of a module in which v is found.
func (s *saver) moduleOf(v value, path []string) (value, error) {
	if typ, ok := rt.AsType(v); ok && !typ.IsHeap() {
		if typ == rt.ExceptionGroup {
			return rt.NewStr(typ.Module), nil
		}
		return s.t.VM.Intern(typ.Module).Value(), nil
	}
	m, ok, err := rt.LookupAttr(s.t, v, names.module)
	if err != nil {
		return m, err
	}
	if ok && !m.IsNone() {
		return s.oneName(v, m), nil
	}
	mods := s.t.VM.Modules
	for i, name, mod, ok := mods.Next(0); ok; i, name, mod, ok = mods.Next(i) {
		if str, isStr := rt.AsStr(name); mod.IsNone() || isStr && str.String() == "__main__" {
			continue
		}
		found, _, err := deepAttr(s.t, mod, path)
		if err != nil {
			return m, err
		}
		if !found.IsUnset() && rt.Is(found, v) {
			return s.oneName(value{}, name), nil
		}
	}
	return names.main.Value(), nil
}

// oneName gives the str object that CPython has as v's __module__ all over a
// module: the interned name, or for functions of ours the name of the module
// object, and __main__'s own. It decides whether the name is memoized or
// written again.
func (s *saver) oneName(v, m value) value {
	str, ok := rt.AsStr(m)
	if !ok || m.Type() != rt.StrType {
		return m
	}
	if (v.IsUnset() || v.Type() != rt.NativeType) && str.String() != "__main__" {
		return s.t.VM.InternStr(str).Value()
	}
	name, ok := s.st.modNames[str.String()]
	if !ok {
		name = m
		s.st.modNames[str.String()] = m
	}
	return name
}

// deepAttr follows a dotted path; found is unset where it ends early.
func deepAttr(t *thread, obj value, path []string) (found, parent value, err error) {
	for _, part := range path {
		parent = obj
		next, ok, err := rt.LookupAttr(t, obj, t.VM.Intern(part))
		if err != nil || !ok {
			return value{}, parent, err
		}
		obj = next
	}
	return obj, parent, nil
}

// fromList makes an import give the module itself, not its package.
var fromList = rt.TupleOf(rt.StaticStr("__doc__").Value())

// importModule gives the module of that name.
func importModule(t *thread, name value) (value, error) {
	str, ok := rt.AsStr(name)
	if !ok {
		return value{}, rt.TypeErrorf("module name must be a string")
	}
	// also what is in sys.modules is imported: another thread may not be done with it
	if t.Host == nil {
		return value{}, rt.Errorf(rt.ImportError, "No module named '%s'", str.String())
	}
	if _, err := t.Host.Import(t, str.String(), value{}, value{}, fromList, 0); err != nil {
		return value{}, err
	}
	m, ok, err := t.VM.Modules.Get(t, name)
	if err == nil && !ok {
		err = rt.KeyErr(name)
	}
	return m, err
}

// saveExtension writes an object that copyreg.add_extension gave a number.
func (s *saver) saveExtension(v, mod, name value) (done bool, err error) {
	if s.st.extensions.Len() == 0 {
		return false, nil
	}
	code, ok, err := s.st.extensions.Get(s.t, rt.TupleOf(mod, name))
	if err != nil || !ok {
		return false, err
	}
	n, big, isInt := rt.IntOf(code)
	if !isInt {
		return true, s.fail("Can't pickle %v: extension code %v isn't an integer", v, code)
	}
	if big != nil || n <= 0 || n > 0x7fffffff {
		return true, s.fail("Can't pickle %v: extension code %d is out of range", v, n)
	}
	s.p.room()
	switch {
	case n <= 0xff:
		s.p.out = append(s.p.out, opExt1, byte(n))
	case n <= 0xffff:
		s.p.out = append(s.p.out, opExt2, byte(n), byte(n>>8))
	default:
		s.p.out = binary.LittleEndian.AppendUint32(append(s.p.out, opExt4), uint32(n))
	}
	return true, nil
}

// saveGlobalLines writes module and name as the two lines that protocols
// before 4 have: UTF-8 in protocol 3, ASCII and Python 2's names before.
func (s *saver) saveGlobalLines(v, modName, name value) error {
	p := s.p
	if p.proto < 3 && p.fixNames {
		var err error
		if modName, name, err = s.st.oldName(s.t, modName, name); err != nil {
			return err
		}
	}
	p.op(opGlobal)
	for i, x := range []value{modName, name} {
		str := rt.As[rt.Str](x)
		_, err := rt.EncodeText(s.t, str, "utf-8", "strict")
		if err != nil || p.proto < 3 && !str.IsASCII() {
			what := []string{"module", "global"}[i]
			return s.fail("can't pickle %v identifier '%v' using pickle protocol %d", what, str.String(), p.proto)
		}
		p.out = append(append(p.out, str.String()...), '\n')
	}
	return p.putMemo(v)
}
