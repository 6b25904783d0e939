#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "csqlite.h"

#include <sqlite3.h>
#include <string.h>
#include <fcntl.h>
#include <sys/stat.h>

void csqlite_configure(void) {
  // Nobody asks how much memory SQLite has, and counting it takes a lock at every piece.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

void csqlite_leave_log(struct sqlite3 *db, bool leaves) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leaves ? 1 : 0, (int *)0);
}

static uint32_t big_endian(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Offsets are those of "Database File Format", section 1.3.
static void look_at_head(sqlite3_file *file, struct csqlite_look *look) {
  unsigned char head[100];
  sqlite3_int64 size = 0;
  if (file->pMethods->xFileSize(file, &size) == SQLITE_OK) look->size = size;
  if (file->pMethods->xRead(file, head, sizeof head, 0) != SQLITE_OK) return;
  look->has_head = memcmp(head, "SQLite format 3", 16) == 0;
  look->cookie = big_endian(head + 40);
  look->generation = big_endian(head + 60);
  look->owner = big_endian(head + 68);
}

// The index of the log is memory that all processes share; "WAL-mode File Format", section 2.1. Its
// header stands there twice, so that a reader sees whether somebody was just writing it.
enum { HEADER = 48, REGION = 32768, LOG_HEADER = 32, FRAME_HEADER = 24, TRIES = 100 };

static bool read_index(sqlite3_file *file, unsigned char *header, uint32_t *moved) {
  void volatile *shared = 0;
  if (file->pMethods->iVersion < 2 || !file->pMethods->xShmMap) return false;
  if (file->pMethods->xShmMap(file, 0, REGION, 0, &shared) != SQLITE_OK || !shared) return false;
  const unsigned char *index = (const unsigned char *)shared;
  for (int i = 0; i < TRIES; i++) {
    memcpy(header, index, HEADER);
    file->pMethods->xShmBarrier(file);
    if (memcmp(header, index + HEADER, HEADER) == 0) {
      memcpy(moved, index + 2 * HEADER, sizeof *moved);
      return header[12] != 0;  // whether it was ever filled
    }
  }
  return false;
}

static void look_at_log(sqlite3_file *file, sqlite3_file *log, struct csqlite_look *look) {
  unsigned char header[HEADER], frame[FRAME_HEADER];
  uint16_t page_size;
  uint32_t sums[2], found[2];
  if (!read_index(file, header, &look->moved)) return;
  look->has_index = true;
  memcpy(&page_size, header + 14, sizeof page_size);
  memcpy(&look->frames, header + 16, sizeof look->frames);
  memcpy(sums, header + 24, sizeof sums);
  memcpy(look->salt, header + 32, sizeof look->salt);
  if (look->frames == 0) {
    look->ends_well = true;
    return;
  }
  if (!log || !log->pMethods) return;
  sqlite3_int64 size = page_size == 1 ? 65536 : page_size;
  sqlite3_int64 at = LOG_HEADER + (sqlite3_int64)(look->frames - 1) * (size + FRAME_HEADER);
  sqlite3_int64 end = 0;
  if (log->pMethods->xFileSize(log, &end) != SQLITE_OK || end < at + FRAME_HEADER + size) return;
  if (log->pMethods->xRead(log, frame, sizeof frame, at) != SQLITE_OK) return;
  found[0] = big_endian(frame + 16);
  found[1] = big_endian(frame + 20);
  look->ends_well = memcmp(frame + 8, look->salt, sizeof look->salt) == 0
    && memcmp(found, sums, sizeof sums) == 0;
}

bool csqlite_look_at(struct sqlite3 *db, struct csqlite_look *look) {
  sqlite3_file *file = 0, *log = 0;
  memset(look, 0, sizeof *look);
  if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return false;
  if (!file || !file->pMethods) return false;
  if (sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK) log = 0;
  // In this order: what the index says was moved into the file is there when the file is looked at.
  look_at_log(file, log, look);
  look_at_head(file, look);
  return true;
}

int64_t csqlite_birth(const char *path) {
#if defined(__linux__)
  struct statx found;
  if (statx(AT_FDCWD, path, 0, STATX_BTIME, &found) != 0) return 0;
  if (!(found.stx_mask & STATX_BTIME)) return 0;
  return found.stx_btime.tv_sec * 1000000000LL + found.stx_btime.tv_nsec;
#else
  struct stat found;
  if (stat(path, &found) != 0) return 0;
  return found.st_birthtimespec.tv_sec * 1000000000LL + found.st_birthtimespec.tv_nsec;
#endif
}
