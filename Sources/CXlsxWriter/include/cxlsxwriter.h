#ifndef QUEQIAO_CXLSXWRITER_H
#define QUEQIAO_CXLSXWRITER_H

#include <xlsxwriter.h>

/// What is called of libxlsxwriter.
#define QUEQIAO_WORKBOOK_FUNCTIONS(FUNCTION) \
  FUNCTION(workbook_new_opt) \
  FUNCTION(workbook_add_worksheet) \
  FUNCTION(workbook_add_format) \
  FUNCTION(workbook_close) \
  FUNCTION(worksheet_freeze_panes) \
  FUNCTION(worksheet_set_column) \
  FUNCTION(worksheet_write_blank) \
  FUNCTION(worksheet_write_string) \
  FUNCTION(format_set_bold) \
  FUNCTION(format_set_num_format_index) \
  FUNCTION(format_set_bg_color) \
  FUNCTION(format_set_border) \
  FUNCTION(format_set_font_color) \
  FUNCTION(lxw_strerror)

/// The functions, by their own names.
typedef struct {
#define QUEQIAO_MEMBER(name) __typeof__(name) *_Nonnull name;
  QUEQIAO_WORKBOOK_FUNCTIONS(QUEQIAO_MEMBER)
#undef QUEQIAO_MEMBER
} queqiao_workbooks;

/// What is to be installed, of the version that was compiled against.
const char *_Nonnull queqiao_workbooks_library(void);

/// Loads the library, with the functions it needs itself, when the first workbook is written.
///
/// `name` may be NULL, which is that of `queqiao_workbooks_library`. NULL where it is not installed, or is another one by the same name.
const queqiao_workbooks *_Nullable queqiao_workbooks_load(const char *_Nullable name);

#endif
