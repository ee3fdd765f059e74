package regex

import "strconv"

// Flags of a pattern, with the values they have in Python.
type Flags int

const (
	Template Flags = 1 << iota
	IgnoreCase
	Locale
	Multiline
	DotAll
	Unicode
	Verbose
	Debug
	ASCII

	typeFlags   = ASCII | Locale | Unicode
	globalFlags = Debug | Template
)

// MaxRepeat is what an open repetition count is held as; a written count must
// be smaller. MaxGroups bounds the groups of a pattern.
const (
	MaxRepeat = 1<<32 - 1
	MaxGroups = 1<<31 - 1
	maxWidth  = 1 << 60
)

// nodeKind tells the nodes of a parsed pattern apart.
type nodeKind uint8

const (
	nLiteral    nodeKind = iota // r
	nNotLiteral                 // any code point but r
	nAny                        // .
	nIn                         // set, negated or not
	nAt                         // at
	nBranch                     // one of subs
	nGroup                      // subs[0]; group 0: it does not capture; add and del flags
	nAtomic                     // subs[0]
	nRepeat                     // subs[0], min to max times, as mode says
	nRef                        // what group matched
	nCond                       // subs[0] if group has matched, else subs[1] if there is one
	nAssert                     // subs[0] ahead, or behind; not: must not match
)

// names are the nodes' names in the dump that the debug flag asks for.
var names = [...]string{"LITERAL", "NOT_LITERAL", "ANY", "IN", "AT", "BRANCH", "SUBPATTERN", "ATOMIC_GROUP", "MAX_REPEAT", "GROUPREF",
	"GROUPREF_EXISTS", "ASSERT"}

type repeatMode uint8

const (
	greedy repeatMode = iota
	lazy
	possessive
)

func (m repeatMode) String() string {
	return [...]string{"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}[m]
}

// atKind is a position to be at.
type atKind uint8

const (
	atBegin       atKind = iota // ^
	atBeginString               // \A
	atEnd                       // $
	atEndString                 // \Z
	atBoundary                  // \b
	atNonBoundary               // \B
)

func (a atKind) String() string {
	return [...]string{"AT_BEGINNING", "AT_BEGINNING_STRING", "AT_END", "AT_END_STRING", "AT_BOUNDARY", "AT_NON_BOUNDARY"}[a]
}

// category is a class of code points.
type category uint8

const (
	catNone category = iota
	catDigit
	catNotDigit
	catSpace
	catNotSpace
	catWord
	catNotWord
)

func (c category) String() string {
	return [...]string{"", "CATEGORY_DIGIT", "CATEGORY_NOT_DIGIT", "CATEGORY_SPACE", "CATEGORY_NOT_SPACE", "CATEGORY_WORD", "CATEGORY_NOT_WORD"}[c]
}

// not is the category of all other code points.
func (c category) not() category { return (c - 1) ^ 1 + 1 }

// A setItem is a category or, if that is catNone, the code points lo to hi.
type setItem struct {
	cat    category
	lo, hi rune
	ranged bool // written as a range
}

type node struct {
	kind   nodeKind
	mode   repeatMode
	at     atKind
	neg    bool // nIn: negated; nAssert: must not match
	behind bool
	r      rune
	group  int
	add    Flags
	del    Flags
	min    int
	max    int
	set    []setItem
	subs   []seq
	chars  *charSet // of a single character: made when first asked for
}

type seq []*node

// A Tree is a parsed pattern.
type Tree struct {
	root   seq
	Flags  Flags // with the inline ones, and Unicode where it is the rule
	Groups int   // capturing groups
	Names  []string
	Index  map[string]int
	Text   bool  // the pattern is a str
	widths []int // see parser.widths
	// Warnings are what the parser wants to say; in order.
	Warnings []Warning
}

// A Warning is about a pattern that works but looks wrong.
type Warning struct {
	Future bool // a FutureWarning, else a DeprecationWarning
	Msg    string
}

// An Error is a pattern that is none.
type Error struct {
	Msg string
	Pos int // index in the pattern, -1: not known
}

func (e *Error) Error() string {
	if e.Pos < 0 {
		return e.Msg
	}
	return e.Msg + " at position " + strconv.Itoa(e.Pos)
}

// An OtherError is an error of another class than Python's re.error.
type OtherError struct {
	Class string // "OverflowError", "ValueError", "IndexError", "RecursionError"
	Msg   string
}

func (e *OtherError) Error() string { return e.Class + ": " + e.Msg }

// equal says that two nodes mean the same, for pulling out what the branches of
// an alternation begin with.
func (n *node) equal(m *node) bool {
	if n.kind != m.kind || n.mode != m.mode || n.at != m.at || n.neg != m.neg || n.behind != m.behind || n.r != m.r || n.group != m.group ||
		n.add != m.add || n.del != m.del || n.min != m.min || n.max != m.max || len(n.set) != len(m.set) || len(n.subs) != len(m.subs) {
		return false
	}
	for i, it := range n.set {
		if it != m.set[i] {
			return false
		}
	}
	for i, s := range n.subs {
		if len(s) != len(m.subs[i]) {
			return false
		}
		for j, x := range s {
			if !x.equal(m.subs[i][j]) {
				return false
			}
		}
	}
	return true
}

func satMul(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if a > maxWidth/b {
		return maxWidth
	}
	return a * b
}

func satAdd(a, b int) int { return min(a+b, maxWidth) }

// width is the least and greatest number of code points that s matches.
// groups has the widths of the groups, two numbers each.
func (s seq) width(groups []int) (lo, hi int) {
	for _, n := range s {
		l, h := n.width(groups)
		lo, hi = satAdd(lo, l), satAdd(hi, h)
	}
	return lo, hi
}

func (n *node) width(groups []int) (lo, hi int) {
	switch n.kind {
	case nLiteral, nNotLiteral, nAny, nIn:
		return 1, 1
	case nBranch:
		lo = maxWidth
		for _, s := range n.subs {
			l, h := s.width(groups)
			lo, hi = min(lo, l), max(hi, h)
		}
		return lo, hi
	case nGroup, nAtomic:
		return n.subs[0].width(groups)
	case nRepeat:
		l, h := n.subs[0].width(groups)
		lo = satMul(l, n.min)
		if n.max == MaxRepeat && h > 0 {
			return lo, maxWidth
		}
		return lo, satMul(h, n.max)
	case nRef:
		return groups[2*n.group], groups[2*n.group+1]
	case nCond:
		lo, hi = n.subs[0].width(groups)
		if len(n.subs) == 1 {
			return 0, hi
		}
		l, h := n.subs[1].width(groups)
		return min(lo, l), max(hi, h)
	}
	return 0, 0
}
