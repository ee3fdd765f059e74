name = request.query.get("name", "world")
response.header["Content-Type"] = "text/plain; charset=utf-8"
print(f"Hello, {name}!")
