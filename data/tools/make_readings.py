#!/usr/bin/env python3
"""Makes data/readings.bin, the table of Han characters and their toneless pinyin.

usage: make_readings.py UNIHAN_READINGS UNIHAN_VARIANTS SURNAMES OUT

The two Unihan files may be plain or .bz2, as Debian's package unicode-data ships them.
The layout, all numbers little-endian 16-bit words, is read in place by Sources/Pinyin:

  8 words     magic 0x5051 ('QP'), version, syllables S, sets T, top entries U, pages P, members M, 0
  S x 8 bytes syllables in alphabetical order, ASCII, padded with zeros; u umlaut is v
  U words     top: page of the code points n*256 ..< (n+1)*256, counted from U+3000
  P x 256 w.  pages: set of the code point; page 0 and set 0 are empty
  T + 1 words where each set begins among the members
  M words     members: syllables of the sets, best reading first
"""

import bz2
import re
import struct
import sys
import unicodedata

FIRST = 0x3000
SYLLABLE = re.compile(r"^[a-z]{1,6}$")


def lines(path):
    with (bz2.open if path.endswith(".bz2") else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                yield int(code[2:], 16), field, value


def toneless(text):
    """lǚ -> lv, ńg -> ng, ê̄ -> e"""
    plain = []
    for letter in unicodedata.normalize("NFD", text):
        if letter == "\u0308":
            plain[-1] = "v"
        elif not unicodedata.combining(letter):
            plain.append(letter)
    syllable = "".join(plain)
    return syllable if SYLLABLE.match(syllable) else None


def spoken(field, value):
    """The readings a Unihan field holds, in its order; kHanyuPinlu is by frequency."""
    if field == "kHanyuPinlu":
        return [re.sub(r"\(\d+\)", "", word) for word in value.split()]
    if field == "kMandarin":
        return value.split()
    return [r for word in value.split() for r in word.split(":")[1].split(",")]


COMMON = ["kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"]


def readings(unihan, variants):
    fields = {}
    for code, field, value in lines(unihan):
        if field in COMMON or field == "kHanyuPinyin":
            fields.setdefault(code, {})[field] = spoken(field, value)
    table = {}
    for code, known in fields.items():
        found = [r for field in COMMON for r in known.get(field, [])]
        # The large dictionary lists a dozen rare readings a character; only its first, and only
        # where nothing else speaks.
        found = found or known.get("kHanyuPinyin", [])[:1]
        table[code] = list(dict.fromkeys(filter(None, map(toneless, found))))
    for code, field, value in lines(variants):
        if field != "kSimplifiedVariant":
            continue
        # 尋 is read like 寻 even where the dictionaries list the simplified form alone.
        simplified = [int(word[2:], 16) for word in value.split()]
        if len(simplified) == 1 and simplified[0] != code:
            known = fields.get(code, {})
            if "kTGHZ2013" not in known and "kXHC1983" not in known and code in table:
                extra = table.get(simplified[0], [])
                table[code] = list(dict.fromkeys(table[code] + extra))
    return table


def add_surnames(table, path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = line.split("#")[0].split()
            if not words:
                continue
            assert len(words[0]) == len(words) - 1, line
            for character, syllable in zip(words[0], words[1:]):
                known = table.setdefault(ord(character), [])
                if syllable not in known:
                    known.append(syllable)


def pack(table):
    syllables = sorted({s for known in table.values() for s in known})
    number = {s: i for i, s in enumerate(syllables)}
    sets, members, starts = {(): 0}, [], [0, 0]
    pages, top = [[0] * 256], [0] * ((max(table) - FIRST) // 256 + 1)
    for code in sorted(table):
        if code < FIRST or not table[code]:
            continue
        known = tuple(number[s] for s in table[code])
        if known not in sets:
            sets[known] = len(sets)
            members.extend(known)
            starts.append(len(members))
        slot = (code - FIRST) // 256
        if top[slot] == 0:
            top[slot] = len(pages)
            pages.append([0] * 256)
        pages[top[slot]][(code - FIRST) % 256] = sets[known]
    head = [0x5051, 1, len(syllables), len(sets), len(top), len(pages), len(members), 0]
    words = top + [w for page in pages for w in page] + starts + members
    print(f"{len(table)} characters, {len(syllables)} syllables, {len(sets)} sets of readings")
    return (
        struct.pack("<8H", *head)
        + b"".join(s.encode().ljust(8, b"\0") for s in syllables)
        + struct.pack(f"<{len(words)}H", *words)
    )


def main():
    unihan, variants, surnames, out = sys.argv[1:]
    table = readings(unihan, variants)
    add_surnames(table, surnames)
    with open(out, "wb") as file:
        file.write(pack(table))


if __name__ == "__main__":
    main()
