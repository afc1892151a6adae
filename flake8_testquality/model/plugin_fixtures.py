"""Fixtures of well-known plugins: how long they live, and which do something by being asked for.

Source: the plugins' own documentation; pytest's built-in ones are in `fixtures.BUILTIN_SCOPES`.
"""

from __future__ import annotations

from flake8_testquality.model.fixtures import BUILTIN_SCOPES, FixtureScope

DATABASE = frozenset(
    [
        "db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "live_server",
        "admin_client", "async_admin_client", "admin_user", "django_user_model_db", "django_db_setup_rollback",
    ]
)
# pytest-subprocess's: no process is started, the test says what each would answer.
FAKE_PROCESSES = frozenset({"fp", "fake_process", "fake_subprocess"})
_FUNCTION = [
    "mocker", "client", "async_client", "admin_client", "async_admin_client", "admin_user", "rf", "async_rf",
    "settings", "db", "transactional_db", "django_db_reset_sequences", "mailoutbox", "django_assert_num_queries",
    "django_assert_max_num_queries", "django_capture_on_commit_callbacks", "requests_mock", "httpx_mock",
    "respx_mock", "aioresponses", "freezer", "fs", "patching", "aiohttp_client", "aiohttp_server",
    "unused_tcp_port", "benchmark", "httpserver", "caplog_at_level", "qtbot", "vcr",
]
_SESSION = [
    "session_mocker", "django_db_blocker", "live_server", "fs_session", "django_db_setup",
    "unused_tcp_port_factory", "worker_id",
]
KNOWN_SCOPES: dict[str, FixtureScope] = {
    **BUILTIN_SCOPES,
    **dict.fromkeys(_FUNCTION, "function"),
    **dict.fromkeys(_SESSION, "session"),
    "class_mocker": "class",
    "module_mocker": "module",
    "package_mocker": "package",
    "fs_class": "class",
    "fs_module": "module",
}
# Asked for to capture, replace, freeze or prepare something: nothing of theirs needs to be read.
EFFECTIVE = DATABASE | frozenset(
    [
        "django_db_setup", "django_db_blocker", "capfd", "capfdbinary", "capsys", "capsysbinary", "capteesys",
        "caplog", "recwarn", "freezer", "fs", "fs_class", "fs_module", "fs_session", "requests_mock",
        "httpx_mock", "respx_mock", "aioresponses", "responses", "mailoutbox", "vcr", "vcr_config",
        "socket_disabled", "socket_enabled", "enable_socket", "disable_socket", "event_loop", "event_loop_policy",
        "anyio_backend", "loop", "qapp", "xvfb", "celery_worker", "celery_session_worker", "celery_session_app",
        "celery_app", "nursery", "autojump_clock", "mock_clock", "httpserver", "worker_id",
    ]
)
# A parametrization may set these for whatever plugin reads them, although the test takes none.
PARAMETRIZED = frozenset(
    [
        "anyio_backend", "anyio_backend_name", "anyio_backend_options", "event_loop_policy", "loop_debug",
        "loop_type", "browser_name", "browser_channel", "is_mobile", "browser_context_args",
        "browser_type_launch_args", "celery_config", "celery_parameters", "django_db_use_migrations",
        "django_db_keepdb", "django_db_createdb", "django_db_modify_db_settings", "benchmark_weave", "base_url",
        "httpserver_listen_address", "httpserver_ssl_context", "vcr_config", "vcr_cassette_dir",
        "default_cassette_name", "celery_includes", "celery_worker_parameters", "celery_worker_pool",
        "docker_compose_file", "docker_compose_project_name", "qapp_args", "qapp_cls",
    ]
)

__all__ = ["DATABASE", "EFFECTIVE", "FAKE_PROCESSES", "KNOWN_SCOPES", "PARAMETRIZED"]
