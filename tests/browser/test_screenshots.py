"""Pictures are small, true, and change only with what they show."""

import io

from PIL import Image

from tests.browser.screenshots import COLOURS, UNSEEN_PIXELS_MAX, is_as_before, small


def png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def painted(width: int) -> Image.Image:
    """More colours than a palette holds: each column another, below a sheet of white."""
    picture = Image.new("RGB", (width, 40), "white")
    for column in range(width):
        picture.putpixel((column, 39), (column % 256, 255 - column % 251, column % 7))
    return picture


def test_a_picture_with_few_colours_keeps_each():
    taken = painted(COLOURS // 2)
    with Image.open(io.BytesIO(small(png(taken)))) as reduced:
        assert reduced.mode == "P"
        assert reduced.convert("RGB").tobytes() == taken.tobytes()


def test_a_picture_with_many_colours_keeps_the_commonest():
    """What there is most of, such as the paper, is exactly what it was."""
    with Image.open(io.BytesIO(small(png(painted(1000))))) as reduced:
        assert set(reduced.convert("RGB").crop((0, 0, 1000, 39)).tobytes()) == {255}


def test_what_nobody_sees_is_no_change():
    """And what is larger, or lies elsewhere, is one."""
    before, corner, more = painted(300), painted(300), painted(300)
    corner.putpixel((5, 5), (250, 250, 250))
    more.paste((250, 250, 250), (0, 0, UNSEEN_PIXELS_MAX + 1, 1))
    assert is_as_before(png(before), png(corner))
    assert not is_as_before(png(before), png(more))
    assert not is_as_before(png(before), png(painted(301)))
