#!/usr/bin/env python3
"""Times one chart, the 63 bars of PCI 2016 with names and values, as SVG and PNG; for scripts/compare.

    charts.py URL thuocdo|vl-convert|matplotlib [TIMES]

Prints the medians of SVG and PNG in ms, then the bytes of both. All draw 960 x 1662 px, PNG at twice that, from
the same figures. One chart after another in a process that has already drawn one of each, so that imports, fonts and the
start of JavaScript are excluded. For vl-convert and matplotlib a time is that of the call, from figures in memory to
bytes in memory, with a new figure each time. For Thước Đo it is that of a request over loopback, each for a chart that
was not requested before (with another province highlighted), so that no cache answers.
"""
import http.client
import io
import itertools
import json
import statistics
import sys
import time
import urllib.request
from urllib.parse import urlsplit

WIDTH, HEIGHT, SCALE = 960, 1662, 2
TITLE = "PCI 2016"


def ranking(url):
    with urllib.request.urlopen(f"{url}/api/v1/rankings/pci/2016") as answer:
        rows = json.load(answer)["rows"]
    return [(row["province"]["id"], row["province"]["name"]["vi"], row["value"]) for row in rows]


def product(url, rows):
    connection = http.client.HTTPConnection(urlsplit(url).netloc)

    def drawing(ending):
        ids = itertools.cycle(row[0] for row in rows)
        numbers = itertools.count()

        def draw():
            path = f"/charts/rankings/pci/2016/bars.{ending}?edition=1&highlight={next(ids)}&n={next(numbers)}"
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                sys.exit(f"charts: {path} returned {answer.status}")
            return body

        return draw

    return drawing("svg"), drawing("png")


def vega(rows):
    import vl_convert

    place = {"field": "name", "type": "nominal", "sort": None, "title": None}
    value = {"field": "value", "type": "quantitative", "title": None}
    label = {"text": {"field": "value", "format": ".2f"}}
    text = {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": label}
    specification = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": HEIGHT,
        "autosize": {"type": "fit", "contains": "padding"},
        "title": TITLE,
        "data": {"values": [{"name": name, "value": figure} for _, name, figure in rows]},
        "encoding": {"y": place, "x": value},
        "layer": [{"mark": "bar"}, text],
    }
    return (
        lambda: vl_convert.vegalite_to_svg(specification).encode(),
        lambda: vl_convert.vegalite_to_png(specification, scale=SCALE),
    )


def matplotlib(rows):
    from matplotlib.figure import Figure

    def draw(ending):
        # 100 px per inch; a PNG has SCALE times as many.
        figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), layout="constrained")
        axes = figure.subplots()
        bars = axes.barh([name for _, name, _ in rows], [figure for _, _, figure in rows])
        axes.bar_label(bars, fmt="%.2f", padding=4)
        axes.invert_yaxis()
        axes.margins(y=0.01)
        axes.set_title(TITLE)
        file = io.BytesIO()
        figure.savefig(file, format=ending, dpi=100 * SCALE)
        return file.getvalue()

    return lambda: draw("svg"), lambda: draw("png")


def main(url, name, times="15"):
    rows = ranking(url)
    if len(rows) != 63:
        sys.exit(f"charts: the ranking has {len(rows)} rows, not 63")
    drawings = {"thuocdo": lambda found: product(url, found), "vl-convert": vega, "matplotlib": matplotlib}[name](rows)
    medians, sizes = [], []
    for draw in drawings:
        draw()
        measured = []
        for _ in range(int(times)):
            start = time.perf_counter()
            picture = draw()
            measured.append((time.perf_counter() - start) * 1000)
        medians.append(statistics.median(measured))
        sizes.append(len(picture))
    print(*(f"{median:.2f}" for median in medians), *sizes)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
