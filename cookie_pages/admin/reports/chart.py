"""Lines of an SVG chart, drawn on the server; the table beside it holds the same figures."""

WIDTH, HEIGHT = 600, 160
DASHES = ("", "8 4", "2 3", "12 4 2 4", "1 5")


def lines(days) -> list[dict]:
    """One line a purpose: its name, its points in a box of 600 by 160, its dashes."""
    if len(days) < 2:
        return []
    step = WIDTH / (len(days) - 1)
    series = zip(*(day["purposes"] for day in days), strict=True)
    return [
        {
            "name": same[0]["name"],
            "dashes": DASHES[number % len(DASHES)],
            "points": " ".join(
                f"{index * step:.0f},{HEIGHT - HEIGHT * item['percent'] / 100:.0f}"
                for index, item in enumerate(same)
                if item["percent"] is not None
            ),
        }
        for number, same in enumerate(series)
    ]
