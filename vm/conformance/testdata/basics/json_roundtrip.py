# JSON as programs use it
import json
data = {"name": "Ann", "age": 30, "tags": ["a", "b"], "nested": {"x": None, "ok": True, "pi": 3.14}, "é": "ü"}
s = json.dumps(data)
print(s, json.loads(s) == data, json.dumps(data, sort_keys=True, ensure_ascii=False), json.dumps([1, 2], indent=2))
for bad in ("{bad}", "[1,", "", "{'a': 1}", "nul"):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e)
try: json.dumps({1, 2})
except TypeError as e: print(e)
print(json.dumps({1: "int key", None: "none"}), json.loads("[1, 2.0, \"x\", null]"), json.loads('"\\u00e9"'), json.dumps((1, 2)), json.dumps("a\"b\\"))
