#ifndef QUEQIAO_CXLSXWRITER_H
#define QUEQIAO_CXLSXWRITER_H

#include <xlsxwriter.h>

#endif
