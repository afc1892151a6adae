from shop.cart import total
from shop.orders import orders
