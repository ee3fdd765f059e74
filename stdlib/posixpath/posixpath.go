// Package posixpath is Python's `posixpath` module, which os.path is on
// systems with / in paths.
package posixpath

import (
	"os"
	"strconv"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/osmod"
)

// A path is an argument: its text (WTF-8 of a str, or a bytes object's bytes).
type path struct {
	s     string
	bytes bool
}

func get(t *rt.Thread, v rt.Value) (path, error) {
	r, err := osutil.Fspath(t, v)
	if err != nil {
		return path{}, err
	}
	if s, ok := rt.AsStr(r); ok {
		return path{s: s.String()}, nil
	}
	b, _ := rt.AsBytes(r)
	return path{b.String(), true}, nil
}

// make gives text of p's kind.
func (p path) make(s string) rt.Value {
	if p.bytes {
		return rt.NewBytesString(s)
	}
	return rt.NewStr(s)
}

// sys is p as the system wants it; ok is false where it cannot be a file's name.
func (p path) sys() (string, bool) {
	if strings.IndexByte(p.s, 0) >= 0 {
		return "", false
	}
	if p.bytes {
		return p.s, true
	}
	s, err := osutil.EncodeFS(rt.NewStrObj(p.s))
	return s, err == nil
}

// fromSys is text of p's kind from the system's.
func (p path) fromSys(s string) string {
	if p.bytes {
		return s
	}
	return osutil.DecodeFS(s)
}

// typeErr is genericpath's complaint about argument kinds.
func typeErr(t *rt.Thread, name string, args []rt.Value, orig error) error {
	hasStr, hasBytes := false, false
	for _, v := range args {
		if _, ok := rt.AsStr(v); ok {
			hasStr = true
		} else if _, ok := rt.AsBytes(v); ok {
			hasBytes = true
		} else if p, err := get(t, v); err == nil {
			hasBytes = hasBytes || p.bytes
			hasStr = hasStr || !p.bytes
		} else {
			return rt.TypeErrorf("%s() argument must be str, bytes, or os.PathLike object, not '%s'", name, v.Type().Name)
		}
	}
	if hasStr && hasBytes {
		return rt.TypeErrorf("Can't mix strings and bytes in path components")
	}
	return orig
}

func pathJoin(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	first, err := get(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	rest, _ := rt.AsTuple(a[1])
	out := make([]byte, 0, 64)
	out = append(out, first.s...)
	for _, v := range rest.Items() {
		p, err := get(t, v)
		if err == nil && p.bytes != first.bytes {
			err = rt.TypeErrorf("Can't mix strings and bytes in path components")
		}
		if err != nil {
			return rt.Value{}, typeErr(t, "join", append([]rt.Value{a[0]}, rest.Items()...), err)
		}
		switch {
		case strings.HasPrefix(p.s, "/"):
			out = append(out[:0], p.s...)
		case len(out) == 0 || out[len(out)-1] == '/':
			out = append(out, p.s...)
		default:
			out = append(append(out, '/'), p.s...)
		}
	}
	return first.make(string(out)), nil
}

// splitText is split: head without trailing slashes, and tail.
func splitText(s string) (head, tail string) {
	i := strings.LastIndexByte(s, '/') + 1
	head, tail = s[:i], s[i:]
	if trimmed := strings.TrimRight(head, "/"); trimmed != "" {
		head = trimmed
	}
	return head, tail
}

// onPath is a function of one path.
func onPath(f func(p path) rt.Value) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p, err := get(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return f(p), nil
	}
}

func splitExt(p path) rt.Value {
	start := strings.LastIndexByte(p.s, '/') + 1
	dot := strings.LastIndexByte(p.s, '.')
	if dot > start && strings.Trim(p.s[start:dot], ".") != "" {
		return rt.TupleOf(p.make(p.s[:dot]), p.make(p.s[dot:]))
	}
	return rt.TupleOf(p.make(p.s), p.make(""))
}

// norm is normpath.
func norm(s string) string {
	if s == "" {
		return "."
	}
	slashes := 0
	if s[0] == '/' {
		slashes = 1
		if strings.HasPrefix(s, "//") && !strings.HasPrefix(s, "///") {
			slashes = 2
		}
	}
	var parts []string
	for _, c := range strings.Split(s, "/") {
		switch {
		case c == "" || c == ".":
		case c != "..", slashes == 0 && len(parts) == 0, len(parts) > 0 && parts[len(parts)-1] == "..":
			parts = append(parts, c)
		case len(parts) > 0:
			parts = parts[:len(parts)-1]
		}
	}
	out := "//"[:slashes] + strings.Join(parts, "/")
	if out == "" {
		return "."
	}
	return out
}

// abs is abspath.
func (p path) abs() (string, error) {
	if strings.HasPrefix(p.s, "/") {
		return norm(p.s), nil
	}
	dir, err := osmod.Getwd()
	if err != nil {
		return "", rt.FromOS(err)
	}
	return norm(p.fromSys(dir) + "/" + p.s), nil
}

func pathAbs(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := get(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	s, err := p.abs()
	return p.make(s), err
}

func pathRel(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if truth, err := rt.IsTrue(t, a[0]); err != nil || !truth {
		if err == nil {
			err = rt.ValueErrorf("no path specified")
		}
		return rt.Value{}, err
	}
	p, err := get(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	start := path{".", p.bytes}
	if !a[1].IsNone() {
		if start, err = get(t, a[1]); err != nil {
			return rt.Value{}, err
		}
	}
	if start.bytes != p.bytes {
		return rt.Value{}, rt.TypeErrorf("Can't mix strings and bytes in path components")
	}
	from, err := start.abs()
	if err != nil {
		return rt.Value{}, err
	}
	to, err := p.abs()
	if err != nil {
		return rt.Value{}, err
	}
	words := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == '/' }) }
	fw, tw := words(from), words(to)
	n := 0
	for n < len(fw) && n < len(tw) && fw[n] == tw[n] {
		n++
	}
	parts := make([]string, 0, len(fw)-n+len(tw)-n)
	for range fw[n:] {
		parts = append(parts, "..")
	}
	parts = append(parts, tw[n:]...)
	if len(parts) == 0 {
		return p.make("."), nil
	}
	return p.make(strings.Join(parts, "/")), nil
}

// env is an environment variable.
func env(t *rt.Thread, name string) (string, bool) {
	for _, kv := range osmod.Environ(t) {
		if v, ok := strings.CutPrefix(kv, name+"="); ok {
			return v, true
		}
	}
	return "", false
}

func pathExpanduser(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := get(t, a[0])
	if err != nil || !strings.HasPrefix(p.s, "~") {
		return p.make(p.s), err
	}
	i := strings.IndexByte(p.s, '/')
	if i < 0 {
		i = len(p.s)
	}
	home, ok := "", true
	if i == 1 {
		if home, ok = env(t, "HOME"); !ok {
			home, ok = homeFolder(uidField, strconv.Itoa(os.Getuid()))
		}
	} else {
		name, valid := path{p.s[1:i], p.bytes}.sys()
		if ok = valid; ok {
			home, ok = homeFolder(nameField, name)
		}
	}
	if !ok {
		return p.make(p.s), nil
	}
	out := strings.TrimRight(p.fromSys(home), "/") + p.s[i:]
	if out == "" {
		out = "/"
	}
	return p.make(out), nil
}

// The fields of a line of /etc/passwd.
const (
	nameField = 0
	uidField  = 2
	homeField = 5
)

// homeFolder is that of the user of whom the field is as given. Package os/user
// would ask the C library, and link the program to it.
func homeFolder(field int, text string) (string, bool) {
	data, err := os.ReadFile("/etc/passwd")
	if err != nil {
		return "", false
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(line, ":"); len(f) > homeField && f[field] == text {
			return f[homeField], true
		}
	}
	return "", false
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func pathExpandvars(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := get(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var out strings.Builder
	for i := 0; i < len(p.s); {
		if p.s[i] != '$' {
			out.WriteByte(p.s[i])
			i++
			continue
		}
		name, end := "", i+1
		if strings.HasPrefix(p.s[i:], "${") {
			if k := strings.IndexByte(p.s[i:], '}'); k > 0 {
				name, end = p.s[i+2:i+k], i+k+1
			}
		} else {
			for end < len(p.s) && isWord(p.s[end]) {
				end++
			}
			name = p.s[i+1 : end]
		}
		val, ok := "", false
		if end > i+1 {
			val, ok = env(t, name)
		}
		if ok {
			out.WriteString(p.fromSys(val))
		} else {
			out.WriteString(p.s[i:end])
		}
		i = end
	}
	return p.make(out.String()), nil
}

// real resolves symbolic links of rest under dir. ok is false after a loop.
func real(p path, dir, rest string, strict bool, seen map[string]string) (string, bool, error) {
	if strings.HasPrefix(rest, "/") {
		rest, dir = rest[1:], "/"
	}
	for rest != "" {
		name, tail, _ := strings.Cut(rest, "/")
		rest = tail
		switch name {
		case "", ".":
			continue
		case "..":
			if dir == "" {
				dir = ".."
				continue
			}
			var last string
			dir, last = splitText(dir)
			if last == ".." {
				dir = joinText(joinText(dir, ".."), "..")
			}
			continue
		}
		full := joinText(dir, name)
		sysName, valid := path{full, p.bytes}.sys()
		if !valid {
			return "", false, rt.ValueErrorf("embedded null byte")
		}
		fi, err := os.Lstat(sysName)
		if err != nil && strict {
			return "", false, rt.FromOS(err, p.make(full))
		}
		if err != nil || fi.Mode()&os.ModeSymlink == 0 {
			dir = full
			continue
		}
		if target, found := seen[full]; found {
			if target != "" {
				dir = target
				continue
			}
			if strict {
				_, err := os.Stat(sysName)
				if err != nil {
					return "", false, rt.FromOS(err, p.make(full))
				}
			}
			return joinText(full, rest), false, nil
		}
		seen[full] = ""
		link, err := os.Readlink(sysName)
		if err != nil {
			return "", false, rt.FromOS(err, p.make(full))
		}
		next, ok, err := real(p, dir, p.fromSys(link), strict, seen)
		if err != nil {
			return "", false, err
		}
		if !ok {
			return joinText(next, rest), false, nil
		}
		seen[full] = next
		dir = next
	}
	return dir, true, nil
}

func joinText(a, b string) string {
	switch {
	case strings.HasPrefix(b, "/"):
		return b
	case a == "" || strings.HasSuffix(a, "/"):
		return a + b
	}
	return a + "/" + b
}

func pathReal(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := get(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	strict, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	s, _, err := real(p, "", p.s, strict, map[string]string{})
	if err != nil {
		return rt.Value{}, err
	}
	s, err = path{s, p.bytes}.abs()
	return p.make(s), err
}

func pathCommonpath(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if truth, err := rt.IsTrue(t, a[0]); err != nil || !truth {
		if err == nil {
			err = rt.ValueErrorf("commonpath() arg is an empty sequence")
		}
		return rt.Value{}, err
	}
	items, err := rt.ToSlice(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if len(items) == 0 {
		return rt.Value{}, rt.ValueErrorf("commonpath() arg is an empty sequence")
	}
	var all [][]string
	var first path
	abs := 0
	for i, v := range items {
		p, err := get(t, v)
		if err != nil {
			return rt.Value{}, err
		}
		if i == 0 {
			first = p
		} else if p.bytes != first.bytes {
			return rt.Value{}, rt.TypeErrorf("Can't mix strings and bytes in path components")
		}
		if strings.HasPrefix(p.s, "/") {
			abs++
		}
		var parts []string
		for _, c := range strings.Split(p.s, "/") {
			if c != "" && c != "." {
				parts = append(parts, c)
			}
		}
		all = append(all, parts)
	}
	if abs != 0 && abs != len(items) {
		return rt.Value{}, rt.ValueErrorf("Can't mix absolute and relative paths")
	}
	n := len(all[0])
	for _, parts := range all[1:] {
		k := 0
		for k < n && k < len(parts) && parts[k] == all[0][k] {
			k++
		}
		n = k
	}
	root := ""
	if abs > 0 {
		root = "/"
	}
	return first.make(root + strings.Join(all[0][:n], "/")), nil
}

func pathCommonprefix(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if truth, err := rt.IsTrue(t, a[0]); err != nil || !truth {
		return rt.NewStr(""), err
	}
	items, err := rt.ToSlice(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	_, isList := rt.AsList(items[0])
	_, isTuple := rt.AsTuple(items[0])
	if isList || isTuple {
		return commonItems(t, items)
	}
	var first path
	n := 0
	for i, v := range items {
		p, err := get(t, v)
		if err != nil {
			return rt.Value{}, err
		}
		if i == 0 {
			first, n = p, len(p.s)
			continue
		}
		if p.bytes != first.bytes {
			return rt.Value{}, rt.TypeErrorf("Can't mix strings and bytes in path components")
		}
		k := 0
		for k < n && k < len(p.s) && p.s[k] == first.s[k] {
			k++
		}
		n = k
	}
	for !first.bytes && n > 0 && n < len(first.s) && first.s[n]&0xC0 == 0x80 {
		n--
	}
	return first.make(first.s[:n]), nil
}

// commonItems is commonprefix of lists.
func commonItems(t *rt.Thread, items []rt.Value) (rt.Value, error) {
	lo, hi := items[0], items[0]
	for _, v := range items[1:] {
		if less, err := rt.CompareBool(t, rt.CmpLT, v, lo); err != nil {
			return rt.Value{}, err
		} else if less {
			lo = v
		}
		if more, err := rt.CompareBool(t, rt.CmpGT, v, hi); err != nil {
			return rt.Value{}, err
		} else if more {
			hi = v
		}
	}
	a, err := rt.ToSlice(t, lo)
	if err != nil {
		return rt.Value{}, err
	}
	b, err := rt.ToSlice(t, hi)
	if err != nil {
		return rt.Value{}, err
	}
	n := 0
	for n < len(a) && n < len(b) {
		same, err := rt.EqualBool(t, a[n], b[n])
		if err != nil {
			return rt.Value{}, err
		}
		if !same {
			break
		}
		n++
	}
	if _, ok := rt.AsTuple(lo); ok {
		return rt.NewTuple(a[:n]), nil
	}
	return rt.NewList(a[:n:n]).Value(), nil
}
