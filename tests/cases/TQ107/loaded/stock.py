pytest_plugins = "server_under_test.testing"
