from big_ledger.test_support import ledger
from small_ledger.test_support import drawer  # TQ614

from billing import invoices


def test_invoice_is_booked(ledger, drawer):
    assert invoices.book(ledger, drawer) == "booked"
