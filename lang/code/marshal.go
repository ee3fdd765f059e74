package code

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"math/big"
	"strconv"
	"sync"
	"unsafe"
)

// FormatVersion changes with the opcodes and the layout of Code; bytes of another version are refused. The table of
// opcodes is part of it, see tableSum.
const FormatVersion = 3

const magic = "mpyc"

// ErrFormat says that bytes given to Unmarshal are no code of this version, or damaged.
var ErrFormat = errors.New("not minipy code of this version")

// tableSum is a checksum of the opcode table: code compiled against another table must not run.
var tableSum = sync.OnceValue(func() uint32 {
	var text []byte
	for i := range Table {
		text = append(strconv.AppendInt(text, int64(i), 10), ' ')
		text = append(append(text, Table[i].Name...), ' ')
		text = append(strconv.AppendInt(text, int64(Table[i].Form), 10), '\n')
	}
	return crc32.ChecksumIEEE(text)
})

// # The format
//
//	magic, FormatVersion, tableSum, checksum of the rest   4 bytes each, little endian
//	the distinct strings: how many, the length of each, their bytes
//	the bodies: how many, the length of each, their bytes
//
// Numbers are varints. A body is one Code without its nested code, of which it
// has the numbers; a code stands before what is nested in it. So a body can be
// read without the others: see Source.

// Marshal writes co and its nested code as bytes.
func Marshal(co *Code) []byte {
	w := writer{strings: map[string]uint64{}}
	w.code(co)
	return w.file()
}

// file puts head, strings and bodies together.
func (w *writer) file() []byte {
	size := len(w.text) + 10*(len(w.strings)+len(w.bodies)+2)
	for _, b := range w.bodies {
		size += len(b)
	}
	out := writer{buf: make([]byte, headLen, headLen+size)}
	out.uint(uint64(len(w.lengths)))
	for _, n := range w.lengths {
		out.uint(uint64(n))
	}
	out.buf = append(out.buf, w.text...)
	out.uint(uint64(len(w.bodies)))
	for _, b := range w.bodies {
		out.uint(uint64(len(b)))
	}
	for _, b := range w.bodies {
		out.buf = append(out.buf, b...)
	}
	data := out.buf
	copy(data, magic)
	for i, n := range []uint32{FormatVersion, tableSum(), crc32.ChecksumIEEE(data[headLen:])} {
		binary.LittleEndian.PutUint32(data[len(magic)+4*i:], n)
	}
	return data
}

const headLen = len(magic) + 12

// Unmarshal reads what Marshal wrote. Whatever the bytes, it returns code that Verify accepts or an error.
func Unmarshal(data []byte) (*Code, error) {
	s, err := Open(data)
	if err != nil {
		return nil, err
	}
	co, err := s.whole(0, make([]bool, len(s.ends)))
	if err != nil {
		return nil, err
	}
	return co, Verify(co)
}

// whole reads body i and what is nested in it; nothing is nested in two.
func (s *Source) whole(i int, seen []bool) (*Code, error) {
	if seen[i] {
		return nil, ErrFormat
	}
	seen[i] = true
	co, children, err := s.read(i)
	for _, n := range children {
		var c *Code
		if c, err = s.whole(n, seen); err != nil {
			break
		}
		co.Children = append(co.Children, c)
	}
	return co, err
}

// A Source is what Marshal wrote, of which one body at a time is read, when it
// is first needed: most functions of a program are never called. It is
// immutable and may be shared by VMs. One that is made of Data alone is taken
// apart when it is first read from.
type Source struct {
	Data []byte // all of it; nobody may change it

	opened sync.Once
	err    error
	text   string // the bytes of the strings
	cut    []byte // how long they are
	n      int    // how many
	once   sync.Once
	strs   []string // made of these with the first body that is read
	code   string   // the bodies
	ends   []int    // where each body ends in code
}

// Open gives the source with the bytes data, which it keeps. It checks that
// they are what Marshal wrote, but not yet the bodies.
func Open(data []byte) (*Source, error) {
	s := &Source{Data: data}
	return s, s.open()
}

// open takes s apart, once.
func (s *Source) open() error {
	s.opened.Do(func() { s.err = s.parse() })
	return s.err
}

func (s *Source) parse() error {
	data := s.Data
	if len(data) < headLen || string(data[:len(magic)]) != magic {
		return ErrFormat
	}
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(data[len(magic)+4*i:]) }
	if word(0) != FormatVersion || word(1) != tableSum() || word(2) != crc32.ChecksumIEEE(data[headLen:]) {
		return ErrFormat
	}
	r := reader{buf: data[headLen:]}
	s.cut, s.n = r.buf, r.count()
	s.cut = s.cut[len(s.cut)-len(r.buf):]
	total := uint64(0)
	for range s.n {
		total += min(r.uint(), uint64(len(data)))
	}
	s.text = r.text(total)
	s.ends = make([]int, r.count())
	total = 0
	for i := range s.ends {
		total += min(r.uint(), uint64(len(data)))
		s.ends[i] = int(total)
	}
	s.code = r.text(total)
	if r.bad || len(r.buf) != 0 || len(s.ends) == 0 {
		return ErrFormat
	}
	return nil
}

// strings are the distinct strings, by number.
func (s *Source) strings() []string {
	s.once.Do(func() {
		r, at := reader{buf: s.cut}, 0
		s.strs = make([]string, s.n)
		for i := range s.strs {
			n := int(r.uint())
			s.strs[i] = s.text[at : at+n]
			at += n
		}
	})
	return s.strs
}

// Body reads body i, the first of which is 0, without nested code: it gives the
// numbers of that.
func (s *Source) Body(i int) (co *Code, children []int, err error) {
	if err := s.open(); err != nil || i < 0 || i >= len(s.ends) {
		return nil, nil, ErrFormat
	}
	co, children, err = s.read(i)
	if err != nil {
		return nil, nil, err
	}
	captures := make([][]int32, len(children))
	for k, n := range children {
		captures[k], _ = s.Head(n)
	}
	return co, children, verify(co, captures)
}

// Head gives the Captures of body i, which is there in s, which is open, and the numbers of its
// nested code.
func (s *Source) Head(i int) (captures []int32, children []int) {
	r := s.reader(i)
	return r.head()
}

// Len is how many bodies there are.
func (s *Source) Len() int { return len(s.ends) }

func (s *Source) reader(i int) reader {
	start := 0
	if i > 0 {
		start = s.ends[i-1]
	}
	b := s.code[start:s.ends[i]]
	return reader{buf: unsafe.Slice(unsafe.StringData(b), len(b))}
}

func (s *Source) read(i int) (co *Code, children []int, err error) {
	r := s.reader(i)
	r.strings = s.strings()
	co = &Code{}
	co.Captures, children = r.head()
	r.code(co)
	for _, n := range children {
		if n <= i || n >= len(s.ends) {
			r.fail()
		}
	}
	if r.bad || len(r.buf) != 0 {
		return nil, nil, ErrFormat
	}
	return co, children, nil
}

type writer struct {
	buf     []byte            // of the body that is written
	strings map[string]uint64 // number of each string written so far
	text    []byte            // their bytes
	lengths []int             // and lengths
	bodies  [][]byte
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

// string writes the number of a string.
func (w *writer) string(s string) {
	n, ok := w.strings[s]
	if !ok {
		n = uint64(len(w.strings))
		w.strings[s] = n
		w.text = append(w.text, s...)
		w.lengths = append(w.lengths, len(s))
	}
	w.uint(n)
}

func writeList[T any](w *writer, list []T, one func(T)) {
	w.uint(uint64(len(list)))
	for _, x := range list {
		one(x)
	}
}

// code writes the body of co and after it those of the nested code, and gives its number.
func (w *writer) code(co *Code) int {
	number := len(w.bodies)
	w.bodies = append(w.bodies, nil)
	children := make([]int, len(co.Children))
	for i, c := range co.Children {
		children[i] = w.code(c)
	}
	outer := w.buf
	w.buf = nil
	writeList(w, co.Captures, w.int32)
	writeList(w, children, func(n int) { w.uint(uint64(n)) })
	w.body(co)
	w.bodies[number], w.buf = w.buf, outer
	return number
}

func (w *writer) body(co *Code) {
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
	writeList(w, co.Sites, func(s Site) { w.int32(s.Name) })
	writeList(w, co.Consts, w.constant)
	w.uint(uint64(len(co.Insts)))
	for _, inst := range co.Insts { // as they are: hardly longer than as varints
		w.buf = binary.LittleEndian.AppendUint64(w.buf, inst)
	}
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

// reader takes a body apart; after the first thing that does not fit, bad is set and all reads are zero.
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
	if len(r.buf) > 0 && r.buf[0] < 0x80 {
		v := r.buf[0]
		r.buf = r.buf[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.buf)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.buf = r.buf[n:]
	return v
}

func (r *reader) int() int {
	n := r.uint()
	return int(n>>1) ^ -int(n&1)
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

// string is one of the distinct strings, by its number.
func (r *reader) string() string {
	n := r.uint()
	if n >= uint64(len(r.strings)) {
		r.fail()
		return ""
	}
	return r.strings[n]
}

// text is the next n bytes, which are not copied.
func (r *reader) text(n uint64) string {
	b := r.bytes(n)
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// count reads how many there are of something that takes at least a byte each.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.buf)) {
		r.fail()
		return 0
	}
	return int(n)
}

// readList reads a list; its length is bounded by the bytes left, of which each item takes at least one.
func readList[T any](r *reader, one func() T) []T {
	n := r.count()
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

func (r *reader) head() (captures []int32, children []int) {
	captures = readList(r, r.int32)
	return captures, readList(r, func() int { return int(r.uint()) })
}

// code reads what comes after the head of a body.
func (r *reader) code(co *Code) {
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
	co.Sites = readList(r, func() Site { return Site{r.int32()} })
	co.Consts = readList(r, func() Const { return r.constant(0) })
	co.Insts = make([]uint64, r.count())
	words := r.bytes(8 * uint64(len(co.Insts)))
	for i := range co.Insts {
		if words == nil {
			break
		}
		co.Insts[i] = binary.LittleEndian.Uint64(words[8*i:])
	}
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
