"""The sheet on which an illustration is drawn: shapes, shading, calcium, labels, output bytes.

A sheet is measured in tenths of a millimetre of the printed figure and is drawn three times larger
than it is written, then reduced, which smooths every edge.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from drawing.curves import Path, Point, blob, ellipse, packed
from drawing.palette import (
    BONE_TONE,
    CALCIUM,
    CALCIUM_INK,
    CALCIUM_LIGHT,
    FRAME,
    INK,
    LABEL_INK,
    PAPER,
    PLATE,
    QUIET_INK,
    Colour,
    Tone,
    palette_png,
)
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from casereport import resources
from casereport.typesetting.labels import LabelBox, LabelStyle, draw_label, measure_label

_OVERSAMPLING: Final = 3
_MARGIN: Final = 16.0
"""Labels keep off the plate's frame."""
_POINT: Final = 25.4 / 72 * 10


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are set: size in points at the printed width, colour, weight."""

    points: float
    colour: Colour = LABEL_INK
    weight: Literal["Regular", "Bold"] = "Regular"


LABEL: Final = Lettering(7.0)
HEADING: Final = Lettering(7.0, weight="Bold")
WITHIN: Final = Lettering(6.0, QUIET_INK)
NOTE: Final = Lettering(6.2, QUIET_INK)


class CollisionError(Exception):
    """Two labels overlap, or one is cut off by the edge: the drawing has to be mended."""


@dataclass
class Sheet:
    """One illustration in the making. Sizes in tenths of a millimetre."""

    width: int
    height: int
    density: float = 2.4
    """Pixels a unit; 2.4 is 610 dpi at the printed size, line art's 600 and a little more."""
    image: Image.Image = field(init=False)
    labels: dict[str, LabelBox] = field(init=False, default_factory=dict)
    colours: set[Colour] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", self._size(_OVERSAMPLING), PAPER)

    @property
    def zoom(self) -> float:
        """Drawn pixels a unit."""
        return self.density * _OVERSAMPLING

    def _size(self, oversampling: int) -> tuple[int, int]:
        ratio = self.density * oversampling
        return round(self.width * ratio), round(self.height * ratio)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.zoom, y * self.zoom) for x, y in points]

    # --- shapes

    def plate(self, box: tuple[float, float, float, float]) -> None:
        """The framed field that holds the drawing."""
        left, top, right, bottom = (value * self.zoom for value in box)
        ImageDraw.Draw(self.image).rounded_rectangle(
            (left, top, right, bottom), 8 * self.zoom, PLATE, FRAME, round(1.1 * self.zoom)
        )

    def clip_to(self, box: tuple[float, float, float, float], before: Image.Image) -> None:
        """Keep what was drawn inside a plate, restore the rest, and draw the frame again."""
        left, top, right, bottom = (value * self.zoom for value in box)
        mask = Image.new("L", self.image.size, 0)
        frame = (left, top, right, bottom)
        ImageDraw.Draw(mask).rounded_rectangle(frame, 8 * self.zoom, 255)
        self.image = Image.composite(self.image, before, mask)
        ImageDraw.Draw(self.image).rounded_rectangle(
            frame, 8 * self.zoom, None, FRAME, round(1.1 * self.zoom)
        )

    def keep_inside(self, outline: Sequence[Point], before: Image.Image) -> None:
        """Keep what was drawn inside a shape, restore the rest."""
        box, mask = self._mask(self._pixels(outline))
        whole = Image.new("L", self.image.size, 0)
        whole.paste(mask, box)
        self.image = Image.composite(self.image, before, whole)

    def line(self, points: Sequence[Point], colour: Colour = INK, width: float = 1.8) -> None:
        """An open line with round ends."""
        pixels = self._pixels(points)
        self.colours.add(colour)
        pencil = ImageDraw.Draw(self.image)
        thickness = max(1, round(width * self.zoom))
        pencil.line(pixels, colour, thickness, joint="curve")
        for x, y in (pixels[0], pixels[-1]):
            half = thickness / 2
            pencil.ellipse((x - half, y - half, x + half, y + half), colour)

    def dashes(
        self,
        points: Sequence[Point],
        colour: Colour = INK,
        *,
        width: float = 1.2,
        dash: float = 7.0,
        gap: float = 5.0,
    ) -> None:
        """A dashed line along a path."""
        run: Path = [points[0]]
        travelled, drawing = 0.0, True
        for start, end in itertools.pairwise(points):
            length = math.dist(start, end)
            done = 0.0
            while length - done > 1e-9:
                step = min((dash if drawing else gap) - travelled, length - done)
                done += step
                travelled += step
                here = (
                    start[0] + (end[0] - start[0]) * done / length,
                    start[1] + (end[1] - start[1]) * done / length,
                )
                run.append(here)
                if travelled >= (dash if drawing else gap) - 1e-9:
                    if drawing:
                        self.line(run, colour, width)
                    run, travelled, drawing = [here], 0.0, not drawing
        if drawing and len(run) > 1:
            self.line(run, colour, width)

    def shape(
        self,
        outline: Sequence[Point],
        fill: Colour | None = None,
        edge: Colour | None = INK,
        width: float = 1.8,
        *,
        opacity: float = 1.0,
    ) -> None:
        """A closed shape; ``opacity`` is of the filling."""
        pixels = self._pixels(outline)
        if fill is not None and opacity >= 1:
            self.colours.add(fill)
            ImageDraw.Draw(self.image).polygon(pixels, fill)
        elif fill is not None:
            box, mask = self._mask(pixels)
            self.image.paste(fill, box, mask.point(lambda value: round(value * opacity)))
        if edge is not None:
            self.line([*outline, outline[0], outline[1]], edge, width)

    def shaded(
        self,
        outline: Sequence[Point],
        tone: Tone = BONE_TONE,
        *,
        depth: float = 7.0,
        edge: Colour | None = INK,
        width: float = 1.8,
    ) -> None:
        """A closed shape with the light from the upper left, which gives it roundness."""
        fill, shade = tone
        box, mask = self._mask(self._pixels(outline))
        self.colours |= {fill, shade}
        self.image.paste(fill, box, mask)
        reach = depth * self.zoom
        lit = ImageChops.offset(mask, round(-reach * 0.55), round(-reach * 0.45))
        lit = lit.reduce(4).filter(ImageFilter.GaussianBlur(reach / 4 * 0.6)).resize(mask.size)
        shadow = ImageChops.multiply(mask, ImageChops.invert(lit))
        self.image.paste(shade, box, shadow)
        if edge is not None:
            self.line([*outline, outline[0], outline[1]], edge, width)

    def union(
        self,
        outlines: Sequence[Sequence[Point]],
        fill: Colour,
        edge: Colour,
        width: float = 1.4,
        *,
        rounding: float = 10.0,
    ) -> None:
        """Several shapes as one area, its inner corners rounded."""
        small = 1 / _OVERSAMPLING
        mask = Image.new("L", self._size(1), 0)
        pencil = ImageDraw.Draw(mask)
        for outline in outlines:
            pencil.polygon([(x * small, y * small) for x, y in self._pixels(outline)], 255)
        unit = self.zoom * small
        area = mask.filter(ImageFilter.GaussianBlur(rounding * unit)).point(_step(128))
        area = area.filter(ImageFilter.GaussianBlur(width * unit))
        area = area.resize(self.image.size, Image.Resampling.BICUBIC)
        self.image.paste(edge, (0, 0), area.point(_step(64)))
        self.image.paste(fill, (0, 0), area.point(_step(200)))

    def _mask(self, pixels: Sequence[Point]) -> tuple[tuple[int, int, int, int], Image.Image]:
        """A shape's mask and the box it stands in, with room around it for shading."""
        room = round(20 * self.zoom)
        left = math.floor(min(x for x, _ in pixels)) - room
        top = math.floor(min(y for _, y in pixels)) - room
        right = math.ceil(max(x for x, _ in pixels)) + room
        bottom = math.ceil(max(y for _, y in pixels)) + room
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in pixels], 255)
        return (left, top, right, bottom), mask

    def calcium(
        self, region: Sequence[Point], seed: int, *, largest: float = 9.0, smallest: float = 2.6
    ) -> None:
        """Clustered, rounded, well limited deposits that fill a region."""
        rng = random.Random(seed)  # noqa: S311  (a drawing, not a secret)
        grains = packed(region, rng, largest=largest, smallest=smallest)
        for centre, radius in sorted(grains, key=lambda grain: -grain[1]):
            self.shape(blob(centre, radius, rng), CALCIUM, CALCIUM_INK, 1.0)
            glint = (centre[0] - radius * 0.28, centre[1] - radius * 0.3)
            self.shape(ellipse(glint, radius * 0.38, radius * 0.28, -35), CALCIUM_LIGHT, None)

    # --- words

    def callout(
        self,
        text: str,
        at: Point,
        target: Point | None = None,
        *,
        bend: Point | None = None,
        lettering: Lettering = LABEL,
    ) -> None:
        """A label centred at a point, with a leader line to what it names.

        Raises:
            CollisionError: the label overlaps another one or leaves the sheet.
        """
        style = self._style(lettering)
        position = (at[0] * self.zoom, at[1] * self.zoom)
        box = measure_label(text, style, anchor="mm")
        room = 5 * self.zoom
        padded = LabelBox(
            box.left + position[0] - room,
            box.top + position[1] - room,
            box.right + position[0] + room,
            box.bottom + position[1] + room,
        )
        self._claim(text, padded)
        if target is not None:
            corner = bend or target
            start = _exit(padded, (corner[0] * self.zoom, corner[1] * self.zoom))
            path = [(start[0] / self.zoom, start[1] / self.zoom), corner, target]
            self.line(path, PLATE, 3.4)
            self.line(path, INK, 1.0)
            self.shape(ellipse(target, 3.4, 3.4), INK, PLATE, 0.9)
        draw_label(self.image, position, text, style, anchor="mm")

    def note(self, text: str) -> None:
        """The line at the foot that says what the picture is and what it is not."""
        self.callout(text, (self.width / 2, self.height - 17), lettering=NOTE)

    def _style(self, lettering: Lettering) -> LabelStyle:
        font = resources.read_bytes("fonts", f"vazirmatn/Vazirmatn-{lettering.weight}.ttf")
        size = lettering.points * _POINT * self.zoom
        return LabelStyle(font=font, size=size, fill=lettering.colour, leading=1.42)

    def _claim(self, text: str, box: LabelBox) -> None:
        width, height = self.image.size
        edge = _MARGIN * self.zoom
        if box.left < edge or box.top < 0 or box.right > width - edge or box.bottom > height:
            raise CollisionError(f"the label {text!r} comes too near to the edge")
        for other in self.labels.values():
            if (
                box.left < other.right
                and other.left < box.right
                and box.top < other.bottom
                and other.top < box.bottom
            ):
                raise CollisionError(f"the label {text!r} overlaps another one")
        self.labels[text] = box

    # --- result

    def png(self) -> bytes:
        """The finished picture."""
        return palette_png(self._reduced(), self.colours | {PAPER, PLATE}, self.density * 254)

    def _reduced(self) -> Image.Image:
        return self.image.resize(self._size(1), Image.Resampling.BOX)


def _step(threshold: int) -> Callable[[int], int]:
    return lambda value: 255 if value >= threshold else 0


def _exit(box: LabelBox, towards: Point) -> Point:
    """Where the straight way from a label's middle to a point leaves its box."""
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    dx, dy = towards[0] - middle[0], towards[1] - middle[1]
    ways = [1.0]
    if dx:
        ways.append((box.right - box.left) / 2 / abs(dx))
    if dy:
        ways.append((box.bottom - box.top) / 2 / abs(dy))
    way = min(ways)
    return (middle[0] + dx * way, middle[1] + dy * way)
