"""Which line goes on with the one above it: labels of duties are those of language/labels."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline


@pytest.mark.parametrize("label", ["督办单位", "局内协办科室", "第一责任单位", "会办部门", "办理时限"])
def test_every_label_of_a_duty_goes_on_with_the_line_below_it(label: str) -> None:
    text = f"某市人民政府关于加强某项工作的通知\n\n各单位：\n\n一、夯实基础\n\n{label}：\n\n市水务局、市林业局\n\n二、强化保障\n"
    found = [p.text for p in outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages]
    assert f"{label}：市水务局、市林业局" in found


@pytest.mark.parametrize(
    "said", ["新增盆景900万盆，花坛5处", "每人补助360元、600元和720元", "开展2次、培训150人、考核1次"]
)
def test_who_signs_stands_apart_from_a_sentence_that_lost_its_stop(said: str) -> None:
    """花坛5处|清溪市人民政府 became one line, and the targets of it were those of who signs."""
    text = f"清溪市2026年绿化方案\n\n{said}\n\n清溪市人民政府\n2026年3月1日\n"
    whole = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert [p.text for p in whole.passages if p.role == "body"] == [said]
    assert whole.title_block.issuers and whole.title_block.issuers[0].name == "清溪市人民政府"


def test_a_body_below_words_that_ask_for_one_goes_on_with_them() -> None:
    text = "清溪市2026年绿化方案\n\n这项工作，由市林业局会同\n\n市财政局\n\n负责，每年检查2次。\n"
    whole = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert any("会同市财政局" in p.text for p in whole.passages)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(
        line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width)
    )


_BODY = "各单位要认真组织开展隐患排查，建立台账，逐项整改，确保汛期安全，严格落实值班值守和信息报送制度。" * 3


@pytest.mark.parametrize(
    ("box", "title"),
    [
        (
            "发布日期：2025-03-04\n链接：https://www.example.gov.cn/zwgk/zcwj/2025/0304/post_12053781.html\n正文",
            "某市防汛工作管理办法",
        ),
        (
            "信息名称：某市防汛工作管理办法\n内容概述：《某市防汛工作管理办法》于2017年6月7日作了修改。",
            "某市防汛工作管理办法",
        ),
        (
            "原文链接：http://www.example.gov.cn/zwgk/20250527/ad5cf4a2721647b18c1b9fd6.html\n检索时间：2026-02-03",
            "某市防汛工作管理办法",
        ),
    ],
)
@pytest.mark.parametrize("width", [21, 24, 34])
def test_a_box_goes_over_the_ends_of_its_lines(box: str, title: str, width: int) -> None:
    text = f"{box}\n{title}\n（某政规〔2014〕4号）\n各区人民政府：\n{_BODY}\n{_BODY}\n{_BODY}\n{_BODY}\n某市人民政府\n2025年3月4日\n"
    block = outline(
        Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", _wrapped(text, width))
    ).title_block
    assert (block.title, block.doc_number) == (title, "某政规〔2014〕4号")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("（一）适用范围：2022年5月16日（含当日）至2024年", "5月15日（含当日）购房的家庭。"),
        ("（二）申报时间：2026年1月1日至2026年11月", "30日止，逾期不予受理。"),
        ("1.完成时限：2026年7月", "底前全部完成。"),
    ],
)
def test_a_day_goes_over_the_end_of_its_line(above: str, below: str) -> None:
    text = f"某市2026年工作方案\n一、总体要求\n{above}\n{below}\n"
    passages = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages
    assert above + below in [passage.text for passage in passages]


@pytest.mark.parametrize(
    "torn",
    [
        "《临江市总体规划》已经省政府江政函\n〔2024〕20号批复，请认真组织实施。",
        "修订后的《临江市工作规则》已经市第十五届人\n民政府第1次会议审议通过，现印发给你们。",
        "《临江市绿化方案》和《2024年〈公园〉清单》已经市\n政府同意，现印发给你们。",
        "《临江市绿化办法》（修订）业经市\n政府同意，现印发给你们。",
        "该项目由临发改审批\n[2022]118号文批复，有效期为2年。",
        "《临江市供水办法》已于\n2023年5月6日由市政府常务会议通过，现予公布。",
        "《临江市供水办法》已由\n市政府常务会议于2023年5月6日通过，现予公布。",
    ],
)
def test_a_number_or_a_title_that_was_passed_goes_on(torn: str) -> None:
    text = f"清溪市2026年绿化方案\n\n{torn}\n"
    whole = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert [p.text for p in whole.passages if p.role == "body"] == [torn.replace("\n", "")]


def test_the_file_of_a_notice_stands_apart_from_its_last_line() -> None:
    last = "县住建局负责对商品房预售资金监管的操作风险和各项工作的合规性进行检查监督。"
    text = f"清溪市关于供水的通知\n\n各县：\n\n{last}\n{last}\n清政办发〔2026〕167号.pdf\n"
    whole = outline(Document("n", "n.pdf", "0" * 64, "application/pdf", "utf-8", text, layout="lines"))
    assert not any("监督。清政" in p.text for p in whole.passages)


def _passages(text: str) -> list[str]:
    return [p.text for p in outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages]


def test_a_labelled_list_of_bodies_is_over_with_a_name() -> None:
    """联通清溪分公司|新建基站 became one body, and the targets of the line below were lost among them."""
    head = "清溪市2026年通信方案\n\n一、基站工程\n牵头单位：市工信局\n"
    over = f"{head}配合单位：市交通局，移动、联通清溪分公司\n新建基站320座，其中2026年120座。\n"
    assert "新建基站320座，其中2026年120座。" in _passages(over)
    cut = f"{head}配合单位：市交通局，市财政局等市级各有关部\n门\n新建基站320座。\n"
    assert "配合单位：市交通局，市财政局等市级各有关部门" in _passages(cut)


_UNSTOPPED = (
    "全年新建书房20个，改造文化站30个",
    "培训骨干500人次，覆盖率达到90%",
    "市文化馆每月举办讲座不少于2场，全年不少于24场",
    "各镇于4月15日前报送方案，10月底前完成任务",
)


def test_lines_of_a_text_without_stops_are_paragraphs() -> None:
    head = "清溪市2026年文化惠民工作计划\n\n一、工作目标\n"
    others = "二、工作措施\n乡镇文化站免费开放\n市图书馆延时开放\n三、工作要求\n"
    assert set(_UNSTOPPED) <= set(_passages(head + "\n".join(_UNSTOPPED) + "\n" + others))
    torn = "推进养老服务，完善政策体系，落实保障措施，形\n成合力。\n"
    assert "推进养老服务，完善政策体系，落实保障措施，形成合力。" in _passages(head + torn * 4)
