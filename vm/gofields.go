package vm

import (
	"reflect"
	"strings"
)

// A goField is a field of a struct as scripts see it.
type goField struct {
	name      string
	index     []int
	omitEmpty bool
}

// fieldsOf lists the exported fields of a struct, those of embedded structs
// included. A tag `py:"name,omitempty"` names one, `py:"-"` hides it. Of two
// with one name the less deeply embedded one counts, as in Go.
func (m *Machine) fieldsOf(typ reflect.Type) []goField {
	if f, ok := m.goFields[typ]; ok {
		return f
	}
	var out []goField
	depth := map[string]int{}
	for _, f := range reflect.VisibleFields(typ) {
		tag, opts, _ := strings.Cut(f.Tag.Get("py"), ",")
		if !f.IsExported() || tag == "-" && opts == "" || f.Anonymous && tag == "" && embeds(f.Type) {
			continue
		}
		if hidden(typ, f.Index) {
			continue
		}
		g := goField{name: tag, index: f.Index, omitEmpty: opts == "omitempty"}
		if g.name == "" {
			g.name = m.goTypes[typ].name(f.Name)
		}
		if d, ok := depth[g.name]; ok {
			if d <= len(f.Index) {
				continue
			}
			out = dropField(out, g.name)
		}
		depth[g.name] = len(f.Index)
		out = append(out, g)
	}
	if m.goFields == nil {
		m.goFields = map[reflect.Type][]goField{}
	}
	m.goFields[typ] = out
	return out
}

// embeds says that an embedded field of type t has fields of its own, which stand for it.
func embeds(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct
}

// hidden says that the field at index is in an embedded struct that is hidden or named.
func hidden(typ reflect.Type, index []int) bool {
	for _, n := range index[:len(index)-1] {
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		f := typ.Field(n)
		if tag := f.Tag.Get("py"); tag != "" && !strings.HasPrefix(tag, ",") {
			return true
		}
		typ = f.Type
	}
	return false
}

func dropField(fields []goField, name string) []goField {
	for i, f := range fields {
		if f.name == name {
			return append(fields[:i:i], fields[i+1:]...)
		}
	}
	return fields
}

// typeName is how messages name a Go type.
func typeName(t reflect.Type) string {
	switch {
	case t.Name() != "":
		return t.Name()
	case t.Kind() == reflect.Pointer:
		return typeName(t.Elem())
	}
	return t.String()
}
