"""The picture of a figure's history: drawn without a screen, its words said again in its text."""

from collections.abc import Sequence
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure as Canvas

from bot.claims.history import History, Point
from bot.claims.model import Figure

INCHES = (6.0, 4.5)
DOTS_PER_INCH = 192  # 1152 by 864: on a phone, a quarter as wide, its labels can be read
LABEL, TITLE = 9, 12  # points
LABELLED = 12  # points; more labels than that lie over each other
WIDTH = 24  # characters of a label
BEYOND = "\u0530"  # the first letter after Latin, Greek and Cyrillic
PUNCTUATION = "“”‘’„–—…€£₴₽₹"

SERIES = (
    ("totals", "o", "#1f3a5f"),
    ("parts, additions and rates", "^", "#b3541e"),  # another mark too: not by colour alone
)


def draw(told: History) -> bytes:
    """Return a PNG: one mark a figure on a line of time, a range as a bar, its giver beside it."""
    canvas = Canvas(figsize=INCHES, dpi=DOTS_PER_INCH, layout="constrained")
    axes = canvas.add_subplot()
    totals = [point for point in told.points if point.is_total]
    parts = [point for point in told.points if not point.is_total]
    for points, (name, marker, colour) in zip((totals, parts), SERIES, strict=True):
        if points:
            _series(axes, points, (name, marker, colour))
            _labelled(axes, points, _half_way(told.points))
    _dressed(axes, told)
    png = BytesIO()
    canvas.savefig(png, format="png", metadata={"Software": None})
    return png.getvalue()


def _series(axes: Axes, points: Sequence[Point], look: tuple[str, str, str]) -> None:
    name, marker, colour = look
    days = [_day(point) for point in points]
    sides = [_sides(point.figure) for point in points]
    middles = [(low + high) / 2 for low, high in sides]
    reach = [[m - low for m, (low, _) in zip(middles, sides, strict=True)],
             [high - m for m, (_, high) in zip(middles, sides, strict=True)]]  # fmt: skip
    axes.errorbar(
        days, middles, yerr=reach, fmt=marker, color=colour, capsize=4, markersize=6, label=name
    )


def _labelled(axes: Axes, points: Sequence[Point], half: float) -> None:
    """Put a label to each mark, towards the middle: at the edge it would take the room away."""
    for point in points if len(points) <= LABELLED else ():
        day, (low, high) = _day(point), _sides(point.figure)
        across, align = (-6, "right") if day > half else (6, "left")
        axes.annotate(_label(point), (day, (low + high) / 2), xytext=(across, 6),
                      textcoords="offset points", fontsize=LABEL, ha=align)  # fmt: skip


def _half_way(points: Sequence[Point]) -> float:
    days = [_day(point) for point in points]
    return (min(days) + max(days)) / 2


def _dressed(axes: Axes, told: History) -> None:
    title = told.what[:1].upper() + told.what[1:]
    locator = AutoDateLocator(minticks=2, maxticks=7)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    axes.set_title(_calm(title if _can_be_drawn(title) else "History"), loc="left", fontsize=TITLE)
    axes.set_ylabel("" if told.unit == "count" else _calm(told.unit))
    axes.set_ylim(bottom=min(0, axes.get_ylim()[0]))  # a cut axis makes small steps look large
    axes.margins(x=0.12)
    axes.grid(axis="y", alpha=0.3)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(fontsize=LABEL, loc="best")


def _day(point: Point) -> float:
    published = point.claim.publication.published
    if published is None:
        raise ValueError("an undated figure has no place on a line of time")
    return float(date2num(published))  # type: ignore[no-untyped-call]


def _sides(figure: Figure) -> tuple[float, float]:
    """Return both sides; of an open one the side that was printed: "up to 700" is drawn at 700."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    if low is None or high is None:
        raise ValueError("a figure has at least one side")
    return low, high


def _label(point: Point) -> str:
    who = point.claim.claimant or point.claim.publication.outlet or "the article"
    short = who if len(who) <= WIDTH else who[: WIDTH - 1] + "…"
    lines = (point.figure.text, short)
    return "\n".join(_calm(line) if _can_be_drawn(line) else point.claim.id for line in lines)


def _can_be_drawn(text: str) -> bool:
    """Tell whether the font has the letters: Latin, Greek and Cyrillic, no Hangul."""
    return all(sign < BEYOND or sign in PUNCTUATION for sign in text)


def _calm(text: str) -> str:
    """Return text in which "$4 million to $5 million" is no formula."""
    return text.replace("$", r"\$")
