// What the C files of this target share.

#ifndef CTERM_OWN_H
#define CTERM_OWN_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
// Without this the wide functions vanish from curses.h without a word.
#define NCURSES_WIDECHAR 1

#include "include/cterm.h"

#include <signal.h>
#include <stdio.h>
#include <termios.h>

// What gives the terminal back, kept where a signal handler can use it.
typedef struct {
  struct termios modes;
  char bytes[256];
  size_t length;
  // Whether the terminal is ours now; cleared while another program has it.
  volatile sig_atomic_t active;
} cterm_way_out;

extern cterm_way_out cterm_out;

// Writes `cterm_out` to the terminal, if it is ours. Async-signal-safe.
void cterm_give_back_signal_safe(void);

// Keeps what is written to standard error off the screen, and lets it out again. The latter is
// async-signal-safe.
void cterm_hold_errors(void);
void cterm_let_errors_out(void);

// What curses is to write to; standard output itself where nothing can be gathered.
FILE *cterm_open_output(void);
void cterm_close_output(void);

// What curses writes between these goes to the terminal in one piece. Signals that kill write past it.
void cterm_gather(void);
void cterm_send(void);

// Installs and removes the handlers; false if no pipe could be made.
bool cterm_catch_signals(void);
void cterm_release_signals(void);

// Whether a signal to end came that the loop has not been told of.
bool cterm_is_leaving(void);

#endif
