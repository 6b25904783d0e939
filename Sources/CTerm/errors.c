// Standard error while the screen is ours: kept in memory, and written once it is given back.
//
// A warning in the middle of a frame would stay there, for curses knows nothing of it; and what Swift
// says when it traps would vanish with the screen.

#include "own.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static int kept = -1;
static int real = -1;
static volatile sig_atomic_t holding;

void cterm_hold_errors(void) {
  // Sent to a file or a pipe, it harms nobody.
  if (holding || !isatty(STDERR_FILENO)) return;
  if (kept < 0) kept = memfd_create("errors", MFD_CLOEXEC);
  if (kept < 0) return;
  real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0) return;
  holding = dup2(kept, STDERR_FILENO) >= 0;
}

void cterm_let_errors_out(void) {
  if (!holding) return;
  holding = 0;
  dup2(real, STDERR_FILENO);
  close(real);
  char bytes[512];
  ssize_t got;
  lseek(kept, 0, SEEK_SET);
  while ((got = read(kept, bytes, sizeof bytes)) > 0) {
    // A message may quote data, and data must not drive the terminal.
    for (ssize_t i = 0; i < got; i++) {
      unsigned char byte = (unsigned char)bytes[i];
      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) bytes[i] = '?';
    }
    if (write(STDERR_FILENO, bytes, (size_t)got) < 0) break;
  }
  lseek(kept, 0, SEEK_SET);
  ssize_t ignored = ftruncate(kept, 0);
  (void)ignored;
}
