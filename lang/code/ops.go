package code

// Op is an opcode. The constants are declared in the order of table, which is
// the one place that describes them.
type Op uint16

// Form says what the operands of an instruction are; the disassembler, the
// verifier and the tests read it.
type Form uint8

const (
	FNone Form = iota // -
	FA                // a
	FAB               // a b
	FAK               // a, b a flag
	FABC              // a b c
	FABi              // a b, c a signed immediate of 16 bits
	FABn              // a b, c a count
	FAX               // a, bx an index into Consts
	FAN               // a, bx an index into Names
	FAS               // a, bx an index into Sites
	FABS              // a b, c an index into Sites (or Wide)
	FABN              // a b, c an index into Names (or Wide)
	FABK              // a b, c flags or a small number
	FJ                // sbx displacement
	FAJ               // a, sbx displacement
	FABJ              // a b, c a signed displacement of 16 bits
	FAIJ              // a, b a signed immediate, c a signed displacement
	FX                // bx a number
	FAF               // a, b an index into Children, c flags
	FAW               // a, bx a far register
)

// Row describes one opcode.
type Row struct {
	Name   string
	Form   Form
	Effect string // a picture: R[a] is a register, K a constant, N a name
	Family string // the general operation it belongs to
}

const (
	NOP Op = iota
	EXT
	MOVE
	LOADK
	LDW
	STW
	CHECKBOUND
	DELLOCAL
	UNSET
	DELW
	MKCELL
	LDCELL
	STCELL
	DELCELL
	LDGLOBAL
	STGLOBAL
	DELGLOBAL
	LDNAME
	STNAME
	DELNAME
	LDCLASSCELL
	GETATTR
	SETATTR
	DELATTR
	LOADMETHOD
	LOADSUPER

	ADD
	SUB
	MUL
	DIV
	FLOORDIV
	MOD
	POW
	MATMUL
	LSHIFT
	RSHIFT
	AND
	OR
	XOR

	IADD
	ISUB
	IMUL
	IDIV
	IFLOORDIV
	IMOD
	IPOW
	IMATMUL
	ILSHIFT
	IRSHIFT
	IAND
	IOR
	IXOR

	ADDI
	SUBI
	MULI
	FLOORDIVI
	MODI
	ANDI
	LSHIFTI
	RSHIFTI
	IADDI
	ISUBI

	NEG
	POS
	INVERT
	NOT

	LT
	LE
	EQ
	NE
	GT
	GE
	IS
	ISNOT
	IN
	NOTIN

	JMP
	LOOP
	JT
	JF
	JNONE
	JNOTNONE
	JLT
	JLE
	JEQ
	JNE
	JGT
	JGE
	JNLT
	JNLE
	JNEQ
	JNNE
	JNGT
	JNGE
	JLTI
	JLEI
	JEQI
	JNEI
	JGTI
	JGEI
	JNLTI
	JNLEI
	JNEQI
	JNNEI
	JNGTI
	JNGEI

	ITER
	FORITER
	FORITER2
	UNPACK
	UNPACKEX
	TUPLE
	LIST
	SET
	DICT
	LISTAPPEND
	LISTFOR
	SETADD
	DICTADD
	LISTEXTEND
	SETUPDATE
	DICTUPDATE
	DICTMERGE
	LISTTOTUPLE
	SLICE
	GETITEM
	GETITEMI
	SETITEM
	DELITEM
	GETSLICE
	FORMAT
	JOINSTR

	CALL
	CALLKW
	CALLEX
	CALLM
	CALLMKW
	RETURN
	RETURNNONE
	MKFUNC
	LDBUILDCLASS
	LDLOCALS
	SETUPANN

	YIELD
	YIELDFROM
	GETYIELDITER
	GETAWAIT
	AITER
	ANEXT
	ENDASYNCFOR
	ASYNCGENWRAP

	RAISE
	RERAISE
	PUSHEXC
	POPEXC
	EXCMATCH
	EGMATCH
	EGPREP
	WITHENTER
	WITHEXIT
	AWITHENTER
	AWITHEXIT
	LDASSERTERR

	IMPORTNAME
	IMPORTFROM
	IMPORTSTAR
	PRINTEXPR

	MATCHSEQ
	MATCHMAP
	MATCHKEYS
	MATCHCLASS
	GETLEN
	MAPREST

	NumOps
)

// Table has one row an opcode, indexed by Op.
var Table = [NumOps]Row{
	NOP:        {"NOP", FNone, "", ""},
	EXT:        {"EXT", FX, "the next instruction's Wide operand is bx", ""},
	MOVE:       {"MOVE", FAB, "R[a] = R[b]", ""},
	LOADK:      {"LOADK", FAX, "R[a] = K[bx]", ""},
	LDW:        {"LDW", FAW, "R[a] = far[bx]; UnboundLocalError (FarNames[bx]) if unset", ""},
	STW:        {"STW", FAW, "far[bx] = R[a]", ""},
	CHECKBOUND: {"CHECKBOUND", FAK, "UnboundLocalError (VarNames[a]) if R[a] is unset; b: 1 NameError of a free variable", ""},
	DELLOCAL:   {"DELLOCAL", FA, "unset R[a]; UnboundLocalError if it was", ""},
	UNSET:      {"UNSET", FA, "unset R[a], set or not", ""},
	DELW:       {"DELW", FAW, "unset far[bx]; UnboundLocalError if it was (a unused)", ""},
	MKCELL:     {"MKCELL", FA, "R[a] = new Cell(R[a], which may be unset)", ""},
	LDCELL:     {"LDCELL", FABK, "R[a] = R[b].cell; NameError if empty; c: 1 as of a free variable", ""},
	STCELL:     {"STCELL", FAB, "R[a].cell = R[b]", ""},
	DELCELL:    {"DELCELL", FA, "empty R[a].cell; NameError if it was", ""},

	LDGLOBAL:    {"LDGLOBAL", FAS, "R[a] = globals[N] or builtins[N]", ""},
	STGLOBAL:    {"STGLOBAL", FAS, "globals[N] = R[a]", ""},
	DELGLOBAL:   {"DELGLOBAL", FAN, "del globals[N] (a unused)", ""},
	LDNAME:      {"LDNAME", FAN, "R[a] = locals[N], globals[N] or builtins[N]", ""},
	STNAME:      {"STNAME", FAN, "locals[N] = R[a]", ""},
	DELNAME:     {"DELNAME", FAN, "del locals[N] (a unused)", ""},
	LDCLASSCELL: {"LDCLASSCELL", FABN, "R[a] = locals[N] or R[b].cell (a free variable read in a class body)", ""},
	GETATTR:     {"GETATTR", FABS, "R[a] = R[b].N", ""},
	SETATTR:     {"SETATTR", FABS, "R[a].N = R[b]", ""},
	DELATTR:     {"DELATTR", FABN, "del R[a].N (b unused)", ""},
	LOADMETHOD:  {"LOADMETHOD", FABS, "R[a], R[a+1] = function, self of R[b].N; or R[b].N, unset", "GETATTR"},
	LOADSUPER:   {"LOADSUPER", FABS, "super().N as LOADMETHOD: R[b] the raw cell of __class__, R[b+1] the first argument or unset, R[b+2] what the name super means: if not the builtin type, call it", "GETATTR"},

	ADD:      {"ADD", FABC, "R[a] = R[b] + R[c]", "BINARY"},
	SUB:      {"SUB", FABC, "R[a] = R[b] - R[c]", "BINARY"},
	MUL:      {"MUL", FABC, "R[a] = R[b] * R[c]", "BINARY"},
	DIV:      {"DIV", FABC, "R[a] = R[b] / R[c]", "BINARY"},
	FLOORDIV: {"FLOORDIV", FABC, "R[a] = R[b] // R[c]", "BINARY"},
	MOD:      {"MOD", FABC, "R[a] = R[b] % R[c]", "BINARY"},
	POW:      {"POW", FABC, "R[a] = R[b] ** R[c]", "BINARY"},
	MATMUL:   {"MATMUL", FABC, "R[a] = R[b] @ R[c]", "BINARY"},
	LSHIFT:   {"LSHIFT", FABC, "R[a] = R[b] << R[c]", "BINARY"},
	RSHIFT:   {"RSHIFT", FABC, "R[a] = R[b] >> R[c]", "BINARY"},
	AND:      {"AND", FABC, "R[a] = R[b] & R[c]", "BINARY"},
	OR:       {"OR", FABC, "R[a] = R[b] | R[c]", "BINARY"},
	XOR:      {"XOR", FABC, "R[a] = R[b] ^ R[c]", "BINARY"},

	IADD:      {"IADD", FABC, "R[a] = R[b] += R[c]", "INPLACE"},
	ISUB:      {"ISUB", FABC, "R[a] = R[b] -= R[c]", "INPLACE"},
	IMUL:      {"IMUL", FABC, "R[a] = R[b] *= R[c]", "INPLACE"},
	IDIV:      {"IDIV", FABC, "R[a] = R[b] /= R[c]", "INPLACE"},
	IFLOORDIV: {"IFLOORDIV", FABC, "R[a] = R[b] //= R[c]", "INPLACE"},
	IMOD:      {"IMOD", FABC, "R[a] = R[b] %= R[c]", "INPLACE"},
	IPOW:      {"IPOW", FABC, "R[a] = R[b] **= R[c]", "INPLACE"},
	IMATMUL:   {"IMATMUL", FABC, "R[a] = R[b] @= R[c]", "INPLACE"},
	ILSHIFT:   {"ILSHIFT", FABC, "R[a] = R[b] <<= R[c]", "INPLACE"},
	IRSHIFT:   {"IRSHIFT", FABC, "R[a] = R[b] >>= R[c]", "INPLACE"},
	IAND:      {"IAND", FABC, "R[a] = R[b] &= R[c]", "INPLACE"},
	IOR:       {"IOR", FABC, "R[a] = R[b] |= R[c]", "INPLACE"},
	IXOR:      {"IXOR", FABC, "R[a] = R[b] ^= R[c]", "INPLACE"},

	ADDI:      {"ADDI", FABi, "R[a] = R[b] + c", "BINARY"},
	SUBI:      {"SUBI", FABi, "R[a] = R[b] - c", "BINARY"},
	MULI:      {"MULI", FABi, "R[a] = R[b] * c", "BINARY"},
	FLOORDIVI: {"FLOORDIVI", FABi, "R[a] = R[b] // c", "BINARY"},
	MODI:      {"MODI", FABi, "R[a] = R[b] % c", "BINARY"},
	ANDI:      {"ANDI", FABi, "R[a] = R[b] & c", "BINARY"},
	LSHIFTI:   {"LSHIFTI", FABi, "R[a] = R[b] << c", "BINARY"},
	RSHIFTI:   {"RSHIFTI", FABi, "R[a] = R[b] >> c", "BINARY"},
	IADDI:     {"IADDI", FABi, "R[a] = R[b] += c", "INPLACE"},
	ISUBI:     {"ISUBI", FABi, "R[a] = R[b] -= c", "INPLACE"},

	NEG:    {"NEG", FAB, "R[a] = -R[b]", "UNARY"},
	POS:    {"POS", FAB, "R[a] = +R[b]", "UNARY"},
	INVERT: {"INVERT", FAB, "R[a] = ~R[b]", "UNARY"},
	NOT:    {"NOT", FAB, "R[a] = not R[b]", "UNARY"},

	LT:    {"LT", FABC, "R[a] = R[b] < R[c]", "COMPARE"},
	LE:    {"LE", FABC, "R[a] = R[b] <= R[c]", "COMPARE"},
	EQ:    {"EQ", FABC, "R[a] = R[b] == R[c]", "COMPARE"},
	NE:    {"NE", FABC, "R[a] = R[b] != R[c]", "COMPARE"},
	GT:    {"GT", FABC, "R[a] = R[b] > R[c]", "COMPARE"},
	GE:    {"GE", FABC, "R[a] = R[b] >= R[c]", "COMPARE"},
	IS:    {"IS", FABC, "R[a] = R[b] is R[c]", ""},
	ISNOT: {"ISNOT", FABC, "R[a] = R[b] is not R[c]", ""},
	IN:    {"IN", FABC, "R[a] = R[b] in R[c]", ""},
	NOTIN: {"NOTIN", FABC, "R[a] = R[b] not in R[c]", ""},

	JMP:      {"JMP", FJ, "goto sbx", "JUMP"},
	LOOP:     {"LOOP", FJ, "goto sbx, backwards", "JUMP"},
	JT:       {"JT", FAJ, "if R[a] goto sbx", "JUMP"},
	JF:       {"JF", FAJ, "if not R[a] goto sbx", "JUMP"},
	JNONE:    {"JNONE", FAJ, "if R[a] is None goto sbx", "JUMP"},
	JNOTNONE: {"JNOTNONE", FAJ, "if R[a] is not None goto sbx", "JUMP"},
	JLT:      {"JLT", FABJ, "if R[a] < R[b] goto c", "COMPARE"},
	JLE:      {"JLE", FABJ, "if R[a] <= R[b] goto c", "COMPARE"},
	JEQ:      {"JEQ", FABJ, "if R[a] == R[b] goto c", "COMPARE"},
	JNE:      {"JNE", FABJ, "if R[a] != R[b] goto c", "COMPARE"},
	JGT:      {"JGT", FABJ, "if R[a] > R[b] goto c", "COMPARE"},
	JGE:      {"JGE", FABJ, "if R[a] >= R[b] goto c", "COMPARE"},
	JNLT:     {"JNLT", FABJ, "if not R[a] < R[b] goto c", "COMPARE"},
	JNLE:     {"JNLE", FABJ, "if not R[a] <= R[b] goto c", "COMPARE"},
	JNEQ:     {"JNEQ", FABJ, "if not R[a] == R[b] goto c", "COMPARE"},
	JNNE:     {"JNNE", FABJ, "if not R[a] != R[b] goto c", "COMPARE"},
	JNGT:     {"JNGT", FABJ, "if not R[a] > R[b] goto c", "COMPARE"},
	JNGE:     {"JNGE", FABJ, "if not R[a] >= R[b] goto c", "COMPARE"},
	JLTI:     {"JLTI", FAIJ, "if R[a] < b goto c", "COMPARE"},
	JLEI:     {"JLEI", FAIJ, "if R[a] <= b goto c", "COMPARE"},
	JEQI:     {"JEQI", FAIJ, "if R[a] == b goto c", "COMPARE"},
	JNEI:     {"JNEI", FAIJ, "if R[a] != b goto c", "COMPARE"},
	JGTI:     {"JGTI", FAIJ, "if R[a] > b goto c", "COMPARE"},
	JGEI:     {"JGEI", FAIJ, "if R[a] >= b goto c", "COMPARE"},
	JNLTI:    {"JNLTI", FAIJ, "if not R[a] < b goto c", "COMPARE"},
	JNLEI:    {"JNLEI", FAIJ, "if not R[a] <= b goto c", "COMPARE"},
	JNEQI:    {"JNEQI", FAIJ, "if not R[a] == b goto c", "COMPARE"},
	JNNEI:    {"JNNEI", FAIJ, "if not R[a] != b goto c", "COMPARE"},
	JNGTI:    {"JNGTI", FAIJ, "if not R[a] > b goto c", "COMPARE"},
	JNGEI:    {"JNGEI", FAIJ, "if not R[a] >= b goto c", "COMPARE"},

	ITER:        {"ITER", FAB, "R[a] = iter(R[b])", ""},
	FORITER:     {"FORITER", FABJ, "R[b] = next(R[a]), or goto c when it ends (c = Wide: EXT before has the distance)", ""},
	FORITER2:    {"FORITER2", FABJ, "R[b], R[b+1] = next(R[a]), or goto c when it ends", "FORITER"},
	UNPACK:      {"UNPACK", FABn, "R[a..a+c) = R[b], of exactly c items", ""},
	UNPACKEX:    {"UNPACKEX", FABK, "R[a..] = R[b]: c&255 items, a list of the rest, c>>8 items", "UNPACK"},
	TUPLE:       {"TUPLE", FABn, "R[a] = tuple(R[b..b+c))", ""},
	LIST:        {"LIST", FABn, "R[a] = list(R[b..b+c))", ""},
	SET:         {"SET", FABn, "R[a] = set(R[b..b+c))", ""},
	DICT:        {"DICT", FABn, "R[a] = dict of c pairs R[b]: R[b+1], ...", ""},
	LISTAPPEND:  {"LISTAPPEND", FAB, "R[a].append(R[b]), R[a] a list of ours", ""},
	LISTFOR:     {"LISTFOR", FAB, "R[a] = [] with room for what iterator R[b] says it has", ""},
	SETADD:      {"SETADD", FAB, "R[a].add(R[b])", ""},
	DICTADD:     {"DICTADD", FABC, "R[a][R[b]] = R[c]", ""},
	LISTEXTEND:  {"LISTEXTEND", FAB, "R[a].extend(R[b]), for [*x] and f(*x)", ""},
	SETUPDATE:   {"SETUPDATE", FAB, "R[a].update(R[b])", ""},
	DICTUPDATE:  {"DICTUPDATE", FAB, "R[a].update(R[b]), for {**x}", ""},
	DICTMERGE:   {"DICTMERGE", FABC, "R[a].update(R[b]), for f(**x): R[c] is the function, for the messages", ""},
	LISTTOTUPLE: {"LISTTOTUPLE", FAB, "R[a] = tuple(R[b])", ""},
	SLICE:       {"SLICE", FAB, "R[a] = slice(R[b], R[b+1], R[b+2])", ""},
	GETITEM:     {"GETITEM", FABC, "R[a] = R[b][R[c]]", ""},
	GETITEMI:    {"GETITEMI", FABi, "R[a] = R[b][c]", "GETITEM"},
	SETITEM:     {"SETITEM", FABC, "R[a][R[b]] = R[c]", ""},
	DELITEM:     {"DELITEM", FAB, "del R[a][R[b]]", ""},
	GETSLICE:    {"GETSLICE", FAB, "R[a] = R[b][R[b+1]:R[b+2]]", "GETITEM"},
	FORMAT:      {"FORMAT", FABK, "R[a] = format(R[b], ''); c&3: 1 !s 2 !r 3 !a; c&4: spec in R[b+1]", ""},
	JOINSTR:     {"JOINSTR", FABn, "R[a] = ''.join of c strings from R[b]", ""},

	CALL:         {"CALL", FABn, "R[a] = R[b](c arguments from R[b+1])", ""},
	CALLKW:       {"CALLKW", FABn, "R[a] = R[b](c arguments from R[b+1], names of the last in tuple R[b+1+c])", "CALL"},
	CALLEX:       {"CALLEX", FAB, "R[a] = R[b](*R[b+1], **R[b+2]): a tuple or list, or any iterable for f(*x) alone; a dict of ours, any mapping for f(**x) alone, or unset", "CALL"},
	CALLM:        {"CALLM", FABn, "R[a] = R[b](R[b+1] unless unset, c arguments from R[b+2]); see LOADMETHOD", "CALL"},
	CALLMKW:      {"CALLMKW", FABn, "CALLM with the last names in tuple R[b+2+c]", "CALL"},
	RETURN:       {"RETURN", FA, "return R[a]", ""},
	RETURNNONE:   {"RETURNNONE", FNone, "return None", "RETURN"},
	MKFUNC:       {"MKFUNC", FAF, "R[a] = function of Children[b]; c&1: defaults tuple R[a+1], c&2: kw defaults dict R[a+2], c&4: annotations dict R[a+3]", ""},
	LDBUILDCLASS: {"LDBUILDCLASS", FA, "R[a] = builtins.__build_class__", ""},
	LDLOCALS:     {"LDLOCALS", FA, "R[a] = the class body's namespace", ""},
	SETUPANN:     {"SETUPANN", FNone, "make __annotations__ in the namespace if missing", ""},

	YIELD:        {"YIELD", FABK, "yield R[b]; R[a] = what is sent; only the registers below c are needed then", ""},
	YIELDFROM:    {"YIELDFROM", FABK, "yield all of iterator R[b] (sub-generator protocol); R[a] = its value; R[b+1] is the VM's; c as of YIELD", ""},
	GETYIELDITER: {"GETYIELDITER", FAB, "R[a] = iterator for 'yield from R[b]'", ""},
	GETAWAIT:     {"GETAWAIT", FABK, "R[a] = iterator for 'await R[b]', R[a+1] is the VM's; c: 0 await, 1 of __aenter__, 2 of __aexit__, 3 of __anext__", ""},
	AITER:        {"AITER", FAB, "R[a] = R[b].__aiter__()", ""},
	ANEXT:        {"ANEXT", FAB, "R[a] = awaitable of R[b].__anext__()", ""},
	ENDASYNCFOR:  {"ENDASYNCFOR", FA, "if exception R[a] is StopAsyncIteration go on, else reraise it", ""},
	ASYNCGENWRAP: {"ASYNCGENWRAP", FAB, "R[a] = R[b] as a value yielded by an asynchronous generator", ""},

	RAISE:       {"RAISE", FABK, "raise R[a] from R[b]; c: 0 bare raise, 1 raise R[a], 2 with cause", ""},
	RERAISE:     {"RERAISE", FA, "raise exception R[a] again, as it was", ""},
	PUSHEXC:     {"PUSHEXC", FA, "R[a+1] = handled exception; handled = R[a]", ""},
	POPEXC:      {"POPEXC", FA, "handled = R[a+1]; unset R[a], R[a+1]", ""},
	EXCMATCH:    {"EXCMATCH", FABC, "R[a] = does exception R[b] match R[c]", ""},
	EGMATCH:     {"EGMATCH", FABC, "except*: R[a] = part of R[b] that matches R[c], or None; R[b] = the rest, or None", ""},
	EGPREP:      {"EGPREP", FABC, "except*: R[a] = exception to raise, or None, from original R[b] and list R[c] of raised and unmatched", ""},
	WITHENTER:   {"WITHENTER", FAB, "R[a] = bound R[b].__exit__; R[a+1] = R[b].__enter__()", ""},
	WITHEXIT:    {"WITHEXIT", FABK, "R[a] = R[b](None, None, None) if c is 0, else R[b](type, exc, tb) of exception R[b+1]", ""},
	AWITHENTER:  {"AWITHENTER", FAB, "R[a] = bound R[b].__aexit__; R[a+1] = R[b].__aenter__()", ""},
	AWITHEXIT:   {"AWITHEXIT", FABK, "as WITHEXIT: R[a] is the awaitable", ""},
	LDASSERTERR: {"LDASSERTERR", FA, "R[a] = AssertionError", ""},

	IMPORTNAME: {"IMPORTNAME", FABN, "R[a] = __import__(N, globals, locals, fromlist R[b], level R[b+1])", ""},
	IMPORTFROM: {"IMPORTFROM", FABN, "R[a] = R[b].N, or sys.modules; ImportError", ""},
	IMPORTSTAR: {"IMPORTSTAR", FA, "from R[a] import *", ""},
	PRINTEXPR:  {"PRINTEXPR", FA, "sys.displayhook(R[a])", ""},

	MATCHSEQ:   {"MATCHSEQ", FAB, "R[a] = is R[b] a sequence for patterns", ""},
	MATCHMAP:   {"MATCHMAP", FAB, "R[a] = is R[b] a mapping for patterns", ""},
	MATCHKEYS:  {"MATCHKEYS", FABC, "R[a] = tuple of R[b]'s values for the tuple of keys R[c], or None", ""},
	MATCHCLASS: {"MATCHCLASS", FABC, "R[a] = tuple of subject R[b]'s attributes for class R[c], or None; R[c+1] count of positional, R[c+2] tuple of names", ""},
	GETLEN:     {"GETLEN", FAB, "R[a] = len(R[b])", ""},
	MAPREST:    {"MAPREST", FABC, "R[a] = dict(R[b]) without the keys in tuple R[c]", ""},
}

func (op Op) String() string {
	if op < NumOps {
		return Table[op].Name
	}
	return "?"
}
