#!/usr/bin/env python3
"""Makes data/letters.bin: what is left of a letter without its case and its marks.

usage: make_letters.py OUT

Names are looked for as people type them, and few keyboards have the marks of other people's
languages. Each scalar is folded by Unicode (case folding, then canonical decomposition, for letters
the compatible one), its marks are taken away, and letters with a stroke, which Unicode does not take
apart, become the letters that stand for them in passports and addresses.

Three vowels with an umlaut and one with a ring stay letters of their own (a, o, u umlaut and a ring),
because they are also written with two letters: Mueller, Aase. Slashed o goes with o umlaut.

All numbers are little-endian; what is read in place by Sources/Characters/PlainLetters.swift:

  4 x 16 bits   magic 0x514c ('QL'), version, top entries U, pages P
  U x 16 bits   top: page of the scalars n*256 ..< (n+1)*256; page 0 is empty
  P x 256 x 16  pages: 0 for a scalar that is its own, else 1 + where its letters begin
  N x 32 bits   the letters: how many, then so many scalars; 0 for a mark, of which nothing is left
"""

import struct
import sys
import unicodedata

UMLAUT, RING = "\u0308", "\u030a"
OWN = {"a": "ä", "o": "ö", "u": "ü"}

# Letters that Unicode does not take apart, by how they are written without.
SPECIAL = {
    "ł": "l", "ø": "ö", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ß": "ss", "æ": "ae",
    "œ": "oe", "þ": "th", "ŋ": "ng", "ĸ": "k", "ŀ": "l", "ŉ": "n", "ƀ": "b", "ɓ": "b", "ƃ": "b",
    "ƈ": "c", "ȼ": "c", "ɖ": "d", "ɗ": "d", "ƌ": "d", "ǝ": "e", "ə": "e", "ɛ": "e", "ɇ": "e",
    "ƒ": "f", "ɠ": "g", "ǥ": "g", "ɣ": "g", "ɨ": "i", "ɩ": "i", "ɉ": "j", "ƙ": "k", "ƛ": "l",
    "ɫ": "l", "ƚ": "l", "ɲ": "n", "ƞ": "n", "ɔ": "o", "ɵ": "o", "ƥ": "p", "ɍ": "r", "ʂ": "s",
    "ƭ": "t", "ʈ": "t", "ț": "t", "ʉ": "u", "ʊ": "u", "ʋ": "v", "ƴ": "y", "ɏ": "y", "ƶ": "z",
    "ʒ": "z", "ȥ": "z", "ꝑ": "p", "ʔ": "", "ꞌ": "",
    # Other scripts: the soft and hard marks of transcriptions, and letters with strokes.
    "ʹ": "", "ʺ": "", "ʻ": "", "ʼ": "", "ʽ": "", "ʾ": "", "ʿ": "", "ˈ": "", "ґ": "г",
}

# What is written above, below or through a letter. Vowel signs of Indic scripts are no such marks:
# they are the vowels.
MARKS = [
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2),
    (0x5C4, 0x5C5), (0x5C7, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
    (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED), (0x711, 0x711),
    (0x730, 0x74A), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x3099, 0x309A),
    (0xFE20, 0xFE2F), (0x640, 0x640),
]


def is_mark(scalar):
    return any(first <= ord(scalar) <= last for first, last in MARKS)


def folded(text):
    """The letters of a text, without case and marks."""
    letters = []
    for scalar in unicodedata.normalize("NFD", text):
        if scalar == UMLAUT and letters and letters[-1] in OWN:
            letters[-1] = OWN[letters[-1]]
        elif scalar == RING and letters and letters[-1] == "a":
            letters[-1] = "å"
        elif not is_mark(scalar):
            small = SPECIAL.get(scalar, scalar).casefold()
            letters += "".join(SPECIAL.get(c, c) for c in small)
    return "".join(letters)


def plain(scalar):
    code = ord(scalar)
    category = unicodedata.category(scalar)
    if 0xD800 <= code <= 0xDFFF or 0xAC00 <= code <= 0xD7A3:
        return scalar  # No scalar; Hangul is taken apart by rule.
    if is_mark(scalar):
        return ""
    if category[0] == "L" or 0xFF01 <= code <= 0xFF5E:
        compatible = folded(unicodedata.normalize("NFKD", scalar))
        if all(unicodedata.category(c)[0] == "L" for c in compatible) or code >= 0xFF01:
            return compatible
    return folded(scalar)


def main():
    table = {}
    for code in range(0x80, 0x30000):
        scalar = chr(code)
        letters = plain(scalar)
        if letters != scalar and len(letters) <= 8:
            table[code] = letters
    pool, where = [], {}
    pages, top = [[0] * 256], [0] * (max(table) // 256 + 1)
    for code, letters in sorted(table.items()):
        if letters not in where:
            where[letters] = len(pool) + 1
            pool += [len(letters)] + [ord(c) for c in letters]
        slot = code // 256
        if top[slot] == 0:
            top[slot] = len(pages)
            pages.append([0] * 256)
        pages[top[slot]][code % 256] = where[letters]
    words = top + [word for page in pages for word in page]
    if len(words) % 2:
        # The letters begin at a multiple of four.
        top.append(0)
        words = top + [word for page in pages for word in page]
    assert max(words) < 1 << 16
    with open(sys.argv[1], "wb") as file:
        file.write(struct.pack("<4H", 0x514C, 1, len(top), len(pages)))
        file.write(struct.pack(f"<{len(words)}H", *words))
        file.write(struct.pack(f"<{len(pool)}I", *pool))
    print(f"{len(table)} scalars, {len(pages)} pages, {len(pool)} letters")


if __name__ == "__main__":
    main()
