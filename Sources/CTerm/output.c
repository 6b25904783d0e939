// What curses writes for one frame, gathered and sent in one piece.
//
// Curses writes every wide character and every colour by itself, about seventy times for a key at the
// door: each wakes whoever reads, and an `ssh` makes a packet of it. So it has a descriptor of its
// own, which leads to memory while a frame is made and to the terminal at all other times.

#include "own.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static FILE *output;
static int gathered = -1;
static bool gathering;
static char *bytes;
static size_t room;

FILE *cterm_open_output(void) {
  int file = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  output = file < 0 ? NULL : fdopen(file, "w");
  if (output == NULL && file >= 0) close(file);
  // Without it every frame goes out as curses writes it.
  if (output != NULL) gathered = memfd_create("frame", MFD_CLOEXEC);
  return output != NULL ? output : stdout;
}

void cterm_close_output(void) {
  if (output != NULL) fclose(output);
  if (gathered >= 0) close(gathered);
  output = NULL;
  gathered = -1;
}

void cterm_gather(void) {
  if (output == NULL || gathered < 0 || lseek(gathered, 0, SEEK_SET) != 0) return;
  gathering = dup3(gathered, fileno(output), O_CLOEXEC) >= 0;
}

void cterm_send(void) {
  if (!gathering) return;
  gathering = false;
  fflush(output);
  dup3(STDOUT_FILENO, fileno(output), O_CLOEXEC);
  off_t length = lseek(gathered, 0, SEEK_CUR);
  if (length <= 0) return;
  if ((size_t)length > room) {
    char *larger = realloc(bytes, (size_t)length);
    if (larger == NULL) {
      // What is not shown now is shown with the next frame, all of it.
      cterm_redraw_all();
      return;
    }
    bytes = larger;
    room = (size_t)length;
  }
  ssize_t count = pread(gathered, bytes, (size_t)length, 0);
  if (count > 0) cterm_write_raw(bytes, (size_t)count);
}
