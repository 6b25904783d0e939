/// Draws PDF pages with Cairo and Pango, and squares with libqrencode, none of which is linked: they are
/// loaded when the first page is printed, so the desk starts as quickly and runs where they are missing.
///
/// No header of theirs is needed either: the few functions that are called are declared here, as the libraries'
/// documentation has them. Lengths are points, a 72nd of an inch; text is UTF-8.
#ifndef QUEQIAO_CPRINTING_H
#define QUEQIAO_CPRINTING_H

#include <stdbool.h>
#include <stddef.h>

enum {
  QUEQIAO_CAIRO,
  QUEQIAO_GOBJECT,
  QUEQIAO_PANGO,
  QUEQIAO_PANGOCAIRO,
  QUEQIAO_QRENCODE,
  QUEQIAO_LIBRARIES
};

/// What a library is called here.
const char *queqiao_library_name(int library);

/// The functions of all libraries.
typedef struct queqiao_press queqiao_press;

/// Loads what is not loaded yet; never unloads.
///
/// NULL where one cannot be loaded or lacks a function; then `missing` says which.
/// `names` stand in for the libraries' own; an entry or all may be NULL.
queqiao_press *queqiao_press_load(const char *const *names, int *missing);

/// Takes bytes in order; false where they could not be kept, and then the document fails.
typedef bool (*queqiao_sink)(void *context, const unsigned char *bytes, size_t count);

typedef struct queqiao_document queqiao_document;

/// `families` are the fonts to be tried, with commas; `language` says whose forms of Han characters.
queqiao_document *queqiao_document_open(
  const queqiao_press *press, double width, double height, const char *families, const char *language,
  const char *title, queqiao_sink sink, void *context);

void queqiao_document_end_page(queqiao_document *document);

/// Ends the document and frees it; false where it is not whole.
bool queqiao_document_close(queqiao_document *document);

typedef struct {
  const char *bytes;
  int count;
  double size;
  /// As CSS and OpenType count: 400 is regular, 700 bold.
  int weight;
  /// Where lines are broken; 0 for only at line ends.
  double width;
  /// -1 left, 0 middle, 1 right.
  int alignment;
} queqiao_text;

typedef struct {
  double width;
  double height;
  /// Of the first line, below the top.
  double baseline;
  int lines;
  /// How many characters no font has.
  int unknown;
} queqiao_extent;

queqiao_extent queqiao_text_measure(queqiao_document *document, const queqiao_text *text);

typedef struct {
  double red, green, blue;
} queqiao_ink;

/// Draws what was measured last, its upper left corner at a point.
void queqiao_text_draw(queqiao_document *document, double x, double y, queqiao_ink ink);

void queqiao_line_draw(
  queqiao_document *document, double x1, double y1, double x2, double y2, double width, queqiao_ink ink);

/// Filled where `width` is 0, else outlined so wide.
void queqiao_box_draw(
  queqiao_document *document, double x, double y, double w, double h, double width, queqiao_ink ink);

/// Black squares, row by row; all in one path, so that no seams show between them.
void queqiao_squares_draw(
  queqiao_document *document, double x, double y, double side, const unsigned char *squares, int across);

/// A QR code of a text, a byte for each square, 1 for black, into `squares`, which holds `room` bytes.
///
/// A quarter of it may be damaged (level Q). Returns how many squares there are across, 0 where it does not fit.
int queqiao_code(const queqiao_press *press, const char *text, unsigned char *squares, size_t room);

#endif
