from shop.senders.wire import *
from shop.senders.pigeon import *
from shop.senders.engine import start
