"""Predicates: which names promise a yes or no, and which a thing."""

from __future__ import annotations

from functools import cache

from flake8_testquality.regex import regex

_WORD = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# isfunction, hasattr; but not issue, isbn, hash.
_GLUED = regex(r"is(?!sue|land|bn|o\b|olat)\w{3}|has(?!h|te|sle)\w{3}")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FIRST = _set(
    "is has can should was were are have does do did will would must may needs need allow allows support supports "
    "contain contains include includes match matches exist exists equal equals compare startswith endswith starts ends "
    "check verify validate ensure test isinstance issubclass hasattr callable any all not no wait accept accepts "
    "evaluate holds implies satisfies provides expects requires uses got saw seen store send use ignore follow keep "
    "skip track raise return save reject requote log show hide run stop start propagate prefer auto force preserve "
    "trust enable disable with without no"
)
_ANY = _set(
    "ok okay valid invalid success successful succeeds failure active inactive ready available visible hidden present "
    "absent empty full open alive dead running pending busy idle true false truthy falsy bool boolean flag flags exact "
    "exists exist equal same equivalent equals alike identical approx allclose close isclose match matches subset "
    "superset disjoint safe secure public private readonly writable dirty clean stale fresh online offline "
    "healthy done complete correct wrong admin superuser staff debug verbose strict default enabled disabled "
    "called hit intact synced blank null none eof atomic fatal silent quiet recursive static dynamic abstract final "
    "async sync local remote optional optionally leaf root primary unique nullable ended began loaded wins allowed "
    "idempotent monotonic sorted known unknown supported win won lost fits fit isdir isfile eq ne lt gt le ge "
    "met positive negative zero finite infinite integer rational real prime even odd symmetric commutative abelian "
    "connected planar bipartite regular simple is has can should"
)
# As the name of an option a yes or no; of a function that is called, what it does.
_ACTIONS = _set("accept compare evaluate open run save send show start stop store return")
_NO_PARTICIPLES = _set("feed seed speed need embed bed red reed weed breed shed id")
_NO_ABILITIES = _set("table variable cable enable disable able label bible callable")
_THINGS = _set(
    "data id pk uuid name title text content contents body item items entry entries row rows record records object "
    "objects obj value values url uri link path token tokens user users account message messages email subject key "
    "keys json xml html headers header results payload document documents doc list lists dict mapping string bytes "
    "number numbers total amount price date time timestamp created_at updated_at address model instance order orders "
    "product products customer invoice session config settings options report summary output stdout stderr node nodes "
    "tree children parent parents response responses reply answer stats metrics events event task tasks job jobs "
    "query schema fields field columns column tags tag description slug image file files filename lines line code "
    "version info details detail attributes attrs params parameters args kwargs hash digest signature cookie "
    "cookies errors warnings logs log history choices labels context profile client server connection service app "
    "application page pages form forms template view views plan graph matrix array frame table"
)
_PRODUCES = _set(
    "get create make build load loads fetch parse render generate compute calculate read format convert serialize "
    "deserialize list collect extract encode decode dump dumps new export summarize transform retrieve produce "
    "construct compile assemble prepare describe translate repr str sorted getvalue"
)
# What is told to be done may as well answer whether it was: `bot.set_title(...)`.
_COMMANDS = _set(
    "set unset delete remove discard drop clear reset add append insert edit rename move pin unpin ban unban leave "
    "close answer approve decline register unregister"
)
# What only the run knows: `session_token`, `JobRunId`, `driver_version`; a plain id is asked for too often.
_GENERATED = _set(
    "token time timestamp timestamps version versions uuid guid nonce secret cookie port pid hash etag digest arn at "
    "stats"
)
# What keeps entries or asks for one by its name.
_STORES = _set(
    "cache caches header headers store storage registry kwargs environ cookies index map mapping "
    "modules plugins"
)
_ASKING = _set("get find fetch load lookup read list query search")
# Alone these may as well answer whether it was done.
_TERSE = _set("get read list new create load build make fetch compile collect export prepare")


@cache
def split(name: str) -> tuple[str, ...]:
    """The words of a name in lower case."""
    return tuple(word.lower() for word in _WORD.findall(name))


@cache
def is_predicate(name: str) -> bool:
    """Whether a name promises a yes or no: `is_valid`, `hasItems`, `ok`, `called`, `startswith`, `visible`."""
    words = split(name)
    if not words:
        return False
    return words[0] in _FIRST or _GLUED.match(words[0]) is not None or any(
        word in _ANY or _is_adjective(word) for word in words
    )


@cache
def is_action(name: str) -> bool:
    """Whether a function's name says what it does, although the same word puts a question elsewhere: `run`, `save`."""
    words = split(name)
    return bool(words) and words[0] in _ACTIONS


def _is_adjective(word: str) -> bool:
    if word.endswith("ed"):
        return word not in _NO_PARTICIPLES
    return word.endswith(("able", "ible")) and word not in _NO_ABILITIES


@cache
def names_thing(name: str) -> bool:
    """Whether a name promises a thing that has a value of its own: `response.data`, `user_id`, `rows`."""
    words = split(name)
    return bool(words) and not is_predicate(name) and words[-1] in _THINGS


@cache
def produces_thing(name: str) -> bool:
    """Whether a function's name promises a thing: `create_user`, `parse_rows`, `Invoice` (a class)."""
    words = split(name)
    if not words or is_predicate(name):
        return False
    if (len(words) == 1 and words[0] in _TERSE) or (len(words) > 1 and words[0] == "str"):
        return False
    return words[0] in _PRODUCES or (name[0].isupper() and not name.isupper())


@cache
def names_generated(name: str) -> bool:
    """Whether a name promises what is made anew on each run, so that no test can know it beforehand."""
    words = split(name)
    return bool(words) and (words[-1] in _GENERATED or (len(words) > 1 and words[-1] in ("id", "ids")))


@cache
def looks_up(name: str) -> bool:
    """Whether a name is that of a store of entries, or of a function that asks for one: `headers`, `get_user`."""
    words = split(name)
    return bool(words) and (words[-1] in _STORES or words[0] in _ASKING)


def is_command(name: str) -> bool:
    """Whether a function's name tells something to be done: `set_title`, `delete_user`."""
    words = split(name)
    return bool(words) and words[0] in _COMMANDS
