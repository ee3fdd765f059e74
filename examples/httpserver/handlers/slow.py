import time

time.sleep(60)
print("nobody has waited for this")
