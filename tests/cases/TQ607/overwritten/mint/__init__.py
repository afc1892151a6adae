from mint.table import Cents, Pounds, Purse
