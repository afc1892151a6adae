NET = 3
