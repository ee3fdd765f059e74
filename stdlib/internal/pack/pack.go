// Package pack holds modules in Python compressed, a quarter of their size, in
// an executable: a table of contents, and each module by itself, since most
// programs import few of them.
package pack

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
)

// A Module is one packed module.
type Module struct {
	Name    string // dotted
	Package bool
	size    int
	data    string
}

// Make packs the modules whose files are below root in files. The form: a line
// "NAME SIZE PACKED" a module (SIZE in bytes, PACKED when compressed; the name of
// a package ends in a dot), an empty line, the compressed texts (RFC 1951).
func Make(files fs.FS, root string) ([]byte, error) {
	var head, body bytes.Buffer
	w, err := flate.NewWriter(nil, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(files, root, func(file string, d fs.DirEntry, err error) error {
		name, ok := strings.CutSuffix(strings.TrimPrefix(file, root+"/"), ".py")
		if err != nil || d.IsDir() || !ok {
			return err
		}
		name = strings.ReplaceAll(name, "/", ".")
		name = strings.TrimSuffix(name, "__init__") // leaves the dot
		src, err := fs.ReadFile(files, file)
		if err != nil {
			return err
		}
		start := body.Len()
		w.Reset(&body)
		if _, err := w.Write(src); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		fmt.Fprintf(&head, "%s %d %d\n", name, len(src), body.Len()-start)
		return nil
	})
	return append(append(head.Bytes(), '\n'), body.Bytes()...), err
}

// Open lists the modules of a pack that Make has made.
func Open(data string) []Module {
	head, body, _ := strings.Cut(data, "\n\n")
	var list []Module
	for line := range strings.SplitSeq(head, "\n") {
		name, sizes, _ := strings.Cut(line, " ")
		size, packed, _ := strings.Cut(sizes, " ")
		var m Module
		m.Name, m.Package = strings.CutSuffix(name, ".")
		m.size, _ = strconv.Atoi(size)
		n, _ := strconv.Atoi(packed)
		m.data, body = body[:n], body[n:]
		list = append(list, m)
	}
	return list
}

// Source is the module's text.
func (m *Module) Source() ([]byte, error) {
	src := make([]byte, m.size)
	_, err := io.ReadFull(flate.NewReader(strings.NewReader(m.data)), src)
	return src, err
}
