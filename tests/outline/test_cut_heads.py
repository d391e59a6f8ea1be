"""The head and the foot of a notice cut at any letter: what the text says whole elsewhere puts it together again."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import TitleBlock
from pipeline.outline import outline
from pipeline.read import read

HEADS = (
    (["云川市人民政府办公室"], "云政办发〔2024〕15号", "2024年3月5日"),
    (["江宁旗教育局"], "江宁教函〔2019〕7号", "二〇一九年十一月三日"),
    (
        ["浦源镇住房和城乡建设局", "浦源镇人力资源和社会保障局"],
        "浦住〔2022〕103号",
        "2022年12月1日",
    ),
)
DAYS = ("2024-03-05", "2019-11-03", "2022-12-01")
TEXT = "各有关单位：\n为加强管理，现就有关事项通知如下。\n一、加强领导。各地要高度重视，抓好落实。\n"
SUBJECT = "关于加强社区食堂建设的通知"


def block_of(folder: Path, text: str) -> TitleBlock:
    file = folder / "n.txt"
    file.write_text(text, "utf-8")
    return outline(read(file, "n", {})).title_block


def notice(title: str, number: str, foot: str) -> str:
    return f"{title}\n{number}\n{TEXT}{foot}\n"


def said(block: TitleBlock) -> tuple[str, str | None, list[str]]:
    return block.title, block.written_date, [issuer.name for issuer in block.issuers]


@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_a_line_end_inside_the_issuer_of_a_title(tmp_path: Path, which: int, end: str) -> None:
    names, number, day = HEADS[which]
    head = "".join(names)
    for at in range(1, len(head)):
        if head[:at] == names[0]:
            continue
        title = head[:at] + end + head[at:] + SUBJECT
        block = block_of(tmp_path, notice(title, number, "\n".join([*names, day])))
        assert said(block) == (head + SUBJECT, DAYS[which], names), title


@pytest.mark.parametrize("which", range(3))
def test_a_line_end_inside_who_signs(tmp_path: Path, which: int) -> None:
    names, number, day = HEADS[which]
    for at in range(1, len(names[0])):
        foot = "\n".join([names[0][:at], names[0][at:], *names[1:], day])
        block = block_of(tmp_path, notice(" ".join(names) + SUBJECT, number, foot))
        assert said(block) == ("".join(names) + SUBJECT, DAYS[which], names), foot


@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize("between", ["\n", "  ", ""])
def test_a_line_end_inside_the_day(tmp_path: Path, which: int, between: str) -> None:
    names, number, day = HEADS[which]
    if len(names) > 1 and between != "\n":
        pytest.skip("several names stand above the day")
    for at in range(2, len(day) - 1):
        foot = "\n".join(names) + between + day[:at] + "\n" + day[at:]
        block = block_of(tmp_path, notice(" ".join(names) + SUBJECT, number, foot))
        assert said(block) == ("".join(names) + SUBJECT, DAYS[which], names), foot


@pytest.mark.parametrize(
    "foot", ["临江市民政局\n2024年3月5日", "临江市民政局2024年3月5日", "临江市民政\n局\n二〇二四年三月五日"]
)
def test_a_full_line_above_a_signature_does_not_go_on_with_it(tmp_path: Path, foot: str) -> None:
    sentence = "各地要压实责任，确保各项任务落实到位，每月报送进展情况，并于每年年底前全面总结。"
    lines = [(sentence * 12)[i : i + 20] for i in range(0, len(sentence) * 12, 20)]
    lines[-1] = (sentence * 2)[-20:]
    text = f"{SUBJECT}\n临民发〔2024〕3号\n各区民政局：\n" + "\n".join(lines) + f"\n{foot}\n"
    block = block_of(tmp_path, text)
    assert (block.written_date, [i.name for i in block.issuers]) == ("2024-03-05", ["临江市民政局"])


@pytest.mark.parametrize(
    ("title", "addressees"),
    [
        ("江宁旗农业农村局印发社区嵌入式服务设施建设工作方案的通知", "各镇人民政府、街道办事处："),
        ("临江市民政局关于进一步做好特困人员供养工作的补充通知", "各区民政局、财政局，各有关单位："),
        ("关于调整全市居民最低生活保障标准有关事项的决定", "各县（市、区）人民政府："),
    ],
)
def test_a_full_line_that_ends_a_title_does_not_go_on(tmp_path: Path, title: str, addressees: str) -> None:
    width = len(title) // 2
    body = "为进一步做好有关工作，根据有关规定，经研究决定，现将有关事项通知如下，请认真贯彻执行。" * 8
    lines = [title[:width], title[width:], addressees]
    lines += [body[i : i + width] for i in range(0, len(body), width)]
    block = block_of(tmp_path, "\n".join(lines))
    assert block.title == title and block.recipients


@pytest.mark.parametrize(
    "number", ["临民发<2024>3号", "临民发〈2024〉3号", "临民发〔2O24]3号", "临民发〔2O2l]3号"]
)
def test_other_brackets_and_misread_figures_of_a_number(tmp_path: Path, number: str) -> None:
    block = block_of(tmp_path, notice(SUBJECT, number, "临江市民政局\n2024年3月5日"))
    assert block.doc_number in ("临民发〔2024〕3号", "临民发〔2021〕3号")


@pytest.mark.parametrize("head", ["临江市人民政府公报", "北岭县行政规范性文件", "临江市民政局"])
def test_what_stands_beside_the_number_of_each_page_signs_nothing(tmp_path: Path, head: str) -> None:
    pages = [f"{head}\n- {n} -" for n in (1, 2, 3)]
    text = f"{pages[0]}\n{SUBJECT}\n北教发〔2024〕3号\n{TEXT}{pages[1]}\n二、加强保障。各地要抓好落实。\n北岭县教育局\n{pages[2]}\n2024年3月5日\n"
    block = block_of(tmp_path, text)
    assert said(block) == (SUBJECT, "2024-03-05", ["北岭县教育局"])


@pytest.mark.parametrize("day", ["2024-03-05", "2024.3.5", "二O二四年三月五日", "2024年3月5日"])
def test_a_signature_glued_to_the_last_sentence(tmp_path: Path, day: str) -> None:
    text = f"{SUBJECT}\n北教发〔2024〕3号\n{TEXT.strip()}北岭县教育局{day}\n社区食堂管理办法\n第一条 为加强管理，制定本办法。\n"
    block = block_of(tmp_path, text)
    assert said(block) == (SUBJECT, "2024-03-05", ["北岭县教育局"])


@pytest.mark.parametrize(
    "printed",
    [
        "临江市民政局办公室\n2024年3月6日印发",
        "临江市民政局办公室 2024年3月6日印发",
        "临江市档案馆\n2024年3月6日印制",
    ],
)
def test_who_printed_it_issued_nothing(tmp_path: Path, printed: str) -> None:
    block = block_of(tmp_path, notice(SUBJECT, "临民发〔2024〕3号", f"临江市民政局\n2024年3月5日\n{printed}"))
    assert said(block) == (SUBJECT, "2024-03-05", ["临江市民政局"])


def test_a_body_above_its_own_office_is_left_as_printed(tmp_path: Path) -> None:
    text = notice(
        "临江市人民政府办公室" + SUBJECT, "临政办发〔2024〕3号", "临江市人民政府\n办公室\n2024年3月5日"
    )
    assert said(block_of(tmp_path, text))[2] == ["临江市人民政府办公室"]


@pytest.mark.parametrize("caption", ["表1 临江市人民政府", "附表2 各县区民政局", "图3 临江市养老服务中心"])
def test_the_name_of_a_table_signs_nothing(tmp_path: Path, caption: str) -> None:
    text = notice(SUBJECT, "临民发〔2024〕3号", f"{caption}\n临江市民政局\n2024年3月5日")
    assert said(block_of(tmp_path, text))[2] == ["临江市民政局"]
