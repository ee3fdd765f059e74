"""A template engine in one page.

    minipy examples/template/template.py page.txt

{{ expression | filter }} prints a value, {% if %}, {% for %}, {% else %} and
{% end %} do what they say. A template is compiled to Python source, and that
to a function.
"""

import sys
from types import SimpleNamespace

FILTERS = {
    "upper": lambda v: str(v).upper(),
    "title": lambda v: str(v).title(),
    "money": lambda v: f"{v:,.2f} EUR",
}


KEYWORDS = {"and", "or", "not", "in", "is", "True", "False", "None"}


class TemplateError(Exception):
    pass


def pieces(text):
    """Yield ('text' | 'expr' | 'code', content) for a template."""
    before = "\n"
    while text:
        start = text.find("{")
        while start >= 0 and text[start:start + 2] not in ("{{", "{%", "{#"):
            start = text.find("{", start + 1)
        if start < 0:
            yield "text", text
            return
        if start:
            yield "text", text[:start]
            before = text[start - 1]
        opening = text[start:start + 2]
        closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[opening]
        end = text.find(closing, start)
        if end < 0:
            raise TemplateError(f"{opening} without {closing}")
        content = text[start + 2:end].strip()
        text = text[end + 2:]
        if opening == "{{":
            yield "expr", content
            before = ""
            continue
        if opening == "{%":
            yield "code", content
        # A line that holds nothing but a statement leaves no empty line behind.
        if before == "\n" and text.startswith("\n"):
            text = text[1:]
        else:
            before = ""


class Template:
    def __init__(self, text):
        lines = ["def render(_out, _filters, _context):"]
        depth, blocks = 1, []

        def emit(line):
            lines.append("    " * depth + line)

        for kind, content in pieces(text):
            if kind == "text":
                emit(f"_out({content!r})")
            elif kind == "expr":
                value, *names = [part.strip() for part in content.split("|")]
                value = f"({self.names(value, blocks)})"
                for name in names:
                    if name not in FILTERS:
                        raise TemplateError(f"no filter {name!r}")
                    value = f"_filters[{name!r}]({value})"
                emit(f"_out(str({value}))")
            elif content == "end":
                if not blocks:
                    raise TemplateError("'end' closes nothing")
                blocks.pop()
                depth -= 1
            elif content == "else":
                depth -= 1
                emit("else:")
                depth += 1
            else:
                word, _, rest = content.partition(" ")
                if word == "if":
                    emit(f"if {self.names(rest, blocks)}:")
                    blocks.append(None)
                elif word == "for":
                    name, _, source = rest.partition(" in ")
                    emit(f"for {name} in {self.names(source, blocks)}:")
                    blocks.append(name)
                else:
                    raise TemplateError(f"what is {word!r}?")
                depth += 1
        if blocks:
            raise TemplateError(f"{len(blocks)} 'end' missing")
        self.source = "\n".join(lines)
        namespace = {}
        exec(compile(self.source, "<template>", "exec"), namespace)
        self.function = namespace["render"]

    @staticmethod
    def names(expression, blocks):
        """Names that no loop has bound come from the context."""
        out, i = [], 0
        while i < len(expression):
            if expression[i].isidentifier():
                j = i
                while j < len(expression) and (expression[j].isalnum() or expression[j] == "_"):
                    j += 1
                word = expression[i:j]
                attribute = i > 0 and expression[i - 1] == "."
                plain = attribute or word in blocks or word in KEYWORDS
                out.append(word if plain else f"_context[{word!r}]")
                i = j
            else:
                out.append(expression[i])
                i += 1
        return "".join(out)

    def render(self, **context):
        out = []
        self.function(out.append, FILTERS, context)
        return "".join(out)


def main(path):
    with open(path) as f:
        template = Template(f.read())
    lines = [
        SimpleNamespace(name="teapot", count=1, price=24.5),
        SimpleNamespace(name="cup & saucer", count=12, price=6.25),
        SimpleNamespace(name="spoon", count=6, price=1.1),
    ]
    total = sum(line.count * line.price for line in lines)
    for customer in (SimpleNamespace(name="grace hopper", tags=["new", "abroad"]), SimpleNamespace(name="alan", tags=[])):
        print(template.render(customer=customer, number=1042, date="3 May", lines=lines, total=total))
        lines, total = lines[2:], 6.6
    for broken in ("{{ x", "{% if x %}", "{{ x | shout }}", "{% end %}", "{% while x %}"):
        try:
            Template(broken)
        except TemplateError as e:
            print(f"{broken:<16} {e}")


if __name__ == "__main__":
    main(sys.argv[1])
