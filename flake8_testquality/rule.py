"""What a rule is: its code, its words, its examples and a pure function from a subject to findings."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Profile: TypeAlias = Literal["core", "recommended", "strict"]
PROFILES: tuple[Profile, ...] = ("core", "recommended", "strict")
Grade: TypeAlias = Literal["safe", "unsafe"]
OptionValue: TypeAlias = int | str | tuple[str, ...]


@attrs.frozen
class Option:
    """A knob of a rule: `Option("max-patches", 5, "...")` is `--tq-max-patches` and the key `tq-max-patches`.

    The default's type is the value's type: an int, a string, or a tuple of strings (a comma-separated list).
    A path is taken relative to the file that gives it.
    """

    name: str
    default: OptionValue
    help: str
    is_path: bool = False

    @property
    def key(self) -> str:
        """The name in configuration files and, behind two dashes, on the command line."""
        return f"tq-{self.name}"


@attrs.frozen
class Edit:
    """Replace the characters `start` to `end` of the file's text (offsets from its beginning) by `text`."""

    start: int
    end: int
    text: str


class Finding:
    """What a rule yields: where (a model noun, an ast node, a comment or a module), and the values of its message.

    `edits` is the rewrite that cures it, all of it or nothing; its grade is the rule's `fix`.
    """

    __slots__ = ("edits", "subject", "values")

    def __init__(self, subject: object, /, *, edits: Iterable[Edit] = (), **values: object) -> None:
        self.subject = subject
        self.edits = tuple(edits)
        self.values = values


Judge: TypeAlias = Callable[[Any, "Module"], Iterator[Finding]]
Fact: TypeAlias = Callable[["Module"], object]


@attrs.frozen(eq=False)
class Rule:
    """A rule as data. `subject` names the type that the rule subscribes to, as its first parameter's annotation
    has it.
    """

    code: str
    name: str
    profile: Profile
    message: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    function: Judge
    subject: str
    doc: str
    calls: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    needs: Fact | None = None
    helpers: bool = False
    options: tuple[Option, ...] = ()
    peers: tuple[str, ...] = ()
    fix: Grade | None = None
    filename: str = "test_example.py"
    project: Mapping[str, str] = {}
    given: Mapping[str, OptionValue] = {}
    link: str = ""

    @property
    def url(self) -> str:
        """Where the rule is explained: the `link` of a user's rule, else its page in the package's repository."""
        return self.link or f"docs/rules/{self.code}.md"

    @property
    def family(self) -> str:
        """The package that holds the rule: `collection`, `hollow`, ...; empty for a user's rule."""
        parts = self.function.__module__.split(".")
        return parts[-2] if "rules" in parts else ""


def rule(
    *,
    code: str,
    profile: Profile,
    message: str,
    bad: str | tuple[str, ...],
    good: str | tuple[str, ...],
    calls: Iterable[str] = (),
    words: tuple[str, ...] = (),
    relations: Iterable[str] = (),
    needs: Fact | None = None,
    helpers: bool = False,
    options: tuple[Option, ...] = (),
    peers: tuple[str, ...] = (),
    fix: Grade | None = None,
    filename: str = "test_example.py",
    project: Mapping[str, str] | None = None,
    given: Mapping[str, OptionValue] | None = None,
) -> Callable[[Judge], Rule]:
    """Turn a function into a Rule.

    `bad` and `good` are example files; `# TQnnn` in `bad` marks the lines that must be reported. `calls` narrows a
    subscription to Call to these resolved names. `words` are characters one of which must stand in the text of what
    the rule is asked about (a test with its decorators; for others the file): nothing else is shown to it.
    `relations` narrows a subscription to Assertion to those that claim one of these. `needs` is a fact about the file:
    where it is empty or false the rule has nothing to find. With `helpers`, a rule about tests or assertions is shown
    the helpers, fixtures and set-ups of the file too.
    `filename` is where the examples stand, `project` what stands beside them (path -> text), for rules that read the
    configuration or a conftest; `given` the options (`tq-...`) they need.
    """

    def build(function: Judge) -> Rule:
        return Rule(
            code=code,
            name=function.__name__.replace("_", "-"),
            profile=profile,
            message=message,
            bad=(bad,) if isinstance(bad, str) else bad,
            good=(good,) if isinstance(good, str) else good,
            function=function,
            subject=next(iter(function.__annotations__.values()), ""),
            doc=function.__doc__ or "",
            calls=frozenset(calls),
            words=words,
            relations=tuple(relations),
            needs=needs,
            helpers=helpers,
            options=options,
            peers=peers,
            fix=fix,
            filename=filename,
            project=project or {},
            given=given or {},
        )

    return build


def node_of(subject: object) -> ast.AST | None:
    """The ast node a finding's subject stands for; None where it has none (a comment, a whole file)."""
    if isinstance(subject, ast.AST):
        return subject
    node = getattr(subject, "node", None)
    return node if isinstance(node, ast.AST) else None
