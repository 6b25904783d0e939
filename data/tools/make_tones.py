#!/usr/bin/env python3
"""Makes data/tones.bin, the tones of the readings that names are told in.

usage: make_tones.py UNIHAN_READINGS UNIHAN_VARIANTS SURNAMES OUT

The Unihan files as for make_readings.py. Sources/Pinyin reads the result in place:

  27,648 half bytes  the tone of the best reading of U+3400 ... U+9FFF, the lower half first; 1 to 4, 5 is the
                     neutral tone, 0 is unknown
  the rest           text: surnames of readings of their own with a tone a character, "尉迟 42"
"""

import sys
import unicodedata

from make_readings import COMMON, add_surnames, lines, readings, spoken, toneless

FIRST, LAST = 0x3400, 0x9FFF
MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}

# Surnames spoken in another tone than the character, and readings the database does not list; from common
# knowledge, as surnames.txt.
BY_HAND = {
    "任": "2", "诸葛": "13", "諸葛": "13", "葛": "3", "那": "1", "华": "4", "華": "4", "燕": "1", "过": "1", "過": "1", "哈": "3", "撒": "3",
    "令狐": "22", "黑": "4", "员": "4", "員": "4", "贠": "4", "貟": "4", "厘": "1", "浣": "3", "萬俟": "42", "毋丘": "41",
    "库狄": "42", "庫狄": "42",
}

# Characters the database has first in a tone nobody is called by.
CHARACTERS = {"罗": 2, "羅": 2, "卓": 2}


def tone(text):
    return next((MARKS[c] for c in unicodedata.normalize("NFD", text) if c in MARKS), 5)


def toned(unihan):
    """For each code point its readings, toneless, with the tone that stands first."""
    fields = {}
    for code, field, value in lines(unihan):
        if field in COMMON or field == "kHanyuPinyin":
            fields.setdefault(code, {})[field] = spoken(field, value)
    table = {}
    for code, known in fields.items():
        tones = table.setdefault(code, {})
        # Of one syllable in several tones the most frequent is meant.
        listed = [
            reading
            for field in ["kHanyuPinlu"] + COMMON + ["kHanyuPinyin"]
            for reading in known.get(field, [])
        ]
        # A neutral tone is a word's, not a name's: 李 is li in 行李, 子 is zi in 孩子. It counts where there is no other.
        for reading in sorted(listed, key=lambda reading: tone(reading) == 5):
            if plain := toneless(reading):
                tones.setdefault(plain, tone(reading))
    return table


def main():
    unihan, variants, surnames, out = sys.argv[1:]
    tones = toned(unihan)
    table = readings(unihan, variants)
    add_surnames(table, surnames)
    halves = [
        tones.get(code, {}).get(table[code][0], 0) if table.get(code) else 0
        for code in range(FIRST, LAST + 1)
    ]
    for character, own in CHARACTERS.items():
        halves[ord(character) - FIRST] = own
    text = ""
    with open(surnames, encoding="utf-8") as file:
        for line in file:
            words = line.split("#")[0].split()
            if not words or f"{words[0]} " in text:
                continue
            pairs = list(zip(words[0], words[1:]))
            own = "".join(str(tones.get(ord(c), {}).get(r, 0)) for c, r in pairs)
            own = BY_HAND.get(words[0], own)
            text += f"{words[0]} {own}\n"
            if "0" in own:
                print("no tone:", line.strip())
    packed = bytes(a | b << 4 for a, b in zip(halves[::2], halves[1::2]))
    with open(out, "wb") as file:
        file.write(packed + text.encode())
    print(f"{sum(1 for h in halves if h)} characters, {len(text.splitlines())} surnames")


if __name__ == "__main__":
    main()
