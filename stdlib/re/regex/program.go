package regex

// opcode tells instructions apart. "fail" is to go back to the last choice.
type opcode uint8

const (
	opMatch      opcode = iota // the end
	opByte                     // the byte b
	opStr                      // the bytes str
	opSet                      // one character of set
	opBegin                    // the beginning of the text
	opBeginLine                // that or behind a newline
	opEnd                      // the end of the text or before a newline that ends it
	opEndLine                  // the end or before a newline
	opEndText                  // the end
	opWord                     // a word boundary; x: 1 for ASCII words; y: 1 for none
	opSave                     // mark x is here
	opJump                     // go to x
	opSplit                    // go to x, then to y; each unless its table denies the next byte
	opSwitch                   // go where jumps says for the next byte
	opRep                      // min to max characters of set, as many as possible
	opRepPoss                  // the same, giving none back
	opRepLazy                  // the same, as few as possible
	opLoopInit                 // registers x, x+1: a loop is entered
	opLoop                     // loop to x (the body) or y (behind it): see loop
	opLoopLazy                 // the same, preferring y
	opLoopPoss                 // the same, each time for good; see possessive
	opMark                     // register x: how high the stack is
	opCut                      // forget the choices since mark x
	opLook                     // registers x, x+1: an assertion begins
	opLookEnd                  // and holds: back to where it began
	opNotLook                  // a negative one, going on at y if it fails
	opNotLookEnd               // its body matched: fail
	opBack                     // min characters back
	opRef                      // the text of group x again
	opRefFold                  // the same in any case; y: the foldMode
	opCond                     // go to y unless group x has matched
	opFail                     // fail
)

// An inst is an instruction; which fields count depends on op.
type inst struct {
	op    opcode
	b     byte
	lead  bool // opRep, opRepPoss: it begins the pattern, and where it ends is noted
	wide  bool // opRep: characters may have several bytes
	x, y  int32
	min   int
	max   int
	set   *charSet
	fx    *byteSet // opSplit: what x may begin with; opRep: what may follow; nil: anything
	fy    *byteSet
	str   string
	jumps *[257]int32 // opSwitch; the last is for the end of the text
}

// A Program is a compiled pattern. It is not changed by matching.
type Program struct {
	code   []inst
	groups int
	regs   int

	// How to find where a match may begin.
	prefix   string   // what each match begins with
	first    *byteSet // or which bytes; nil: any, or nothing at all
	anchored bool     // it can only be at the beginning of the text
	lines    bool     // only at the beginning of a line
	required string   // what is in each match
	leadRun  bool     // a failed attempt rules out all starts in its leading run

	free *Matcher // one that is not in use
}
