print("main_like init")
