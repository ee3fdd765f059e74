package runtime

import "unicode/utf8"

// A Str is a str: immutable text as UTF-8, lone surrogates as WTF-8.
//
// meta packs flags and the length in code points. Long text that is not ASCII
// has an index of byte offsets in ext, built when it is first indexed; text
// built by repeated + shares a growing buffer there (see Concat).
type Str struct {
	Object
	s    string
	hash uint64 // 0: not yet computed
	meta uint64
	ext  *strExt
}

type strExt struct {
	offsets []uint32 // byte offset of every 64th code point
	buf     *strBuf  // see Concat
}

const (
	strASCII    = 1 << 63
	strCounted  = 1 << 62
	strInterned = 1 << 61
	strLenMask  = 1<<48 - 1
)

// staticStrs are the names that the builtin types use, interned for all VMs.
// It is filled before main and only read after.
var staticStrs = make(map[string]*Str, staticStrHint)

// staticStrList has them in the order in which they were made, which is the
// same in every process of the program.
var staticStrList = make([]*Str, 0, staticStrHint)

// staticStrHint is about how many there are in the command.
const staticStrHint = 4096

func keepStaticStr(p *Str) {
	staticStrs[p.s] = p
	staticStrList = append(staticStrList, p)
}

// StaticStr interns s for all VMs. Only for package initialisation.
func StaticStr(s string) *Str {
	p := staticStrs[s]
	if p == nil {
		p = newStr(s)
		p.meta |= strInterned
		p.Hash()
		p.Len()
		keepStaticStr(p)
	}
	return p
}

func newStr(s string) *Str {
	p := &Str{s: s}
	p.typ = &strType
	return p
}

// NewStr makes a str of valid (W)UTF-8 text.
//
//go:noinline
func NewStr(s string) Value { return newStr(s).Value() }

// NewStrObj is NewStr as the object.
//
//go:noinline
func NewStrObj(s string) *Str { return newStr(s) }

// AsStr gives the text object behind v if v is a str or of a subclass.
func AsStr(v Value) (*Str, bool) { return Cast[Str](v, StrType) }

// String is the text.
func (p *Str) String() string { return p.s }

// IsASCII says that every code point is below 128, so that bytes are code points.
func (p *Str) IsASCII() bool {
	p.Len()
	return p.meta&strASCII != 0
}

// Interned says that p is its VM's one Str of that text.
func (p *Str) Interned() bool { return p.meta&strInterned != 0 }

// Len is the number of code points.
func (p *Str) Len() int {
	if p.meta&strCounted == 0 {
		n, ascii := countRunes(p.s)
		p.meta |= uint64(n) | strCounted
		if ascii {
			p.meta |= strASCII
		}
	}
	return int(p.meta & strLenMask)
}

// countRunes counts code points in WTF-8 text: the bytes that do not continue one.
func countRunes(s string) (n int, ascii bool) {
	i := asciiLen(s)
	if i == len(s) {
		return i, true
	}
	return i + countStarts(s[i:]), false
}

// asciiLen is how many bytes s begins with that are ASCII.
func asciiLen(s string) int {
	i := 0
	for ; i+8 <= len(s) && le64s(s[i:])&0x8080808080808080 == 0; i += 8 {
	}
	for ; i < len(s) && s[i] < utf8.RuneSelf; i++ {
	}
	return i
}

// counted makes Len and IsASCII of a long text known.
func (p *Str) counted(t *Thread) error {
	if p.meta&strCounted != 0 || len(p.s) < asideWork {
		return nil
	}
	text := p.s
	n, err := Aside(t, len(text)/4, func() int {
		n, _ := countRunes(text)
		return n
	})
	if err == nil {
		p.meta |= uint64(n) | strCounted
		if n == len(text) {
			p.meta |= strASCII
		}
	}
	return err
}

// Hash is the text's hash in this process, computed once; 0 for the empty text
// only. What hash() says may be another one: see hashseed.go.
func (p *Str) Hash() uint64 {
	if p.hash == 0 && p.s != "" { // '' is every VM's: nothing is stored there
		p.hash = hashText(hashSeed, p.s)
	}
	return p.hash
}

// A strBuf is a buffer that several Strs, each longer than the one before,
// share: only the longest may grow it in place.
type strBuf struct {
	b []byte
}

// StaticStrFind gives the interned name if the runtime knows it, or a fresh Str.
func StaticStrFind(s string) *Str { return strFor(s) }
