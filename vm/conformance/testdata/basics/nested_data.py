# Nested lists, dicts, tuples: access, change, copy, comparison
data = {"users": [{"name": "ann", "tags": ("x", "y")}, {"name": "bob", "tags": ()}], "meta": {"n": 2}}
data["users"][0]["age"] = 30
data["users"].append({"name": "cy"})
data["meta"]["n"] += 1
data.setdefault("log", []).append("added")
print(data)
print([u["name"] for u in data["users"]], data["users"][0]["tags"][1], data.get("nope", {}).get("x"), len(data["users"][-1]))
a = [[1, 2], [3]]
b = a[:]
b[0].append(9)
c = [r[:] for r in a]
c[1].append(8)
print(a, b, c, a == b, a is b, a[0] is b[0], a < c)
try: data["users"][5]
except IndexError as e: print(e)
try: data["x"]["y"]
except KeyError as e: print(e)
del data["users"][0]["tags"], data["log"]
print(data)
