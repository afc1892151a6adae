orders = object()
