"""What a title in 《》 names: a document by its last noun, a form, a work, or nothing that a word here knows."""

from __future__ import annotations

import pytest

from pipeline import lexicons
from pipeline.language.documents import (
    called_a_document,
    heads,
    is_remark,
    is_short_name,
    is_work,
    title_to_kind,
)

HEADS = [(word, kind) for word, kind in lexicons.rows("title_heads") if kind not in ("work", "modifier")]
MODIFIERS = [word for word, kind in lexicons.rows("title_heads") if kind == "modifier"]
WORKS = [word for word, kind in lexicons.rows("title_heads") if kind == "work"]


@pytest.mark.parametrize(("word", "kind"), HEADS)
def test_every_noun_tells_what_a_title_is(word: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    title = f"江边绿地{word}"
    assert title_to_kind(title) == kind
    rest = {w: k for w, k in heads().items() if w != word}
    monkeypatch.setattr("pipeline.language.documents.heads", lambda: rest)
    assert title_to_kind(title) != kind, f"{word} is not needed"


@pytest.mark.parametrize("word", WORKS)
def test_every_kind_of_work_is_known_on_either_side(word: str) -> None:
    assert is_work(f"推出{word}", "，深受欢迎") or is_work("", f"{word}")
    assert not is_work("推出", "，深受欢迎")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("老年人权益保障法", "law"),
        ("种子法", "law"),
        ("中华人民共和国刑法", "law"),
        ("江北省养老服务条例", "law"),
        ("中国书法", None),
        ("大学语法", None),
        ("教学方法", None),
        ("救助管理办法", "policy"),
        ("市场准入负面清单（2022）年版", "policy"),
        ("学校结核病防控工作规范（2017版）", "standard"),
        ("“健康中国2030”规划纲要", "policy"),
        ("数字政府改革行动计划（2023—2025）", "policy"),
        ("全国青少年网络文明公约", "policy"),
        ("科技创新二十条", "policy"),
        ("不动产权证书", "form"),
        ("验收记录", "form"),
        ("机动车销售统一发票", "form"),
        ("计算机原理", None),
        ("看临江", None),
        ("我和我的祖国", None),
    ],
)
def test_the_last_noun_decides(title: str, kind: str | None) -> None:
    assert title_to_kind(title) == kind


@pytest.mark.parametrize("word", MODIFIERS)
def test_every_modifier_names_nothing(word: str) -> None:
    assert is_short_name(f"{word}办法") and not is_short_name(f"江边{word}办法")


@pytest.mark.parametrize("title", ["办法", "实施细则", "若干措施", "管理办法", "规划", "实施意见"])
def test_nothing_but_the_kind_of_document_is_a_short_name(title: str) -> None:
    assert is_short_name(title)


@pytest.mark.parametrize("title", ["救助办法", "土地管理法", "养老规划", "预算法"])
def test_a_name_of_something_is_none(title: str) -> None:
    assert not is_short_name(title)


@pytest.mark.parametrize(
    ("before", "after", "work"),
    [
        ("办好", "杂志，办出特色", True),
        ("确立主干课程为", "、《乙基础》", True),
        ("并拓展课程《甲》、《乙》、", "。", True),
        ("纪录片", "获奖", True),
        ("开设", "、《乙》等课程", True),
        ("开设", "《乙》等必修课程", True),
        ("学习重要文章", "精神", True),
        ("根据", "的规定", False),
        ("修订", "，加强课程管理", False),
    ],
)
def test_a_work_is_named_by_the_word_beside_it(before: str, after: str, work: bool) -> None:
    assert is_work(before, after) is work


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("修订", "国家标准，支持", "standard"),
        ("推广应用", "、《乙》等团体标准", "standard"),
        ("依据", "办理", "policy"),
        ("执行国家标准", "。", "policy"),
        ("所使用的", "条款已备案", "policy"),
        ("符合", "第十二条的", "policy"),
        ("唱好", "，讲好故事", None),
        ("评选", "100名", None),
    ],
)
def test_words_beside_a_title_call_it_a_document(before: str, after: str, kind: str | None) -> None:
    assert called_a_document(before, after) == kind


@pytest.mark.parametrize(
    ("before", "after", "remark"),
    [
        ("根据《甲条例》【已废止，最新为：", "】，制定本办法", True),
        ("《甲办法》【已被", "修改】第三条", True),
        ("依照《甲规定》【失效，见", "】办理", True),
        ("【重点任务】落实", "，修订本市规定", False),
        ("废止《甲办法》【注】", "【详见附件】", False),
    ],
)
def test_what_a_collection_says_of_a_document_is_no_citation(before: str, after: str, remark: bool) -> None:
    assert is_remark(before, after) is remark


def test_figures_without_end_are_gone_through_once() -> None:
    # Were figures of an edition parted in every way, this would take longer than anybody waits.
    assert not is_short_name("1" * 700 + "《")
    assert is_short_name("实施方案2022-2025年")
