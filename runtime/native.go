package runtime

import (
	"fmt"
	"strings"
	"sync/atomic"
)

// NativeFn is a function of ours. args are bound to the declared signature:
// one Value a parameter, in order; a missing optional one is its default, or
// unset if the signature gives none that is a constant; *args is a Tuple,
// **kwargs a Dict. A method's args[0] is self, a classmethod's the class.
//
// args may be the caller's registers: do not keep it, do not write to it.
type NativeFn func(t *Thread, args []Value) (Value, error)

// RawFn is a function that takes its arguments as they come: the last
// len(names) of args were given by keyword.
type RawFn func(t *Thread, args []Value, names []*Str) (Value, error)

// MethodKind says how a Method binds.
type MethodKind uint8

const (
	Plain       MethodKind = iota // method of a type, or function of a module
	ClassMethod                   // args[0] is the class
	StaticMethod
)

// A Method is one row of a type's or module's table.
//
// Sig is the parameter list in Python's words, without self or cls:
// "sep=None, maxsplit=-1", "x, /, *, key=None", "*args, **kwargs". Defaults are
// None, True, False, ints, floats and short 'strings'; "=?" is an optional
// parameter whose absence the function sees as an unset Value.
type Method struct {
	Name string
	Sig  string
	Fn   NativeFn
	Raw  RawFn // instead of Fn
	Kind MethodKind
	Doc  string
	// Waits says that the function may end in Host.Wait.
	Waits bool
	Op    NativeOp
}

// NativeOp names the functions that the vm package may do in another way than
// by calling Fn: next and send resume a generator in the caller's own run; the
// commonest methods of lists are part of the loop.
type NativeOp uint8

const (
	OpNext NativeOp = iota + 1
	OpSend
	OpAppend // of a list
	OpPop    // of a list
)

// A Param of a Signature.
type Param struct {
	Name     *Str
	Default  Value // unset: none
	Optional bool
}

// A Signature is a parsed Sig.
type Signature struct {
	Params   []Param // positional-only, positional, then keyword-only
	PosOnly  int
	Pos      int // positional-only included
	VarArgs  bool
	VarKw    bool
	Required int // leading positional parameters that must be given
	simple   bool
	fills    bool // a call that leaves out parameters needs only their defaults; least is how many arguments it has at least
	least    int
	argc     int // arguments, with the receiver, of a call that needs no binding; -1: none
}

// A Native is a function object behind a Method: known by its module or type
// and its name, bound to Self or not.
type Native struct {
	Object
	Def    *Method
	sig    atomic.Pointer[Signature] // parsed at the first call; natives are shared by VMs
	Self   Value                     // bound receiver; unset for a plain function
	Owner  *Type                     // for methods of a type
	Module string                    // for functions of a module
	slot   *slotDef
	plain  *Native // of a bound one: what was bound
	// arity is one more than the number of arguments, receiver included, of a
	// function that may be called with them as they come; 0: not known.
	arity atomic.Int32
}

// ParseSig parses a Method's Sig.
func ParseSig(sig string) (*Signature, error) {
	s := &Signature{}
	sig = strings.TrimSpace(sig)
	if sig == "" {
		s.simple = true
		return s, nil
	}
	kwonly := false
	for _, part := range splitSig(sig) {
		part = strings.TrimSpace(part)
		switch {
		case part == "/":
			s.PosOnly = len(s.Params)
		case part == "*":
			kwonly = true
		case strings.HasPrefix(part, "**"):
			s.VarKw = true
		case strings.HasPrefix(part, "*"):
			s.VarArgs = true
			kwonly = true
		default:
			name, def, has := strings.Cut(part, "=")
			p := Param{Name: newStr(strings.TrimSpace(name)), Optional: has}
			if has {
				v, err := parseDefault(strings.TrimSpace(def))
				if err != nil {
					return nil, fmt.Errorf("signature %q: %w", sig, err)
				}
				p.Default = v
			}
			s.Params = append(s.Params, p)
			if !kwonly {
				s.Pos++
				if !has {
					s.Required = s.Pos
				}
			}
		}
	}
	s.simple = len(s.Params) == s.Pos && !s.VarArgs && !s.VarKw
	return s, nil
}

// splitSig cuts at the commas outside quotes and brackets.
func splitSig(s string) []string {
	var parts []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == ',' && depth == 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

func parseDefault(s string) (Value, error) {
	switch s {
	case "?":
		return Value{}, nil
	case "None":
		return None, nil
	case "True":
		return True, nil
	case "False":
		return False, nil
	case "...":
		return Ellipsis, nil
	case "()":
		return emptyTuple, nil
	}
	if len(s) >= 2 && (s[0] == '\'' || s[0] == '"') {
		r := strings.NewReplacer(`\n`, "\n", `\\`, `\`, `\t`, "\t", `\0`, "\x00")
		return newStr(r.Replace(s[1 : len(s)-1])).Value(), nil
	}
	if len(s) > 2 && s[0] == 'b' && s[1] == '\'' {
		return NewBytesString(s[2 : len(s)-1]), nil
	}
	var i int64
	if _, err := fmt.Sscanf(s, "%d", &i); err == nil && !strings.ContainsAny(s, ".e") {
		return Int(i), nil
	}
	var f float64
	if _, err := fmt.Sscanf(s, "%g", &f); err == nil {
		return Float(f), nil
	}
	return Value{}, fmt.Errorf("bad default %q", s)
}
