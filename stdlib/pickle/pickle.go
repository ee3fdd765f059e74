// Package pickle is the module _pickle: objects as byte streams, protocols 0
// to 5, and back. The module pickle is pylib/pickle.py on top of it.
//
//	opcodes.go   the opcodes            memo.go       objects and their indexes
//	pickler.go   the class Pickler      write.go      opcodes, frames, the file
//	save.go      writing, an essay on doing it without recursion
//	containers.go, instance.go, reduce.go, global.go  what is written how
//	unpickler.go the class Unpickler    input.go      where bytes come from
//	load.go      the loop over opcodes  loadobj.go, loadtext.go  their effects
//	proxy.go     the memo attributes    buffer.go     PickleBuffer
//
// # Measured
//
// Against CPython 3.11.7's C pickler, in turns in one run on a busy 2-core
// machine, 15 kinds of data (lists of ints, floats, strs, dicts, instances,
// nested lists, sets, bytes, 20,000 calls with a small tuple...): writing is
// 1.3 to 1.7 times as fast in the geometric mean (lists of floats 0.9, of sets
// 1.0, instances 5), reading about 2 times (the same two strs again and again
// 0.7, small calls 0.7 to 1, nested lists above 5).
//
//   - Items that are numbers or short strs are written from the loop over
//     their container; containers up to 64 items get no task of their own as
//     long as none of their items needs one.
//   - Instances whose class leaves it to object are written without calling
//     __reduce_ex__, and read without making their __dict__.
//   - The functions use one pickler, unpickler and saver again and again.
//   - Short strs are made in slabs.
package pickle

import (
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
)

type (
	value  = rt.Value
	thread = rt.Thread
)

// Module is _pickle.
var Module = &rt.ModuleSpec{
	Name: "_pickle",
	Doc:  "Optimized Go implementation for the Python pickle module.",
	Types: []*rt.Type{&pickleError, &picklingError, &unpicklingError, &picklerType, &unpicklerType, &bufferType,
		&picklerMemoType, &unpicklerMemoType},
	Methods: []rt.Method{
		{Name: "dump", Sig: "obj, file, protocol=None, *, fix_imports=True, buffer_callback=None", Fn: dump,
			Doc: "Write a pickled representation of obj to the open file object file."},
		{Name: "dumps", Sig: "obj, protocol=None, *, fix_imports=True, buffer_callback=None", Fn: dumps,
			Doc: "Return the pickled representation of the object as a bytes object."},
		{Name: "load", Sig: "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=?", Fn: load,
			Doc: "Read and return an object from the pickle data stored in a file."},
		{Name: "loads", Sig: "data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=?", Fn: loads,
			Doc: "Read and return an object from the given pickle data."},
	},
	Init: func(t *thread, m *rt.Module) error {
		_, err := stateOf(t)
		return err
	},
}

var pickleError, picklingError, unpicklingError rt.Type

func init() {
	rt.Define(&pickleError, rt.TypeSpec{Name: "_pickle.PickleError", Base: rt.ExceptionType, Flags: rt.FlagBase | rt.FlagException})
	rt.Define(&picklingError, rt.TypeSpec{Name: "_pickle.PicklingError", Base: &pickleError, Flags: rt.FlagBase | rt.FlagException})
	rt.Define(&unpicklingError, rt.TypeSpec{Name: "_pickle.UnpicklingError", Base: &pickleError, Flags: rt.FlagBase | rt.FlagException})
}

// names are the attributes that are looked up.
var names = struct {
	write, read, readinto, readline, peek               *rt.Str
	reducerOverride, dispatchTable                      *rt.Str
	persistentID, persistentLoad, findClass             *rt.Str
	reduce, reduceEx, getState, setState, getInitArgs   *rt.Str
	getNewArgs, getNewArgsEx, name, qualname, module    *rt.Str
	class, new, dict, main, latin1, extend, add, append *rt.Str
}{
	write: rt.StaticStr("write"), read: rt.StaticStr("read"), readinto: rt.StaticStr("readinto"),
	readline: rt.StaticStr("readline"), peek: rt.StaticStr("peek"),
	reducerOverride: rt.StaticStr("reducer_override"), dispatchTable: rt.StaticStr("dispatch_table"),
	persistentID: rt.StaticStr("persistent_id"), persistentLoad: rt.StaticStr("persistent_load"), findClass: rt.StaticStr("find_class"),
	reduce: rt.StaticStr("__reduce__"), reduceEx: rt.StaticStr("__reduce_ex__"), getState: rt.StaticStr("__getstate__"),
	setState: rt.StaticStr("__setstate__"), getInitArgs: rt.StaticStr("__getinitargs__"),
	getNewArgs: rt.StaticStr("__getnewargs__"), getNewArgsEx: rt.StaticStr("__getnewargs_ex__"),
	name: rt.StaticStr("__name__"), qualname: rt.StaticStr("__qualname__"), module: rt.StaticStr("__module__"),
	class: rt.StaticStr("__class__"), new: rt.StaticStr("__new__"), dict: rt.StaticStr("__dict__"), main: rt.StaticStr("__main__"),
	latin1: rt.StaticStr("latin1"), extend: rt.StaticStr("extend"), add: rt.StaticStr("add"), append: rt.StaticStr("append"),
}

// A state is what the module keeps for a VM: the registries of copyreg, and
// scratch space that calls take and give back.
type state struct {
	dispatch   *rt.Dict // copyreg.dispatch_table
	extensions *rt.Dict // copyreg._extension_registry
	inverted   *rt.Dict // copyreg._inverted_registry
	cache      *rt.Dict // copyreg._extension_cache

	modNames map[string]value // see oneName

	// scratch space; nil while it is in use
	pickler   *pickler
	unpickler *unpickler
	saver     *saver
	stack     []value
}

// stateOf gives the VM's state, made at the first call.
func stateOf(t *thread) (*state, error) {
	if st, ok := t.VM.Ext["_pickle"].(*state); ok {
		return st, nil
	}
	st := &state{modNames: map[string]value{}}
	mod, err := importModule(t, rt.NewStr("copyreg"))
	if err != nil {
		return nil, err
	}
	for _, r := range []struct {
		name string
		into **rt.Dict
	}{{"dispatch_table", &st.dispatch}, {"_extension_registry", &st.extensions}, {"_inverted_registry", &st.inverted}, {"_extension_cache", &st.cache}} {
		v, err := rt.GetAttrS(t, mod, r.name)
		if err != nil {
			return nil, err
		}
		d, ok := rt.AsDict(v)
		if !ok {
			return nil, rt.RuntimeErrorf("copyreg.%s should be a dict, not %s", r.name, v.Type().Name)
		}
		*r.into = d
	}
	t.VM.Ext["_pickle"] = st
	return st, nil
}

// attrOf imports a module and gives an attribute of it.
func attrOf(t *thread, mod, name string) (value, error) {
	m, err := importModule(t, rt.NewStr(mod))
	if err != nil {
		return m, err
	}
	return rt.GetAttrS(t, m, name)
}

func (st *state) encode(t *thread) (value, error)  { return attrOf(t, "codecs", "encode") }
func (st *state) partial(t *thread) (value, error) { return attrOf(t, "functools", "partial") }

// renamed looks a name up in the tables of module _compat_pickle: pairs of
// module and name first, then modules.
func (st *state) renamed(t *thread, pairs, modules string, mod, name value) (value, value, error) {
	v, err := attrOf(t, "_compat_pickle", pairs)
	if err != nil {
		return mod, name, err
	}
	d, ok := rt.AsDict(v)
	if !ok {
		return mod, name, rt.RuntimeErrorf("_compat_pickle.%s should be a dict, not %s", pairs, v.Type().Name)
	}
	item, found, err := d.Get(t, rt.TupleOf(mod, name))
	if err != nil {
		return mod, name, err
	}
	if found {
		pair, ok := rt.AsTuple(item)
		if !ok || pair.Len() != 2 {
			return mod, name, rt.RuntimeErrorf("_compat_pickle.%s values should be 2-tuples, not %s", pairs, item.Type().Name)
		}
		a, b := pair.Items()[0], pair.Items()[1]
		_, aStr := rt.AsStr(a)
		_, bStr := rt.AsStr(b)
		if !aStr || !bStr {
			return mod, name, rt.RuntimeErrorf("_compat_pickle.%s values should be pairs of str, not (%s, %s)", pairs, a.Type().Name, b.Type().Name)
		}
		return a, b, nil
	}
	if v, err = attrOf(t, "_compat_pickle", modules); err != nil {
		return mod, name, err
	}
	if d, ok = rt.AsDict(v); !ok {
		return mod, name, rt.RuntimeErrorf("_compat_pickle.%s should be a dict, not %s", modules, v.Type().Name)
	}
	item, found, err = d.Get(t, mod)
	if err != nil || !found {
		return mod, name, err
	}
	if _, ok := rt.AsStr(item); !ok {
		return mod, name, rt.RuntimeErrorf("_compat_pickle.%s values should be strings, not %s", modules, item.Type().Name)
	}
	return item, name, nil
}

// oldName gives the name that Python 2 knows, newName the one it has now.
func (st *state) oldName(t *thread, mod, name value) (value, value, error) {
	return st.renamed(t, "REVERSE_NAME_MAPPING", "REVERSE_IMPORT_MAPPING", mod, name)
}

func (st *state) newName(t *thread, mod, name value) (value, value, error) {
	return st.renamed(t, "NAME_MAPPING", "IMPORT_MAPPING", mod, name)
}

const (
	keepOut  = 1 << 20 // larger scratch buffers are let go
	keepMemo = 1 << 8
)

// dumpTo writes obj with the arguments protocol, fix_imports and
// buffer_callback, to the file or, if that is unset, for done to take.
func dumpTo(t *thread, obj, file, proto, fix, callback value, done func(p *pickler)) error {
	st, err := stateOf(t)
	if err != nil {
		return err
	}
	p := st.takePickler()
	defer st.givePickler(p)
	fixImports, err := rt.IsTrue(t, fix)
	if err != nil {
		return err
	}
	if err := p.setProtocol(t, proto, fixImports); err != nil {
		return err
	}
	if !file.IsUnset() {
		if err := p.setFile(t, file); err != nil {
			return err
		}
	}
	if err := p.setCallback(callback); err != nil {
		return err
	}
	if err = p.dump(t, st, obj); err == nil && done == nil {
		err = p.flush(t)
	} else if err == nil {
		done(p)
	}
	return err
}

// The functions use one pickler again and again, as long as it is small;
// nobody else can get hold of it.

func (st *state) takePickler() *pickler {
	p := st.pickler
	if st.pickler = nil; p == nil {
		return newPickler()
	}
	return p
}

func (st *state) givePickler(p *pickler) {
	if cap(p.out) > keepOut {
		p.out = nil
	}
	if len(p.memo.entries) > keepMemo {
		p.memo = &memoTable{}
	}
	p.memo.clear()
	p.out, p.write, p.callback, p.persID, p.reducers, p.frame = p.out[:0], value{}, value{}, value{}, nil, -1
	p.nesting, p.fastSeen = 0, nil
	st.pickler = p
}

func dump(t *thread, a []value) (value, error) {
	return rt.None, dumpTo(t, a[0], a[1], a[2], a[3], a[4], nil)
}

// Dumps is the pickle of obj, a bytes object, in the default protocol. reducers are
// functions by type, asked before those of copyreg.
func Dumps(t *thread, obj value, reducers *rt.Dict) (value, error) {
	st, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	p := st.takePickler()
	defer st.givePickler(p)
	p.proto, p.bin, p.fixNames, p.reducers = defaultProtocol, true, false, reducers
	if err := p.dump(t, st, obj); err != nil {
		return value{}, err
	}
	return p.take(), nil
}

// take gives what has been written as a bytes object: the very memory, if there is
// much of it.
func (p *pickler) take() value {
	out := p.out
	if len(out) < frameTarget || cap(out) > len(out)+len(out)/2 {
		return rt.NewBytes(out)
	}
	p.out = nil
	return rt.NewBytesString(unsafe.String(&out[0], len(out)))
}

func dumps(t *thread, a []value) (r value, err error) {
	err = dumpTo(t, a[0], value{}, a[1], a[2], a[3], func(p *pickler) { r = p.take() })
	return r, err
}
