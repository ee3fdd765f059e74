package osutil

import (
	"io/fs"
	"path"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
)

// The files of a VM's fs.FS have descriptors too, far above the system's.
const firstVirtual = 1 << 20

const virtualKey = "osutil.files"

// maxVirtual is how many files of its fs.FS a VM may have open.
const maxVirtual = 1024

type virtualFiles map[int]fs.File

// virtualFile is the file that fd stands for, or nil.
func virtualFile(t *rt.Thread, fd int) fs.File {
	if fd < firstVirtual {
		return nil
	}
	table, _ := t.VM.Ext[virtualKey].(virtualFiles)
	return table[fd]
}

// VirtualPath is how a path of a script names a file of an fs.FS: the root is
// that of both.
func VirtualPath(name string) string {
	if p := path.Clean("/" + name)[1:]; p != "" {
		return p
	}
	return "."
}

// openVirtual opens a file of the VM's fs.FS, for reading only.
func openVirtual(t *rt.Thread, name string, flags int) (int, error) {
	if flags&(syscall.O_WRONLY|syscall.O_RDWR|syscall.O_CREAT|syscall.O_TRUNC|syscall.O_APPEND) != 0 {
		return -1, syscall.EROFS
	}
	table, ok := t.VM.Ext[virtualKey].(virtualFiles)
	if !ok {
		table = virtualFiles{}
		t.VM.Ext[virtualKey] = table
	}
	if len(table) >= maxVirtual {
		return -1, syscall.EMFILE
	}
	var f fs.File
	var err error
	fsys := t.VM.FS
	unlocked(t, func() { f, err = fsys.Open(VirtualPath(name)) })
	if err != nil {
		return -1, err
	}
	fd := firstVirtual
	for table[fd] != nil {
		fd++
	}
	table[fd] = f
	return fd, nil
}

func closeVirtual(t *rt.Thread, fd int) (err error) {
	table, _ := t.VM.Ext[virtualKey].(virtualFiles)
	f := table[fd]
	delete(table, fd)
	unlocked(t, func() { err = f.Close() })
	return err
}
