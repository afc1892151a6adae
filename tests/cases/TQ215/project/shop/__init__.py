from shop.orders import fetch
