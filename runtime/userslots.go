package runtime

// fixSlots fills a heap class's slots from its MRO.
func fixSlots(t *Type) {}
