package code

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Disassemble writes the instructions of co, one a line with the picture of what each does, then those of the code
// nested in it.
func Disassemble(w io.Writer, co *Code) error {
	d := disassembler{w: w}
	d.code(co)
	return d.err
}

type disassembler struct {
	w   io.Writer
	err error
}

func (d *disassembler) printf(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format, args...)
	}
}

func (d *disassembler) code(co *Code) {
	d.printf("%s: %d registers, %d parameters", co.Qualname, co.NumRegs, co.ArgCount+co.KwOnly)
	if len(co.CellVars) > 0 {
		d.printf(", cells %s", strings.Join(co.CellVars, " "))
	}
	if len(co.FreeVars) > 0 {
		d.printf(", free %s", strings.Join(co.FreeVars, " "))
	}
	d.printf("\n")
	targets := jumpTargets(co)
	line := int32(-1)
	for i := range co.Insts {
		mark := "  "
		if targets[i] {
			mark = ">>"
		}
		at := ""
		if l := co.Positions[i].Line; l != line {
			if line = l; l > 0 {
				at = strconv.Itoa(int(l))
			}
		}
		text, effect := Line(co, i)
		d.printf("%5s %s %4d  %-34s; %s\n", at, mark, i, text, effect)
	}
	for _, h := range co.Handlers {
		d.printf("      handler [%d, %d) -> %d, R[%d]", h.Start, h.End, h.Target, h.Reg)
		if h.Cleanup {
			d.printf(" cleanup")
		}
		d.printf("\n")
	}
	for _, c := range co.Children {
		d.printf("\n")
		d.code(c)
	}
}

func jumpTargets(co *Code) map[int]bool {
	t := map[int]bool{}
	for i := range co.Insts {
		if to, ok := Target(co, i); ok {
			t[to] = true
		}
	}
	for _, h := range co.Handlers {
		t[int(h.Target)] = true
	}
	return t
}

// Target returns where the jump at index i goes; ok is false if that is no jump.
func Target(co *Code, i int) (to int, ok bool) {
	w := co.Insts[i]
	op := OpOf(w)
	if op >= NumOps {
		return 0, false
	}
	switch Table[op].Form {
	case FJ, FAJ:
		return i + 1 + SBX(w), true
	case FABJ, FAIJ:
		if C(w) == Wide && (op == FORITER || op == FORITER2) && i > 0 && OpOf(co.Insts[i-1]) == EXT {
			return i + 1 + SBX(co.Insts[i-1]), true
		}
		return i + 1 + int(int16(C(w))), true
	}
	return 0, false
}

// wideOperand returns operand v of the instruction at i, from the EXT before it if it is Wide.
func wideOperand(co *Code, i, v int) int {
	if v == Wide && i > 0 && OpOf(co.Insts[i-1]) == EXT {
		return BX(co.Insts[i-1])
	}
	return v
}

// Line returns the instruction at index i as text, and the picture of its effect with the operands filled in.
func Line(co *Code, i int) (text, effect string) {
	w := co.Insts[i]
	op := OpOf(w)
	if op >= NumOps {
		return fmt.Sprintf("? %#x", w), ""
	}
	row := &Table[op]
	a, b, c := A(w), B(w), C(w)
	args := []int{}
	note := ""
	switch row.Form {
	case FA:
		args = []int{a}
	case FAB, FAK:
		args = []int{a, b}
	case FABC, FABn, FABK:
		args = []int{a, b, c}
	case FABi:
		c = int(int16(c))
		args = []int{a, b, c}
	case FAX:
		args = []int{a}
		note = "K" + strconv.Itoa(BX(w)) + "=" + constText(co, BX(w))
	case FAN:
		args, note = []int{a}, nameText(co, BX(w))
	case FAS:
		args, note = []int{a}, siteText(co, BX(w))
	case FABS:
		args, note = []int{a, b}, siteText(co, wideOperand(co, i, c))
	case FABN:
		args, note = []int{a, b}, nameText(co, wideOperand(co, i, c))
	case FJ, FAJ, FABJ, FAIJ:
		to, _ := Target(co, i)
		note = "->" + strconv.Itoa(to)
		switch row.Form {
		case FAJ:
			args = []int{a}
		case FABJ:
			args = []int{a, b}
		case FAIJ:
			b = int(int16(b))
			args = []int{a, b}
		}
		c = to
	case FX:
		args = []int{BX(w)}
	case FAF:
		args = []int{a, wideOperand(co, i, b), c}
		if k := args[1]; k < len(co.Children) {
			note = co.Children[k].Name
		}
	case FAW:
		args = []int{a, BX(w)}
		if BX(w) < len(co.FarNames) {
			note = co.FarNames[BX(w)]
		}
	}
	var sb strings.Builder
	sb.WriteString(row.Name)
	for _, v := range args {
		sb.WriteByte(' ')
		sb.WriteString(strconv.Itoa(v))
	}
	if note != "" {
		sb.WriteString(" " + note)
	}
	return sb.String(), picture(co, row, a, b, c, BX(w), note)
}

// picture fills the operands into the row's effect: R[a] becomes the local's name or the register's number.
func picture(co *Code, row *Row, a, b, c, bx int, note string) string {
	reg := func(n int) string {
		if n >= 0 && n < len(co.VarNames) && co.VarNames[n] != "" {
			return co.VarNames[n]
		}
		return "R" + strconv.Itoa(n)
	}
	pairs := []string{}
	for i, v := range [...]int{a, b, c} {
		l := string(rune('a' + i))
		pairs = append(pairs, "R["+l+"]", reg(v))
		for k := 1; k <= 3; k++ {
			s := strconv.Itoa(k)
			pairs = append(pairs, "R["+l+"+"+s+"]", reg(v+k))
		}
	}
	switch row.Form {
	case FAX:
		pairs = append(pairs, "K[bx]", constText(co, bx))
	case FAN, FAS, FABS, FABN:
		pairs = append(pairs, "[N]", "["+note+"]", ".N", "."+note, " N ", " "+note+" ", "(N,", "("+note+",")
	case FABi:
		pairs = append(pairs, " c", " "+strconv.Itoa(c), "[c]", "["+strconv.Itoa(c)+"]")
	case FAIJ:
		pairs = append(pairs, " b ", " "+strconv.Itoa(b)+" ", "goto c", "goto "+strconv.Itoa(c))
	case FABJ:
		pairs = append(pairs, "goto c", "goto "+strconv.Itoa(c))
	case FJ, FAJ:
		pairs = append(pairs, "goto sbx", "goto "+strconv.Itoa(c))
	case FAF:
		pairs = append(pairs, "Children[b]", note)
	case FABn:
		pairs = append(pairs, "a+c", strconv.Itoa(a+c), "b+c", strconv.Itoa(b+c), " c ", " "+strconv.Itoa(c)+" ", "(c ", "("+strconv.Itoa(c)+" ")
	}
	return strings.NewReplacer(pairs...).Replace(row.Effect)
}

func nameText(co *Code, i int) string {
	if i < 0 || i >= len(co.Names) {
		return "?"
	}
	return co.Names[i]
}

func siteText(co *Code, i int) string {
	if i < 0 || i >= len(co.Sites) {
		return "?"
	}
	return nameText(co, int(co.Sites[i].Name))
}

func constText(co *Code, i int) string {
	if i < 0 || i >= len(co.Consts) {
		return "?"
	}
	s := ConstString(co.Consts[i])
	if len(s) > 60 {
		s = s[:57] + "..."
	}
	return s
}

// ConstString shows a constant much as Python's repr does.
func ConstString(v Const) string {
	items := func(open, end string, list []Const) string {
		parts := make([]string, len(list))
		for i, x := range list {
			parts[i] = ConstString(x)
		}
		return open + strings.Join(parts, ", ") + end
	}
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return strconv.Quote(v)
	case Bytes:
		return "b" + strconv.Quote(string(v))
	case Tuple:
		if len(v) == 1 {
			return "(" + ConstString(v[0]) + ",)"
		}
		return items("(", ")", v)
	case FrozenSet:
		return items("frozenset({", "})", v)
	case Ellipsis:
		return "..."
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case *Code:
		return "<code " + v.Name + ">"
	}
	return fmt.Sprint(v)
}
