// Package random is the module _random: the Mersenne Twister MT19937.
package random

import (
	"encoding/binary"
	"math/big"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

const (
	stateLen = 624
	period   = 397
)

// A generator is a _random.Random: MT19937's state and the place in it.
type generator struct {
	runtime.Object
	mt    [stateLen]uint32
	index int
}

var randomType runtime.Type

func self(v value) *generator { return runtime.As[generator](v) }

// next is the generator's next 32 bits.
func (g *generator) next() uint32 {
	if g.index >= stateLen {
		g.twist()
	}
	y := g.mt[g.index]
	g.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// twist makes the next 624 words.
func (g *generator) twist() {
	mix := func(hi, lo uint32) uint32 {
		y := hi&0x80000000 | lo&0x7fffffff
		return y>>1 ^ (-(y & 1) & 0x9908b0df)
	}
	mt := &g.mt
	for i := 0; i < stateLen-period; i++ {
		mt[i] = mt[i+period] ^ mix(mt[i], mt[i+1])
	}
	for i := stateLen - period; i < stateLen-1; i++ {
		mt[i] = mt[i+period-stateLen] ^ mix(mt[i], mt[i+1])
	}
	mt[stateLen-1] = mt[period-1] ^ mix(mt[stateLen-1], mt[0])
	g.index = 0
}

func (g *generator) seed32(s uint32) {
	g.mt[0] = s
	for i := uint32(1); i < stateLen; i++ {
		g.mt[i] = 1812433253*(g.mt[i-1]^g.mt[i-1]>>30) + i
	}
	g.index = stateLen
}

// seedKey starts from an array of words, as the reference code's init_by_array.
func (g *generator) seedKey(key []uint32) {
	g.seed32(19650218)
	mt := &g.mt
	i, j := 1, 0
	for range max(stateLen, len(key)) {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1664525) + key[j] + uint32(j)
		i++
		j++
		if i >= stateLen {
			mt[0] = mt[stateLen-1]
			i = 1
		}
		if j >= len(key) {
			j = 0
		}
	}
	for range stateLen - 1 {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1566083941) - uint32(i)
		i++
		if i >= stateLen {
			mt[0] = mt[stateLen-1]
			i = 1
		}
	}
	mt[0] = 0x80000000
}

// seed starts the generator from an int's absolute value, another object's
// hash, or, of None, the system's randomness.
func (g *generator) seed(t *thread, v value) error {
	if v.IsUnset() || v.IsNone() {
		var b [stateLen * 4]byte
		if err := osutil.Random(t, b[:]); err != nil {
			return err
		}
		key := make([]uint32, stateLen)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		g.seedKey(key)
		return nil
	}
	b, ok := runtime.BigOf(v)
	if !ok {
		h, err := runtime.HashValue(t, v)
		if err != nil {
			return err
		}
		b = new(big.Int).SetUint64(h)
	}
	raw := new(big.Int).Abs(b).Bytes()
	key := make([]uint32, max(1, (len(raw)+3)/4))
	for i, c := range raw {
		p := len(raw) - 1 - i
		key[p/4] |= uint32(c) << (8 * (p % 4))
	}
	g.seedKey(key)
	return nil
}

func newRandom(t *thread, args []value) (value, error) {
	cls, _ := runtime.AsType(args[0])
	return runtime.Alloc[generator](cls).Value(), nil
}

func initRandom(t *thread, args []value) (value, error) {
	tup, _ := runtime.AsTuple(args[1])
	kw, _ := runtime.AsDict(args[2])
	if kw.Len() > 0 {
		return value{}, runtime.TypeErrorf("Random() takes no keyword arguments")
	}
	items := tup.Items()
	if len(items) > 1 {
		return value{}, runtime.TypeErrorf("Random() requires 0 or 1 argument")
	}
	arg := value{}
	if len(items) > 0 {
		arg = items[0]
	}
	return runtime.None, self(args[0]).seed(t, arg)
}

func seed(t *thread, args []value) (value, error) {
	return runtime.None, self(args[0]).seed(t, args[1])
}

func random(t *thread, args []value) (value, error) {
	g := self(args[0])
	a, b := g.next()>>5, g.next()>>6
	return runtime.Float((float64(a)*67108864 + float64(b)) / 9007199254740992), nil
}

func getrandbits(t *thread, args []value) (value, error) {
	g := self(args[0])
	k, err := runtime.AsInt64(t, args[1])
	if err != nil {
		return value{}, err
	}
	switch {
	case k < 0:
		return value{}, runtime.ValueErrorf("number of bits must be non-negative")
	case k == 0:
		return runtime.Int(0), nil
	case k <= 32:
		return runtime.Int(int64(g.next() >> (32 - k))), nil
	case k < 64:
		lo := uint64(g.next())
		return runtime.Int(int64(uint64(g.next()>>(64-k))<<32 | lo)), nil
	case k > 1<<31-1:
		return value{}, runtime.OverflowErrorf("signed integer is greater than maximum")
	}
	words := int((k-1)/32 + 1)
	if err := t.Room(2 * 4 * words); err != nil {
		return value{}, err
	}
	buf := make([]byte, 4*words)
	for i := range words {
		if err := t.Often(i); err != nil {
			return value{}, err
		}
		r := g.next()
		if k < 32 {
			r >>= 32 - k
		}
		k -= 32
		binary.BigEndian.PutUint32(buf[4*(words-1-i):], r)
	}
	b, err := runtime.Aside(t, len(buf), func() *big.Int { return new(big.Int).SetBytes(buf) })
	if err != nil {
		return value{}, err
	}
	return runtime.NewInt(b), nil
}

func getstate(t *thread, args []value) (value, error) {
	g := self(args[0])
	vals := make([]value, stateLen+1)
	for i, w := range g.mt {
		vals[i] = runtime.Int(int64(w))
	}
	vals[stateLen] = runtime.Int(int64(g.index))
	return runtime.NewTuple(vals), nil
}

func setstate(t *thread, args []value) (value, error) {
	g := self(args[0])
	tup, ok := runtime.AsTuple(args[1])
	if !ok {
		return value{}, runtime.TypeErrorf("state vector must be a tuple")
	}
	items := tup.Items()
	if len(items) != stateLen+1 {
		return value{}, runtime.ValueErrorf("state vector is the wrong size")
	}
	var mt [stateLen]uint32
	for i := range mt {
		b, ok := runtime.BigOf(items[i])
		if !ok {
			return value{}, runtime.TypeErrorf("an integer is required")
		}
		if b.Sign() < 0 {
			return value{}, runtime.OverflowErrorf("can't convert negative value to unsigned int")
		}
		if !b.IsUint64() {
			return value{}, runtime.OverflowErrorf("Python int too large to convert to C unsigned long")
		}
		mt[i] = uint32(b.Uint64())
	}
	index, err := runtime.AsInt64(t, items[stateLen])
	if err != nil {
		return value{}, err
	}
	if index < 0 || index > stateLen {
		return value{}, runtime.ValueErrorf("invalid state")
	}
	g.mt, g.index = mt, int(index)
	return runtime.None, nil
}

func init() {
	runtime.Define(&randomType, runtime.TypeSpec{
		Name: "_random.Random", Doc: "Random() -> create a random number generator with its own internal state.",
		Size: runtime.SizeOf[generator](), Flags: runtime.FlagBase,
		New:  runtime.Method{Sig: "*args, **kwargs", Fn: newRandom},
		Init: runtime.Method{Sig: "*args, **kwargs", Fn: initRandom},
		Methods: []runtime.Method{
			{Name: "random", Fn: random, Doc: "random() -> x in the interval [0, 1)."},
			{Name: "seed", Sig: "n=None, /", Fn: seed, Doc: "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier."},
			{Name: "getstate", Fn: getstate, Doc: "getstate() -> tuple containing the current state."},
			{Name: "setstate", Sig: "state, /", Fn: setstate, Doc: "setstate(state) -> None.  Restores generator state."},
			{Name: "getrandbits", Sig: "k, /", Fn: getrandbits, Doc: "getrandbits(k) -> x.  Generates an int with k random bits."},
		},
	})
}

// Module is the module's table.
var Module = &runtime.ModuleSpec{
	Name:  "_random",
	Doc:   "Module implements the Mersenne Twister random number generator.",
	Types: []*runtime.Type{&randomType},
	Methods: []runtime.Method{
		{Name: "urandom", Sig: "size, /", Fn: osutil.Urandom, Doc: "Return a bytes object containing random bytes suitable for cryptographic use."},
	},
}
