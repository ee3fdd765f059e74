package osmod

import (
	"maps"
	"slices"

	rt "github.com/minipy/minipy/runtime"
)

// constants makes module constants in the order of their names.
func constants(m map[string]int) []rt.Const {
	var out []rt.Const
	for _, name := range slices.Sorted(maps.Keys(m)) {
		out = append(out, rt.Const{Name: name, Value: integer(m[name])})
	}
	return out
}
