package collections

import (
	"strconv"

	"github.com/minipy/minipy/runtime"
)

// A tupleGetter is the property behind a field of a namedtuple.
type tupleGetter struct {
	runtime.Object
	index int
	doc   runtime.Value
}

var tupleGetterType runtime.Type

func tupleGetterGet(t *runtime.Thread, d, obj, owner runtime.Value) (runtime.Value, error) {
	if obj.IsUnset() || obj.IsNone() {
		return d, nil
	}
	g := runtime.As[tupleGetter](d)
	tup, ok := runtime.AsTuple(obj)
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, obj.Type().Name)
	}
	if uint(g.index) >= uint(tup.Len()) {
		return runtime.Value{}, runtime.IndexErrorf("tuple index out of range")
	}
	return tup.Items()[g.index], nil
}

func tupleGetterNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args[:1], &tupleGetterType)
	if err != nil {
		return runtime.Value{}, err
	}
	g := runtime.Alloc[tupleGetter](cls)
	if g.index, err = runtime.AsSsizeArg(t, args[1]); err != nil {
		return runtime.Value{}, err
	}
	g.doc = args[2]
	return g.Value(), nil
}

func init() {
	runtime.Define(&tupleGetterType, runtime.TypeSpec{
		Name: "_collections._tuplegetter", Size: runtime.SizeOf[tupleGetter](),
		Slots: runtime.Slots{
			DescrGet: tupleGetterGet,
			DescrSet: func(t *runtime.Thread, d, obj, val runtime.Value) error {
				if val.IsUnset() {
					return runtime.AttributeErrorf("can't delete attribute")
				}
				return runtime.AttributeErrorf("can't set attribute")
			},
			Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				g := runtime.As[tupleGetter](v)
				doc, err := runtime.ReprStr(t, g.doc)
				if err != nil {
					return runtime.Value{}, err
				}
				return runtime.NewStr("_tuplegetter(" + strconv.Itoa(g.index) + ", " + doc + ")"), nil
			},
		},
		New: runtime.Method{Sig: "index, doc, /", Fn: tupleGetterNew},
		Methods: []runtime.Method{{Name: "__reduce__", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			g := runtime.As[tupleGetter](args[0])
			return runtime.TupleOf(tupleGetterType.Value(), runtime.TupleOf(runtime.Int(int64(g.index)), g.doc)), nil
		}}},
		GetSets: []runtime.GetSet{{Name: "__doc__",
			Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				return runtime.As[tupleGetter](v).doc, nil
			},
			Set: func(t *runtime.Thread, v, val runtime.Value) error {
				runtime.As[tupleGetter](v).doc = val
				return nil
			}}},
	})
}
