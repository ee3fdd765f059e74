print("lazy init")
name = "lazy module"
