// A terminal made by the test, with a program started in it.

#ifndef PSEUDOTERMINAL_H
#define PSEUDOTERMINAL_H

#include <stddef.h>
#include <sys/types.h>

// Starts `path` as the leader of a session on a new terminal of that size; -1 and errno if it cannot.
//
// `environment` is NAME=value strings ending in NULL. The terminal's other side is `*master`, its local
// modes before the program could change them are `*modes`.
pid_t pty_start(const char *path, char *const arguments[], char *const environment[], int columns,
                int rows, int *master, unsigned *modes);

// Why no terminal can be had here, as an errno; 0 where one can.
int pty_obstacle(void);

void pty_resize(int master, int columns, int rows);

// Reads what comes within so many milliseconds; 0 for nothing, -1 at the end.
ptrdiff_t pty_read(int master, void *bytes, size_t count, int milliseconds);

// Waits for the program's end: its exit code, or 1000 + the signal that killed it; -1 for what is no
// child's number.
int pty_outcome(pid_t program);

// The local modes of the terminal, as a number to compare.
unsigned pty_modes(int master);

// Starts the program `words[0]` of PATH without a terminal; -1 if it cannot. It inherits no
// descriptor. What it writes is read from `*output`; its errors go to a file of that name.
pid_t tool_start(char *const words[], char *const environment[], const char *errors, int *output);

#endif
