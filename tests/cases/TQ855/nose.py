import nose  # TQ855
import nosetests_helper
from nose.tools import assert_equal as same  # TQ855
from nose.tools import istest, nottest  # TQ855

from shop import eq_, tax


@nottest  # TQ855
def test_helper():
    return tax(1)


@istest  # TQ855
def tax_is_one():
    same(tax(1), 1)  # TQ855
    nose.tools.ok_(tax(1))  # TQ855
    eq_(tax(1), 1)
    nosetests_helper.run(tax)


@nose.twistedtools.deferred(timeout=5)  # TQ855
def test_order_arrives():
    nose.twistedtools.reactor.listen(tax)
    return tax.order()


def test_order_leaves():
    nose.twistedtools.threaded_reactor()  # TQ855
    nose.plugins.skip.SkipTest("later")  # TQ855
    same(tax.leave(), 1)  # TQ855
