package runtime

import "unsafe"

// A StrSlab makes many strs in few allocations: the words of a text, the lines
// of a file. The slabs are short, so that one surviving str keeps little else
// alive. The zero StrSlab is ready for use.
type StrSlab struct {
	free  []Str
	next  int
	ascii bool // of all the pieces
}

// SetASCII says whether the text to come is known to be all ASCII.
func (sl *StrSlab) SetASCII(on bool) { sl.ascii = on }

// expect says that n strs are to come.
func (sl *StrSlab) expect(n int) { sl.next = (min(n, 16) + 1) / 2 }

// Make makes a str of s, which it does not copy.
func (sl *StrSlab) Make(s string) Value {
	if len(s) <= 1 {
		if len(s) == 0 {
			return emptyStr
		}
		return latin1[s[0]].Value()
	}
	if len(sl.free) == 0 {
		sl.next = min(max(sl.next*2, 2), 16) // the first of what expect said
		sl.free = make([]Str, sl.next)
	}
	p := &sl.free[0]
	sl.free = sl.free[1:]
	p.typ = &strType
	p.s = s
	if sl.ascii {
		p.meta = uint64(len(s)) | strCounted | strASCII
	}
	return p.Value()
}

// MakeBytes is Make of the text in b, which nobody writes any more.
func (sl *StrSlab) MakeBytes(b []byte) Value {
	return sl.Make(unsafe.String(unsafe.SliceData(b), len(b)))
}

// NewStrASCII makes a str of text that is known to be all ASCII.
func NewStrASCII(s string) Value {
	p := newStr(s)
	p.meta = uint64(len(s)) | strCounted | strASCII
	return p.Value()
}
