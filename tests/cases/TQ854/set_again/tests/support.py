import unittest

if not hasattr(unittest.TestCase, "assert_"):
    unittest.TestCase.assert_ = unittest.TestCase.assertTrue
    setattr(unittest.TestCase, "failUnless", unittest.TestCase.assertTrue)
    ShopTestCase.assertEquals = unittest.TestCase.assertEqual
    assert unittest.TestCase.failIf == unittest.TestCase.assertFalse
