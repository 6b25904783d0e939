#include "own.h"

#include <stdlib.h>

#include "cloading.h"

// Loads the libraries' functions into one table.

const char *queqiao_library_name(int library) {
  switch (library) {
    case QUEQIAO_CAIRO: return QUEQIAO_LIBRARY("cairo", "2");
    case QUEQIAO_GOBJECT: return QUEQIAO_LIBRARY("gobject-2.0", "0");
    case QUEQIAO_PANGO: return QUEQIAO_LIBRARY("pango-1.0", "0");
    case QUEQIAO_PANGOCAIRO: return QUEQIAO_LIBRARY("pangocairo-1.0", "0");
    case QUEQIAO_QRENCODE: return QUEQIAO_LIBRARY("qrencode", "4");
    default: return "";
  }
}

queqiao_press *queqiao_press_load(const char *const *names, int *missing) {
  void *libraries[QUEQIAO_LIBRARIES];
  for (int library = 0; library < QUEQIAO_LIBRARIES; library++) {
    const char *name = names ? names[library] : NULL;
    *missing = library;
    libraries[library] = queqiao_library_load(name ? name : queqiao_library_name(library));
    if (!libraries[library]) return NULL;
  }
  queqiao_press *press = calloc(1, sizeof *press);
  if (!press) return NULL;
#define LOAD(library, gives, name, takes) \
  if (!queqiao_library_find(libraries[QUEQIAO_##library], #name, &press->name)) { \
    *missing = QUEQIAO_##library; \
    free(press); \
    return NULL; \
  }
#define TRY(library, gives, name, takes) \
  queqiao_library_find(libraries[QUEQIAO_##library], #name, &press->name);
  QUEQIAO_FUNCTIONS(LOAD, TRY)
  return press;
}
