print("namespace part", __name__, __package__)
where = "part"
