// A `wcwidth` of our own, for terminals where ambiguous characters take two columns.
//
// ncurses lays out by `wcwidth`, and would think the cursor one column left of where such a
// terminal puts it. A definition in the program comes before glibc's, for ncurses too; it changes
// nothing but the ambiguous characters, and those only after `cterm_widen`.

#include "own.h"

#include <dlfcn.h>
#include <wchar.h>

static const uint32_t *wide_ranges;
static size_t wide_count;

void cterm_widen(const uint32_t *ranges, size_t count) {
  wide_ranges = ranges;
  wide_count = ranges == NULL ? 0 : count / 2;
}

static bool is_widened(uint32_t code) {
  size_t low = 0;
  size_t high = wide_count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (code > wide_ranges[2 * middle + 1]) {
      low = middle + 1;
    } else if (code < wide_ranges[2 * middle]) {
      high = middle;
    } else {
      return true;
    }
  }
  return false;
}

int wcwidth(wchar_t character) {
  static int (*glibc)(wchar_t);
  if (character >= 0x20 && character < 0x7F) return 1;
  if (wide_count > 0 && is_widened((uint32_t)character)) return 2;
  if (glibc == NULL) glibc = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
  return glibc == NULL ? -1 : glibc(character);
}
