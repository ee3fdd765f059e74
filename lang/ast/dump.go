package ast

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"
)

// Dump returns the text of CPython's ast.dump(node): fields with their names, no positions.
func Dump(n Node) string {
	var b strings.Builder
	dump(&b, reflect.ValueOf(n))
	return b.String()
}

// opNames are CPython's class names of the enumerations, by type and value.
var opNames = map[reflect.Type][]string{
	reflect.TypeFor[ExprContext]():   {"Load", "Store", "Del"},
	reflect.TypeFor[Operator]():      {"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"},
	reflect.TypeFor[BoolOperator]():  {"And", "Or"},
	reflect.TypeFor[UnaryOperator](): {"Invert", "Not", "UAdd", "USub"},
	reflect.TypeFor[CmpOperator]():   {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"},
}

func dump(b *strings.Builder, v reflect.Value) {
	if names := opNames[v.Type()]; names != nil {
		b.WriteString(names[v.Uint()] + "()")
		return
	}
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			b.WriteString("None")
		} else if _, ok := v.Interface().(Node); ok && v.Kind() == reflect.Pointer {
			dumpNode(b, v.Elem())
		} else if ok {
			dump(b, v.Elem())
		} else {
			b.WriteString(Repr(v.Interface()))
		}
	case reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteString(", ")
			}
			dump(b, v.Index(i))
		}
		b.WriteByte(']')
	case reflect.Bool: // Simple, IsAsync
		b.WriteByte("01"[map[bool]int{true: 1}[v.Bool()]])
	default:
		b.WriteString(Repr(v.Interface()))
	}
}

func dumpNode(b *strings.Builder, v reflect.Value) {
	t := v.Type()
	name := className(t)
	b.WriteString(name + "(")
	sep := ""
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("py")
		if tag == "-" {
			continue
		}
		fname, opt, _ := strings.Cut(tag, ",")
		if opt != "" && v.Field(i).IsZero() {
			continue
		}
		if fname == "" {
			fname = snake(f.Name)
		}
		b.WriteString(sep + fname + "=")
		sep = ", "
		switch fv := v.Field(i); {
		case f.Name == "Op" && name == "BoolOp", f.Type.Kind() != reflect.Interface:
			dump(b, fv)
		case f.Name == "Value" && f.Type.NumMethod() == 0: // a constant's value
			b.WriteString(Repr(fv.Interface()))
		default:
			dump(b, fv)
		}
	}
	if name == "Module" {
		b.WriteString(sep + "type_ignores=[]")
	}
	b.WriteByte(')')
}

// ClassName is the name of a node's class in CPython's ast module.
func ClassName(n Node) string { return className(reflect.TypeOf(n).Elem()) }

func className(t reflect.Type) string {
	switch name := t.Name(); name {
	case "ExprStmt":
		return "Expr"
	case "Comprehension", "Arguments", "Arg", "Keyword", "Alias":
		return strings.ToLower(name)
	case "WithItem":
		return "withitem"
	case "MatchCase":
		return "match_case"
	default:
		return name
	}
}

// snake turns DecoratorList into decorator_list.
func snake(s string) string {
	var b strings.Builder
	for i, r := range s {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Repr is Python's repr of a constant's value.
func Repr(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case Ellipsis:
		return "Ellipsis"
	case *big.Int:
		return v.String()
	case float64:
		return reprFloat(v)
	case complex128:
		if real(v) == 0 {
			return strings.TrimSuffix(reprFloat(imag(v)), ".0") + "j"
		}
		sign := "+"
		if im := reprFloat(imag(v)); strings.HasPrefix(im, "-") {
			sign = ""
		}
		return "(" + strings.TrimSuffix(reprFloat(real(v)), ".0") + sign + strings.TrimSuffix(reprFloat(imag(v)), ".0") + "j)"
	case string:
		return reprString(v)
	case Bytes:
		return reprBytes(string(v))
	}
	return fmt.Sprint(v)
}
