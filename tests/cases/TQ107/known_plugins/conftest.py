pytest_plugins = ["pytester", "stock"]
