async def test_get(api):
    api.get("/")  # TQ215
    assert await api.get("/") == "/"
