"""Read-eval-print loops in Python: InteractiveInterpreter, InteractiveConsole, interact()."""

import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ['InteractiveInterpreter', 'InteractiveConsole', 'interact', 'compile_command']


class InteractiveInterpreter:
    """Compiles and runs commands in a namespace, and shows what goes wrong; where they come from is not its business."""

    def __init__(self, locals=None):
        if locals is None:
            locals = {'__name__': '__console__', '__doc__': None}
        self.locals = locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename='<input>', symbol='single'):
        """Run source if it is complete; True says that more lines are wanted."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Run a code object. Exceptions are shown, but for SystemExit, which passes."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None):
        """Show the syntax error that is being handled, as one in filename."""
        kind, value, tb = sys.exc_info()
        if filename and kind is SyntaxError:
            try:
                message, (_, line, offset, text) = value.args
            except ValueError:
                pass  # not as the compiler makes them
            else:
                value = SyntaxError(message, (filename, line, offset, text))
        self._remember(kind, value, tb)
        self._show(kind, value, tb, traceback.format_exception_only(kind, value))

    def showtraceback(self):
        """Show the exception that is being handled, without our own frame."""
        kind, value, tb = sys.exc_info()
        self._remember(kind, value, tb)
        try:
            self._show(kind, value, tb, traceback.format_exception(kind, value, tb.tb_next))
        finally:
            tb = None

    @staticmethod
    def _remember(kind, value, tb):
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, tb

    def _show(self, kind, value, tb, lines):
        if sys.excepthook is sys.__excepthook__:
            self.write(''.join(lines))
        else:
            sys.excepthook(kind, value, tb)

    def write(self, data):
        """Where messages go: standard error."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """An interpreter with a prompt; a subclass may read its lines from elsewhere."""

    def __init__(self, locals=None, filename='<console>'):
        super().__init__(locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        """Forget the lines of an unfinished command."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Read and run commands until the input ends. banner and exitmsg of '' are not shown."""
        for name, prompt in ('ps1', '>>> '), ('ps2', '... '):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            self.write(f'Python {sys.version} on {sys.platform}\n'
                       'Type "help", "copyright", "credits" or "license" for more information.\n'
                       f'({self.__class__.__name__})\n')
        elif banner:
            self.write(f'{banner!s}\n')
        more = False
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write('\n')
                    break
                more = self.push(line)
            except KeyboardInterrupt:
                self.write('\nKeyboardInterrupt\n')
                self.resetbuffer()
                more = False
        if exitmsg is None:
            self.write(f'now exiting {self.__class__.__name__}...\n')
        elif exitmsg != '':
            self.write(f'{exitmsg}\n')

    def push(self, line):
        """Add a line, without its end, to the command and run it if that completes it; True says that it does not."""
        self.buffer.append(line)
        more = self.runsource('\n'.join(self.buffer), self.filename)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=''):
        """A line; EOFError at the end."""
        return input(prompt)


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    """A console that runs until the input ends. readfunc stands in for its raw_input."""
    console = InteractiveConsole(local)
    if readfunc is not None:
        console.raw_input = readfunc
    else:
        try:
            import readline  # editing, where there is such a module
        except ImportError:
            pass
    console.interact(banner, exitmsg)


def _main():
    import argparse
    parser = argparse.ArgumentParser(prog='code')
    parser.add_argument('-q', action='store_true', help="don't print version and copyright messages")
    quiet = parser.parse_args().q or sys.flags.quiet
    interact('' if quiet else None)


if __name__ == '__main__':
    _main()
