"""Every regular expression of the package stays linear on hostile text of 100 kB.

The patterns are found by walking all modules: those that stand there by themselves, and those in
tables. The hostile texts of a pattern are made of its own letters: whatever it takes, repeated,
whole and cut short, so that a pattern which tries every end of every beginning shows its square.
"""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import random
import re
import re._constants as sre
import re._parser as sre_parser
import signal
import sys
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import pytest

import casereport

SIZE = 100_000
BOUND = 0.1
"""Seconds of CPU for one search through one text, as a machine that is not busy takes them."""

ALLOWANCE = 2.0
"""How much slower than that a machine may be. What is quadratic here takes ten times as long."""

Use = Literal["search", "match", "fullmatch"]

PACKAGE = Path(casereport.__file__).parent

TABLES = ("casereport.model.measures._SHAPES[",)
"""Tables whose patterns are only ever laid over the whole of a value."""

CUT_OFF = 3.0

_FUNCTIONS = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}

_UNITS = (
    " ", "\n", "\t", "a", "A", "0", "9", ".", "-", "(", ")", "[", "]", "{", "}", "<", ">", "/", ":", "\\", "\"", "'", "#",
    "*", "_", "^", "~", "$", "@", ",", ";", "=", "\u0627", "\u06cc", "\u06f1", "\u060c", "\u200c", "\u0640",
    "a ", "1 ", "1-", "1,", "a.", "a@", "(a", "[1", "{{", "10.1/", "\u0645\u06cc ", "\u0647\u200c", "\u06f1/", "a\n", " \n",
)  # fmt: skip
"""What any text can be full of: blanks, digits, brackets, marks, Persian letters, half-spaces."""

_SEPARATORS = ("", " ")
_SAMPLES = 12
_MOST_REPEATS = 12
_HARDEST = 4
_WITHOUT_END = 40
"""A part that may be repeated so often is pumped up as if there were no end."""

_REPEAT = 3
"""How often a part that may be repeated without end is repeated in a sample."""


def modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(casereport.__path__, "casereport."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def patterns_in(value: object, name: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a module's value, also in tables and in the fields of a class."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
    elif depth < 4 and isinstance(value, Mapping):
        for key, inner in value.items():
            yield from patterns_in(key, name, depth + 1)
            yield from patterns_in(inner, f"{name}[{key!r}]", depth + 1)
    elif depth < 4 and isinstance(value, (tuple, list, frozenset, set)):
        for index, inner in enumerate(value):
            yield from patterns_in(inner, f"{name}[{index}]", depth + 1)
    elif depth < 4 and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for field in value.__dataclass_fields__:
            yield from patterns_in(getattr(value, field, None), f"{name}.{field}", depth + 1)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Where a pattern stands → the pattern, each once."""
    found: dict[tuple[str, int], str] = {}
    compiled: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for place, pattern in patterns_in(value, f"{module.__name__}.{name}"):
                if (pattern.pattern, pattern.flags) not in found:
                    found[pattern.pattern, pattern.flags] = place
                    compiled[place] = pattern
        for place, pattern in patterns_in_calls(module):
            compiled.setdefault(place, pattern)
    return compiled


def source_of(module: ModuleType) -> str:
    assert module.__file__
    return Path(module.__file__).read_text("utf-8")


def patterns_in_calls(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Those written where they are used, ``re.match("…", text)``, by the line and the function."""
    for node in ast.walk(ast.parse(source_of(module))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = ast.unparse(node.func)
        if function.startswith("re.") and function[3:] in _FUNCTIONS:
            try:
                source = eval(ast.unparse(node.args[0]), dict(vars(module)))
            except NameError:
                continue  # made of what a function is given
            yield f"{module.__name__}:{node.lineno} {function}", re.compile(source)


_PUMP = "\ue000"
"""Stands in a sample on both sides of a part that may be repeated without end."""


class _Sampler:
    """Texts that a pattern takes, made from its own parts; ``pumped`` is the repeat to be marked."""

    def __init__(self, seed: int, pumped: int = -1) -> None:
        self._random = random.Random(seed)
        self._groups: dict[int, str] = {}
        self._pumped = pumped
        self.repeats = 0

    def text(self, parsed: Iterable[tuple[Any, Any]]) -> str:
        return "".join(self._part(op, argument) for op, argument in parsed)

    def _part(self, op: Any, argument: Any) -> str:  # noqa: C901, PLR0911, PLR0912
        match op:
            case sre.LITERAL:
                return chr(argument)
            case sre.NOT_LITERAL:
                return "a" if argument != ord("a") else "b"
            case sre.ANY:
                return "x"
            case sre.IN:
                return self._one_of(argument)
            case sre.BRANCH:
                return self.text(self._random.choice(argument[1]))
            case sre.SUBPATTERN:
                text = self.text(argument[3])
                self._groups[argument[0]] = text
                return text
            case sre.ATOMIC_GROUP:
                return self.text(argument)
            case sre.GROUPREF:
                return self._groups.get(argument, "")
            case sre.GROUPREF_EXISTS:
                return self.text(argument[1])
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                least, most, inner = argument
                if most >= _WITHOUT_END:
                    self.repeats += 1
                    if self.repeats - 1 == self._pumped:
                        return f"{_PUMP}{self.text(inner)}{_PUMP}"
                times = self._random.choice([least, min(most, least + _REPEAT)])
                return "".join(self.text(inner) for _ in range(times))
            case _:  # an assertion takes nothing
                return ""

    def _one_of(self, choices: list[tuple[Any, Any]]) -> str:
        if choices[0][0] is sre.NEGATE:
            taken = {chr(value) for op, value in choices if op is sre.LITERAL}
            return next(letter for letter in "a b0,.\u0627" if letter not in taken)
        op, value = self._random.choice(choices)
        if op is sre.LITERAL:
            return chr(value)
        if op is sre.RANGE:
            return chr(self._random.randint(*value))
        classes = {
            sre.CATEGORY_DIGIT: "7", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "w",
            sre.CATEGORY_NOT_DIGIT: "d", sre.CATEGORY_NOT_SPACE: "s", sre.CATEGORY_NOT_WORD: "-",
        }  # fmt: skip
        return classes.get(value, "x")


def literals(parsed: Iterable[Any]) -> Iterator[str]:
    """Every letter that a pattern names, and the ends of its ranges."""
    for op, argument in parsed:
        if op in {sre.LITERAL, sre.NOT_LITERAL}:
            yield chr(argument)
        elif op is sre.IN:
            for kind, value in argument:
                if kind is sre.LITERAL:
                    yield chr(value)
                elif kind is sre.RANGE:
                    yield chr(value[0])
        elif op is sre.BRANCH:
            yield from itertools.chain.from_iterable(map(literals, argument[1]))
        elif op is sre.SUBPATTERN:
            yield from literals(argument[3])
        elif op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            yield from literals(argument[2])
        elif op is sre.ATOMIC_GROUP:
            yield from literals(argument)
        elif op in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from literals(argument[1])


def parse(pattern: re.Pattern[str]) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # re warned when it was compiled, if it had to
        return sre_parser.parse(pattern.pattern, pattern.flags)


def hostile_units(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Short texts that are repeated: what the pattern takes, whole and cut, and its letters."""
    parsed = parse(pattern)
    units = dict.fromkeys(_UNITS)
    units.update(dict.fromkeys(sorted(set(literals(parsed)))[:40]))
    for seed in range(_SAMPLES):
        sample = _Sampler(seed).text(parsed)[:200]
        for cut in (sample, sample[:-1], sample[1:], sample[: len(sample) // 2]):
            units.update({cut + separator: None for separator in _SEPARATORS})
    return tuple(unit for unit in units if unit)


def pumped_texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """For each part that may be repeated without end: what leads to it, then it alone, endlessly."""
    parsed = parse(pattern)
    for seed, pumped in itertools.product(range(_SAMPLES), range(_MOST_REPEATS)):
        sampler = _Sampler(seed, pumped)
        before, *inside = sampler.text(parsed).split(_PUMP)
        if inside and inside[0]:
            for inner in dict.fromkeys((inside[0], inside[0][0])):
                text = before + inner * (SIZE // len(inner))
                yield f"{before!r}, then {inner!r} without end", text + "\x01"


def hostile_texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What each is made of, and the text: one beginning and one thing without end, or repeated."""
    yield from pumped_texts(pattern)
    for unit in hostile_units(pattern):
        repeated = (unit * (SIZE // len(unit) + 1))[:SIZE]
        yield f"{unit!r} repeated", repeated
        # An end that nothing fits: what began is tried to its last letter.
        yield f"{unit!r} repeated, then an end", repeated[:-2] + "\x01\n"


PASTED = "casereport.references.pasted."


def uses(place: str) -> set[str]:
    """The methods by which a pattern is used, as the package's source names it."""
    if " re." in place:
        return {place.rpartition(".")[2]}
    module, _, name = place.partition("[")[0].rpartition(".")
    if place.startswith(TABLES):
        return {"fullmatch"}
    # What begins with an underscore is used where it stands.
    source = source_of(sys.modules[module]) if name.startswith("_") else sources()
    by = {match[1] for match in re.finditer(rf"(?<!\w){re.escape(name)}\.(\w+)\(", source)}
    # Pasted lists try their forms from a tuple, each by ``match`` where one may begin; that the
    # whole is linear is tested beside them.
    return by or ({"match"} if place.startswith(PASTED) else set())


@cache
def sources() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))


def use_of(place: str) -> Use:
    """How a pattern is used at its hardest: a search begins anywhere, a match only once."""
    by = uses(place)
    if by and by <= {"match", "fullmatch"}:
        return "match" if "match" in by else "fullmatch"
    return "search"


def seconds(pattern: re.Pattern[str], text: str, use: Use, limit: float) -> float:
    """CPU time of using it once on all of a text: the best of three, until it is in the limit."""
    taken = []
    while len(taken) < 3:
        start = time.process_time()
        try:
            with cut_off():
                if use == "search":
                    for _ in pattern.finditer(text):
                        pass
                else:
                    getattr(pattern, use)(text)
        except _TooLongError:
            return time.process_time() - start
        taken.append(time.process_time() - start)
        if not limit < taken[-1] < 5 * limit:
            break
    return min(taken)


class _TooLongError(Exception):
    """A pattern that would not end."""


@contextmanager
def cut_off() -> Iterator[None]:
    """Stop what is exponential after CUT_OFF seconds of CPU: re looks for signals on its way."""

    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, CUT_OFF)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def slow_texts(
    pattern: re.Pattern[str], use: Use = "search", *, part: int = SIZE // 20
) -> list[str]:
    """The hostile texts on which a pattern is slow; a part of each first, then the hardest whole.

    What is quadratic is hard already on a part, and would take minutes on the whole.
    """
    limit = BOUND * ALLOWANCE
    taken: list[tuple[float, str, str]] = []
    for made_of, text in hostile_texts(pattern):
        for length in (part // 100, part // 10, part):
            tried = text[:length] + text[-2:]
            spent = seconds(pattern, tried, use, limit)
            if spent > limit:
                return [f"{made_of}: {spent:.2f} s for {len(tried)} characters"]
        taken.append((spent, made_of, text))
    for _, made_of, text in sorted(taken, reverse=True)[:_HARDEST]:
        if (spent := seconds(pattern, text, use, limit)) > limit:
            return [f"{made_of}: {spent:.2f} s for {len(text)} characters"]
    return []


def test_the_walk_finds_the_patterns_of_the_package() -> None:
    assert len(patterns()) > 150
    assert any(place.startswith("casereport.text.tokens") for place in patterns())
    assert any("[" in place for place in patterns()), "none in a table"
    assert any(place.endswith("re.fullmatch") for place in patterns()), "none in a call"


pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="nothing here can stop a pattern that does not end"
)


@pytest.mark.parametrize("place", patterns())
def test_a_regular_expression_is_linear(place: str) -> None:
    assert not slow_texts(patterns()[place], use_of(place))


@pytest.mark.parametrize(
    "spoilt", [r"(a+)+$", r"\s+$", r"\d+-\d+x", r"\[[^\]]*\]\(", r"<!--.*?-->", r"[\w.]+@\w", r"(?:\s*\w+\s*)*!"]
)
def test_a_quadratic_one_is_caught(spoilt: str) -> None:
    assert slow_texts(re.compile(spoilt, re.DOTALL))


def test_what_is_used_from_the_beginning_alone_is_told_from_what_is_searched() -> None:
    assert use_of("casereport.reading.markdown.inline_tree._ITEM_LINE") == "search"
    assert use_of("casereport.reading.markdown.inline_tree._ITEM") == "match"
    assert use_of("casereport.checks.pages._BLOCK") == "match"
    assert use_of("casereport.model.measures._SHAPES[0][0]") == "fullmatch"
