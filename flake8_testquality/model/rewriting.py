"""Rewriting: the source text of expressions put to a new place, with the parentheses and the comments that it needs."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING, Any

from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

# How tightly an expression binds, as Python's grammar has it. A place takes whatever binds at least as tightly.
ARGUMENT = 0
TEST = 1
OR = 2
AND = 3
NOT = 4
COMPARISON = 5
OPERAND = 6
SUM = 10
ATOM = 16
_BINARY: dict[type[ast.operator], int] = {
    ast.BitOr: 6,
    ast.BitXor: 7,
    ast.BitAnd: 8,
    ast.LShift: 9,
    ast.RShift: 9,
    ast.Add: 10,
    ast.Sub: 10,
    ast.Mult: 11,
    ast.Div: 11,
    ast.FloorDiv: 11,
    ast.Mod: 11,
    ast.MatMult: 11,
    ast.Pow: 13,
}
_LEVELS: dict[type[ast.expr], int] = {
    ast.Yield: -1,
    ast.YieldFrom: -1,
    ast.Starred: -1,
    ast.NamedExpr: ARGUMENT,
    ast.Lambda: TEST,
    ast.IfExp: TEST,
    ast.Compare: COMPARISON,
    ast.Await: 15,
}
_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in",
    ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip
# Only what holds for every value: `not a < b` is not `a >= b` for sets and nan.
_OPPOSITES = {"==": "!=", "!=": "==", "in": "not in", "not in": "in", "is": "is not", "is not": "is"}


def text_of(module: Module, node: ast.expr) -> str:
    """The source of an expression as written, without the parentheses around it."""
    return module.source.segment(node)


def level(module: Module, node: ast.expr) -> int:
    """How tightly an expression binds."""
    if isinstance(node, ast.BoolOp):
        return OR if isinstance(node.op, ast.Or) else AND
    if isinstance(node, ast.UnaryOp):
        return NOT if isinstance(node.op, ast.Not) else 12
    if isinstance(node, ast.BinOp):
        return _BINARY[type(node.op)]
    if isinstance(node, ast.Tuple):
        return ATOM if _is_one_argument(text_of(module, node)) else -1
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and "\n" in text_of(module, node):
        return ATOM if _parses(text_of(module, node)) else -1
    return _LEVELS.get(type(node), ATOM)


def parenthesised(module: Module, node: ast.expr, where: int = TEST) -> str:
    """The source of an expression, in parentheses if it binds too loosely for a place or spans lines without any."""
    text = text_of(module, node)
    if level(module, node) < where:
        return f"({text})"
    return f"({text})" if "\n" in text and not _parses(text) else text


def comparison(module: Module, left: ast.expr, operator: str, right: ast.expr) -> str:
    """`left operator right` as text."""
    return f"{parenthesised(module, left, OPERAND)} {operator} {parenthesised(module, right, OPERAND)}"


def operator_of(node: ast.Compare) -> str:
    """The operator of a comparison of two operands, as written."""
    return _OPERATORS[type(node.ops[0])]


def opposite(operator: str) -> str | None:
    """The operator that holds exactly when this one does not, or None."""
    return _OPPOSITES.get(operator)


def negated(module: Module, node: ast.expr) -> str:
    """The text of the opposite of an expression, to stand behind `assert`."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return parenthesised(module, node.operand)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        other = opposite(operator_of(node))
        if other is not None:
            return comparison(module, node.left, other, node.comparators[0])
    return f"not {parenthesised(module, node, NOT)}"


def replace(module: Module, node: Any, text: str) -> Edit | None:
    """The edit that puts a text in the place of a node; None if a comment inside would be lost.

    None also where the node's position cannot be trusted, as inside an f-string before Python 3.12.
    """
    start, end = module.source.range(node)
    if start >= end or holds_comment(module, start, end):
        return None
    if isinstance(node, ast.Name) and module.source.text[start:end] != node.id:
        return None
    return Edit(start, end, text)


def replacements(module: Module, node: Any, text: str) -> tuple[Edit, ...]:
    """`replace` as a finding takes it: one edit, or none."""
    edit = replace(module, node, text)
    return () if edit is None else (edit,)


def replace_statement(module: Module, node: Any, lines: list[str]) -> tuple[Edit, ...]:
    """The edit that puts simple statements in the place of one; none if it would lose a comment or not parse.

    They stand on lines of their own where the first did, else behind semicolons.
    """
    start, _ = module.source.range(node)
    text = module.source.text
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    try:
        ast.parse("async def _():\n" + "".join(f" {line}\n" for line in lines))
    except (SyntaxError, ValueError):
        return ()
    joined = f"\n{indent}".join(lines) if not indent.strip() else "; ".join(lines)
    return replacements(module, node, joined)


def holds_comment(module: Module, start: int, end: int) -> bool:
    """Whether a comment lies between two offsets."""
    source = module.source
    if "#" not in source.text[start:end]:
        return False
    return any(start <= source.offset(item.line, 0) + item.column < end for item in source.comments)


def name_for(module: Module, dotted: str, scope: Scope) -> str | None:
    """How code in a scope can write something imported: `raises`, `pytest.raises` or `pt.raises`; None if unknown."""
    head, _, last = dotted.rpartition(".")
    for target, rest in ((dotted, ""), (head, f".{last}")):
        for name, targets in module.names.imported.items():
            if target and target in targets and module.resolve(ast.Name(id=name), scope) == target:
                return name + rest
    return None


def import_edit(module: Module, package: str) -> Edit:
    """The edit that adds `import package` among the imports at the top of the file."""
    body = module.tree.body
    imports = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    later = [node for node in imports if getattr(node, "module", None) != "__future__"]
    outside = next((node for node in later if not _is_stdlib(node)), None)
    if outside is not None:
        start = module.source.offset(outside.lineno, 0)
        return Edit(start, start, f"import {package}\n")
    if imports:
        return _after_line(module, imports[-1], f"\nimport {package}\n")
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return _after_line(module, first, f"\nimport {package}\n")
    line = first.lineno if first is not None else 1
    decorators = getattr(first, "decorator_list", [])
    start = module.source.offset(decorators[0].lineno if decorators else line, 0)
    return Edit(start, start, f"import {package}\n\n")


def _after_line(module: Module, node: ast.stmt, text: str) -> Edit:
    line = node.end_lineno or node.lineno
    end = module.source.offset(line, 0) + len(module.source.lines[line - 1])
    if not module.source.lines[line - 1].endswith("\n"):
        text = "\n" + text
    return Edit(end, end, text)


def _is_stdlib(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        return not node.level and (node.module or "").partition(".")[0] in sys.stdlib_module_names
    return all(alias.name.partition(".")[0] in sys.stdlib_module_names for alias in node.names)


def _parses(text: str) -> bool:
    try:
        ast.parse(f"_ = {text}")
    except (SyntaxError, ValueError):
        return False
    return True


def _is_one_argument(text: str) -> bool:
    try:
        call: Any = ast.parse(f"f({text})", mode="eval").body
    except (SyntaxError, ValueError):
        return False
    return len(call.args) == 1 and not call.keywords and isinstance(call.args[0], ast.Tuple)
