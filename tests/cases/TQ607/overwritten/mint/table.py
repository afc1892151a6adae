rows = []
limit = None
owner = None
