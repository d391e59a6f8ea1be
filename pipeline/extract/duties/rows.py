"""How lists of those responsible are put together: rows of grammar over the tokens of `lex_duty`.

A row is asked at a place in the list and takes what it matches. Its groups say who has which role: `lead`, `support`,
`other` (joint, or support beside a lead), `charge` (in charge: lead where others support), `same` (what the label says).
"""

from __future__ import annotations

from pipeline.language.grammar import Row

_BODIES = "{body}+(?:{mark.，|mark.；}{body}+)*"
_LISTED = "(?:{body|noun}+)"

# Each gives whether it needs a label before it, is itself read (`read`), or only stands between (`aside`).
DUTIES: tuple[Row[str], ...] = (
    Row("labelled", "^{label.lead|label.support|label.other}{mark}?(?P<same>" + _LISTED + ")(?!{body|noun|duty|does})", "read",
        ("责任单位：市住建局，市住建局审批科牵头，质量监督站配合", "牵头单位：市科技局，参与单位：甲管理局"), ("责任科室：法规科牵头", "完成时限：2025年底前")),
    Row("with", "^(?:{label}(?P<lead>{body}+)|(?P<lead>" + _BODIES + ")){duty.lead}?{mark.，}?{duty.with}(?P<support>{body}+){duty}?", "read",
        ("市民政局会同市财政局、市税务局负责", "由省发展改革委牵头会同有关部门落实", "由市营商办牵头，会同市司法局负责", "责任单位：市水务局会同市财政局"),
        ("市民政局会商有关事项", "市商务局、市文旅局负责")),
    Row("leads", "^(?:{label}(?P<lead>{body}+)|(?P<lead>" + _BODIES + ")){duty.lead}", "read",
        ("生态环境部牵头，国家统计局参与", "责任科室：法规科牵头，各科室配合", "各市人民政府，省财政厅牵头负责"), ("牵头单位：市科技局",)),
    Row("supports", "^(?:{label}(?P<support>{body}+)|(?P<support>" + _BODIES + ")){duty.support}", "read",
        ("乙厅、丙厅按职责分工配合", "各县区积极参与", "省有关部门协助做好相关工作"), ("配合单位：市科技局",)),
    Row("shares", "^(?:{label}(?P<same>{body}+)|(?P<other>" + _BODIES + ")){duty.share}", "read",
        ("区民政局、区卫生健康委按职责分工负责", "各县（区）人民政府，市直有关部门按照各自职责抓好落实"), ("区民政局负责",)),
    Row("in charge", "^(?:{label}(?P<same>{body}+)|(?P<charge>" + _BODIES + ")){duty.other}", "read",
        ("工业和信息化部负责", "由市教育局组织实施", "各镇街落实"), ("工业和信息化部牵头负责",)),
    Row("told", "^{label}?(?:(?P<lead>{body}+){does.lead}|(?P<support>{body}+){does.support}|(?P<same>{body}+){does.other})", "told",
        ("责任单位：市住建局审批科受理申请、出具意见", "责任科室：某科牵头承办甲事项"), ("市住建局审批科",)),
    Row("under the label", "^(?P<same>" + _LISTED + ")", "listed", ("市科技局、市财政局",), ("市科技局牵头",)),
    Row("label", "^{label.lead|label.support|label.other}{mark}?", "aside", ("牵头单位：。责任单位：市民政局",), ("市科技局牵头",)),
    Row("aside", "^{label.aside}(?:{body|noun|clause|when|duty|does}|{mark.，}(?!{body}))*", "aside", ("完成时限：2025年底前，责任单位：市民政局", "责任领导：王某；"), ("责任单位：市民政局",)),
    Row("when", "^{when}(?:{noun|clause})*", "aside", ("2025年6月底前，责任单位：市民政局", "长期坚持"), ("市民政局",)),
    Row("tail", "^(?:{duty}|{mark})", "aside", ("按职责分工负责。", "；市民政局"), ("市民政局",)),
    Row("said on", "^{clause}", "told on", ("各部门要认真贯彻",), ("市民政局",)),
)  # fmt: skip
