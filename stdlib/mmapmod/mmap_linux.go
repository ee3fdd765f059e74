package mmapmod

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var systemConsts = []rt.Const{
	row("MAP_DENYWRITE", unix.MAP_DENYWRITE), row("MAP_EXECUTABLE", unix.MAP_EXECUTABLE), row("MAP_POPULATE", unix.MAP_POPULATE), row("MAP_STACK", unix.MAP_STACK),
	row("MADV_REMOVE", unix.MADV_REMOVE), row("MADV_DONTFORK", unix.MADV_DONTFORK), row("MADV_DOFORK", unix.MADV_DOFORK),
	row("MADV_HWPOISON", unix.MADV_HWPOISON), row("MADV_MERGEABLE", unix.MADV_MERGEABLE), row("MADV_UNMERGEABLE", unix.MADV_UNMERGEABLE),
	row("MADV_HUGEPAGE", unix.MADV_HUGEPAGE), row("MADV_NOHUGEPAGE", unix.MADV_NOHUGEPAGE), row("MADV_DONTDUMP", unix.MADV_DONTDUMP), row("MADV_DODUMP", unix.MADV_DODUMP),
}

// anonymousFile makes a file without a name, of that many zero bytes.
func anonymousFile(size int64) (int, error) {
	fd, err := unix.MemfdCreate("mmap", unix.MFD_CLOEXEC)
	if err != nil {
		return -1, err
	}
	if err := unix.Ftruncate(fd, size); err != nil {
		unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

// shmPath is where memory with a name is a file.
func shmPath(name string) string { return "/dev/shm/" + name }
