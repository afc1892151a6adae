from .tills import Till
from shop.lamps import Lamp, light
