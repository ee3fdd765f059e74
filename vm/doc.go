// Package vm runs Python 3.11 in a Go program: a [Machine] is an interpreter
// with a heap, modules and threads of its own, and any number of them can run
// in one process at the same time.
//
//	m, err := vm.New(vm.Config{Stdout: os.Stdout, Modules: stdlib.Safe()})
//	defer m.Close()
//	err = m.Set("price", func(sku string) (float64, error) { ... })
//	err = m.Run(ctx, "rule.py", source)
//	v, err := m.Eval(ctx, "total * 2")
//
// # What scripts may do
//
// A script can do what its [Config] grants. Without Modules it cannot import,
// without FS it reads no file, without Stdout what it prints is discarded.
// [Limits] bounds steps, memory, depth, output and threads: a script that
// reaches one ends where it stands, without a chance to catch that, and the
// call answers with a [LimitError]; after [Machine.Reset] the machine can be
// used again. Every call takes a context, which ends it within a millisecond,
// also in the middle of a sleep, of input or output, or of a long operation.
//
// # Values
//
// [Machine.Set] and the arguments of [Machine.Call] convert Go values of any
// type, [Value.Decode] converts back; convert.go and decode.go have the tables.
// Numbers, strings, slices and maps are copied into Python's own. Pointers to
// structs are not: scripts see the struct itself, with its exported fields
// (tags: `py:"name"`, `py:"-"`) and its methods; gotype.go says which methods
// make it something to iterate over, to index, to call or to use in a with
// statement. A reflect.Type or a [Class] gives scripts the class, which they can
// subclass. Those who want no reflection have the accessors of [Value], and
// functions that take and give Values.
//
// # Functions
//
// A Go function that scripts call may take a context.Context and the *Machine
// first and [Kw] last, be variadic, and end its results in an error. Functions
// of up to two parameters of the usual types are called directly, in 35 ns (what a
// loop around the call costs included), others by reflection, in 430 ns. A
// Python function becomes a Go function of any type that fits: as a parameter of a
// host function, or by Decode. [Module] makes a module of Go functions.
//
// Any goroutine may call into a machine at any time, also while a host function
// of that machine runs: it waits for its turn (the GIL). A host function that
// calls back should do so with the context that it has been given, or through a
// function that it has been given: the call then goes on in the same Python thread
// and can take the locks that this has. Calls with other contexts are threads
// of their own. A host function that blocks must watch its context: the machine
// cannot interrupt it.
//
// # Errors
//
// An exception that the script does not handle is an [Exception], with its
// traceback and cause. An error that a host function returns is a RuntimeError
// in the script (an OSError where it is one of the system's); outside,
// errors.Is and errors.As find it again, however the script has wrapped it. An
// exception that a host function passes on is the same one for the script. A
// panic in a host function is a RuntimeError with a [PanicError] behind it. What
// is used in the wrong way (a closed machine, another machine's Value, cyclic
// values) is an error, and never a panic.
//
// # Where things are
//
//	loop.go      the loop, with an essay on its state and the accounting
//	slow.go, operate.go, handle.go, match.go  what the loop leaves to functions
//	thread.go    frames and registers       call.go    calls and their arguments
//	attr.go      the inline caches          names.go   globals, names, far locals
//	gen.go       generators, coroutines     unwind.go  exceptions, continuations
//	quantum.go   where a quantum ends       trace.go   sys.settrace on top of it
//	gil.go       the GIL: essay, turns      carrier.go goroutines that continue threads
//	wait.go      waits, blocking, interrupts  stacks.go  the threads from outside
//	guard.go     panics become SystemError  unit.go    code linked into a machine
//	state.go     a machine as bytes         fork_unix.go  os.fork on top of that
//	import.go    the import system          spec.go    its objects
//	builtins.go, sysmod.go                  the two modules made of the machine
//	run.go, config.go, errors.go            the calls of an embedding program
//	stop.go     contexts and limits: what no script can catch
//	usage.go    steps, threads and output   memory.go  what it keeps alive, with an essay
//	machine.go, program.go, host.go         the machine, from outside and for natives
//	run.go, callgo.go, value.go             calls of an embedding program
//	convert.go, decode.go                   Go values to Python's, and back
//	gofunc.go, gofast.go, callback.go       functions, both ways
//	gotype.go, golive.go, gospecial.go      Go types as classes
//	lend.go                                 the GIL while a Go function runs
//
// # Measured against the design
//
// What was found different while building, with the numbers (whole processes
// on 2 cores, Go 1.26, against CPython 3.11.7):
//
//   - The loop keeps only the instruction pointer and the register base in Go
//     locals. With the frame, unit, pc, budget and mark in locals too, Go stored
//     nine of them to its stack at every dispatch: fib(36) took 1.20 s of CPU
//     instead of 1.07 s; with the callee's frame pushed inline and its unit found
//     through the function, 0.98 s (CPython 1.65 s).
//     Nothing is kept across calls either, see the essay in loop.go: 6% more.
//   - Accounting moves the address where the quantum would end at taken jumps,
//     calls and returns, and puts a break mark on the instruction there when it is
//     near, instead of a charge at each basic block. A thread that is alone gets
//     eight quanta at once and no marks. It is exact (TestOffersAreExact) and costs
//     2-3%; a count kept in two words 5%, with a mark for each quantum 17%.
//   - Page faults were a quarter of the time of programs that make many objects:
//     the command's heap asks for large pages (cmd/minipy/heap_linux.go).
//   - Generators that a native consumes whole are driven in one run without being
//     suspended (Drive): matmul and spectral went from 1.0x to 1.6x and 2.2x.
//   - A generator keeps only the registers that a yield says it needs, in its own
//     allocation, and is resumed in the caller's run by for loops, next() and
//     send(): 130 to 50 ns an item through a pipeline of three.
//   - Operators, comparisons, property getters and setters, descriptors, item
//     access and __init__ of classes in Python push frames, and the loop returns
//     from them itself (properties 1.2 to 2.0 of CPython); other special methods,
//     sort keys and the like run in a nested loop of 45 ns, bounded by
//     runtime.Thread.Enter.
//   - Functions, generators, tracebacks: what nobody asks for is in a part made
//     when somebody does (closures 0.93 to 1.21, exceptions 0.92 to 1.05).
//   - A turn's end touches no lock: the ready queue belongs to the thread that has
//     the GIL, others leave what they make ready in a list of their own. The
//     dispatch that finds the turn over counts as an instruction, or a loop whose
//     length divides the interval would be stopped at one place for ever and
//     n += 1 never lose an update.
//   - A lock that is released belongs to the thread that has waited longest, at
//     once; CPython lets whoever comes first have it.
//   - A thread in recv() is data, too; the running one looks for its bytes every
//     8 us, because Go's poller is 20 us away while the other processor is busy.
//     While none runs, a carrier sleeps in epoll_wait itself and goes on with the
//     thread that it wakes (carrier.watch): a message to another process and back
//     takes 10 us instead of 35, with half the context switches.
//   - The Go compiler gets a profile (cmd/minipy/default.pgo): 5-7%.
package vm
