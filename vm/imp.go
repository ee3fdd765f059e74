package vm

import (
	"encoding/binary"
	"math/bits"

	"github.com/minipy/minipy/runtime"
)

// impModule is _imp, what importlib's Python half needs of the machine.
var impModule *runtime.ModuleSpec

func init() {
	impModule = &runtime.ModuleSpec{Name: "_imp", Doc: "What importlib needs of the interpreter.",
		Methods: []runtime.Method{
			{Name: "is_builtin", Sig: "name, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				s, ok := runtime.AsStr(a[0])
				return runtime.Bool(ok && machineOf(t).builtinSpec(s.String()) != nil), nil
			}},
			{Name: "is_frozen", Sig: "name, /", Fn: falseFn},
			{Name: "is_frozen_package", Sig: "name, /", Fn: falseFn},
			{Name: "lock_held", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				return runtime.Bool(globalImportLock(t).count > 0), nil
			}},
			{Name: "acquire_lock", Fn: impAcquire, Waits: true},
			{Name: "release_lock", Fn: impRelease},
			{Name: "extension_suffixes", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				return runtime.NewList(nil).Value(), nil
			}},
			{Name: "create_builtin", Sig: "spec, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				return importerCreate(t, []runtime.Value{finder, a[0]})
			}},
			{Name: "exec_builtin", Sig: "mod, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				return runtime.Int(0), nil
			}},
			{Name: "source_hash", Sig: "key, source", Fn: impSourceHash},
			{Name: "_override_frozen_modules_for_tests", Sig: "override, /", Fn: noneFn},
			{Name: "_override_multi_interp_extensions_check", Sig: "override, /", Fn: noneFn},
		},
		Types:  nil,
		Consts: nil,
		Init: func(t *runtime.Thread, mod *runtime.Module) error {
			mod.Dict.Store("check_hash_based_pycs", runtime.NewStr("default"))
			mod.Dict.Store("ModuleSpec", specType.Value())
			mod.Dict.Store("SourceFileLoader", loaderType.Value())
			mod.Dict.Store("path_finder", finder)
			return nil
		},
	}
}

func falseFn(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.False, nil }

func impSourceHash(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	key, _, ok := runtime.IntOf(a[0])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", a[0].Type().Name)
	}
	b, err := runtime.GetBuffer(t, a[1])
	if err != nil {
		return runtime.Value{}, err
	}
	defer b.Release()
	return runtime.NewBytes(binary.LittleEndian.AppendUint64(nil, sipHash13(uint64(key), b.Bytes))), nil
}

// sipHash13 is SipHash with one round a word and three at the end, its second
// key 0 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).
func sipHash13(key uint64, src []byte) uint64 {
	v0, v1, v2, v3 := key^0x736f6d6570736575, uint64(0x646f72616e646f6d), key^0x6c7967656e657261, uint64(0x7465646279746573)
	round := func() {
		v0 += v1
		v2 += v3
		v1 = bits.RotateLeft64(v1, 13) ^ v0
		v3 = bits.RotateLeft64(v3, 16) ^ v2
		v0 = bits.RotateLeft64(v0, 32)
		v2 += v1
		v0 += v3
		v1 = bits.RotateLeft64(v1, 17) ^ v2
		v3 = bits.RotateLeft64(v3, 21) ^ v0
		v2 = bits.RotateLeft64(v2, 32)
	}
	word := func(w uint64) {
		v3 ^= w
		round()
		v0 ^= w
	}
	last := uint64(len(src)) << 56
	for ; len(src) >= 8; src = src[8:] {
		word(binary.LittleEndian.Uint64(src))
	}
	for i, c := range src {
		last |= uint64(c) << (8 * i)
	}
	word(last)
	v2 ^= 0xff
	round()
	round()
	round()
	return v0 ^ v1 ^ v2 ^ v3
}
