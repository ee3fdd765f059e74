package runtime

import "strings"

// A StructSeq describes a struct sequence type: a tuple whose items have names
// (time.struct_time, os.stat_result, sys.version_info). An instance is a Tuple
// of the first Visible fields; the rest, reached by name only, lie in the same
// slice beyond its length.
type StructSeq struct {
	Name    string // with module: "time.struct_time"
	Doc     string
	Fields  []StructField
	Visible int     // how many fields the tuple shows; 0: all
	NoNew   bool    // cannot be made by calling the class
	New     *Method // how to make one otherwise than of a sequence
}

// A StructField is one field; an empty name is a place in the tuple that only
// its index reaches.
type StructField struct{ Name, Doc string }

// NewStructSeq makes an instance of struct sequence type typ of a value for
// every field, shown or not; it owns vals.
func NewStructSeq(typ *Type, visible int, vals []Value) Value {
	p := &Tuple{items: vals[:visible:len(vals)]}
	p.typ = typ
	return p.Object.Value()
}

// Make makes an instance of typ, which d describes; it owns vals.
func (d *StructSeq) Make(typ *Type, vals ...Value) Value { return NewStructSeq(typ, d.Visible, vals) }

// DefineStructSeq declares typ as the type that d describes. Only from init
// functions.
func DefineStructSeq(typ *Type, d *StructSeq) {
	if d.Visible == 0 {
		d.Visible = len(d.Fields)
	}
	spec := TypeSpec{Name: d.Name, Doc: d.Doc, Base: &tupleType, Slots: Slots{Repr: d.repr}}
	if d.NoNew {
		spec.Flags |= FlagDisallowNew
	}
	spec.New = Method{Sig: "sequence=?, dict=?", Fn: d.construct}
	if d.New != nil {
		spec.New = *d.New
	}
	spec.Methods = []Method{
		{Name: "__reduce__", Fn: d.reduce},
	}
	var match []Value
	unnamed := 0
	for i, f := range d.Fields {
		if f.Name == "" {
			unnamed++
			continue
		}
		if i < d.Visible {
			match = append(match, NewStr(f.Name))
		}
		spec.GetSets = append(spec.GetSets, GetSet{Name: f.Name, Doc: f.Doc, Member: true, Get: func(t *Thread, v Value) (Value, error) {
			return fieldsOf(v)[i], nil
		}})
	}
	spec.Consts = []Const{
		{"n_sequence_fields", Int(int64(d.Visible))}, {"n_fields", Int(int64(len(d.Fields)))},
		{"n_unnamed_fields", Int(int64(unnamed))}, {"__match_args__", NewTuple(match)},
	}
	Define(typ, spec)
}

// fieldsOf gives all fields of a struct sequence.
func fieldsOf(v Value) []Value {
	items := As[Tuple](v).items
	return items[:cap(items)]
}

func (d *StructSeq) repr(t *Thread, v Value) (Value, error) {
	var b strings.Builder
	b.WriteString(d.Name)
	b.WriteByte('(')
	items := As[Tuple](v).items
	i := 0
	for _, f := range d.Fields {
		if f.Name == "" {
			continue
		}
		if i == len(items) {
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		r, err := ReprStr(t, items[i])
		if err != nil {
			return Value{}, err
		}
		b.WriteString(f.Name)
		b.WriteByte('=')
		b.WriteString(r)
		i++
	}
	b.WriteByte(')')
	return NewStr(b.String()), nil
}

// construct is __new__: args are the class, a sequence and a dict of hidden fields.
func (d *StructSeq) construct(t *Thread, args []Value) (Value, error) {
	typ, _ := AsType(args[0])
	if d.NoNew {
		return Value{}, TypeErrorf("cannot create '%s' instances", d.Name)
	}
	if args[1].IsUnset() {
		return Value{}, TypeErrorf("structseq() missing required argument 'sequence' (pos 1)")
	}
	s := &args[1].Type().Slots
	if s.Iter == nil && s.GetItem == nil {
		return Value{}, TypeErrorf("constructor requires a sequence")
	}
	vals, err := ToSlice(t, args[1])
	if err != nil {
		return Value{}, err
	}
	var extra *Dict
	if !args[2].IsUnset() {
		var ok bool
		if extra, ok = AsDict(args[2]); !ok {
			return Value{}, TypeErrorf("%s() takes a dict as second arg, if any", d.Name)
		}
	}
	all, n := len(d.Fields), len(vals)
	if n < d.Visible || n > all {
		how, want := "a ", d.Visible
		if d.Visible != all {
			if how = "an at least "; n > all {
				how, want = "an at most ", all
			}
		}
		return Value{}, TypeErrorf("%s() takes %s%d-sequence (%d-sequence given)", d.Name, how, want, n)
	}
	full := make([]Value, all)
	copy(full, vals)
	for i := n; i < all; i++ {
		full[i] = None
		if extra != nil {
			if v, ok := extra.GetStr(NewStrObj(d.Fields[i].Name)); ok {
				full[i] = v
			}
		}
	}
	return NewStructSeq(typ, d.Visible, full), nil
}

func (d *StructSeq) reduce(t *Thread, args []Value) (Value, error) {
	v := args[0]
	hidden := NewDict()
	all := fieldsOf(v)
	for i := d.Visible; i < len(all); i++ {
		if d.Fields[i].Name != "" {
			hidden.SetStr(NewStrObj(d.Fields[i].Name), all[i])
		}
	}
	return TupleOf(v.Type().Value(), TupleOf(NewTuple(As[Tuple](v).items), hidden.Value())), nil
}
