#!/usr/bin/env python3
"""Makes data/glyphs.bin: how characters look on the big screen, as dots.

usage: make_glyphs.py UNIFONT.HEX OUT

A flat table that is read where it lies, by Sources/BigScreen/Dots/DotFont.swift: nothing is unpacked, and of
a page that shows ten characters ten are touched. All numbers are little-endian.

  4 x 16 bits   magic 0x5147 ('GQ'), version, stretches S, 0
  S x 4 x 32    first scalar, last scalar, dots across (8 or 16), where the first one begins, in bytes
  glyphs        16 rows from the top, each of one byte or two, the leftmost dot the highest bit; a scalar of a
                stretch that the font has not, or has in another width, is a row of zeros with its first
                byte 0xff and the others 0: no character looks so
"""

import struct
import sys

# ASCII and Latin letters, marks that titles use, Chinese marks, Han with Extension A and the compatible
# ones, and the full-width forms.
NARROW = [(0x20, 0x7E), (0xA0, 0x17F)]
WIDE = [(0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF01, 0xFF60)]
# In Chinese text these take a whole square.
MARKS = [(0x2013, 0x2027), (0x2665, 0x2665)]
ABSENT = b"\xff" + b"\x00" * 15


def read(path):
    glyphs = {}
    with open(path, encoding="ascii") as file:
        for line in file:
            code, bits = line.strip().split(":")
            glyphs[int(code, 16)] = bytes.fromhex(bits)
    return glyphs


def main():
    glyphs = read(sys.argv[1])
    stretches, body = [], b""
    for first, last in sorted(NARROW + MARKS + WIDE):
        wide = (first, last) in WIDE
        size = 32 if wide else 16
        stretches.append((first, last, size // 2, len(body)))
        for code in range(first, last + 1):
            found = glyphs.get(code, b"")
            body += found if len(found) == size else ABSENT.ljust(size, b"\x00")
    head = struct.pack("<4H", 0x5147, 1, len(stretches), 0)
    base = len(head) + 16 * len(stretches)
    for first, last, dots, start in stretches:
        head += struct.pack("<4I", first, last, dots, base + start)
    with open(sys.argv[2], "wb") as file:
        file.write(head + body)
    print(f"{len(stretches)} stretches, {len(head + body)} bytes")


if __name__ == "__main__":
    main()
