print("fails starts")
before = 1
raise ValueError("import-time error")
