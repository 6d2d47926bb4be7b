"""Draw the samples' figures: ``python samples/draw_figures.py [FOLDER]``.

The originals belong to their authors; these are plainly labelled schematic illustrations of what
the sources' captions say. The same bytes come out on every run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from drawing import chest, elbow, elbow_surgery, hands, lumbar_mri, wrist
from drawing.sheet import Sheet
from drawing.words import words

from casereport.workspace import OutputFile, write_all

FIGURES: Final[Mapping[str, Callable[[Mapping[str, str]], Sheet]]] = {
    "chest": chest.draw,
    "wrist": wrist.draw,
    "elbow": elbow.draw,
    "lumbar-mri": lumbar_mri.draw,
    "elbow-surgery": elbow_surgery.draw,
    "hands": hands.draw,
}
SAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "crest-calcinosis-44f": ("chest", "wrist", "elbow", "lumbar-mri", "elbow-surgery"),
    "crest-calcinosis-44f-as-printed": ("chest", "wrist", "elbow", "lumbar-mri", "elbow-surgery"),
    "hand-calcinosis-66": ("hands",),
}
LANGUAGES: Final = ("fa", "en")


def figure(name: str, language: str) -> bytes:
    """One figure with its labels in one language, as PNG."""
    return FIGURES[name](words(name, language)).png()


def figures() -> Iterator[OutputFile]:
    """Every figure of every sample, each drawn once, at its path below ``samples/``."""
    for name in FIGURES:
        for language in LANGUAGES:
            content = figure(name, language)
            for sample, names in SAMPLES.items():
                if name in names:
                    yield OutputFile(f"{sample}/figures/{name}-{language}.png", content)


def main() -> None:
    """Write the figures below the folder that is named, by default beside this script."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    for path in write_all(folder, tuple(figures())):
        sys.stderr.write(f"{path}\n")


if __name__ == "__main__":
    main()
