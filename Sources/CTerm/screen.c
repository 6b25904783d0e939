// The screen: curses started, rows put, and the terminal given back.

#include "own.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// term.h makes this common word a macro.
#undef columns

static SCREEN *screen;
static bool with_colours, with_default_colours, with_mouse, cursor_shown, cursor_stays;
// Pairs by foreground and background, the default last; 0 is not made yet.
static short pairs[17][17];
static short pairs_made;
static cchar_t *line;
static size_t line_room;

// Bracketed paste and SGR mouse: not in every terminfo, harmless where unknown.
static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
// The title the terminal had is kept on its own stack (XTWINOPS) while ours is shown.
static const char title_kept[] = "\033[22;2t", title_back[] = "\033[23;2t";
static char title[256];
static size_t title_length;
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

bool cterm_set_locale(void) {
  // LC_CTYPE alone: numbers and sorting stay as the rest of the program expects them.
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// Appends a capability, without the padding that only `tputs` understands.
static void keep(const char *bytes) {
  if (bytes == NULL || bytes == (char *)-1) return;
  while (*bytes != 0 && cterm_out.length < sizeof cterm_out.bytes) {
    const char *end = bytes[0] == '$' && bytes[1] == '<' ? strchr(bytes, '>') : NULL;
    if (end != NULL) {
      bytes = end + 1;
    } else {
      cterm_out.bytes[cterm_out.length++] = *bytes++;
    }
  }
}

static void prepare_way_out(bool speaks_ansi) {
  cterm_out.length = 0;
  if (speaks_ansi) {
    keep(mouse_off);
    keep(paste_off);
  }
  keep(tigetstr("sgr0"));
  keep(tigetstr("op"));
  keep(tigetstr("cnorm"));
  keep(tigetstr("rmcup"));
}

static bool speaks_ansi(void) {
  const char *move = tigetstr("cup");
  return move != NULL && move != (char *)-1 && strncmp(move, "\033[", 2) == 0;
}

static int start_curses(void) {
  int problem = 0;
  // LINES and COLUMNS may be another window's, exported by its shell: they count only where the terminal
  // tells no size. Left alone, curses believes them first.
  struct winsize size;
  use_tioctl(ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0);
  // Asked first, for initscr and newterm tell less, and initscr ends the process.
  if (setupterm(NULL, STDOUT_FILENO, &problem) != OK) return CTERM_UNKNOWN_TERMINAL;
  const char *move = tigetstr("cup");
  if (move == NULL || move == (char *)-1) return CTERM_NO_CURSOR_ADDRESSING;
  screen = newterm(NULL, cterm_open_output(), stdin);
  if (screen == NULL) {
    cterm_close_output();
    return CTERM_UNKNOWN_TERMINAL;
  }
  set_term(screen);
  raw();
  noecho();
  nonl();
  // Bytes are read past curses, so it must not look at them and put off drawing either.
  typeahead(-1);
  // Shifting characters within a row goes wrong on terminals that halve wide characters.
  idcok(stdscr, FALSE);
  return CTERM_STARTED;
}

static void start_colours(void) {
  const char *refused = getenv("NO_COLOR");
  memset(pairs, 0, sizeof pairs);
  pairs_made = 0;
  with_colours = (refused == NULL || *refused == 0) && has_colors() && start_color() == OK;
  with_colours = with_colours && COLORS >= 8;
  with_default_colours = with_colours && use_default_colors() == OK;
}

static void take_modes(bool on) {
  if (!speaks_ansi()) return;
  if (title_length > 0) {
    cterm_write_raw(on ? title_kept : title_back, sizeof title_kept - 1);
    if (on) cterm_write_raw(title, title_length);
  }
  if (on) {
    cterm_write_raw(paste_on, sizeof paste_on - 1);
    if (with_mouse) cterm_write_raw(mouse_on, sizeof mouse_on - 1);
  } else {
    if (with_mouse) cterm_write_raw(mouse_off, sizeof mouse_off - 1);
    cterm_write_raw(paste_off, sizeof paste_off - 1);
  }
}

int cterm_start(bool mouse) {
  static bool at_exit_registered;
  if (screen != NULL) return CTERM_STARTED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CTERM_NOT_A_TERMINAL;
  if (!cterm_set_locale()) return CTERM_NO_UTF8_LOCALE;
  if (tcgetattr(STDIN_FILENO, &cterm_out.modes) != 0) return CTERM_NOT_A_TERMINAL;
  // Before curses, which leaves signals alone that somebody handles already.
  if (!cterm_catch_signals()) return CTERM_OUT_OF_MEMORY;
  int outcome = start_curses();
  if (outcome != CTERM_STARTED) {
    cterm_release_signals();
    return outcome;
  }
  prepare_way_out(speaks_ansi());
  cterm_out.active = 1;
  if (!at_exit_registered) at_exit_registered = atexit(cterm_end) == 0;
  start_colours();
  with_mouse = mouse;
  cursor_shown = true;
  werase(stdscr);
  wrefresh(stdscr);
  take_modes(true);
  cterm_hold_errors();
  return CTERM_STARTED;
}

void cterm_end(void) {
  if (screen == NULL) return;
  cterm_leave();
  cterm_release_signals();
  delscreen(screen);
  screen = NULL;
  cterm_close_output();
  title_length = 0;
}

void cterm_set_title(const char *text) {
  if (screen == NULL || !speaks_ansi() || strlen(text) > sizeof title - 8) return;
  if (title_length == 0) {
    cterm_write_raw(title_kept, sizeof title_kept - 1);
    keep(title_back);
  }
  title_length = (size_t)snprintf(title, sizeof title, "\033]2;%s\a", text);
  cterm_write_raw(title, title_length);
}

void cterm_leave(void) {
  if (screen == NULL || !cterm_out.active) return;
  take_modes(false);
  endwin();
  cterm_out.active = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &cterm_out.modes);
  cterm_let_errors_out();
}

void cterm_return(void) {
  // Killed while stopped: the shell has the terminal, and taking it would stop us once more.
  if (screen == NULL || cterm_is_leaving()) return;
  // Also after a stop we were not asked about, when the shell has set the modes its own way.
  cterm_out.active = 1;
  reset_prog_mode();
  cterm_resize();
  if (!cursor_shown) curs_set(0);
  clearok(curscr, TRUE);
  wrefresh(stdscr);
  if (!cursor_shown) curs_set(0);
  take_modes(true);
  cterm_hold_errors();
}

void cterm_resize(void) {
  struct winsize size;
  if (screen == NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row == LINES && size.ws_col == COLS) return;
  resizeterm(size.ws_row, size.ws_col);
  // Terminals rearrange their lines when they change width; nothing there can be relied upon.
  cterm_redraw_all();
}

int cterm_columns(void) { return COLS; }
int cterm_rows(void) { return LINES; }

void cterm_redraw_all(void) { clearok(curscr, TRUE); }

// The pair of two colours, made when first used; 0, the default, when there are no more.
static short pair_of(int foreground, int background) {
  if (!with_default_colours) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  short *pair = &pairs[foreground < 0 ? 16 : foreground][background < 0 ? 16 : background];
  if (*pair == 0 && pairs_made + 1 < COLOR_PAIRS) {
    short next = (short)(pairs_made + 1);
    if (init_pair(next, (short)foreground, (short)background) == OK) *pair = pairs_made = next;
  }
  return *pair;
}

static attr_t style_of(const cterm_glyph *glyph, short *pair) {
  attr_t attributes = 0;
  if (glyph->attributes & CTERM_BOLD) attributes |= WA_BOLD;
  if (glyph->attributes & CTERM_DIM) attributes |= WA_DIM;
  if (glyph->attributes & CTERM_UNDERLINE) attributes |= WA_UNDERLINE;
  if (glyph->attributes & CTERM_REVERSE) attributes |= WA_REVERSE;
  *pair = 0;
  // A picture drawn of blank cells by their ground alone would be lost without colours.
  if (!with_colours && glyph->background > 0 && glyph->scalars[0] == ' ') attributes ^= WA_REVERSE;
  if (!with_colours || (glyph->foreground < 0 && glyph->background < 0)) return attributes;
  int foreground = glyph->foreground > 15 ? -1 : glyph->foreground;
  int background = glyph->background > 15 ? -1 : glyph->background;
  if (COLORS < 16) {
    if (foreground >= 8) attributes |= WA_BOLD;
    if (foreground >= 8) foreground -= 8;
    if (background >= 8) background -= 8;
  }
  *pair = pair_of(foreground, background);
  return attributes;
}

void cterm_put_row(int row, const cterm_glyph *glyphs, int count) {
  if (screen == NULL || row < 0 || row >= LINES) return;
  size_t needed = 2 * (size_t)count + 1;
  if (needed > line_room) {
    cchar_t *larger = realloc(line, needed * sizeof *line);
    if (larger == NULL) return;
    line = larger;
    line_room = needed;
  }
  int made = 0;
  for (int i = 0; i < count; i++) {
    const cterm_glyph *glyph = &glyphs[i];
    short pair;
    attr_t attributes = style_of(glyph, &pair);
    wchar_t text[6] = {0};
    for (int s = 0; s < 5; s++) text[s] = (wchar_t)glyph->scalars[s];
    // Were curses to count otherwise than the frame, the rest of the row would be shifted.
    if (wcwidth(text[0]) == glyph->columns
        && setcchar(&line[made], text, attributes, pair, NULL) == OK) {
      made++;
      continue;
    }
    for (int c = 0; c < glyph->columns && c < 2; c++) {
      setcchar(&line[made++], L"?", attributes, pair, NULL);
    }
  }
  // Whole rows only, and by this function only: the others leave halves of wide characters.
  if (made > 0 && wmove(stdscr, row, 0) == OK) wadd_wchnstr(stdscr, line, made);
}

void cterm_flush(int row, int column) {
  if (screen == NULL || !cterm_out.active) return;
  bool shown = column >= 0 && column < COLS && row >= 0 && row < LINES;
  cterm_gather();
  // Told once: asked again curses says that it is as it was.
  if (cursor_shown && !shown) cursor_stays = curs_set(0) == ERR;
  if (shown) wmove(stdscr, row, column);
  // A terminal that cannot hide it (vt100) has it where it says nothing.
  if (!shown && cursor_stays) wmove(stdscr, LINES - 1, COLS - 1);
  wnoutrefresh(stdscr);
  doupdate();
  if (!cursor_shown && shown) curs_set(1);
  cursor_shown = shown;
  cterm_send();
}

void cterm_write_raw(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      // Somebody who shares the terminal made it non-blocking; a frame cut short would stay so.
      struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
      if (poll(&ready, 1, -1) >= 0 || errno == EINTR) continue;
    }
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

bool cterm_is_linux_console(void) {
  const char *name = getenv("TERM");
  return name != NULL && (strcmp(name, "linux") == 0 || strncmp(name, "linux-", 6) == 0);
}

int cterm_escape_delay(void) {
  const char *text = getenv("ESCDELAY");
  long delay = text == NULL ? 0 : strtol(text, NULL, 10);
  return delay > 0 && delay <= 10000 ? (int)delay : 25;
}
