"""Applies the fixes that findings offer, round by round, until none is left. Nothing is written.

In a round the fixes are taken in the order in which findings are told; one that meets an earlier
one waits for the next round, in which the case has been read and checked anew. A fix is whole or
not at all. Fixes that never come to rest (two checks that undo each other), or after which the
files read worse, are left out altogether: so a second run finds nothing more to do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from casereport.diagnostics import Diagnostic, Fix, Severity
from casereport.pipeline.case import CheckResult, check_case
from casereport.pipeline.options import CheckOptions, Progress, quiet
from casereport.reading import CATALOGUE
from casereport.text.edits import Change, Changes, Places, apply_changes
from casereport.workspace import OverlayWorkspace, Replacement, UnreadableError, Workspace

MAX_ROUNDS = 20
_MOST_AFTER = 4
"""Times as many fixes as the case first asked for (and some): more of them breed one another."""

Check = Callable[[Workspace], CheckResult]


@dataclass(frozen=True, slots=True)
class FixResult:
    """What was mended, and how the case is after it.

    ``applied`` are the findings whose fixes were applied, their places as they were then;
    ``unsafe`` are those left whose fix may change the meaning; ``left_out`` are codes whose fixes
    did not come to rest.
    """

    replacements: tuple[Replacement, ...]
    applied: tuple[Diagnostic, ...]
    unsafe: tuple[Diagnostic, ...]
    left_out: tuple[str, ...]
    checked: CheckResult

    @property
    def readable(self) -> bool:
        """False when the case could not be read, so that most of it was not looked at."""
        return self.checked.case is not None


def fix_case(
    workspace: Workspace,
    options: CheckOptions,
    *,
    allow: Collection[bool] = (True,),
    progress: Progress = quiet,
) -> FixResult:
    """Mend a case; ``allow`` has True for safe fixes, False for those that may change meaning."""
    return fix_with(workspace, lambda each: check_case(each, options, progress), allow=allow)


def fix_with(workspace: Workspace, check: Check, *, allow: Collection[bool] = (True,)) -> FixResult:
    """Mend a case with what ``check`` finds in it."""
    left_out: set[str] = set()
    while True:
        attempt = _Attempt(workspace, check, allow, frozenset(left_out))
        restless = attempt.run()
        if not restless:
            return attempt.result(tuple(sorted(left_out)))
        left_out |= restless


class _Attempt:
    """One way to the end, with some codes left out."""

    def __init__(
        self, workspace: Workspace, check: Check, allow: Collection[bool], left_out: frozenset[str]
    ) -> None:
        self._workspace = workspace
        self._check = check
        self._allow = allow
        self._left_out = left_out
        self._before: dict[str, bytes] = {}
        self._after: dict[str, bytes] = {}
        self._applied: list[Diagnostic] = []
        self._checked = check(workspace)

    def run(self) -> set[str]:
        """Go on until nothing changes; the codes that keep it from coming to rest, or none."""
        rounds: list[set[str]] = []
        most = _MOST_AFTER * sum(item.fix is not None for item in self._checked.diagnostics) + 20
        for _ in range(MAX_ROUNDS):
            errors = _reading_errors(self._checked)
            taken = self._round()
            if not taken:
                return set()
            rounds.append({item.code for item in taken})
            self._applied += taken
            if len(self._applied) > most:
                break
            self._checked = self._check(OverlayWorkspace(self._workspace, self._after))
            if _reading_errors(self._checked) > errors:
                return rounds[-1]
        # Who goes round in a circle has come by in the second half.
        return set[str]().union(*rounds[len(rounds) // 2 :])

    def _round(self) -> list[Diagnostic]:
        """Apply what can be applied in one go; the findings it was for."""
        texts = _Texts(self._workspace, self._after)
        changes: dict[str, Changes] = {}
        taken: list[Diagnostic] = []
        for item in self._checked.diagnostics:
            if item.fix is None or item.fix.safe not in self._allow or item.code in self._left_out:
                continue
            wanted = texts.changes(item.fix)
            pairs = [(changes.setdefault(file, Changes()), change) for file, change in wanted]
            if not pairs or any(taken_there.meets(change) for taken_there, change in pairs):
                continue
            taken.append(item)
            for taken_there, change in pairs:
                taken_there.add(change)
        for file, made in changes.items():
            self._before.setdefault(file, texts.content(file))
            changed = apply_changes(texts.text(file), made)
            self._after[file] = changed.encode("utf-8", "surrogatepass")
        return taken

    def result(self, left_out: tuple[str, ...]) -> FixResult:
        return FixResult(
            replacements=tuple(
                Replacement(file, self._before[file], after)
                for file, after in sorted(self._after.items())
                if after != self._before[file]
            ),
            applied=tuple(self._applied),
            unsafe=tuple(
                item
                for item in self._checked.diagnostics
                if item.fix is not None and not item.fix.safe and item.code not in left_out
            ),
            left_out=left_out,
            checked=self._checked,
        )


class _Texts:
    """The files of one round as text, each read once."""

    def __init__(self, workspace: Workspace, after: Mapping[str, bytes]) -> None:
        self._workspace = OverlayWorkspace(workspace, MappingProxyType(dict(after)))
        self._contents: dict[str, bytes] = {}
        self._texts: dict[str, str] = {}
        self._places: dict[str, Places | None] = {}

    def content(self, file: str) -> bytes:
        return self._contents[file]

    def text(self, file: str) -> str:
        return self._texts[file]

    def changes(self, fix: Fix) -> list[tuple[str, Change]]:
        """The fix's changes, each with its file.

        Nothing when a place is not there, when its own edits meet, or when it would change nothing.
        """
        found: list[tuple[str, Change]] = []
        idle = True
        for edit in fix.edits:
            file = edit.span.file
            places = self._of(file)
            change = places.change(edit) if places else None
            if change is None or any(file == name and change.meets(own) for name, own in found):
                return []
            idle = idle and self._texts[file][change.start : change.end] == change.replacement
            found.append((file, change))
        return [] if idle else found

    def _of(self, file: str) -> Places | None:
        if file not in self._places:
            self._places[file] = self._read(file)
        return self._places[file]

    def _read(self, file: str) -> Places | None:
        try:
            content = self._workspace.read(file)
            text = content.decode("utf-8", "surrogatepass")
        except (UnreadableError, UnicodeDecodeError):
            return None
        self._contents[file], self._texts[file] = content, text
        return Places(text)


def _reading_errors(checked: CheckResult) -> int:
    return sum(
        item.code in CATALOGUE and item.severity is Severity.ERROR for item in checked.diagnostics
    )
