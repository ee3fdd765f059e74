# Identifiers: Unicode names, normalisation, keywords as attributes through getattr
café = 1
naïve_2 = 2
Ω = 3
变 = 4
_ñ = 5
print(café, naïve_2, Ω, 变, _ñ)
class 类:
    属性 = "attr"
    def 方法(self, 参数): return self.属性, 参数
print(类().方法(参数=5), 类.__name__)
def функция(а, *арг, **кв): return а, арг, кв
print(функция(1, 2, ключ=3))
ℌ = "normalised to H"
print(H, "ℌ" in globals(), "H" in globals())
ﬀ = 1
print(ff)
x = type("T", (), {"class": 1, "def": 2})()
print(getattr(x, "class"), getattr(x, "def"))
for s in ("é", "1a", "a1", "", "a-b", "a b", "ⅷ", "℘", "·a", "a·", "x²", "ª", "if", "None", "変数", "😀", "a\u0301", "\u0301a", "_", "__", "a\u200d", "ᧂ", "℮"):
    try:
        compile(s + " = 1", "f", "exec")
        ok = True
    except SyntaxError as e: ok = e.msg
    print(ascii(s), s.isidentifier(), ascii(ok))
µ = 5
print(μ, "\u03bc" in globals())
print({n for n in ("café", "cafe\u0301") if n in globals()} == {"café"}, eval("cafe\u0301"))
