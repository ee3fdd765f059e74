package runtime

// A StrSlab makes the strs of a file's lines and the like, several in one
// allocation (see strSlab). The zero StrSlab is ready for use.
type StrSlab struct{ sl strSlab }

// SetASCII says whether the text to come is known to be all ASCII.
func (s *StrSlab) SetASCII(on bool) { s.sl.ascii = on }

// Make makes a str of s.
func (s *StrSlab) Make(text string) Value { return s.sl.make(text) }

// NewStrASCII makes a str of text that is known to be all ASCII.
func NewStrASCII(s string) Value {
	p := newStr(s)
	p.meta = uint64(len(s)) | strCounted | strASCII
	return p.Value()
}
