pytest_plugins = ("stock",)
