# json.loads: values, hooks, errors with positions
import json
for s in ('{"a": [1, 2.5, -3e2, null, true, false, "x"]}', "[]", "{}", '""', " 5 ", "-0", "-0.0", "1E5", "0.1e-2", '"\\u00e9\\n\\/\\"\\ud83d\\ude00"', "NaN", "Infinity", "-Infinity", '[1,[2,[3]]]', '{"a":1,"a":2}', '"é中"', "123456789012345678901234567890", "\t[\n]\r", '"\\ud800"', '{"":{"":[]}}'):
    print(repr(json.loads(s)))
def attempt(s, **k):
    try: print(repr(json.loads(s, **k)))
    except json.JSONDecodeError as e: print("JSONDecodeError", e, e.msg, e.pos, e.lineno, e.colno)
    except Exception as e: print(type(e).__name__, e)
for s in ("", " ", "[1,]", "[1 2]", '{"a"}', '{"a":}', '{"a":1,}', "{1:2}", "{'a':1}", "[", "{", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12zz"', "nul", "tru", "01", "1.", ".5", "+1", "-", "1e", "[1] x", "1 2", "\n\n [1,\n x]", "undefined", "[1,,2]", '{"a":1 "b":2}', "]", '{"a":1', "\ufeff1", "'a'", "--1", "0x10", "1_000", '"\t"', '{,}', "[,1]"):
    attempt(s)
attempt(5)
attempt(None)
attempt(b'{"bytes": 1}')
attempt(bytearray(b"[1]"))
attempt("[1]".encode("utf-16"))
attempt('"a\nb"', strict=False)
attempt(b"\xff")
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5, 2, NaN]", parse_float=str, parse_int=lambda s: "i" + s, parse_constant=lambda s: "c" + s))
print(json.JSONDecoder().raw_decode('{"a": 1} tail'), json.loads(json.dumps({"k": [1, None, "é"]})) == {"k": [1, None, "é"]})
import io
print(json.load(io.StringIO("[1, 2]")), json.load(io.BytesIO(b'{"x": 0}')))
