// A small façade over ncursesw, so that Swift sees no macro, no global and no variadic function.
//
// One terminal a process, used from one thread. What ends in `_signal_safe` or runs in a handler
// touches only memory prepared beforehand.

#ifndef CTERM_H
#define CTERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  CTERM_BOLD = 1,
  CTERM_DIM = 2,
  CTERM_UNDERLINE = 4,
  CTERM_REVERSE = 8,
};

// What `cterm_start` came to.
enum {
  CTERM_STARTED = 0,
  CTERM_NOT_A_TERMINAL = 1,
  CTERM_NO_UTF8_LOCALE = 2,
  CTERM_UNKNOWN_TERMINAL = 3,
  CTERM_NO_CURSOR_ADDRESSING = 4,
  CTERM_OUT_OF_MEMORY = 5,
};

// What `cterm_wait` saw, as bits.
enum {
  CTERM_INPUT = 1,
  CTERM_WAKE = 2,
  CTERM_RESIZED = 4,
  CTERM_HANG_UP = 8,
  CTERM_CONTINUED = 16,
  CTERM_STOP_ASKED = 32,
};

// One glyph of a row: a base and its marks, zero after the last; -1 is the default colour.
typedef struct {
  uint32_t scalars[5];
  int8_t foreground;
  int8_t background;
  uint8_t attributes;
  uint8_t columns;
} cterm_glyph;

// Sets LC_CTYPE from the environment, or to C.UTF-8; false if neither is UTF-8.
bool cterm_set_locale(void);

// Takes over standard input and output. The terminal is given back by `cterm_end`, at exit, and
// when a signal kills the process. Until then what goes to standard error, if that is a terminal, is
// kept and written afterwards. Without colours where NO_COLOR is set and not empty.
int cterm_start(bool mouse);

// Gives the terminal back. May be called twice.
void cterm_end(void);

// Leaves curses for another program or the shell, and comes back with everything drawn anew.
void cterm_leave(void);
void cterm_return(void);

// Stops the process until it is continued; call between leaving and returning. The whole job of the
// shell's stops, as for a Ctrl-Z, or this process alone, as for a signal that was sent to it alone.
void cterm_stop(bool whole_job);

// Asks the kernel for the size again.
void cterm_resize(void);
int cterm_columns(void);
int cterm_rows(void);

// Puts a whole row; a negative colour is the default. Nothing is written before `cterm_flush`.
void cterm_put_row(int row, const cterm_glyph *glyphs, int count);

// Writes what changed; the cursor is hidden where `column` is negative.
void cterm_flush(int row, int column);

// Forgets what the terminal shows; the next flush draws all of it.
void cterm_redraw_all(void);

// Waits for input, a byte on `wake` (-1 for none) or a signal, at most so many milliseconds (-1
// for ever), and returns what it saw.
int cterm_wait(int wake, int milliseconds);

// Reads what there is without waiting; 0 if nothing, -1 if the terminal is gone.
ptrdiff_t cterm_read(uint8_t *bytes, size_t count);

// Writes bytes past curses: the questions asked before the first frame.
void cterm_write_raw(const char *bytes, size_t count);

// Names the window until the terminal is given back, which then has its own title again. Longer ones
// than some 250 bytes are not shown.
void cterm_set_title(const char *text);

// The signal that asked to leave; SIGHUP where the terminal went away without one.
int cterm_leaving_signal(void);

// Whether this is a bare Linux console, whose font has no Han characters.
bool cterm_is_linux_console(void);

// Milliseconds to wait for what follows an ESC: ESCDELAY, or 25.
int cterm_escape_delay(void);

// Makes `wcwidth`, and with it ncurses, count these characters as two columns. `ranges` are pairs
// of first and last, rising; they must outlive the process. NULL undoes it.
void cterm_widen(const uint32_t *ranges, size_t count);

#endif
