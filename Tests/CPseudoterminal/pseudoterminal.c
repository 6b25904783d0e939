#define _GNU_SOURCE 1
#include "include/pseudoterminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

pid_t pty_start(const char *path, char *const arguments[], char *const environment[], int columns,
                int rows, int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t program = forkpty(master, NULL, NULL, &size);
  if (program == 0) {
    // A test's thread blocks signals, and a program inherits that.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(path, arguments, environment);
    _exit(127);
  }
  return program;
}

void pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(master, TIOCSWINSZ, &size);
}

ptrdiff_t pty_read(int master, void *bytes, size_t count, int milliseconds) {
  struct pollfd input = {.fd = master, .events = POLLIN};
  if (poll(&input, 1, milliseconds) <= 0) return 0;
  ssize_t got = read(master, bytes, count);
  return got > 0 ? got : -1;
}

int pty_outcome(pid_t program) {
  int status;
  if (waitpid(program, &status, 0) != program) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

int pty_is_stopped(pid_t program) {
  int status;
  return waitpid(program, &status, WUNTRACED) == program && WIFSTOPPED(status);
}

unsigned pty_modes(int master) {
  struct termios modes;
  return tcgetattr(master, &modes) == 0 ? modes.c_lflag : 0;
}
