from shop.mail import *
