package runtime

// A GenericAlias is list[int] and the like.
type GenericAlias struct {
	Object
	Origin  Value
	Args    Value // tuple
	Params  Value // tuple of type variables, or unset until asked for
	Starred bool
}

var (
	genericAliasType Type
	GenericAliasType = &genericAliasType
)

// NewGenericAlias makes origin[args].
func NewGenericAlias(t *Thread, origin, args Value) Value {
	if _, ok := AsTuple(args); !ok {
		args = TupleOf(args)
	}
	g := &GenericAlias{Origin: origin, Args: args}
	g.typ = &genericAliasType
	return g.Value()
}
