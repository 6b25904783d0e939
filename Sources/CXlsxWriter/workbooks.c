#include "cxlsxwriter.h"

#include "cloading.h"

const char *queqiao_workbooks_library(void) {
  return QUEQIAO_LIBRARY("xlsxwriter", LXW_SOVERSION);
}

const queqiao_workbooks *queqiao_workbooks_load(const char *name) {
  static queqiao_workbooks functions;
  void *library = queqiao_library_load(name ? name : queqiao_workbooks_library());
  if (!library) return NULL;
#define FIND(name) \
  if (!queqiao_library_find(library, #name, &functions.name)) return NULL;
  QUEQIAO_WORKBOOK_FUNCTIONS(FIND)
  return &functions;
}
