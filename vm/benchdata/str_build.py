"""Building strings: +=, join, StringIO, f-strings, repeated formatting of records."""

import io


def by_addition(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
        if i % 50 == 49:
            s += "\n"
    return s


def by_join(n):
    parts = []
    for i in range(n):
        parts.append("item ")
        parts.append(str(i))
        parts.append(";")
    return "".join(parts)


def by_stream(n):
    out = io.StringIO()
    for i in range(n):
        out.write("row %05d\t%s\n" % (i, "x" * (i % 10)))
    return out.getvalue()


def html(rows):
    s = "<table>"
    for r in range(rows):
        s += "<tr>"
        for c in range(10):
            s += f"<td class='c{c}'>{r * c}</td>"
        s += "</tr>"
    return s + "</table>"


def main():
    a = by_addition(700000)
    print("addition", len(a), a.count("\n"))
    b = by_join(350000)
    print("join", len(b), b[-12:])
    c = by_stream(220000)
    print("stream", len(c), c[1000:1010].strip())
    d = html(30000)
    print("html", len(d), d[-40:])


if __name__ == "__main__":
    main()
