#ifndef QUEQIAO_CDATA_H
#define QUEQIAO_CDATA_H

#include <stddef.h>

/// One table of data/, compiled in: the program is one file and parses nothing it does not use.
typedef struct {
  const void *_Nonnull bytes;
  size_t count;
} queqiao_table;

/// Han characters and their toneless pinyin; the layout stands in data/tools/make_readings.py.
queqiao_table queqiao_readings(void);
/// Tones of the readings that names are told in; the layout stands in data/tools/make_tones.py.
queqiao_table queqiao_tones(void);
/// Surnames with readings of their own, and compound surnames: text, `尉迟 yu chi`.
queqiao_table queqiao_surnames(void);
/// Surnames and their share per mille: text, `王 71`.
queqiao_table queqiao_surname_frequency(void);
/// Characters of given names by sex and decade: text, `F 1990 婷雪倩`.
queqiao_table queqiao_given_names(void);
/// Provinces, cities and counties by code, parents first: text, `370902 泰山区`.
queqiao_table queqiao_divisions(void);
/// The characters of GB 18030; the layout stands in data/tools/make_gb18030.py.
queqiao_table queqiao_gb18030(void);
/// Letters without case and marks; the layout stands in data/tools/make_letters.py.
queqiao_table queqiao_letters(void);
/// Characters as dots, for the big screen; the layout stands in data/tools/make_glyphs.py.
queqiao_table queqiao_glyphs(void);

#endif
