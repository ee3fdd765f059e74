package fcntl

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var systemConsts = []rt.Const{
	row("LOCK_MAND", 32), row("LOCK_READ", 64), row("LOCK_WRITE", 128), row("LOCK_RW", 192),
	row("F_OFD_GETLK", unix.F_OFD_GETLK), row("F_OFD_SETLK", unix.F_OFD_SETLK), row("F_OFD_SETLKW", unix.F_OFD_SETLKW),
	row("F_GETLK64", unix.F_GETLK), row("F_SETLK64", unix.F_SETLK), row("F_SETLKW64", unix.F_SETLKW),
	row("F_GETSIG", unix.F_GETSIG), row("F_SETSIG", unix.F_SETSIG), row("F_SETLEASE", unix.F_SETLEASE), row("F_GETLEASE", unix.F_GETLEASE),
	row("F_NOTIFY", unix.F_NOTIFY), row("F_EXLCK", 4), row("F_SHLCK", 8),
	row("F_SETPIPE_SZ", unix.F_SETPIPE_SZ), row("F_GETPIPE_SZ", unix.F_GETPIPE_SZ),
	row("DN_ACCESS", 1), row("DN_MODIFY", 2), row("DN_CREATE", 4), row("DN_DELETE", 8), row("DN_RENAME", 16), row("DN_ATTRIB", 32),
	row("DN_MULTISHOT", 1<<31),
	row("F_ADD_SEALS", unix.F_ADD_SEALS), row("F_GET_SEALS", unix.F_GET_SEALS), row("F_SEAL_SEAL", unix.F_SEAL_SEAL),
	row("F_SEAL_SHRINK", unix.F_SEAL_SHRINK), row("F_SEAL_GROW", unix.F_SEAL_GROW), row("F_SEAL_WRITE", unix.F_SEAL_WRITE),
}
