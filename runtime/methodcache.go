package runtime

// A methodCache remembers look-ups along MROs, one at a place: what falls on
// a place that is taken replaces what is there. It grows with what its VM
// looks up, since a VM that runs a rule of three lines needs none of the
// 160 KB that a large program makes good use of.
type methodCache struct {
	entries   []methodEntry // a power of two, or none
	conflicts int           // entries replaced since the last growth
}

// A methodEntry is one look-up in a type's MRO.
type methodEntry struct {
	version uint64 // of the type
	name    *Str
	val     Value // unset: not there
	owner   *Type
}

// Sizes of a methodCache.
const (
	minMethods = 1 << 5
	maxMethods = 1 << 12
)

// at is where the look-up of name on a type of that version would be; nil: nowhere.
func (c *methodCache) at(version uint64, name *Str) *methodEntry {
	entries := c.entries
	if len(entries) == 0 {
		return nil
	}
	return &entries[(version*31^name.hash)&uint64(len(entries)-1)]
}

// put remembers e, whose name is interned and hence has its hash.
func (c *methodCache) put(e methodEntry) {
	if len(c.entries) == 0 {
		c.entries = make([]methodEntry, minMethods)
	}
	p := c.at(e.version, e.name)
	if p.name != nil {
		if c.conflicts++; c.conflicts > len(c.entries)/4 && len(c.entries) < maxMethods {
			c.grow()
			p = c.at(e.version, e.name)
		}
	}
	*p = e
}

// grow makes the cache larger and keeps what it has.
func (c *methodCache) grow() {
	old := c.entries
	c.entries, c.conflicts = make([]methodEntry, min(len(old)*4, maxMethods)), 0
	for _, e := range old {
		if e.name != nil {
			*c.at(e.version, e.name) = e
		}
	}
}
