print("poet")
