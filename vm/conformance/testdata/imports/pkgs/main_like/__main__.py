print("main_like main", __name__, __package__)
