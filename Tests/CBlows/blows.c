// Strikes a program at one of its calls that write to the disk.
//
// Put before the program's own libraries (LD_PRELOAD) it counts every call that writes, syncs, names or
// makes something, and says so in a file, one line each: number, call, path. At a given number it
//
//   kill   ends the program as SIGKILL does, before the call
//   half   lets a write do half of its work first
//   full   makes every call that needs room fail from then on, as on a full disk
//   bad    makes that one call fail, as a bad disk does
//
// BLOWS_LOG is the file, BLOWS_AT the number, BLOWS_HOW what is done. What goes to standard output is told
// as `say` and not counted, so that a test sees what was on the disk before it was said.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static int log_file = -1;
static long at = -1;
static const char *how = "";
static long count;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("BLOWS_LOG"), *number = getenv("BLOWS_AT"), *manner = getenv("BLOWS_HOW");
  if (path) log_file = REAL(open)(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  if (number) at = atol(number);
  if (manner) how = manner;
  // Programs that are started from here are let alone.
  unsetenv("LD_PRELOAD");
}

static int is(const char *manner) { return strcmp(how, manner) == 0; }

static void tell(long number, const char *call, const char *path) {
  char line[4200];
  int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path);
  if (log_file >= 0) (void)!REAL(write)(log_file, line, length < 4200 ? length : 4199);
}

static const char *name_of(int file, char *room, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, room, size - 1);
  room[length < 0 ? 0 : length] = 0;
  return room;
}

enum { GO_ON = 0, FAIL = 1, HALF = 2 };

// What is to become of a call; it does not return where the program ends here.
static int strike(const char *call, const char *path, int needs_room) {
  long number = __sync_add_and_fetch(&count, 1);
  tell(number, call, path);
  if (at < 0 || number < at) return GO_ON;
  if (is("full")) {
    errno = ENOSPC;
    return needs_room ? FAIL : GO_ON;
  }
  if (number > at) return GO_ON;
  if (is("bad")) {
    errno = EIO;
    return FAIL;
  }
  if (is("half") && needs_room) return HALF;
  raise(SIGKILL);
  return GO_ON;
}

static int is_counted(int file) {
  struct stat status;
  return file > 2 && file != log_file && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
  char room[4096];
  if (file == 1) tell(0, "say", "");
  if (!is_counted(file)) return REAL(write)(file, bytes, size);
  int fate = strike("write", name_of(file, room, sizeof room), 1);
  if (fate == FAIL) return -1;
  ssize_t done = REAL(write)(file, bytes, fate == HALF ? size / 2 : size);
  if (fate == HALF) raise(SIGKILL);
  return done;
}

static ssize_t write_at(
  ssize_t (*real)(int, const void *, size_t, off_t), int file, const void *bytes, size_t size, off_t place
) {
  char room[4096];
  if (!is_counted(file)) return real(file, bytes, size, place);
  int fate = strike("pwrite", name_of(file, room, sizeof room), 1);
  if (fate == FAIL) return -1;
  ssize_t done = real(file, bytes, fate == HALF ? size / 2 : size, place);
  if (fate == HALF) raise(SIGKILL);
  return done;
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) {
  return write_at(REAL(pwrite), file, bytes, size, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t place) {
  return write_at((ssize_t(*)(int, const void *, size_t, off_t))REAL(pwrite64), file, bytes, size, place);
}

#define ON_FILE(name, parameters, arguments, needs_room)                      \
  int name parameters {                                                       \
    char room[4096];                                                          \
    if (strike(#name, name_of(file, room, sizeof room), needs_room) == FAIL) return -1; \
    return REAL(name) arguments;                                              \
  }

ON_FILE(ftruncate, (int file, off_t size), (file, size), 1)
ON_FILE(ftruncate64, (int file, off64_t size), (file, size), 1)
ON_FILE(fsync, (int file), (file), 0)
ON_FILE(fdatasync, (int file), (file), 0)

#define ON_NAMES(name, parameters, arguments, path, needs_room)    \
  int name parameters {                                            \
    if (strike(#name, path, needs_room) == FAIL) return -1;        \
    return REAL(name) arguments;                                   \
  }

ON_NAMES(rename, (const char *from, const char *to), (from, to), to, 0)
ON_NAMES(link, (const char *from, const char *to), (from, to), to, 1)
ON_NAMES(unlink, (const char *path), (path), path, 0)
ON_NAMES(mkdir, (const char *path, mode_t mode), (path, mode), path, 1)
ON_NAMES(chmod, (const char *path, mode_t mode), (path, mode), path, 0)

#define OPENS(name)                                                                \
  int name(const char *path, int flags, ...) {                                     \
    mode_t mode = 0;                                                               \
    if (flags & (O_CREAT | O_TMPFILE)) {                                           \
      va_list rest;                                                                \
      va_start(rest, flags);                                                       \
      mode = va_arg(rest, mode_t);                                                 \
      va_end(rest);                                                                \
    }                                                                              \
    int is_new = (flags & O_CREAT) && access(path, F_OK) != 0;                     \
    if (is_new && strike("create", path, 1) == FAIL) return -1;                    \
    return REAL(name)(path, flags, mode);                                          \
  }

OPENS(open)
OPENS(open64)

// A full disk says so to whoever asks.
static int is_full(void) { return at >= 0 && count >= at && is("full"); }

int statvfs(const char *path, struct statvfs *facts) {
  int done = REAL(statvfs)(path, facts);
  if (done == 0 && is_full()) facts->f_bavail = facts->f_bfree = 0;
  return done;
}

int statvfs64(const char *path, struct statvfs64 *facts) {
  int done = REAL(statvfs64)(path, facts);
  if (done == 0 && is_full()) facts->f_bavail = facts->f_bfree = 0;
  return done;
}
