// Package vm runs minipy's bytecode: the loop, frames and calls, unwinding,
// instruction accounting, imports, and the face that a Go program embeds.
//
// # Where things are
//
//	loop.go      the loop, with an essay on its state and the accounting
//	slow.go      the instructions and cases that the loop leaves to functions
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
//	machine.go, program.go, host.go         the machine, from outside and for natives
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
//   - Accounting is by stretches between taken jumps, calls and returns, and a
//     break mark on the instruction where the quantum ends, instead of a charge
//     at each basic block. It is exact (TestOffersAreExact).
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
//   - The Go compiler gets a profile (cmd/minipy/default.pgo): 5-7%.
package vm
