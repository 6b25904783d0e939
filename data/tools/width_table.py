#!/usr/bin/env python3
"""Writes Sources/Canvas/WidthTable.swift: glibc's wcwidth and Unicode's East Asian Width as one table.

Run it on the system whose glibc shall decide; Python's unicodedata names the ambiguous
characters. Every entry is `first code point << 3 | kind` and holds until the next entry.
"""

import ctypes
import locale
import platform
import sys
import unicodedata

ZERO, NARROW, WIDE, UNPRINTABLE, AMBIGUOUS = range(5)

locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
wcwidth = ctypes.CDLL(None).wcwidth
wcwidth.argtypes = [ctypes.c_uint32]


def kind(code):
    width = wcwidth(code)
    private = unicodedata.category(chr(code)) in ("Co", "Cs")
    if width < 0 or private:
        return UNPRINTABLE
    if width == 1 and unicodedata.east_asian_width(chr(code)) == "A":
        return AMBIGUOUS
    return width


entries = []
last = None
for code in range(0x110000):
    now = kind(code)
    if now != last:
        entries.append(code << 3 | now)
        last = now

print(f"""\
/// Runs of code points of one kind, as glibc {platform.libc_ver()[1]} and Unicode \
{unicodedata.unidata_version} have them.
///
/// Made by `data/tools/width_table.py`: `first code point << 3 | kind`, rising; a run lasts to the
/// next entry. The kinds are those of `Width.Kind`.
let widthTable: [UInt32] = [""")
for start in range(0, len(entries), 9):
    print("  " + ", ".join(f"0x{e:X}" for e in entries[start : start + 9]) + ",")
print("]")
sys.stderr.write(f"{len(entries)} runs\n")
