"""Checks that charts can be read by people who see colours otherwise, and in grey.

    colour.py [--pictures FOLDER] [--pale 1.6] PICTURE.png…

Each picture is looked at with full colour vision, with protanopia, deuteranopia and tritanopia, and in grey. Wherever two
areas meet, along every row and every column of pixels, something must part them that stands out by 3:1 (WCAG 2.2, 1.4.11):
their own colours, or a gap or an outline between them. Areas as pale as the ground are not looked at: nothing is to be told
by them. With --pale other tints are ground, too: those of the drawings beside an infographic's messages, which say nothing
that the words do not say. Where an SVG of the same name lies beside a picture, the images in it are left out: logos and
photographs have colours of their own.

With --pictures, the pictures are also written as those eyes see them, to be looked at.

Sources: the simulation is that of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, severity 1.0, on linear light;
luminance and contrast are those of WCAG 2.2.
"""

import sys

# The standard library is meant below, not checks of the same names beside this file.
del sys.path[0]

import argparse
import re
import struct
import zlib
from pathlib import Path

import numpy as np

VISIONS = {
    "full colour vision": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "grey": np.array([[0.2126, 0.7152, 0.0722]] * 3),
}
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
REQUIRED = 3.0
# An area is made of squares of one colour of at least this side; whatever is thinner is a line, a gap, or a smoothed edge.
SIDE = 6
# What stands out less from white than this is ground: bands behind bars, and boxes.
PALE = 1.25


class Picture:
    """A PNG with a palette, as poet writes them: rows without a filter."""

    def __init__(self, file: Path) -> None:
        self.chunks: list[tuple[bytes, bytes]] = []
        data = file.read_bytes()
        place = 8
        while place < len(data):
            (length,) = struct.unpack(">I", data[place : place + 4])
            self.chunks.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
            place += length + 12
        found = dict(self.chunks)
        width, height, bits, kind = struct.unpack(">IIBB", found[b"IHDR"][:10])
        self.has_palette = kind == 3
        if not self.has_palette:
            return
        self.palette = np.frombuffer(found[b"PLTE"], np.uint8).reshape(-1, 3)
        rows = np.frombuffer(zlib.decompress(found[b"IDAT"]), np.uint8).reshape(height, -1)
        if rows[:, 0].any():
            sys.exit(f"error: {file} has filtered rows, which poet does not write with a palette")
        packed = rows[:, 1:]
        if bits < 8:
            shifts = np.arange(8 - bits, -1, -bits)
            packed = ((packed[:, :, None] >> shifts) & (2**bits - 1)).reshape(height, -1)
        self.pixels = packed[:, :width].copy()
        self.leave_out_images(file.with_suffix(".svg"))

    def leave_out_images(self, drawing: Path) -> None:
        """Puts the commonest colour in the place of every image of the same picture as SVG."""
        if not drawing.exists():
            return
        text = drawing.read_text(encoding="utf-8")
        (view,) = re.findall(r'viewBox="0 0 ([\d.]+) ', text)
        scale = self.pixels.shape[1] / float(view)
        ground = np.bincount(self.pixels.ravel()).argmax()
        for frame in re.findall(r'<image x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"', text):
            x, y, width, height = (float(number) * scale for number in frame)
            self.pixels[max(int(y) - 1, 0) : int(y + height) + 2, max(int(x) - 1, 0) : int(x + width) + 2] = ground

    def seen(self, matrix: np.ndarray) -> np.ndarray:
        """The palette's colours in linear light, as somebody sees them."""
        values = self.palette / 255
        linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
        return np.clip(linear @ matrix.T, 0, 1)

    def written(self, matrix: np.ndarray) -> bytes:
        """The file as somebody sees it: the same, with another palette."""
        linear = self.seen(matrix)
        values = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
        palette = np.rint(values * 255).astype(np.uint8).tobytes()
        out = b"\x89PNG\r\n\x1a\n"
        for name, data in self.chunks:
            data = palette if name == b"PLTE" else data
            out += struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        return out


def areas(pixels: np.ndarray) -> np.ndarray:
    """Which pixels lie in a square of one colour."""
    height, width = pixels.shape
    corner = (height - SIDE + 1, width - SIDE + 1)
    shifted = [(y, x) for y in range(SIDE) for x in range(SIDE)]
    first = pixels[: corner[0], : corner[1]]
    solid = np.ones(corner, bool)
    for y, x in shifted:
        solid &= pixels[y : y + corner[0], x : x + corner[1]] == first
    found = np.zeros(pixels.shape, bool)
    for y, x in shifted:
        found[y : y + corner[0], x : x + corner[1]] |= solid
    return found


def meetings(pixels: np.ndarray, inside: np.ndarray) -> dict[tuple[int, ...], tuple[int, int]]:
    """The ways from one area to the next along each line, as colours with all between, and where one was met first."""
    found: dict[tuple[int, ...], tuple[int, int]] = {}
    before = None
    for number, line in enumerate(pixels.astype(np.int16) + 256 * inside):
        if before is not None and np.array_equal(line, before):
            continue
        before = line
        starts = np.flatnonzero(np.concatenate(([True], line[1:] != line[:-1])))
        runs = line[starts]
        stretches = np.flatnonzero(runs >= 256)
        for one, other in zip(stretches, stretches[1:]):
            if runs[one] != runs[other]:
                between = sorted(set(int(run) % 256 for run in runs[one + 1 : other]))
                way = (int(runs[one]) % 256, int(runs[other]) % 256, *between)
                found.setdefault(way, (number, int(starts[other])))
    return found


def faults(picture: Picture, palest: float) -> list[str]:
    """What cannot be told apart, by whom, and where."""
    inside = areas(picture.pixels)
    ways = [(way, (x, y)) for way, (y, x) in meetings(picture.pixels, inside).items()]
    ways += [(way, (x, y)) for way, (x, y) in meetings(picture.pixels.T, inside.T).items()]
    found = []
    for name, matrix in VISIONS.items():
        light = picture.seen(matrix) @ LUMINANCE + 0.05
        told = set()
        for way, (x, y) in ways:
            one, other = way[:2]
            pale = [1.05 / light[index] < palest for index in (one, other)]
            seen = light[list(way)]
            contrast = seen.max() / seen.min()
            pair = frozenset((one, other))
            if all(pale) or contrast >= REQUIRED or pair in told:
                continue
            told.add(pair)
            hexes = ["#" + bytes(picture.palette[index]).hex().upper() for index in (one, other)]
            found.append(f"{name}: {hexes[0]} and {hexes[1]} meet at {x},{y} with a contrast of {contrast:.2f}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pictures", type=Path, help="where to write the pictures as those eyes see them")
    parser.add_argument("--pale", type=float, default=PALE, help="the contrast to white below which a colour is ground")
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    errors = looked = 0
    for file in options.files:
        picture = Picture(file)
        if not picture.has_palette:
            print(f"{file}: has more colours than a palette, and is not looked at")
            continue
        looked += 1
        for fault in faults(picture, options.pale):
            print(f"error: {file}: {fault}", file=sys.stderr)
            errors += 1
        if options.pictures:
            options.pictures.mkdir(parents=True, exist_ok=True)
            for name, matrix in VISIONS.items():
                path = options.pictures / f"{file.stem}-{name.split()[0]}.png"
                path.write_bytes(picture.written(matrix))
    print(f"{looked} pictures looked at with {len(VISIONS)} kinds of eyes, {errors} faults")
    sys.exit(1 if errors or not looked else 0)


if __name__ == "__main__":
    main()
