package runtime

// Attributes that some exception classes have beyond BaseException's, kept in
// Exception.Extra by index.

func extraCount(typ *Type) int { return 0 }

func fillExtra(e *Exception, args []Value) {}

func defineException(t, base *Type, name, doc string) {
	Define(t, TypeSpec{Name: name, Base: base, Doc: doc, Flags: FlagBase | FlagException})
}
