"""Plane geometry for the drawings: smooth curves through points, ribbons, blobs, transforms."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Path = list[Point]


@dataclass(frozen=True, slots=True)
class Place:
    """Carries a figure's own coordinates to the sheet: scale, turn, mirror, move."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    degrees: float = 0.0
    mirror: float = 1.0
    """-1 turns left and right about, 1 leaves them."""

    def __call__(self, points: Sequence[Point]) -> Path:
        """Every point in sheet coordinates."""
        cos = math.cos(math.radians(self.degrees)) * self.scale
        sin = math.sin(math.radians(self.degrees)) * self.scale
        return [
            (self.x + self.mirror * (x * cos - y * sin), self.y + x * sin + y * cos)
            for x, y in points
        ]

    def at(self, x: float, y: float) -> Point:
        """One point in sheet coordinates."""
        return self([(x, y)])[0]


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 14) -> Path:
    """A centripetal Catmull-Rom curve through the points (no loops, no overshoot)."""
    count = len(points)
    if closed:
        knots = [points[-1], *points, points[0], points[1 % count]]
    else:
        first, last = points[0], points[-1]
        knots = [
            (2 * first[0] - points[1][0], 2 * first[1] - points[1][1]),
            *points,
            (2 * last[0] - points[-2][0], 2 * last[1] - points[-2][1]),
        ]
    path: Path = []
    for index in range(len(knots) - 3):
        path.extend(_segment(*knots[index : index + 4], steps=steps))
    if not closed:
        path.append(points[-1])
    return path


def _segment(a: Point, b: Point, c: Point, d: Point, *, steps: int) -> Path:
    t0 = 0.0
    t1 = t0 + max(math.dist(a, b), 1e-6) ** 0.5
    t2 = t1 + max(math.dist(b, c), 1e-6) ** 0.5
    t3 = t2 + max(math.dist(c, d), 1e-6) ** 0.5

    def mix(p: Point, q: Point, tp: float, tq: float, t: float) -> Point:
        w = (t - tp) / (tq - tp)
        return (p[0] + (q[0] - p[0]) * w, p[1] + (q[1] - p[1]) * w)

    path: Path = []
    for step in range(steps):
        t = t1 + (t2 - t1) * step / steps
        ab, bc, cd = mix(a, b, t0, t1, t), mix(b, c, t1, t2, t), mix(c, d, t2, t3, t)
        path.append(mix(mix(ab, bc, t0, t2, t), mix(bc, cd, t1, t3, t), t1, t2, t))
    return path


def sides(spine: Sequence[Point], widths: Sequence[float]) -> tuple[Path, Path]:
    """The two edges of a band along ``spine``; ``widths`` are spread evenly over its length."""
    left: Path = []
    right: Path = []
    last = len(spine) - 1
    for index, (x, y) in enumerate(spine):
        before, after = spine[max(index - 1, 0)], spine[min(index + 1, last)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        place = index / last * (len(widths) - 1)
        low = min(int(place), len(widths) - 2)
        half = (widths[low] + (widths[low + 1] - widths[low]) * (place - low)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left, right


def ribbon(spine: Sequence[Point], widths: Sequence[float]) -> Path:
    """The closed outline of a band along ``spine``."""
    left, right = sides(spine, widths)
    return [*left, *reversed(right)]


def shaft(start: Point, end: Point, profile: Sequence[tuple[float, float, float]]) -> Path:
    """A bone's outline about the axis from ``start`` to ``end``.

    ``profile`` gives (place along the axis 0..1, left half-width, right half-width), from start to
    end; the outline is smoothed.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length

    def side(place: float, half: float) -> Point:
        return (
            start[0] + dx * place + uy * half,
            start[1] + dy * place - ux * half,
        )

    left = [side(place, -half) for place, half, _ in profile]
    right = [side(place, half) for place, _, half in reversed(profile)]
    return smooth([*left, *right], closed=True)


def ellipse(centre: Point, rx: float, ry: float, degrees: float = 0.0, steps: int = 72) -> Path:
    """An ellipse, turned."""
    place = Place(centre[0], centre[1], degrees=degrees)
    return place(
        [
            (rx * math.cos(math.tau * n / steps), ry * math.sin(math.tau * n / steps))
            for n in range(steps)
        ]
    )


def arc(centre: Point, radius: float, start: float, end: float, steps: int = 24) -> Path:
    """Points of a circle from ``start`` to ``end`` degrees (0 to the right, 90 downward)."""
    return [
        (
            centre[0] + radius * math.cos(math.radians(start + (end - start) * n / steps)),
            centre[1] + radius * math.sin(math.radians(start + (end - start) * n / steps)),
        )
        for n in range(steps + 1)
    ]


def blob(centre: Point, radius: float, rng: random.Random, *, unrest: float = 0.12) -> Path:
    """A rounded, slightly irregular grain."""
    count = 8
    turn = rng.random() * math.tau
    return smooth(
        [
            (
                centre[0] + radius * (1 + unrest * (2 * rng.random() - 1)) * math.cos(angle),
                centre[1] + radius * (1 + unrest * (2 * rng.random() - 1)) * math.sin(angle),
            )
            for angle in (turn + math.tau * n / count for n in range(count))
        ],
        closed=True,
        steps=6,
    )


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """True when the point lies within the polygon (even-odd rule)."""
    x, y = point
    result = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            result = not result
    return result


_TRIES = 900


def packed(
    polygon: Sequence[Point],
    rng: random.Random,
    *,
    largest: float,
    smallest: float,
    spread: float = 0.82,
) -> list[tuple[Point, float]]:
    """Grains that fill a polygon, large ones first, touching but hardly overlapping."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    grains: list[tuple[Point, float]] = []
    for attempt in range(_TRIES):
        radius = largest + (smallest - largest) * (attempt / _TRIES) ** 0.6
        centre = (
            min(xs) + rng.random() * (max(xs) - min(xs)),
            min(ys) + rng.random() * (max(ys) - min(ys)),
        )
        if inside(centre, polygon) and all(
            math.dist(centre, other) > (radius + reach) * spread for other, reach in grains
        ):
            grains.append((centre, radius))
    return grains


def mesh(region: Sequence[Point], cell: float, rng: random.Random) -> list[tuple[Point, Point]]:
    """The edges of an uneven honeycomb inside a region."""
    left, top = min(x for x, _ in region), min(y for _, y in region)
    across = int((max(x for x, _ in region) - left) / (cell * 3**0.5)) + 2
    down = int((max(y for _, y in region) - top) / (cell * 1.5)) + 2
    moved: dict[tuple[int, int], Point] = {}
    edges: dict[tuple[tuple[int, int], tuple[int, int]], None] = {}
    for row in range(down):
        for column in range(across):
            # Corners on a grid of half-widths and half-heights, shared by neighbouring cells.
            u, v = 2 * column + row % 2, 3 * row
            corners = [(u + du, v + dv) for du, dv in _HEXAGON]
            for corner in corners:
                if corner not in moved:
                    moved[corner] = (
                        left + corner[0] * cell * 3**0.5 / 2 + cell * 0.8 * (rng.random() - 0.5),
                        top + corner[1] * cell / 2 + cell * 0.8 * (rng.random() - 0.5),
                    )
            for pair in zip(corners, [*corners[1:], corners[0]], strict=True):
                edges.setdefault((min(pair), max(pair)))
    return [
        (moved[first], moved[second])
        for first, second in edges
        if inside(moved[first], region) and inside(moved[second], region)
    ]


_HEXAGON = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
