#include "own.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// Loads the libraries' functions into one table.

#ifdef __APPLE__
#define NAME(stem, version) "lib" stem "." version ".dylib"
#else
#define NAME(stem, version) "lib" stem ".so." version
#endif

const char *queqiao_library_name(int library) {
  switch (library) {
    case QUEQIAO_CAIRO: return NAME("cairo", "2");
    case QUEQIAO_GOBJECT: return NAME("gobject-2.0", "0");
    case QUEQIAO_PANGO: return NAME("pango-1.0", "0");
    case QUEQIAO_PANGOCAIRO: return NAME("pangocairo-1.0", "0");
    case QUEQIAO_QRENCODE: return NAME("qrencode", "4");
    default: return "";
  }
}

static void *load(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
#ifdef __APPLE__
  // Homebrew's folders are not looked through; Macs of either kind have one of them.
  static const char *const folders[] = {"/opt/homebrew/lib/", "/usr/local/lib/"};
  for (int folder = 0; !library && folder < 2; folder++) {
    char path[256] = "";
    if (strlen(folders[folder]) + strlen(name) >= sizeof path) return NULL;
    strcat(strcpy(path, folders[folder]), name);
    library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  }
#endif
  return library;
}

/// Puts a function in its place; a pointer to data is copied, since C has no cast from one to the other.
static bool find(void *library, const char *name, void *place) {
  void *function = dlsym(library, name);
  if (!function) return false;
  memcpy(place, &function, sizeof function);
  return true;
}

queqiao_press *queqiao_press_load(const char *const *names, int *missing) {
  void *libraries[QUEQIAO_LIBRARIES];
  for (int library = 0; library < QUEQIAO_LIBRARIES; library++) {
    const char *name = names ? names[library] : NULL;
    *missing = library;
    libraries[library] = load(name ? name : queqiao_library_name(library));
    if (!libraries[library]) return NULL;
  }
  queqiao_press *press = calloc(1, sizeof *press);
  if (!press) return NULL;
#define LOAD(library, gives, name, takes) \
  if (!find(libraries[QUEQIAO_##library], #name, &press->name)) { \
    *missing = QUEQIAO_##library; \
    free(press); \
    return NULL; \
  }
#define TRY(library, gives, name, takes) find(libraries[QUEQIAO_##library], #name, &press->name);
  QUEQIAO_FUNCTIONS(LOAD, TRY)
  return press;
}
