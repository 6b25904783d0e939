#define _GNU_SOURCE 1
#include "include/pseudoterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

// Opens both sides, which no program started meanwhile by another thread inherits.
static int open_sides(int *master, int *slave, const struct winsize *size) {
  char name[64];
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return -1;
  *slave = -1;
  if (grantpt(*master) == 0 && unlockpt(*master) == 0
      && ptsname_r(*master, name, sizeof name) == 0) {
    *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  if (*slave < 0) {
    int problem = errno;
    close(*master);
    errno = problem;
    return -1;
  }
  if (size != NULL) ioctl(*slave, TIOCSWINSZ, size);
  return 0;
}

int pty_obstacle(void) {
  int master, slave;
  if (open_sides(&master, &slave, NULL) != 0) return errno != 0 ? errno : ENOTTY;
  close(master);
  close(slave);
  return 0;
}

pid_t pty_start(const char *path, char *const arguments[], char *const environment[], int columns,
                int rows, int *master, unsigned *modes) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int slave;
  if (open_sides(master, &slave, &size) != 0) return -1;
  // Before there is a program: afterwards it would be a race with what it sets.
  *modes = pty_modes(*master);
  pid_t program = fork();
  if (program == 0) {
    // A test's thread blocks signals, and a program inherits that.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (login_tty(slave) == 0) execve(path, arguments, environment);
    _exit(127);
  }
  int problem = errno;
  close(slave);
  if (program < 0) close(*master);
  errno = problem;
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
  // waitpid(-1) would wait for anybody's child.
  if (program <= 1) return -1;
  int status;
  while (waitpid(program, &status, 0) != program) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

unsigned pty_modes(int master) {
  struct termios modes;
  return tcgetattr(master, &modes) == 0 ? modes.c_lflag : 0;
}
