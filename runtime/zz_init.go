package runtime

// The package's last init: with every Define made, the types are readied,
// bases first.
func init() {
	initSlotDefs()
	initSlotGroups()
	for _, e := range excTree {
		defineException(e.typ, e.base, e.name, e.doc)
	}
	defineExceptionGroup()
	for _, t := range pending {
		ready(t)
	}
	for _, t := range pending {
		t.special = t.Dict.special()
	}
	allReady = true
}
