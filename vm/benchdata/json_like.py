"""Encoding and decoding a JSON-like notation, written in Python."""

ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


def encode(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, list):
        return "[" + ", ".join(encode(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(quote(k) + ": " + encode(v) for k, v in value.items()) + "}"
    raise TypeError(type(value).__name__)


def quote(text):
    out = ['"']
    for ch in text:
        if ch == '"' or ch == "\\":
            out.append("\\" + ch)
        elif ch == "\n":
            out.append("\\n")
        elif ch == "\t":
            out.append("\\t")
        else:
            out.append(ch)
    out.append('"')
    return "".join(out)


class Decoder:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, what):
        raise ValueError(f"expected {what} at {self.at}")

    def skip(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \n\t":
            self.at += 1

    def value(self):
        self.skip()
        ch = self.text[self.at]
        if ch == "{":
            return self.object()
        if ch == "[":
            return self.array()
        if ch == '"':
            return self.string()
        for word, value in (("null", None), ("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def number(self):
        start = self.at
        text = self.text
        while self.at < len(text) and text[self.at] in "-+.eE0123456789":
            self.at += 1
        word = text[start:self.at]
        if not word:
            self.fail("a value")
        return int(word) if word.lstrip("-").isdigit() else float(word)

    def string(self):
        out = []
        self.at += 1
        while True:
            ch = self.text[self.at]
            self.at += 1
            if ch == '"':
                return "".join(out)
            if ch == "\\":
                out.append(ESCAPES[self.text[self.at]])
                self.at += 1
            else:
                out.append(ch)

    def array(self):
        items = []
        self.at += 1
        self.skip()
        while self.text[self.at] != "]":
            items.append(self.value())
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1
            elif self.text[self.at] != "]":
                self.fail("',' or ']'")
        self.at += 1
        return items

    def object(self):
        items = {}
        self.at += 1
        self.skip()
        while self.text[self.at] != "}":
            self.skip()
            key = self.string()
            self.skip()
            if self.text[self.at] != ":":
                self.fail("':'")
            self.at += 1
            items[key] = self.value()
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1
            elif self.text[self.at] != "}":
                self.fail("',' or '}'")
        self.at += 1
        return items


def document(n):
    return {
        "title": 'A "quoted" title\twith\ttabs',
        "rows": [
            {"id": i, "name": "name %d" % i, "score": i * 0.5, "tags": ["a", "b", None], "ok": i % 2 == 0}
            for i in range(n)
        ],
        "path": "C:\\temp\\new",
    }


def main():
    doc = document(9000)
    text = encode(doc)
    print("encoded", len(text), text[:60])
    back = Decoder(text).value()
    print("same", back == doc)
    print("sum", sum(r["score"] for r in back["rows"]))
    try:
        Decoder('{"a": [1 2]}').value()
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    main()
