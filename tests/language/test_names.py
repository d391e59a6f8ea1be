"""Lists of agencies, split as a reader would, and what is a body at all."""

from __future__ import annotations

import pytest

from pipeline.language.names import is_agency, is_collective, is_office_holder, split_names

LISTS = {
    "区民政局、区财政局": ["区民政局", "区财政局"],
    "区卫生健康委，区民政局；区医保局": ["区卫生健康委", "区民政局", "区医保局"],
    "区民政局,区财政局;区教委": ["区民政局", "区财政局", "区教委"],
    # 及, 和 and 与 separate bodies but also stand inside names.
    "省工业和信息化厅及省直有关单位": ["省工业和信息化厅", "省直有关单位"],
    "市级各有关部门及各县市区政府": ["市级各有关部门", "各县市区政府"],
    "区规划和自然资源局": ["区规划和自然资源局"],
    "市文体广电和旅游局": ["市文体广电和旅游局"],
    "市政务服务和公共资源交易中心": ["市政务服务和公共资源交易中心"],
    "国家发展和改革委员会": ["国家发展和改革委员会"],
    "市城市管理和综合执法局": ["市城市管理和综合执法局"],
    "各有关部门和单位，各省级人民政府": ["各有关部门和单位", "各省级人民政府"],
    "县教育局和县体育局": ["县教育局", "县体育局"],
    "县委和县政府": ["县委", "县政府"],
    "市民政局与市财政局": ["市民政局", "市财政局"],
    "市民政局以及各区县人民政府": ["市民政局", "各区县人民政府"],
    "市住建委和资金中心": ["市住建委", "资金中心"],
    "市公安局与各分局": ["市公安局", "各分局"],
    "市司法局和平分局": ["市司法局和平分局"],
    "市卫生和健康委员会": ["市卫生和健康委员会"],
    "市住房和城乡建设局": ["市住房和城乡建设局"],
    "区规划和自然资源局审批科": ["区规划和自然资源局审批科"],
    # 等 goes on; with a level it names a further addressee.
    "工业和信息化部、农业农村部等": ["工业和信息化部", "农业农村部"],
    "区民政局、区财政局等部门": ["区民政局", "区财政局"],
    "民政部等9部门": ["民政部"],
    "民政部、财政部等有关部门": ["民政部", "财政部"],
    "市政务服务和公共资源交易中心等市级各有关部门": ["市政务服务和公共资源交易中心", "市级各有关部门"],
    "全国总工会、共青团中央等和各省级人民政府": ["全国总工会", "共青团中央", "各省级人民政府"],
    "省高等教育学会、省教育厅": ["省高等教育学会", "省教育厅"],
    # A suffix printed once for several places.
    "黄埔区、天河区人民政府，市工业和信息化局": ["黄埔区人民政府", "天河区人民政府", "市工业和信息化局"],
    "各市〔州〕、县〔市、区、特区〕人民政府": ["各市〔州〕人民政府", "县〔市、区、特区〕人民政府"],
    "各市〔州〕、县〔市、区、特区〕人民法院": ["各市〔州〕人民法院", "县〔市、区、特区〕人民法院"],
    "各省、自治区、直辖市人民政府": ["各省人民政府", "自治区人民政府", "直辖市人民政府"],
    "各旗县市区、开发区": ["各旗县市区", "开发区"],
    "各区、市政府": ["各区政府", "市政府"],
    "官渡区、嵩明县、寻甸县人民政府": ["官渡区人民政府", "嵩明县人民政府", "寻甸县人民政府"],
    "石门镇、白云镇人民政府": ["石门镇人民政府", "白云镇人民政府"],
    "东山县、南山县教育局": ["东山县教育局", "南山县教育局"],
    "各县区、园区燃气管理部门": ["各县区燃气管理部门", "园区燃气管理部门"],
    "各县（市、区）、开发区供水主管部门": ["各县（市、区）供水主管部门", "开发区供水主管部门"],
    "各县区、园区有关管理部门": ["各县区", "园区有关管理部门"],
    # Nothing is shared between kinds of place, or where each name is whole.
    "各镇人民政府、街道办事处": ["各镇人民政府", "街道办事处"],
    "各镇街、区民政局": ["各镇街", "区民政局"],
    "各镇、区政府": ["各镇", "区政府"],
    "省公安厅、发展改革委": ["省公安厅", "发展改革委"],
    # Brackets and quotation marks protect.
    "各县（市、区）人民政府、各开发区管委会": ["各县（市、区）人民政府", "各开发区管委会"],
    "东江综保区管委会（西江工业园）、区科技局": ["东江综保区管委会（西江工业园）", "区科技局"],
    "各镇（街道、管委会）": ["各镇（街道、管委会）"],
    "市“双随机、一公开”领导小组、市司法局": ["市“双随机、一公开”领导小组", "市司法局"],
    "省商务厅〔省政府口岸办〕、省能源局": ["省商务厅〔省政府口岸办〕", "省能源局"],
    # Bare class words belong to the 各 before them.
    "市政府各委、办、局，各有关单位": ["市政府各委、办、局", "各有关单位"],
    "区政府各部门、有关单位": ["区政府各部门", "有关单位"],
    "国务院各部委、各直属机构": ["国务院各部委", "各直属机构"],
    # Cells: lines, or names run together.
    "市人社局\n医保中心": ["市人社局", "医保中心"],
    "区规划自然\n资源局": ["区规划自然\n资源局"],
    "区民政局区住房城乡建委东江区规划自然资源局": ["区民政局", "区住房城乡建委", "东江区规划自然资源局"],
    "区民政局养老服务指导中心": ["区民政局养老服务指导中心"],
    "": [],
}


def words(text: str) -> list[str]:
    return text.split()


AGENCIES = words(
    """
    区民政局 州发改委 团区委 团省委 共青团中央 市教委 区商务委 省水务厅 市委宣传部
    区委老干局 州文明办 省委 区委组织部 江津银保监分局 人行江津中心支行 国家发展改革委
    发展改革委 民政部 税务总局 邮政管理局 州消防救援支队 市融媒体中心 句投集团
    贵州电网公司 广东电网有限责任公司 省法院 省检察院 市级机关工委 区总工会 州供销社
    省红十字会 省计生协 横琴粤澳深度合作区执委会 长三角区域合作办公室
    市“工改”领导小组各成员单位 12345热线各成员单位
    市推进政府职能转变和“放管服”改革协调领导小组办公室 各镇街 各区人民政府 市级有关部门
    区级有关部门 市级各有关部门 各成员单位 省直有关单位 各有关单位 各镇（街道、管委会）
    各县（市、区）人民政府 各市〔州〕人民政府 相关市（州）人民政府 各地级以上市人民政府
    青浦区政府 市政务服务和公共资源交易中心 白沙工业园发展中心 区金融发展服务中心
    区政务服务办 重庆市大渡口区人民政府办公室 中国人民银行广东省分行
    国家金融监督管理总局广东监管局 各级审改部门 各银行业金融机构 行业主管部门 厅机关各处室 厅直各单位 县级政府 厅建设处
    有关部门 村委会 各镇人民政府 市委对外宣传办公室 市发展改革委对外合作处
    """
)

NOT_AGENCIES = words(
    """
    适用范围 养老服务 老年人 技工院校内由人力资源社会保障行政部门 全部 机会 社会
    重庆自贸试验区 敬老院 镇养老服务中心 区域养老服务中心 日间照料中心 社区卫生服务中心
    举办 新建住宅小区 干部 市场 布局 养老服务发展格局 鼓励区民政局 区政府分管副区长
    区民政局主要负责人 以社区为平台 老年大学 社会组织 护理型床位占比 2022年 各地要加强的养老机构 开发区 局
    会议 互助养老点 市自然资源局提请市规划委员会 开发企业向市城管局 市发改委在市政务服务中心
    坚持党组 委托省委宣传部 监督管理遵循政府 充分发挥政府 在市疾控局 或政府 省人民政府委托省委
    """
)


@pytest.mark.parametrize(("text", "names"), LISTS.items())
def test_a_list_is_split_into_the_names_a_reader_sees(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in split_names(text)] == names


@pytest.mark.parametrize("text", LISTS)
def test_a_name_stands_at_its_offsets_but_for_a_shared_suffix(text: str) -> None:
    for name, start, end in split_names(text):
        assert text[start:end] and name.startswith(text[start:end])


@pytest.mark.parametrize("name", AGENCIES)
def test_bodies_are_agencies(name: str) -> None:
    assert is_agency(name)


@pytest.mark.parametrize("name", NOT_AGENCIES)
def test_ordinary_words_facilities_and_clauses_are_none(name: str) -> None:
    assert not is_agency(name)


def test_a_long_text_is_no_name_and_costs_little() -> None:
    # Were each 和 of a long text tried with all before it, this would take minutes.
    text = "推进养老服务和健康发展" * 20_000
    assert [name for name, _, _ in split_names(text)] == [text]
    assert not is_agency("各部门" * 1_000)


def test_sets_of_bodies_and_persons_are_told_from_bodies() -> None:
    assert is_collective("各镇街") and is_collective("市级有关部门") and not is_collective("区民政局")
    assert is_office_holder("区政府分管副区长") and not is_office_holder("区民政局")
