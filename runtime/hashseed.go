package runtime

import (
	"math/bits"
	"os"
	"strconv"
	"strings"
)

// # Seeds of hashes
//
// The hashes of str and bytes depend on a seed, so that nobody can choose keys
// that collide. The process has one, random by default. A VM may have one of its own,
// so that what its programs see is the same in every process, whatever other VMs
// there are.
//
// A Str keeps its hash, VMs share Strs (names, what builtin types are called) and
// dicts (the namespaces of builtin types), and nothing is as hot as finding a
// name in a dict. So what a Str keeps is always the private hash, made with the
// process's seed. A dict shows nothing of the hashes in it: its order is that of
// insertion. In a VM with a seed, the visible hash is made anew each time:
//
//   - hash(x) of a str or bytes, and the hashes of what consists of them, are visible ones;
//   - sets, whose order shows them, have visible ones only;
//   - a dict has private ones for keys that are exactly str. Other keys have no
//     private hash; but most can never equal a str.
//   - Those that can (of a subclass of str, or of a class with its own __eq__ or
//     __hash__, which may be hash(self.name)) have the same visible hash as that
//     str. The first one that is put, or looked for, makes the dict an open one: all its hashes
//     are visible from then on. A namespace of a builtin type, which VMs
//     share, is never opened: the private hash is found by trying its keys.
//
// Whoever has a key's hash from elsewhere than KeyHash of the same dict must
// pass it through hashIn and hashOut.

// hashSeed is the process's seed; PYTHONHASHSEED fixes it.
var hashSeed = func() uint64 {
	if _, raw, ok := strings.Cut(os.Getenv(ChildEnv), ":"); ok {
		if v, err := strconv.ParseUint(raw, 16, 64); err == nil {
			return v // the parent's: its dicts come over as they are
		}
	}
	seed := os.Getenv("MINIPYHASHSEED")
	if seed == "" {
		seed = os.Getenv("PYTHONHASHSEED")
	}
	if v, err := strconv.ParseUint(seed, 10, 64); err == nil {
		return spreadSeed(v)
	}
	var b [8]byte
	if f, err := os.Open("/dev/urandom"); err == nil {
		f.Read(b[:])
		f.Close()
	}
	return le64(b[:]) ^ uint64(os.Getpid())<<32
}()

func le64(b []byte) uint64 {
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// spreadSeed makes a seed of a number as it is configured.
func spreadSeed(n uint64) uint64 { return n*0x9E3779B97F4A7C15 + 1 }

// hashText is the hash of text or bytes under a seed: eight bytes a step, folded
// by a 128-bit multiplication.
func hashText(seed uint64, s string) uint64 {
	if len(s) == 0 {
		return 0 // hash("") is 0 in CPython, whatever the seed
	}
	const k1, k2 = 0xA0761D6478BD642F, 0xE7037ED1A0B428DB
	h := seed ^ uint64(len(s))*k2
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		hi, lo := bits.Mul64(w^k1, h^k2)
		h = hi ^ lo
	}
	var w uint64
	for j := len(s) - 1; j >= i; j-- {
		w = w<<8 | uint64(s[j])
	}
	hi, lo := bits.Mul64(w^k1, h^k2)
	h = hi ^ lo
	hi, lo = bits.Mul64(h^k1, k2)
	h = hi ^ lo
	if h == 0 {
		return 1
	}
	return h
}

// hashLong is hashText of what may be long.
func hashLong(t *Thread, seed uint64, s string) (uint64, error) {
	if len(s) < asideWork {
		return hashText(seed, s), nil
	}
	return Aside(t, len(s)/4, func() uint64 { return hashText(seed, s) })
}

// hashStr is the visible hash of a str, which keeps the process's hash only: VMs
// share constants.
func hashStr(t *Thread, p *Str) (uint64, error) {
	if t.ownSeed() {
		return hashLong(t, t.VM.seed, p.s)
	}
	if p.hash == 0 && len(p.s) >= asideWork {
		h, err := hashLong(t, hashSeed, p.s)
		if err != nil {
			return 0, err
		}
		p.hash = h
	}
	return p.Hash(), nil
}

// SetHashSeed gives a fresh VM a seed of its own, the one that a process has
// with PYTHONHASHSEED=n.
func (vm *VM) SetHashSeed(n uint64) { vm.seed = max(spreadSeed(n), 1) }

// HashSeed is the seed of the hashes that programs see.
func (vm *VM) HashSeed() uint64 {
	if vm.seed != 0 {
		return vm.seed
	}
	return hashSeed
}

// hashText is the visible hash of text that keeps none.
func (t *Thread) hashText(s string) int64 { return int64(hashText(t.VM.HashSeed(), s)) }

// ownSeed says that visible and private hashes differ. There may be no thread
// where the process makes what VMs share.
func (t *Thread) ownSeed() bool { return t != nil && t.VM.seed != 0 }

// open says that str keys lie in d under their visible hashes.
func (d *Dict) open() bool { return d.ext != nil && d.ext.seed != 0 }

// strHash is the hash under which a str key lies in d.
func (d *Dict) strHash(key *Str) uint64 {
	if h := key.hash; h != 0 && d.ext == nil {
		return h // this much is inlined: 2% of sort_keys
	}
	return d.makeStrHash(key)
}

func (d *Dict) makeStrHash(key *Str) uint64 {
	if d.open() {
		return hashText(d.ext.seed, key.s)
	}
	return key.Hash()
}

// KeyHash is the hash under which key lies in d. It may call __hash__.
func (d *Dict) KeyHash(t *Thread, key Value) (uint64, error) {
	if key.Type() == &strType {
		return d.strHash(As[Str](key)), nil
	}
	h, err := HashValue(t, key)
	if err == nil && t.ownSeed() {
		h = d.hashIn(t, key, h)
	}
	return h, err
}

// HashAfter is KeyHash(key), which was h, after Python code has run that may have
// opened d.
func (d *Dict) HashAfter(key Value, h uint64) uint64 {
	if d.open() && key.Type() == &strType {
		return d.strHash(As[Str](key))
	}
	return h
}

// hashIn is the hash under which key, whose visible hash is h, lies in d.
func (d *Dict) hashIn(t *Thread, key Value, h uint64) uint64 {
	switch {
	case !t.ownSeed() || d.open():
		return h
	case key.Type() == &strType:
		return As[Str](key).Hash()
	case !mayEqualStr(key):
		return h
	case !d.common:
		d.openUp(t.VM.seed)
		return h
	}
	for i := range d.entries {
		if k, ok := Cast[Str](d.entries[i].key, &strType); ok && hashText(t.VM.seed, k.s) == h {
			return k.Hash()
		}
	}
	return h
}

// hashOut is the visible hash of the key of e, an entry of d.
func (d *Dict) hashOut(t *Thread, e *dictEntry) uint64 {
	if t.ownSeed() && !d.open() && e.key.Type() == &strType {
		return hashText(t.VM.seed, As[Str](e.key).s)
	}
	return e.hash
}

// hashFrom is the hash that the key of e, an entry of src, has in d.
func (d *Dict) hashFrom(t *Thread, src *Dict, e *dictEntry) uint64 {
	if t.ownSeed() && d != src {
		return d.hashIn(t, e.key, src.hashOut(t, e))
	}
	return e.hash
}

// mayEqualStr says that a key that is not exactly a str may equal one, with the same hash.
func mayEqualStr(key Value) bool {
	typ := key.Type()
	return typ.layout == &strType || typ.Flags&(FlagUserHash|FlagUserCompare) != 0
}

// openUp gives the str keys their visible hashes.
func (d *Dict) openUp(seed uint64) {
	d.own()
	if d.ext == nil {
		d.ext = &dictExt{}
	}
	d.ext.seed = seed
	d.rehashStrs()
}

// setSeed makes d, which is empty, be open as src is.
func (d *Dict) setSeed(src *Dict) {
	switch {
	case src.open():
		if d.ext == nil {
			d.ext = &dictExt{}
		}
		d.ext.seed = src.ext.seed
	case d.ext != nil:
		d.ext.seed = 0
	}
}

// rehashStrs gives the str keys the hashes that they should have in d.
func (d *Dict) rehashStrs() {
	for i := range d.entries {
		if e := &d.entries[i]; e.key.ref != nil && e.key.Type() == &strType {
			e.hash = d.strHash(As[Str](e.key))
		}
	}
	if d.index != nil {
		d.reindex(len(d.index))
	}
}
