#include "CData.h"

// `#embed` is of C23; clang has it in every mode, and the package manager names no C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The linker keeps what is here in read-only pages, so a table costs memory only where it is read.

_Alignas(8) static const unsigned char readings[] = {
#embed "../../data/readings.bin"
};

static const unsigned char surnames[] = {
#embed "../../data/surnames.txt"
};

static const unsigned char surname_frequency[] = {
#embed "../../data/surname-frequency.txt"
};

static const unsigned char given_names[] = {
#embed "../../data/given-names.txt"
};

static const unsigned char divisions[] = {
#embed "../../data/divisions.txt"
};

_Alignas(8) static const unsigned char gb18030[] = {
#embed "../../data/gb18030.bin"
};

_Alignas(8) static const unsigned char letters[] = {
#embed "../../data/letters.bin"
};

_Alignas(8) static const unsigned char glyphs[] = {
#embed "../../data/glyphs.bin"
};

static const unsigned char tones[] = {
#embed "../../data/tones.bin"
};

queqiao_table queqiao_tones(void) {
  return (queqiao_table){tones, sizeof tones};
}

queqiao_table queqiao_readings(void) {
  return (queqiao_table){readings, sizeof readings};
}

queqiao_table queqiao_surnames(void) {
  return (queqiao_table){surnames, sizeof surnames};
}

queqiao_table queqiao_surname_frequency(void) {
  return (queqiao_table){surname_frequency, sizeof surname_frequency};
}

queqiao_table queqiao_given_names(void) {
  return (queqiao_table){given_names, sizeof given_names};
}

queqiao_table queqiao_divisions(void) {
  return (queqiao_table){divisions, sizeof divisions};
}

queqiao_table queqiao_gb18030(void) {
  return (queqiao_table){gb18030, sizeof gb18030};
}

queqiao_table queqiao_letters(void) {
  return (queqiao_table){letters, sizeof letters};
}

queqiao_table queqiao_glyphs(void) {
  return (queqiao_table){glyphs, sizeof glyphs};
}
