"""Database errors: what a database answers, so that only a statement that asks it something can raise them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion

# Source: PEP 249; the last two are what SQLAlchemy wraps around them.
_ERRORS = frozenset(
    "DatabaseError DataError OperationalError IntegrityError InternalError ProgrammingError NotSupportedError "
    "DBAPIError StatementError".split()
)
# Of a session: what is kept for the next flush.
_KEPT = frozenset({"add", "add_all"})


def is_of_database(assertion: Assertion) -> bool:
    """Whether all that a raises block expects are errors of a database, none of them a class of this project."""
    module, scope = assertion.module, assertion.scope
    names = [module.resolve(item, scope) or "" for item in assertion.expected_exceptions]
    if not names or not all(name.rpartition(".")[2] in _ERRORS for name in names):
        return False
    return all("." in name and module.find(name) is None for name in names)


def asks(statement: Any) -> bool:
    """Whether a statement may ask a database: neither makes it an object of a class nor gives one to a session."""
    call = getattr(statement, "value", None)
    if not isinstance(call, ast.Call):
        return True
    word = last_name(call.func) or ""
    if isinstance(statement, ast.Expr):
        return not (isinstance(call.func, ast.Attribute) and word in _KEPT)
    is_made = isinstance(statement, ast.Assign) and all(isinstance(item, ast.Name) for item in statement.targets)
    return not (is_made and word.lstrip("_")[:1].isupper())
