#!/usr/bin/env python3
"""Makes docs/pictures from the running program on the sample evening.

Needs tmux, nothing else. Usage: docs/tools/picture.py [PROGRAM]

Every character is put where its cell is: text is not left to flow, for no two fonts agree how wide a
Han character is, and lines and bars are drawn, for no two fonts join them.
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/queqiao")
CELL, ROW, MARGIN = 8, 20, 12

GROUND, INK, FAINT = "#1d2126", "#d5d9de", "#858d97"
COLOURS = ["#1d2126", "#d9695f", "#8fae62", "#e3b341", "#6f9bd1", "#b58bc6", "#5cb3c1", "#d5d9de",
           "#858d97", "#e98a80", "#a9c97d", "#f0c95c", "#8fb6e6", "#cfa8de", "#7fd0dc", "#ffffff"]
# Where the lines of a box character go: left, right, up, down.
LINES = {"─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
         "┬": "lrd", "┴": "lru", "┼": "lrud"}
EIGHTHS = "▏▎▍▌▋▊▉█"
# Dots of the big screen: where in its cell a block begins, and how much of it is there.
BLOCKS = {"█": (0, 1), "▀": (0, .5), "▄": (.5, .5)}


class Style:
    """What the escape sequences have set so far."""

    def __init__(self):
        self.clear()

    def clear(self):
        self.ink, self.ground = None, None
        self.bold = self.dim = self.underline = self.reverse = False

    def take(self, codes):
        for code in (int(code or 0) for code in codes.split(";")):
            if code == 0: self.clear()
            elif code == 1: self.bold = True
            elif code == 2: self.dim = True
            elif code == 4: self.underline = True
            elif code == 7: self.reverse = True
            elif code == 22: self.bold = self.dim = False
            elif code == 24: self.underline = False
            elif code == 27: self.reverse = False
            elif 30 <= code <= 37: self.ink = COLOURS[code - 30]
            elif 40 <= code <= 47: self.ground = COLOURS[code - 40]
            elif 90 <= code <= 97: self.ink = COLOURS[code - 82]
            elif 100 <= code <= 107: self.ground = COLOURS[code - 92]
            elif code == 39: self.ink = None
            elif code == 49: self.ground = None

    def look(self):
        """Colour of the letters, colour behind them or None, and how they are drawn."""
        ink, ground = self.ink or (FAINT if self.dim else INK), self.ground
        if self.reverse: ink, ground = ground or GROUND, ink
        return ink, ground, self.bold, self.underline


def width(character):
    if unicodedata.combining(character): return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(line):
    """(column, text, columns, look) for every cell of a captured line."""
    style, column, found = Style(), 0, []
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            style.take(part[2:-1])
            continue
        for character in part.replace("\x0e", "").replace("\x0f", ""):
            columns = width(character)
            if columns == 0 and found:
                place, text, *rest = found[-1]
                found[-1] = (place, text + character, *rest)
                continue
            found.append((column, character, columns, style.look()))
            column += columns
    return found


def shape(character, x, y, ink, dots=False):
    """Lines and bars, drawn edge to edge; None for what a font has to draw.

    With dots, blocks fill their cells, for they are pieces of large characters and not of bars.
    """
    if dots and character in BLOCKS:
        top, share = BLOCKS[character]
        return (f'<rect x="{x}" y="{y + top * ROW}" width="{CELL}" height="{share * ROW}" '
                f'fill="{ink}" shape-rendering="crispEdges"/>')
    if character in LINES:
        middle, centre = y + ROW / 2, x + CELL / 2
        ends = {"l": f"H{x}", "r": f"H{x + CELL}", "u": f"V{y}", "d": f"V{y + ROW}"}
        path = "".join(f"M{centre} {middle}{ends[end]}" for end in LINES[character])
        return f'<path d="{path}" stroke="{ink}" fill="none"/>'
    if character in EIGHTHS:
        part = CELL * (EIGHTHS.index(character) + 1) / 8
        full = f'<rect x="{x}" y="{y + 3}" width="{part}" height="{ROW - 6}" fill="{ink}"/>'
        return full if part == CELL else shape("░", x, y, ink) + full
    if character == "░":
        return (f'<rect x="{x}" y="{y + 3}" width="{CELL}" height="{ROW - 6}" fill="{ink}" '
                'opacity=".25"/>')
    return None


def words(row):
    """Neighbouring narrow cells of one look are one word; a wide character stands by itself."""
    word = None
    for column, text, columns, look in row:
        joins = word and columns == 1 and word[2] == word[0] + len(word[1]) == column
        if joins and word[3] == look and text != " " and text.isascii():
            word = (word[0], word[1] + text, column + 1, look, 1)
            continue
        if word: yield word
        word = None if text == " " else (column, text, column + columns, look, columns)
        if word and not (text.isascii() and columns == 1):
            yield word
            word = None
    if word: yield word


def svg(screen, columns, rows, dots=False):
    across, down = columns * CELL + 2 * MARGIN, rows * ROW + 2 * MARGIN
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
           f'viewBox="0 0 {across} {down}" font-size="16" '
           'font-family="Noto Sans Mono CJK SC, Sarasa Mono SC, DejaVu Sans Mono, monospace">',
           f'<rect width="{across}" height="{down}" rx="8" fill="{GROUND}"/>']
    for number, line in enumerate(screen.split("\n")[:rows]):
        y, row = MARGIN + number * ROW, cells(line)
        behind = None
        for column, _, wide, look in row + [(columns, "", 0, (None, None))]:
            if behind and (look[1] != behind[1] or column != behind[2]):
                start, ground, end = behind
                out.append(f'<rect x="{MARGIN + start * CELL}" y="{y}" fill="{ground}" '
                           f'width="{(end - start) * CELL}" height="{ROW}"/>')
                behind = None
            if look[1]: behind = (behind[0] if behind else column, look[1], column + wide)
        for column, text, end, (ink, _, bold, underline), _ in words(row):
            x = MARGIN + column * CELL
            drawn = shape(text, x, y, ink, dots)
            if not drawn:
                extra = ' font-weight="bold"' if bold else ""
                extra += ' text-decoration="underline"' if underline else ""
                # Fonts for Han draw these as wide as Han.
                extra += ' font-size="10"' if "①" <= text <= "⑳" or text == "…" else ""
                room = (end - column) * CELL
                # Words fill their cells; single signs sit in the middle of theirs.
                place = (f'x="{x}" textLength="{room}" lengthAdjust="spacingAndGlyphs"'
                         if len(text) > 1 else f'x="{x + room / 2}" text-anchor="middle"')
                drawn = f'<text {place} y="{y + 15}" fill="{ink}"{extra}>{html.escape(text)}</text>'
            out.append(drawn)
    return "\n".join(out + ["</svg>", ""])


class Desk:
    """The program in a terminal of its own; waits for its counter of keys, never for a time."""

    def __init__(self, language, columns, rows, beside=None, words=()):
        """Beside another desk, whose home it shares, something else than the desk may run."""
        self.size, self.language, self.keys = (columns, rows), language, 0
        self.owner = beside
        self.home = beside.home if beside else tempfile.mkdtemp(prefix="queqiao-pictures-")
        # A server of its own: the one before may still be leaving.
        self.socket = pathlib.Path(self.home).name + ("-wall" if beside else "")
        self.idle = pathlib.Path(self.home, "idle-wall" if beside else "idle")
        self.idle.unlink(missing_ok=True)
        self.tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), "env", "-i",
                  "TERM=tmux-256color", "LANG=C.UTF-8", f"HOME={self.home}", "TZ=Asia/Shanghai",
                  f"QUEQIAO_IDLE_FILE={self.idle}", str(pathlib.Path(PROGRAM).resolve()), "--lang",
                  language, *words)
        self.tmux("set", "-g", "status", "off")
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))
        self.settle()

    def tmux(self, *words):
        return subprocess.run(["tmux", "-u", "-L", self.socket, "-f", "/dev/null", *words], check=True,
                              capture_output=True, encoding="utf-8").stdout

    def settle(self):
        wanted = f"{self.size[0]:05}x{self.size[1]:05}"
        for _ in range(3000):
            told = self.idle.read_text().split() if self.idle.exists() else []
            if len(told) == 2 and int(told[0]) >= self.keys and told[1] == wanted: return
            time.sleep(0.01)
        sys.exit(f"{PROGRAM} does not come to rest:\n{self.tmux('capture-pane', '-p')}")

    def press(self, *names, text=""):
        for name in ([text] if text else []) + list(names):
            self.tmux("send-keys", *(["-l"] if name == text else []), "--", name)
            self.keys += len(text) if name == text else 1
            self.settle()

    def picture(self, name, dots=False):
        # Drawn by the program, but perhaps not by tmux yet: until it looks the same twice.
        screen = None
        while screen != (screen := self.tmux("capture-pane", "-p", "-e", "-N")):
            time.sleep(0.1)
        path = ROOT / f"docs/pictures/{name}-{self.language}-{self.size[0]}x{self.size[1]}.svg"
        path.write_text(svg(screen, *self.size, dots))

    def close(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True)
        if not self.owner: shutil.rmtree(self.home)


def play(language, columns, rows):
    desk = Desk(language, columns, rows)
    try:
        desk.press("1")
        desk.picture("events")
        desk.press("Down", "Enter")
        desk.press(text="wang")
        desk.picture("door")
        # The wall of this evening, some of its people still to come.
        store = pathlib.Path(desk.home, ".local/share/queqiao/sample.sqlite")
        wall(desk, store, "SAMPLE-2", "welcome")
        desk.press("Escape", "M-5")
        desk.press(text="F3 21 23 3")
        desk.picture("picks")
        desk.press("Escape", "F5", "F8")
        desk.picture("pairs")
        desk.press("M-1")
        desk.picture("members")
        # The programme of the other evening in its first round, everybody here.
        command(store, "checkin", "SAMPLE", "--all")
        desk.press("M-2", "Home", "Enter", "M-4", "F2", "F2", "Enter")
        desk.press("Enter", "Enter", "Enter", "F5", "F2", "Escape", "Enter")
        desk.picture("programme")
        wall(desk, store, "SAMPLE", "round")
    finally:
        desk.close()


def command(store, *words):
    subprocess.run([PROGRAM, "--store", store, *words], check=True, capture_output=True)


def wall(desk, store, code, name):
    """The big screen as it is now, beside a desk and as large."""
    screen = Desk(desk.language, *desk.size, desk, ("--store", str(store), "screen", code))
    try:
        screen.picture(f"screen-{name}", dots=True)
    finally:
        screen.close()


if __name__ == "__main__":
    for language in ("zh", "en"):
        for columns, rows in ((80, 24), (120, 40)):
            play(language, columns, rows)
