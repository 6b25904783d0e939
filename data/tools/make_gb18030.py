#!/usr/bin/env python3
"""Makes data/gb18030.bin: which character each code of GB 18030 means.

usage: make_gb18030.py OUT

Asks the system's iconv for every two-byte code and every four-byte code of the Basic Multilingual
Plane, and puts the characters of the edition of 2022 where iconv still has private ones. The file
holds, little-endian: 126 × 190 UInt16, the characters of the two-byte codes (lead 81 to FE, trail 40
to FE without 7F; 0: none, or beyond the plane); then the number of ranges as UInt16; then each range
of the four-byte codes as two UInt16: the first code, counted from 81308130, and its character.
"""
import struct
import subprocess
import sys

# GB 18030-2022 moved these from the private use area to the characters Unicode has by now.
MOVED = dict(zip(range(0xA6D9, 0xA6E0), [0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16]))
MOVED |= {0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19}
MOVED |= dict(zip(
    [0xFE59, 0xFE61, 0xFE66, 0xFE67, 0xFE6D, 0xFE7E, 0xFE90, 0xFEA0], range(0x9FB4, 0x9FBC)))


def characters(codes):
    """The character of each code, or None; codes that mean nothing are left out by iconv."""
    text = b"\n".join(codes) + b"\n"
    done = subprocess.run(
        ["iconv", "-c", "-f", "GB18030", "-t", "UTF-32LE"], input=text, capture_output=True)
    lines = done.stdout.decode("utf-32-le", "surrogatepass").split("\n")
    assert len(lines) == len(codes) + 1
    return [ord(line) if len(line) == 1 else None for line in lines[:-1]]


def main():
    trails = [trail for trail in range(0x40, 0xFF) if trail != 0x7F]
    pairs = [(lead, trail) for lead in range(0x81, 0xFF) for trail in trails]
    found = characters([bytes(pair) for pair in pairs])
    two = [MOVED.get(lead << 8 | trail, value or 0) for (lead, trail), value in zip(pairs, found)]
    beyond = {f"{l:02X}{t:02X}": f"{v:X}" for (l, t), v in zip(pairs, two) if v > 0xFFFF}
    print("beyond the plane:", beyond, file=sys.stderr)
    count = 39420
    codes = []
    for code in range(count):
        rest, d = divmod(code, 10)
        rest, c = divmod(rest, 126)
        a, b = divmod(rest, 10)
        codes.append(bytes([0x81 + a, 0x30 + b, 0x81 + c, 0x30 + d]))
    ranges = []
    last = None
    for code, value in enumerate(characters(codes)):
        if value is None:
            # Since 2022 these have codes of two bytes; files of older programs have them here.
            value = last + 1
            print(f"older code of U+{value:04X}", file=sys.stderr)
        if last is None or value != last + 1:
            ranges.append((code, value))
        last = value
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack(f"<{len(two)}H", *[v if v <= 0xFFFF else 0 for v in two]))
        out.write(struct.pack("<H", len(ranges)))
        for first, value in ranges:
            out.write(struct.pack("<HH", first, value))


main()
