#!/usr/bin/env python3
"""Writes the corpus: three invented people, by the libraries that rosters come from.

Needs openpyxl, xlsxwriter and pyexcelerate; the files are committed, so that tests need none of them.
"""
import csv
import datetime

import openpyxl
import pyexcelerate
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HEAD = ["姓名", "性别", "出生年月", "联系电话", "身高", "备注"]
PEOPLE = [
    ["王一一", "男", datetime.date(1992, 5, 4), 13800000001, 175, "甲"],
    ["李二二", "女", datetime.date(1993, 6, 5), 13800000002, 162, None],
    ["张三三", "男", datetime.date(1990, 7, 10), 13800000003, 180, "丙 & <丁>"],
]


def with_openpyxl(name, **options):
    book = openpyxl.Workbook(write_only=options.get("write_only", False))
    book.iso_dates = options.get("iso_dates", False)
    if options.get("is1904"):
        book.epoch = CALENDAR_MAC_1904
    sheet = book.create_sheet() if options.get("write_only") else book.active
    for row in [HEAD] + PEOPLE:
        sheet.append(row)
    book.save(name)


def with_xlsxwriter(name, **options):
    book = xlsxwriter.Workbook(name, options)
    day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, HEAD, bold)
    for number, row in enumerate(PEOPLE, 1):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    if not options.get("constant_memory"):
        sheet.add_table(0, 0, len(PEOPLE), len(HEAD) - 1, {"columns": [{"header": h} for h in HEAD]})
        sheet.data_validation(1, 1, 99, 1, {"validate": "list", "source": ["男", "女"]})
    book.close()


def with_formulas(name):
    book = xlsxwriter.Workbook(name)
    day = book.add_format({"num_format": "yyyy/m/d"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    for number, (person, sex, birth, phone, height, note) in enumerate(PEOPLE, 1):
        sheet.write_formula(number, 0, f'=T("{person}")', None, person)
        sheet.write_string(number, 1, sex)
        sheet.write_formula(number, 2, f"=DATE({birth.year},{birth.month},{birth.day})", day,
                            (birth - datetime.date(1899, 12, 30)).days)
        sheet.write_number(number, 3, phone)
        sheet.write_formula(number, 4, f"={height}", None, height)
        if note:
            sheet.write_rich_string(number, 5, book.add_format({"italic": True}), note[:1],
                                    note[1:] or " ")
    book.close()


def texts(row):
    return ["" if value is None else str(value) for value in row]


def as_csv(name, encoding, **options):
    with open(name, "w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, **options)
        for row in [HEAD] + PEOPLE:
            writer.writerow(texts(row))


with_openpyxl("openpyxl.xlsx")
with_openpyxl("openpyxl-write-only.xlsx", write_only=True)
with_openpyxl("openpyxl-iso-dates.xlsx", iso_dates=True)
with_openpyxl("openpyxl-1904.xlsx", is1904=True)
with_xlsxwriter("xlsxwriter-table.xlsx")
with_xlsxwriter("xlsxwriter-constant-memory.xlsx", constant_memory=True)
with_xlsxwriter("xlsxwriter-1904.xlsx", date_1904=True)
with_formulas("xlsxwriter-formulas.xlsx")
book = pyexcelerate.Workbook()
book.new_sheet("Sheet1", data=[HEAD] + [[datetime.datetime(v.year, v.month, v.day)
               if isinstance(v, datetime.date) else "" if v is None else v for v in r] for r in PEOPLE])
book.save("pyexcelerate.xlsx")
as_csv("excel.csv", "utf-8-sig")
as_csv("excel-gbk.csv", "gb18030")
as_csv("unix-quoted.csv", "utf-8", dialect="unix")
as_csv("semicolons-gbk.csv", "gb18030", delimiter=";")
as_csv("bars-gbk.csv", "gb18030", delimiter="|")
as_csv("unicode-text.csv", "utf-16", delimiter="\t")
as_csv("utf-16be-without-mark.csv", "utf-16-be")
as_csv("utf-16le-without-mark.csv", "utf-16-le", delimiter=";")
