"""String methods: split, strip, replace, find, case, slicing, formatting, palindromes, ciphers."""

TEXT = (
    "It was a bright cold day in the garden, and the clocks of the town were all a little late. "
    "The gardener, who was never late, put down his spade and counted the strokes: nine, ten, eleven. "
)


def caesar(text, shift):
    out = []
    for ch in text:
        if "a" <= ch <= "z":
            out.append(chr((ord(ch) - 97 + shift) % 26 + 97))
        elif "A" <= ch <= "Z":
            out.append(chr((ord(ch) - 65 + shift) % 26 + 65))
        else:
            out.append(ch)
    return "".join(out)


def palindromes(limit):
    count = 0
    for n in range(limit):
        s = str(n)
        if s == s[::-1]:
            count += 1
    return count


def title_lines(text, rounds):
    total = 0
    for i in range(rounds):
        for sentence in text.split(". "):
            words = sentence.strip().lower().replace(",", "").split()
            line = " ".join(word.capitalize() for word in words)
            total += len(line) + line.count("e") + line.find("the")
            if line.startswith("It") or line.endswith("Late"):
                total += 1
    return total


def table(rows):
    out = []
    for i in range(rows):
        out.append("{:>6}|{:<10}|{:^8}|{:08.3f}".format(i, "n%d" % i, i % 7, i / 7))
        out.append(f"{i:x}-{i:#o}-{i * 1.5:.2e}")
    return sum(map(len, out)), out[-2]


def main():
    text = TEXT
    for shift in range(1, 60):
        text = caesar(text, shift)
    for shift in range(1, 60):
        text = caesar(text, -shift)
    print("caesar", text == TEXT)
    print("palindromes", palindromes(500000))
    print("titles", title_lines(TEXT, 12000))
    print("table", *table(80000))
    haystack = TEXT * 200
    hits = 0
    at = haystack.find("late")
    while at >= 0:
        hits += 1
        at = haystack.find("late", at + 1)
    print("find", hits, haystack.count("the"), len(haystack.replace("the", "a")))


if __name__ == "__main__":
    main()
