"""Print how much disk casereport takes with what it needs (no extras, no developers' tools).

Follows the requirements that the installed packages declare, and adds up the files they record.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

LIMIT_MB = 200
ROOT = Path(__file__).resolve().parent.parent
OWN_FOLDERS = ("casereport", "templates", "fonts", "locales")


def requirements_of(found: Distribution) -> list[str]:
    """The names that a package always requires here, leaving out its extras."""
    wanted = [Requirement(text) for text in found.requires or ()]
    return [
        item.name
        for item in wanted
        if item.marker is None or item.marker.evaluate({"extra": ""})
    ]


def closure(name: str) -> dict[str, Distribution]:
    """The package and all that it needs, by normalised name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        current = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if current in found:
            continue
        try:
            found[current] = distribution(current)
        except PackageNotFoundError:
            sys.exit(f"core size: {current} is required but not installed")
        waiting.extend(requirements_of(found[current]))
    return found


def size_of(found: Distribution) -> int:
    """Bytes of a package's files; of this one, the folders of the checkout."""
    if found.name == "casereport":
        paths = [path for folder in OWN_FOLDERS for path in (ROOT / folder).rglob("*")]
    else:
        paths = [Path(str(found.locate_file(file))) for file in found.files or ()]
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> int:
    """Print the sum and the largest parts; 1 when the sum is over the limit."""
    sizes = {name: size_of(found) for name, found in closure("casereport").items()}
    total = sum(sizes.values()) / 1e6
    largest = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:6]
    parts = ", ".join(f"{name} {size / 1e6:.0f}" for name, size in largest)
    print(f"core: {total:.0f} MB installed in {len(sizes)} packages (limit {LIMIT_MB}); {parts}")
    return 0 if total <= LIMIT_MB else 1


if __name__ == "__main__":
    sys.exit(main())
