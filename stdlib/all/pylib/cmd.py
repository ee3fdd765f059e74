"""Line-oriented command interpreters: a method do_foo() for each command foo."""

import string
import sys

__all__ = ['Cmd']

PROMPT = '(Cmd) '
IDENTCHARS = string.ascii_letters + string.digits + '_'


class Cmd:
    """Subclass this and add methods do_..., and help_... or docstrings; cmdloop() reads and dispatches lines."""

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = '='
    lastcmd = ''
    intro = None
    doc_leader = ''
    doc_header = 'Documented commands (type help <topic>):'
    misc_header = 'Miscellaneous help topics:'
    undoc_header = 'Undocumented commands:'
    nohelp = '*** No help on %s'
    use_rawinput = 1

    def __init__(self, completekey='tab', stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def cmdloop(self, intro=None):
        """Read lines and run them until one of them returns a true value."""
        self.preloop()
        readline = None
        if self.use_rawinput and self.completekey:
            try:
                import readline
                self.old_completer = readline.get_completer()
                readline.set_completer(self.complete)
                readline.parse_and_bind(self.completekey + ': complete')
            except ImportError:
                pass
        try:
            if intro is not None:
                self.intro = intro
            if self.intro:
                self.stdout.write(str(self.intro) + '\n')
            stop = None
            while not stop:
                if self.cmdqueue:
                    line = self.cmdqueue.pop(0)
                elif self.use_rawinput:
                    try:
                        line = input(self.prompt)
                    except EOFError:
                        line = 'EOF'
                else:
                    self.stdout.write(self.prompt)
                    self.stdout.flush()
                    line = self.stdin.readline()
                    line = line.rstrip('\r\n') if line else 'EOF'
                line = self.precmd(line)
                stop = self.onecmd(line)
                stop = self.postcmd(stop, line)
            self.postloop()
        finally:
            if readline is not None:
                readline.set_completer(self.old_completer)

    def precmd(self, line):
        """May change a line before it is run."""
        return line

    def postcmd(self, stop, line):
        """May change whether to stop."""
        return stop

    def preloop(self):
        """Called before the loop."""

    def postloop(self):
        """Called after the loop."""

    def parseline(self, line):
        """(command, arguments, line); ? means help, ! means shell."""
        line = line.strip()
        if not line:
            return None, None, line
        if line[0] == '?':
            line = 'help ' + line[1:]
        elif line[0] == '!':
            if not hasattr(self, 'do_shell'):
                return None, None, line
            line = 'shell ' + line[1:]
        i = 0
        while i < len(line) and line[i] in self.identchars:
            i += 1
        return line[:i], line[i:].strip(), line

    def onecmd(self, line):
        """Run one line."""
        command, arg, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = line
        if line == 'EOF':
            self.lastcmd = ''
        if command == '':
            return self.default(line)
        func = getattr(self, 'do_' + command, None)
        if func is None:
            return self.default(line)
        return func(arg)

    def emptyline(self):
        """An empty line: run the last command again."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """A line that is no command."""
        self.stdout.write('*** Unknown syntax: %s\n' % line)

    def completedefault(self, *ignored):
        """Completions for commands without a complete_... method."""
        return []

    def completenames(self, text, *ignored):
        wanted = 'do_' + text
        return [name[3:] for name in self.get_names() if name.startswith(wanted)]

    def complete(self, text, state):
        """The completion number state of text, for readline."""
        if state == 0:
            import readline
            whole = readline.get_line_buffer()
            line = whole.lstrip()
            stripped = len(whole) - len(line)
            begin = readline.get_begidx() - stripped
            end = readline.get_endidx() - stripped
            if begin > 0:
                command, args, _ = self.parseline(line)
                if not command:
                    function = self.completedefault
                else:
                    function = getattr(self, 'complete_' + command, self.completedefault)
            else:
                function = self.completenames
            self.completion_matches = function(text, line, begin, end)
        try:
            return self.completion_matches[state]
        except IndexError:
            return None

    def get_names(self):
        return dir(self.__class__)

    def complete_help(self, *args):
        commands = set(self.completenames(*args))
        topics = {name[5:] for name in self.get_names() if name.startswith('help_' + args[0])}
        return list(commands | topics)

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if arg:
            func = getattr(self, 'help_' + arg, None)
            if func is None:
                doc = getattr(getattr(self, 'do_' + arg, None), '__doc__', None)
                if doc:
                    self.stdout.write('%s\n' % str(doc))
                else:
                    self.stdout.write('%s\n' % str(self.nohelp % (arg,)))
                return
            func()
            return
        names = sorted(self.get_names())
        topics = {name[5:] for name in names if name[:5] == 'help_'}
        documented = []
        undocumented = []
        previous = ''
        for name in names:
            if name[:3] != 'do_' or name == previous:
                continue
            previous = name
            command = name[3:]
            if command in topics:
                documented.append(command)
                topics.remove(command)
            elif getattr(self, name).__doc__:
                documented.append(command)
            else:
                undocumented.append(command)
        self.stdout.write('%s\n' % str(self.doc_leader))
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, undocumented, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        if cmds:
            self.stdout.write('%s\n' % str(header))
            if self.ruler:
                self.stdout.write('%s\n' % str(self.ruler * len(header)))
            self.columnize(cmds, maxcol - 1)
            self.stdout.write('\n')

    def columnize(self, list, displaywidth=80):
        """Print strings in as few rows as fit, columns first."""
        if not list:
            self.stdout.write('<empty>\n')
            return
        wrong = [str(i) for i, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError('list[i] not a string for i in %s' % ', '.join(wrong))
        size = len(list)
        if size == 1:
            self.stdout.write('%s\n' % str(list[0]))
            return
        for nrows in range(1, size):
            ncols = (size + nrows - 1) // nrows
            widths = [max([len(x) for x in list[col * nrows:(col + 1) * nrows]], default=0) for col in range(ncols)]
            if sum(widths) + 2 * (ncols - 1) <= displaywidth:
                break
        else:
            nrows = size
            ncols = 1
            widths = [0]
        for row in range(nrows):
            texts = [list[i] for i in range(row, size, nrows)]
            while texts and not texts[-1]:
                del texts[-1]
            texts = [text.ljust(widths[col]) for col, text in enumerate(texts)]
            self.stdout.write('%s\n' % str('  '.join(texts)))
