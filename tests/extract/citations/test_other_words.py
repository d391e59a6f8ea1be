"""A notice may call itself by its title in other words; another year, place or number is another paper's."""

from __future__ import annotations

import pytest

from pipeline.extract.citations import citations
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import mend

YEARS = (
    "临江市人民政府办公室关于印发临江市养老服务三年行动计划（2023—2025年）的通知",
    "临江市养老服务三年行动计划（2023—2025年）",
)
POINTS = ("南河县教育局关于印发2023年南河县教育信息公开工作要点的通知", "2023年南河县教育信息公开工作要点")
ABOUT = ("临江市人民政府关于进一步加强耕地保护工作的实施意见", "")
PLAN = ("东川市商务局关于印发《东川市食品安全专项整治行动方案》的通知", "东川市食品安全专项整治行动方案")
QUOTED = (
    "安化县政务服务局关于印发安化县“一网通办”与事项清单管理实施细则的通知",
    "安化县“一网通办”与事项清单管理实施细则",
)
ANNEXED = (
    "西岭县农业农村局关于做好高标准农田建设工作的通知",
    "附件：1.西岭县高标准农田建设任务清单（2023—2025年）\n2.高标准农田评定标准\n\n附件1\n\n西岭县高标准农田建设任务清单（2023—2025年）",
)
LAW = ("南河县公安局关于《南河县养犬管理条例（草案）》的说明", "")
PRINTED = (
    "石门区水务局关于印发河湖长制工作有关文件的通知",
    "石门区河湖“清四乱”常态化工作实施方案\n\n一、开展排查。\n\n石门区2024年度河湖长制考核细则",
)


def cited(head: tuple[str, str], sentence: str) -> list[str]:
    title, plan = head
    issuer = title.partition("关于")[0]
    text = f"{title}\n\n各县（区）人民政府：\n\n现将有关文件印发给你们，请执行。\n\n{issuer}\n2023年3月8日\n\n{plan}\n\n一、要求\n\n（一）加强领导。{sentence}\n"
    facts = citations(mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))))
    return [fact.values["title"] for fact in facts if fact.values["kind"] not in ("self", "annex", "form")]


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (YEARS, "各单位要按照《临江市养老服务三年行动计划》抓好落实。"),
        (YEARS, "《临江市养老服务三年行动计划（2023-2025年）》由市民政局调度。"),
        (YEARS, "《临江市养老服务三年行动计划（2023—2025）》自印发之日起施行。"),
        (POINTS, "各单位要对照《南河县2023年教育信息公开工作要点》制定台账。"),
        (POINTS, "《2023年教育信息公开工作要点》落实情况纳入考核。"),
        (ABOUT, "《临江市关于进一步加强耕地保护工作的实施意见》由市自然资源局解释。"),
        (ABOUT, "《关于加强耕地保护工作的实施意见》印发后一个月内报送方案。"),
        (PLAN, "各校要按照《东川市食品安全专项整治工作方案》开展自查。"),
        (PLAN, "《东川市食品安全专项整治方案》由市商务局负责解释。"),
        (PLAN, "各县要根据《东川市食品安全专项整治行动方案》，结合实际制定本地实施方案。"),
        (PLAN, "参照《东川市食品安全专项整治方案》制定本单位方案。"),
        # Quotes, conjunctions, the edition, the place without its level, 细则 for 实施细则.
        (QUOTED, "对照《安化县'一网通办'和事项清单管理细则》自查。"),
        (QUOTED, "对照《安化县一网通办与事项清单管理实施细则》自查。"),
        (QUOTED, "《安化一网通办与事项清单管理实施细则（2023年版）》由县政务局解释。"),
        (QUOTED, "《一网通办与事项清单管理细则（修订）》由县政务局解释。"),
        # An annex with its year, place or number; what it ends in.
        (ANNEXED, "对照《西岭县高标准农田建设任务清单》推进。"),
        (ANNEXED, "对照《高标准农田建设任务清单》推进。"),
        (ANNEXED, "对照《任务清单（附件1）》推进。"),
        (ANNEXED, "对照《高标准农田评定标准（2023年版）》评定。"),
        (ANNEXED, "对照《西岭县2023年高标准农田评定标准》评定。"),
        (QUOTED, "《安化县“一网通办”与事项清单管理实施细则（草案）》已经审议。"),
        (LAW, "制定《南河县养犬管理条例》十分必要。"),
        # A text that is printed here in full, in other words.
        (PRINTED, "对照《石门区河湖长制考核细则（2024年度）》打分。"),
        (PRINTED, "对照《石门区2024年度河湖长制考核实施细则》打分。"),
        (PRINTED, "对照《石门区河湖清四乱常态化工作方案》推进。"),
        # What is to be filled in.
        (ANNEXED, "各乡镇制定《××镇高标准农田建设实施方案》《XX村建设计划》。"),
    ],
)
def test_the_notice_itself_in_other_words(head: tuple[str, str], sentence: str) -> None:
    assert cited(head, sentence) == []


@pytest.mark.parametrize(
    ("head", "sentence", "title"),
    [
        (
            YEARS,
            "总结《临江市养老服务三年行动计划（2020—2022年）》的经验。",
            "临江市养老服务三年行动计划（2020—2022年）",
        ),
        (
            YEARS,
            "落实《南川省养老服务三年行动计划（2023—2025年）》。",
            "南川省养老服务三年行动计划（2023—2025年）",
        ),
        (
            YEARS,
            "《临江市养老服务三年行动计划》（临政办〔2020〕5号）同时废止。",
            "临江市养老服务三年行动计划",
        ),
        (POINTS, "对照《南河县2022年教育信息公开工作要点》查找不足。", "南河县2022年教育信息公开工作要点"),
        (ABOUT, "落实省《关于加强耕地保护工作的实施意见》。", "关于加强耕地保护工作的实施意见"),
        (PLAN, "根据《东川市食品安全专项整治工作方案》，制定本方案。", "东川市食品安全专项整治工作方案"),
        (PLAN, "落实《食品安全专项整治实施方案》。", "食品安全专项整治实施方案"),
        (PLAN, "根据《食品安全专项整治行动方案》，制定本方案。", "食品安全专项整治行动方案"),
        (QUOTED, "《安化县“一网通办”管理细则》另行制定。", "安化县“一网通办”管理细则"),
        (LAW, "参照《养犬管理条例》。", "养犬管理条例"),
        (PRINTED, "对照《石门区2022年度河湖长制考核细则》查找不足。", "石门区2022年度河湖长制考核细则"),
        (PRINTED, "对照《临江市2024年度河湖长制考核细则》打分。", "临江市2024年度河湖长制考核细则"),
        (ANNEXED, "参照《北川市高标准农田评定标准》。", "北川市高标准农田评定标准"),
        (ANNEXED, "参照《高标准农田评定标准（2020年版）》。", "高标准农田评定标准（2020年版）"),
    ],
)
def test_another_paper_of_nearly_the_same_name(head: tuple[str, str], sentence: str, title: str) -> None:
    assert cited(head, sentence) == [title]


@pytest.mark.parametrize(
    "title", ["2022年南河县教育工作任务分解", "东川市商务局2021年工作总结", "临江市重点工作任务分解"]
)
def test_a_division_of_tasks_and_a_look_back_are_papers(title: str) -> None:
    assert cited(PLAN, f"对照《{title}》逐项核对。") == [title]


@pytest.mark.parametrize("title", ["南川省人民政府公报", "国务院公报", "中华人民共和国农业农村部公报"])
def test_a_gazette_is_no_paper(title: str) -> None:
    assert cited(PLAN, f"《{title}》2023年第1期刊登了有关文件。") == []


def test_a_report_of_figures_is_a_paper() -> None:
    title = "临江市2022年国民经济和社会发展统计公报"
    assert cited(PLAN, f"数据见《{title}》。") == [title]


@pytest.mark.parametrize(
    "given",
    [
        "（江农发〔2021〕20号，以下简称《省规划》）",
        "（以下简称“《省规划》”）",
        "（以下简称《省农田规划》或《省规划》）",
        "（以下均简称《省规划》）",
        "（简称“省规划”）",
        "，以下简称《省规划》",
    ],
)
def test_a_short_name_that_was_given_is_no_other_paper(given: str) -> None:
    title = "江南省高标准农田建设规划"
    assert cited(PLAN, f"落实《{title}》{given}。按《省规划》要求推进。") == [title]
