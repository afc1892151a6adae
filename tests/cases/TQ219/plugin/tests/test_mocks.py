def test_shop_fixture_mocks(mocker):
    mocked = mocker.Mock(return_value=3)
    assert mocked() == 3
