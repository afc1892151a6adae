from shop.orders import Order
