#!/usr/bin/env python3
"""Makes docs/pictures from the running program on the sample evening.

Needs tmux and PyPI's `rich`. Usage: docs/tools/picture.py [PROGRAM]
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from rich.console import Console
from rich.text import Text

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/queqiao")
SOCKET = "queqiao-pictures"


def tmux(*words):
    return subprocess.run(["tmux", "-L", SOCKET, "-f", "/dev/null", *words], check=True,
                          capture_output=True, text=True).stdout


def keys(*names, text=""):
    if text:
        tmux("send-keys", "-l", text)
    for name in names:
        tmux("send-keys", name)
        time.sleep(0.4)
    time.sleep(0.6)


def picture(name, columns):
    ansi = tmux("capture-pane", "-p", "-e").rstrip("\n")
    console = Console(record=True, width=columns, force_terminal=True, file=open(os.devnull, "w"))
    for line in ansi.split("\n"):
        console.print(Text.from_ansi(line), no_wrap=True, crop=True)
    svg = console.export_svg(title="鹊桥 Queqiao")
    # The reader's own fonts: a picture must not fetch anything.
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S)
    svg = svg.replace("Fira Code", "Noto Sans Mono CJK SC")
    (ROOT / f"docs/pictures/{name}.svg").write_text(svg)


def play(language, columns, rows):
    home = tempfile.mkdtemp()
    size = f"{language}-{columns}x{rows}"
    tmux("new-session", "-d", "-x", str(columns), "-y", str(rows),
         f"env LANG=C.UTF-8 HOME={home} QUEQIAO_STORE= {PROGRAM} --lang {language}")
    tmux("set", "-g", "status", "off")
    time.sleep(1.5)
    keys("1")
    time.sleep(3)
    picture(f"events-{size}", columns)
    keys("Down", "Enter")
    keys(text="wang")
    picture(f"door-{size}", columns)
    keys("Escape", "M-4")
    keys(text="F3 21 23 3")
    picture(f"picks-{size}", columns)
    keys("Escape", "F5", "F5")
    picture(f"pairs-{size}", columns)
    keys("M-1")
    picture(f"members-{size}", columns)
    keys("C-q")
    subprocess.run(["tmux", "-L", SOCKET, "kill-server"], capture_output=True)
    shutil.rmtree(home)
    time.sleep(0.5)


for language in ("zh", "en"):
    for columns, rows in ((80, 24), (120, 40)):
        play(language, columns, rows)
