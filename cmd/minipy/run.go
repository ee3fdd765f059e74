package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	goruntime "runtime"
	"runtime/pprof"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/minipy/minipy/cmd/minipy/repl"
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/stdlib/faulthandler"
	stdio "github.com/minipy/minipy/stdlib/io"
	"github.com/minipy/minipy/stdlib/signalmod"
	"github.com/minipy/minipy/vm"
)

// run executes the command line and gives the exit status. child says that it is of
// a process that serves another one.
func run(argv []string, child bool) int {
	if len(argv) > 0 && argv[0] == "check" {
		return checkFiles(argv[1:])
	}
	opts, status := parseArgs(argv)
	if opts == nil {
		return status
	}
	opts.child = child
	if msg := opts.environment(); msg != "" {
		stage := "preinitialized"
		if strings.HasPrefix(msg, "preconfig") {
			stage = "preinitializing"
		}
		fmt.Fprintf(os.Stderr, "Fatal Python error: %s\nPython runtime state: %s\n\n", msg, stage)
		return 1
	}
	if !utf8.ValidString(opts.code) {
		fmt.Fprintf(os.Stderr, "Unable to decode the command from the command line:\n%s\n", surrogates(opts.code))
		return 1
	}
	if st, err := os.Stdin.Stat(); err == nil && st.IsDir() {
		fmt.Fprint(os.Stderr, "Fatal Python error: init_sys_streams: <stdin> is a directory, cannot continue\nPython runtime state: core initialized\n\n")
		return 1
	}
	setHeapFloor()
	signalmod.Init(os.Getenv(profileVariable) != "")
	defer profile()()
	m, err := vm.New(vm.Config{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Args: opts.argv, Path: opts.path(), Modules: all.Modules(), Cache: openCache(opts),
		Executable: executable(), Optimize: opts.optimize, NoSite: opts.flags["no_site"] != 0, Unbuffered: opts.unbuffered, Inspect: opts.inspect,
		Flags: opts.flags, Warnings: opts.warnings, XOptions: opts.xoptions,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "minipy:", err)
		return 1
	}
	stdin, stdout, stderr := stdio.StdStreams(m.Main(), stdio.StdOptions{Unbuffered: opts.unbuffered, Encoding: opts.encoding, Errors: opts.errors})
	for _, s := range []struct {
		name string
		v    runtime.Value
	}{{"stdin", stdin}, {"stdout", stdout}, {"stderr", stderr}} {
		m.SetSys(s.name, s.v)
		m.SetSys("__"+s.name+"__", s.v)
	}
	if err := prepare(m, opts); err != nil {
		return m.Exit(m.Report(err))
	}
	catchInterrupts(m)
	catchQuit(m)
	faulthandler.Catch(m.Main())
	return exit(m, execute(m, opts))
}

// prepare does what CPython does between its start and the program's.
func prepare(m *vm.Machine, o *options) error {
	if o.flags["no_site"] == 0 {
		m.InitSite()
	}
	if o.pycachePrefix != "" {
		m.SetSys("pycache_prefix", runtime.NewStr(o.pycachePrefix))
	}
	return m.Guard(func(t *runtime.Thread) error {
		if len(o.warnings) > 0 { // they apply from the start; what is wrong with them is said
			t.Host.Import(t, "warnings", runtime.None, runtime.None, runtime.None, 0)
		}
		if !o.faulthandler {
			return nil
		}
		v, err := t.Host.Import(t, "faulthandler", runtime.None, runtime.None, runtime.None, 0)
		if err == nil {
			_, err = runtime.CallMethod(t, v, "enable")
		}
		return err
	})
}

// runChild goes on with a program that has forked, in the child, or does as the command
// line of a child says.
func runChild() int {
	if vm.FreshChild() {
		return run(os.Args[1:], true)
	}
	setHeapFloor()
	signalmod.Init(false)
	var machine *vm.Machine
	status, err := vm.RunChild(vm.Config{Modules: all.Modules(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}, func(m *vm.Machine) {
		machine = m
		catchInterrupts(m)
		catchQuit(m)
		faulthandler.Catch(m.Main())
		signalmod.Restore(m.Main())
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "minipy:", err)
		return 1
	}
	if machine == nil { // the parent gave it up
		return status
	}
	return flushed(machine, status)
}

// exit ends the program and writes out what its files still hold.
func exit(m *vm.Machine, status int) int { return flushed(m, m.Exit(status)) }

func flushed(m *vm.Machine, status int) int {
	m.Guard(func(t *runtime.Thread) error {
		stdio.FlushAll(t)
		return nil
	})
	if m.Interrupted() && status == 130 {
		return byInterrupt
	}
	return status
}

// profileVariable names the file that a CPU profile is written to.
const profileVariable = "MINIPYPROFILE"

// profile writes a CPU profile, if one is wanted, until the function it returns
// is called.
func profile() func() {
	name := os.Getenv(profileVariable)
	if name == "" {
		return func() {}
	}
	f, err := os.Create(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, "minipy:", err)
		return func() {}
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		fmt.Fprintln(os.Stderr, "minipy:", err)
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}
}

func executable() string {
	p, err := os.Executable()
	if err != nil {
		return ""
	}
	return p
}

// catchInterrupts turns SIGINT into KeyboardInterrupt, unless this process was
// started with SIGINT ignored: a second one while the first is not yet seen ends the process.
func catchInterrupts(m *vm.Machine) {
	if goruntime.GOARCH != "wasm" && signal.Ignored(os.Interrupt) { // Go knows no signals there, and Ignored panics
		return
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		for range c {
			if !m.TakesSignal(int(syscall.SIGINT)) {
				m.Interrupt()
			}
		}
	}()
}

// patience is how long SIGQUIT waits for the running thread to give up the GIL.
const patience = time.Second

// catchQuit makes SIGQUIT show every thread's Python stack and what it waits for,
// unless Python code has a handler of its own.
func catchQuit(m *vm.Machine) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGQUIT)
	go func() {
		for range c {
			if m.TakesSignal(int(syscall.SIGQUIT)) {
				continue
			}
			io.WriteString(os.Stderr, m.DumpStacks(patience))
		}
	}()
}

// execute runs what the options say and gives the status.
func execute(m *vm.Machine, o *options) int {
	var err error
	switch {
	case o.hasCode:
		err = m.RunSource([]byte(o.code+"\n"), "<string>", false)
	case o.hasModule:
		if o.module == "code" {
			repl.EditLines(repl.Options{Machine: m, Modules: all.Modules()})
		}
		err = m.RunModule(o.module)
		if runtime.IsError(err, runtime.ImportError) && runtime.ToException(err).Tb == nil {
			fmt.Fprintf(os.Stderr, "%s: %s\n", executable(), runtime.ToException(err).Message())
			return 1
		}
	case !o.hasFile || o.file == "-":
		if o.interactive() {
			return runSession(m, o, true)
		}
		var src []byte
		if src, err = io.ReadAll(os.Stdin); err == nil {
			err = m.RunFile(src, "<stdin>", false)
		}
	default:
		return runFile(m, o)
	}
	return finish(m, o, err)
}

func runFile(m *vm.Machine, o *options) int {
	name := o.file
	if name == "" {
		name = "."
	}
	st, err := os.Stat(name)
	if err == nil && st.IsDir() {
		if _, err := os.Stat(filepath.Join(name, "__main__.py")); err != nil {
			fmt.Fprintf(os.Stderr, "%s: can't find '__main__' module in '%s'\n", executable(), filepath.Clean(absolute(name)))
			return 1
		}
		return finish(m, o, m.RunModule("__main__"))
	}
	src, err := os.ReadFile(name)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: can't open file '%s': %s\n", executable(), absolute(name), errorText(err))
		return 2
	}
	if o.flags["skip_first_line"] != 0 {
		// the line end stays, so that line numbers are the file's
		_, rest, found := bytes.Cut(src, []byte("\n"))
		if src = rest; found {
			src = append([]byte("\n"), rest...)
		}
	}
	return finish(m, o, m.RunFile(src, absolute(name), true))
}

// absolute is how CPython names the file it runs: below the current folder,
// otherwise as given.
func absolute(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	if dir, err := os.Getwd(); err == nil {
		return dir + string(filepath.Separator) + name
	}
	return name
}

func errorText(err error) string {
	if pe, ok := err.(*os.PathError); ok {
		if no, ok := pe.Err.(syscall.Errno); ok {
			return fmt.Sprintf("[Errno %d] %s", int(no), runtime.Strerror(int(no)))
		}
	}
	return err.Error()
}

// finish reports what ended the program, and lets the user look at what is
// left of it if -i says so.
func finish(m *vm.Machine, o *options, err error) int {
	if inspect := o.inspect || os.Getenv("PYTHONINSPECT") != "" && o.flags["ignore_environment"] == 0; inspect && o.interactive() {
		if err != nil {
			if status, over := repl.Report(m, err, false); over {
				return status
			}
		}
		return runSession(m, o, false)
	}
	switch {
	case err == nil:
		return 0
	case o.child && runtime.IsError(err, runtime.KeyboardInterrupt):
		return byInterrupt // the parent tells of it
	}
	return m.Report(err)
}
