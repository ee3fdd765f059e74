package code

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"math/big"
	"sync"
)

// FormatVersion changes with the opcodes and the layout of Code; bytes of another version are refused. The table of
// opcodes is part of it, see tableSum.
const FormatVersion = 2

const magic = "mpyc"

// ErrFormat says that bytes given to Unmarshal are no code of this version, or damaged.
var ErrFormat = errors.New("not minipy code of this version")

// tableSum is a checksum of the opcode table: code compiled against another table must not run.
var tableSum = sync.OnceValue(func() uint32 {
	h := crc32.NewIEEE()
	for i := range Table {
		fmt.Fprintf(h, "%d %s %d\n", i, Table[i].Name, Table[i].Form)
	}
	return h.Sum32()
})

// Marshal writes co and its nested code as bytes: a header with version and checksum, then the fields as varints,
// with each distinct string once.
func Marshal(co *Code) []byte {
	w := writer{strings: map[string]uint64{}}
	w.code(co)
	var head writer
	head.buf = append(head.buf, magic...)
	head.buf = binary.LittleEndian.AppendUint32(head.buf, FormatVersion)
	head.buf = binary.LittleEndian.AppendUint32(head.buf, tableSum())
	head.buf = binary.LittleEndian.AppendUint32(head.buf, crc32.ChecksumIEEE(w.buf))
	return append(head.buf, w.buf...)
}

const headLen = len(magic) + 12

// Unmarshal reads what Marshal wrote. Whatever the bytes, it returns code that Verify accepts or an error.
func Unmarshal(data []byte) (*Code, error) {
	if len(data) < headLen || string(data[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(data[len(magic)+4*i:]) }
	if word(0) != FormatVersion || word(1) != tableSum() || word(2) != crc32.ChecksumIEEE(data[headLen:]) {
		return nil, ErrFormat
	}
	r := reader{buf: data[headLen:]}
	co := r.code(0)
	if r.bad || len(r.buf) != 0 {
		return nil, ErrFormat
	}
	if err := Verify(co); err != nil {
		return nil, ErrFormat
	}
	return co, nil
}

type writer struct {
	buf     []byte
	strings map[string]uint64 // number of each string written so far
}

func (w *writer) uint(n uint64) { w.buf = binary.AppendUvarint(w.buf, n) }
func (w *writer) int(n int)     { w.buf = binary.AppendVarint(w.buf, int64(n)) }
func (w *writer) int32(n int32) { w.int(int(n)) }
func (w *writer) bool(b bool) {
	if b {
		w.buf = append(w.buf, 1)
	} else {
		w.buf = append(w.buf, 0)
	}
}

// string writes 0, length and bytes of a new string, or the number from 1 of a known one.
func (w *writer) string(s string) {
	if n, ok := w.strings[s]; ok {
		w.uint(n)
		return
	}
	w.strings[s] = uint64(len(w.strings) + 1)
	w.uint(0)
	w.uint(uint64(len(s)))
	w.buf = append(w.buf, s...)
}

func writeList[T any](w *writer, list []T, one func(T)) {
	w.uint(uint64(len(list)))
	for _, x := range list {
		one(x)
	}
}

func (w *writer) code(co *Code) {
	w.string(co.Name)
	w.string(co.Qualname)
	w.string(co.Filename)
	w.string(co.Doc)
	w.bool(co.HasDoc)
	for _, n := range co.numbers() {
		w.int(*n)
	}
	w.uint(uint64(co.Flags))
	for _, l := range co.stringLists() {
		writeList(w, *l, w.string)
	}
	writeList(w, co.CellRegs, w.int32)
	writeList(w, co.Captures, w.int32)
	writeList(w, co.Sites, func(s Site) { w.int32(s.Name) })
	writeList(w, co.Consts, w.constant)
	writeList(w, co.Insts, w.uint)
	var last Pos
	for _, p := range co.Positions { // one an instruction
		w.int32(p.Line - last.Line)
		w.int32(p.EndLine - p.Line)
		w.int32(p.Col - last.Col)
		w.int32(p.EndCol - p.Col)
		last = p
	}
	writeList(w, co.Handlers, func(h Handler) {
		w.int32(h.Start)
		w.int32(h.End)
		w.int32(h.Target)
		w.int32(h.Reg)
		w.bool(h.Cleanup)
	})
	writeList(w, co.InlinedComp, func(c CompRange) {
		w.int32(c.Start)
		w.int32(c.End)
		w.string(c.Name)
		w.int32(c.Line)
	})
	writeList(w, co.Marks, func(m Mark) {
		w.int32(m.PC)
		w.int32(m.Line)
	})
	writeList(w, co.Children, w.code)
}

// numbers and stringLists name the plain fields once for both directions.
func (co *Code) numbers() []*int {
	return []*int{&co.FirstLine, &co.ArgCount, &co.PosOnly, &co.KwOnly, &co.NumRegs, &co.FreeBase, &co.AttrHint}
}

func (co *Code) stringLists() []*[]string {
	return []*[]string{&co.VarNames, &co.CellVars, &co.FreeVars, &co.Names, &co.FarNames}
}

// Kinds of constants.
const (
	kNone = iota
	kFalse
	kTrue
	kInt
	kBig
	kFloat
	kComplex
	kString
	kBytes
	kTuple
	kFrozenSet
	kEllipsis
)

func (w *writer) constant(v Const) {
	kind := func(k byte) { w.buf = append(w.buf, k) }
	float := func(f float64) { w.buf = binary.LittleEndian.AppendUint64(w.buf, math.Float64bits(f)) }
	switch v := v.(type) {
	case nil:
		kind(kNone)
	case bool:
		if v {
			kind(kTrue)
		} else {
			kind(kFalse)
		}
	case int64:
		kind(kInt)
		w.int(int(v))
	case *big.Int:
		kind(kBig)
		w.bool(v.Sign() < 0)
		b := v.Bytes()
		w.uint(uint64(len(b)))
		w.buf = append(w.buf, b...)
	case float64:
		kind(kFloat)
		float(v)
	case complex128:
		kind(kComplex)
		float(real(v))
		float(imag(v))
	case string:
		kind(kString)
		w.string(v)
	case Bytes:
		kind(kBytes)
		w.string(string(v))
	case Tuple:
		kind(kTuple)
		writeList(w, v, w.constant)
	case FrozenSet:
		kind(kFrozenSet)
		writeList(w, v, w.constant)
	default:
		kind(kEllipsis)
	}
}

// reader takes the bytes apart; after the first thing that does not fit, bad is set and all reads are zero.
type reader struct {
	buf     []byte
	strings []string
	bad     bool
}

func (r *reader) fail() {
	r.bad = true
	r.buf = nil
}

func (r *reader) uint() uint64 {
	v, n := binary.Uvarint(r.buf)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.buf = r.buf[n:]
	return v
}

func (r *reader) int() int {
	v, n := binary.Varint(r.buf)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.buf = r.buf[n:]
	return int(v)
}

func (r *reader) int32() int32 {
	v := r.int()
	if v != int(int32(v)) {
		r.fail()
		return 0
	}
	return int32(v)
}

func (r *reader) bytes(n uint64) []byte {
	if n > uint64(len(r.buf)) {
		r.fail()
		return nil
	}
	b := r.buf[:n]
	r.buf = r.buf[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) bool() bool { return r.byte() == 1 }

func (r *reader) string() string {
	n := r.uint()
	if n > 0 {
		if n > uint64(len(r.strings)) {
			r.fail()
			return ""
		}
		return r.strings[n-1]
	}
	s := string(r.bytes(r.uint()))
	r.strings = append(r.strings, s)
	return s
}

// readList reads a list; its length is bounded by the bytes left, of which each item takes at least one.
func readList[T any](r *reader, one func() T) []T {
	n := r.uint()
	if n > uint64(len(r.buf)) {
		r.fail()
	}
	if r.bad || n == 0 {
		return nil
	}
	list := make([]T, 0, n)
	for ; n > 0 && !r.bad; n-- {
		list = append(list, one())
	}
	return list
}

const maxNesting = 3100

func (r *reader) code(depth int) *Code {
	co := &Code{}
	if depth > maxNesting {
		r.fail()
		return co
	}
	co.Name, co.Qualname, co.Filename, co.Doc = r.string(), r.string(), r.string(), r.string()
	co.HasDoc = r.bool()
	for _, n := range co.numbers() {
		*n = int(r.int32())
	}
	co.Flags = Flags(r.uint())
	for _, l := range co.stringLists() {
		*l = readList(r, r.string)
	}
	co.CellRegs = readList(r, r.int32)
	co.Captures = readList(r, r.int32)
	co.Sites = readList(r, func() Site { return Site{r.int32()} })
	co.Consts = readList(r, func() Const { return r.constant(depth) })
	co.Insts = readList(r, r.uint)
	co.Positions = make([]Pos, len(co.Insts))
	var last Pos
	for i := range co.Positions {
		p := &co.Positions[i]
		p.Line = last.Line + r.int32()
		p.EndLine = p.Line + r.int32()
		p.Col = last.Col + r.int32()
		p.EndCol = p.Col + r.int32()
		last = *p
	}
	co.Handlers = readList(r, func() Handler {
		return Handler{Start: r.int32(), End: r.int32(), Target: r.int32(), Reg: r.int32(), Cleanup: r.bool()}
	})
	co.InlinedComp = readList(r, func() CompRange {
		return CompRange{Start: r.int32(), End: r.int32(), Name: r.string(), Line: r.int32()}
	})
	co.Marks = readList(r, func() Mark { return Mark{PC: r.int32(), Line: r.int32()} })
	co.Children = readList(r, func() *Code { return r.code(depth + 1) })
	return co
}

func (r *reader) constant(depth int) Const {
	if depth > maxNesting {
		r.fail()
		return nil
	}
	float := func() float64 {
		if b := r.bytes(8); b != nil {
			return math.Float64frombits(binary.LittleEndian.Uint64(b))
		}
		return 0
	}
	item := func() Const { return r.constant(depth + 1) }
	switch r.byte() {
	case kNone:
		return nil
	case kFalse:
		return false
	case kTrue:
		return true
	case kInt:
		return int64(r.int())
	case kBig:
		neg := r.bool()
		z := new(big.Int).SetBytes(r.bytes(r.uint()))
		if neg {
			z.Neg(z)
		}
		return z
	case kFloat:
		return float()
	case kComplex:
		re := float()
		return complex(re, float())
	case kString:
		return r.string()
	case kBytes:
		return Bytes(r.string())
	case kTuple:
		return Tuple(readList(r, item))
	case kFrozenSet:
		return FrozenSet(readList(r, item))
	case kEllipsis:
		return Ellipsis{}
	}
	r.fail()
	return nil
}
