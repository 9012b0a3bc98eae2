"""Paper and pictures draw the scene, the whole scene and nothing else."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ContentStream
from reportlab.pdfgen.canvas import Canvas

from reports import fonts
from reports.palette import colours
from reports.radar_figure import FigureWords, radar_png, radar_svg
from reports.radar_paper import draw_legend_mark, draw_radar, radar_extent
from tests.radar_samples import LABELS, OWNER, SPREAD, TEAM, ZONE_WORDS, Fonts, view
from workshop_flows.radar import Outline, Point, distance
from workshop_flows.radar_marks import Series, Shape, Style
from workshop_flows.radar_scene import scene, series_shown
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

Path_ = tuple[Point, ...]
ROOT = Path(__file__).parents[1]
CENTRE = (297.0, 400.0)
RADIUS = 166.0
LABEL = 13.0
LEGEND: dict[Series, str] = {
    "team": "Team",
    "agreed": "Samen afgesproken",
    "zone": "Wij samen",
    "owner": "Eigenaar",
    "spread": "De helft van het team",
    "first": "Stem vóór het gesprek",
    "earlier": "Toen",
    "earlier_zone": "Toen",
    "target": "Eén stap verder",
}
WORDS = FigureWords(title="Onze leerradar", legend=LEGEND, zones=ZONE_WORDS, note="Buiten is goed.")
EXAMPLES = {
    "team": view(
        team=TEAM,
        owner=OWNER,
        spread=SPREAD,
        first=[2.0] * 7,
        target=TEAM,
        agreed=[None, *TEAM[1:]],
    ),
    "pooled": view(
        Mode.POOLED,
        zone=[Band.LOW, Band.MIDDLE, Band.HIGH] * 2 + [None],
        earlier_zone=[Band.HIGH] * 7,
        emphasised=[True] + [False] * 6,
    ),
    "open": view(Mode.OPEN, agreed=[4.0, None, 3.0, 2.5, 2.0, None, 5.0], earlier=TEAM),
}


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> RadarView:
    return EXAMPLES[request.param]


def paper(of: RadarView) -> bytes:
    fonts.register()
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1, initialFontName=Fonts().regular)
    draw_radar(
        canvas,
        of,
        centre=CENTRE,
        radius=RADIUS,
        label_pt=LABEL,
        zone_words=ZONE_WORDS,
        fonts=Fonts(),
    )
    canvas.save()
    return stream.getvalue()


def outlines_of(of: RadarView, style: Style) -> Iterator[Outline]:
    for one in scene(of, style, ZONE_WORDS):
        if isinstance(one, Shape):
            yield from one.outlines


def all_points(outline: Outline, centre: Point, unit: float) -> Path_:
    points = (outline.start, *(point for step in outline.steps for point in step))
    return tuple((centre[0] + x * unit, centre[1] + y * unit) for x, y in points)


def pdf_paths(pdf: bytes) -> list[Path_]:
    reader = PdfReader(BytesIO(pdf))
    found: list[list[Point]] = []
    for operands, operator in ContentStream(reader.pages[0].get_contents(), reader).operations:
        numbers = [float(number) for number in operands] if operator in b"mlc" else []
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if operator == b"m":
            found.append(points)
        elif points:
            found[-1] += points
    return [tuple(path) for path in found]


def svg_paths(svg: bytes, having: str = "M") -> list[Path_]:
    """Return the points of all paths that have a command of that letter."""
    drawn = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path")
    found: list[Path_] = []
    for data in (path.get("d", "") for path in drawn):
        for part in data.split("M")[1:] if having in data else ():
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", part)]
            found.append(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    return found


def near(one: Path_, other: Path_) -> bool:
    """Compare point by point; last points that repeat the first make no difference."""
    one, other = _without_return(one), _without_return(other)
    return len(one) == len(other) and all(map(_together, one, other))


def _without_return(path: Path_) -> Path_:
    while len(path) > 1 and _together(path[0], path[-1]):
        path = path[:-1]
    return path


def _together(one: Point, other: Point) -> bool:
    return distance(one, other) < 0.02


def test_paper_draws_the_outlines_of_the_scene(example: RadarView) -> None:
    paths = pdf_paths(paper(example))
    style = Style(line=2.64 / RADIUS, label=LABEL / RADIUS, hairline=0.7 / RADIUS)
    wanted = [all_points(one, CENTRE, RADIUS) for one in outlines_of(example, style)]
    assert len(paths) == len(wanted)
    for path, expected in zip(paths, wanted, strict=True):
        assert near(path, expected)


def test_svg_draws_the_outlines_of_the_scene(example: RadarView) -> None:
    svg = radar_svg(example, WORDS)
    # Glyphs have no cubic curves, so the first one is the disc.
    (x, top), *_, (_, bottom) = svg_paths(svg, "C")[0][:10]
    centre, unit = (x, (top + bottom) / 2), (bottom - top) / 2
    style = Style(line=7 / 356, label=38 / 356)
    rest = iter(svg_paths(svg))
    for outline in outlines_of(example, style):
        flipped = all_points(outline, (centre[0], -centre[1]), unit)
        expected = tuple((x, -y) for x, y in flipped)
        assert any(near(path, expected) for path in rest), "in this order"


def test_png_is_1600_wide_with_the_teams_colour_at_its_mark() -> None:
    of = view(team=[1.0] * 7)
    image = Image.open(BytesIO(radar_png(of, WORDS)))
    assert image.width == 1600
    (x, top), *_, (_, bottom) = svg_paths(radar_svg(of, WORDS), "C")[0][:10]
    first_mark = (x / 0.72, ((top + bottom) - 0.14 * (bottom - top)) / 2 / 0.72)
    assert colour_at(image, first_mark) == colours("light")["team"]
    assert colour_at(image, (0, 0)) == colours("light")["paper"]


def colour_at(image: Image.Image, at: Point) -> str:
    pixel = image.convert("RGB").getpixel((round(at[0]), round(at[1])))
    assert isinstance(pixel, tuple)
    return "#" + bytes(pixel).hex().upper()


def test_paper_is_vector_with_embedded_fonts_and_text_to_select(example: RadarView) -> None:
    reader = PdfReader(BytesIO(paper(example)))
    page = reader.pages[0]
    assert not list(page.images)
    embedded = [
        font.get_object()["/FontDescriptor"] for font in page["/Resources"]["/Font"].values()
    ]
    assert all("/FontFile2" in one for one in embedded)
    written = " ".join(page.extract_text().split())
    for label in LABELS:
        assert set(label.split()) <= set(written.replace(":", "").split())


def test_dashes_and_see_through_fills_come_out_on_paper_and_in_the_picture(
    example: RadarView,
) -> None:
    style = Style(line=2.64 / RADIUS, label=LABEL / RADIUS)
    drawing = [one for one in scene(example, style, ZONE_WORDS) if isinstance(one, Shape)]
    dashes = sum(one.stroke is not None and one.stroke.dash is not None for one in drawing)
    opacities = {one.fill.opacity for one in drawing if one.fill and one.fill.opacity < 1}

    page = PdfReader(BytesIO(paper(example))).pages[0]
    operations = ContentStream(page.get_contents(), None).operations
    assert sum(name == b"d" and bool(operands[0]) for operands, name in operations) == dashes
    states = page["/Resources"].get("/ExtGState", {}).values()
    assert opacities <= {round(float(one.get("/ca", 1)), 3) for one in states}

    svg = radar_svg(example, WORDS).decode()
    with_dashes = {"owner", "first", "earlier", "earlier_zone"} & set(series_shown(example))
    assert svg.count("stroke-dasharray") == dashes + len(with_dashes)
    assert opacities <= {float(one) for one in re.findall(r"opacity: ([\d.]+)", svg)}


def test_paper_leaves_the_canvas_as_it_was() -> None:
    page = PdfReader(BytesIO(paper(EXAMPLES["team"]))).pages[0]
    operators = [one for _, one in ContentStream(page.get_contents(), None).operations]
    assert operators.count(b"q") == operators.count(b"Q") > 0


def test_paper_lines_are_never_thinner_than_a_printer_can_draw() -> None:
    for radius in (38.0, 166.0):
        stream = BytesIO()
        fonts.register()
        canvas = Canvas(stream, initialFontName=Fonts().regular)
        draw_radar(
            canvas,
            EXAMPLES["pooled"],
            centre=CENTRE,
            radius=radius,
            label_pt=9,
            zone_words=ZONE_WORDS,
            fonts=Fonts(),
            show_labels="none",
        )
        canvas.save()
        page = PdfReader(BytesIO(stream.getvalue())).pages[0]
        operations = ContentStream(page.get_contents(), None).operations
        widths = [float(operands[0]) for operands, operator in operations if operator == b"w"]
        assert min(widths) >= 0.7


def test_radar_extent_tells_how_far_the_labels_reach() -> None:
    fonts.register()
    kept = {"radius": RADIUS, "label_pt": LABEL, "zone_words": ZONE_WORDS, "fonts": Fonts()}
    short = radar_extent(EXAMPLES["team"], **kept)  # type: ignore[arg-type]
    names = [*LABELS[:2], "Dat kunnen wij allemaal heel goed", *LABELS[3:]]
    longer = radar_extent(view(label=names, team=TEAM), **kept)  # type: ignore[arg-type]
    assert longer.right > short.right > RADIUS
    assert longer.left == short.left
    bare = radar_extent(view(team=TEAM), show_labels="none", **kept)  # type: ignore[arg-type]
    assert bare.left == bare.right == pytest.approx(RADIUS, abs=1)


@pytest.mark.parametrize("series", LEGEND)
def test_legend_mark_on_paper_stays_in_its_place(series: Series) -> None:
    stream = BytesIO()
    canvas = Canvas(stream, initialFontName=Fonts().regular)
    draw_legend_mark(canvas, series, 100, 200, 22)
    canvas.save()
    for x, y in (point for path in pdf_paths(stream.getvalue()) for point in path):
        assert 100 <= x <= 122
        assert 189 <= y <= 211


def test_svg_has_a_title_and_is_valid_whatever_the_name() -> None:
    odd = FigureWords(
        title='Jansen & Zn <"Łukasz"> \x0b\u200e',
        subtitle="Şükrü, Иван, محمد, İstanbul",
        legend=LEGEND,
        zones=ZONE_WORDS,
    )
    root = ElementTree.fromstring(radar_svg(EXAMPLES["team"], odd))
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text is not None
    assert title.text.startswith('Jansen & Zn <"Łukasz"> ')
    assert title.text.endswith("İstanbul")
    assert not list(root.iter("{http://www.w3.org/2000/svg}text")), "letters are outlines"


@pytest.mark.parametrize(
    "words",
    [
        FigureWords(title="A" * 500, subtitle="b " * 250, legend=LEGEND, zones=ZONE_WORDS),
        FigureWords(
            title="", legend=dict.fromkeys(LEGEND, "w" * 80), zones=ZONE_WORDS, note="x" * 500
        ),
    ],
)
def test_long_texts_stay_on_the_page(words: FigureWords, example: RadarView) -> None:
    labels = ["Wij vinden dat leren zin heeft " * 3, *["Arbeidsongeschiktheid" * 3] * 6]
    of = RadarView(
        mode=example.mode,
        spokes=tuple(
            type(one)(**{**_fields(one), "label": label})
            for one, label in zip(example.spokes, labels, strict=True)
        ),
    )
    svg = radar_svg(of, words)
    _, _, width, height = (float(n) for n in ElementTree.fromstring(svg).get("viewBox", "").split())
    for x, y in (point for path in svg_paths(svg) for point in path):
        assert 0 <= x <= width
        assert 0 <= y <= height


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__struct_fields__}  # type: ignore[attr-defined]


def test_pictures_of_a_radar_without_values_can_be_made() -> None:
    assert series_shown(view()) == ()
    assert radar_png(view(), WORDS).startswith(b"\x89PNG")


def test_dark_theme_has_its_own_paper() -> None:
    image = Image.open(BytesIO(radar_png(view(team=TEAM), WORDS, theme="dark")))
    assert colour_at(image, (0, 0)) == colours("dark")["paper"]


def digests(examples: Sequence[str]) -> str:
    made = (
        draw
        for name in examples
        for draw in (
            paper(EXAMPLES[name]),
            radar_svg(EXAMPLES[name], WORDS),
            radar_png(EXAMPLES[name], WORDS),
        )
    )
    return " ".join(sha256(one).hexdigest() for one in made)


def in_another_process(code: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_same_view_gives_the_same_bytes_in_every_process() -> None:
    first = digests(["team", "pooled"])
    assert digests(["team", "pooled"]) == first
    code = "from tests.test_radar_drawings import digests; print(digests(['team', 'pooled']))"
    assert in_another_process(code) == first


def test_matplotlib_is_imported_with_the_first_picture_only() -> None:
    code = (
        "import sys, reports.radar_figure;"
        "print(*[name for name in ('matplotlib', 'numpy', 'PySide6') if name in sys.modules])"
    )
    assert in_another_process(code) == ""
    drawn = (
        "import sys; from tests.test_radar_drawings import digests; digests(['open']);"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    assert in_another_process(drawn) == "False"


def test_pictures_do_not_change_the_settings_of_matplotlib() -> None:
    import matplotlib

    before = dict(matplotlib.rcParams)
    radar_svg(EXAMPLES["open"], WORDS)
    assert dict(matplotlib.rcParams) == before
