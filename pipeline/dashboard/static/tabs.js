// What each page shows.
const chosen = { place: "", year: "", words: "", type: "", body: "", role: "", due: "", kind: "", day: today(), indicator: "" };
const COUNTABLE = ["countable", "true"];
const KINDS = {
  集体: ["统称（各县区、有关部门等）", "several under one name"],
  target: ["目标", "target"], deadline: ["时限", "deadline"], funding: ["资金", "funding"], responsibility: ["责任", "responsibility"],
  citation: ["引用", "citation"], task: ["任务", "task"], table_value: ["表值", "table value"],
  lead: ["牵头", "lead"], support: ["配合", "support"], joint: ["责任单位", "joint"], member: ["成员", "member"],
  total: ["总额", "total"], per: ["每单位", "for each"], part: ["其中", "part of a sum"], ceiling: ["上限", "ceiling"], rate: ["比例", "rate"], baseline: ["基期", "baseline"],
  issued: ["已印发", "issued"], draft: ["征求意见", "draft"], abolished: ["已废止", "abolished"], expired: ["已失效", "expired"],
};
const UNITS = { Y: ["年", "year"], M: ["月", "month"], W: ["周", "week"], D: ["天", "day"] };
const COMMON_PERIODS = { P7D: "P1W" };

// P1Y → 每年, P90D → 每90天.
function every(period) {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(COMMON_PERIODS[period] || period || "") || [];
  if (!unit) return shown(period);
  const [zh, en] = UNITS[unit];
  return count === "1" ? tongue(`每${zh}`, `every ${en}`) : tongue(`每${count}${unit === "M" ? "个" : ""}${zh}`, `every ${count} ${en}s`);
}

const named = (known, word) => (known[word] ? tongue(...known[word]) : shown(word));

// Today here, not in Greenwich.
function today() {
  return new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// What the reader chose for every page.
const common = () => [
  ...(facts.only ? [["notice_id", "=", facts.only]] : []),
  ...(chosen.place ? [["region_code", "prefix", chosen.place]] : []),
  ...(chosen.year ? [["written_date", "year", chosen.year]] : []),
];
const terms = () => chosen.words.trim().split(/\s+/).filter(Boolean);

// --- notices -----------------------------------------------------------------------------------

let noticeRows = null;
function notice(id) {
  noticeRows ??= new Map(rowsWhere("notices", []).map((i) => [valueOf(loaded.notices, "notice_id", i), i]));
  return noticeRows.get(id);
}
const ofNotice = (id, column) => (column === "notice_title" ? facts.titles[id] : loaded.notices ? valueOf(loaded.notices, column, notice(id)) : null);

// The page of a notice: its review page, where there is one, opened at the words from `at` on.
function noticeLink(id, at) {
  const title = ofNotice(id, "notice_title") || id;
  const href = facts.links[id];
  return href ? el("a", { href: at === undefined ? href : `${href}#at=${at}` }, shown(title)) : shown(title);
}

// Where a row was read; `block` are its words.
const source = (id, block, i) => [
  ["通知", "notice", noticeLink(id, valueOf(loaded[block], "char_start", i))],
  ["发文机关", "issuer", ofNotice(id, "issuer")],
  ["文号", "number", ofNotice(id, "doc_number")],
  ["成文", "written", ofNotice(id, "written_date")],
];

const regionName = Object.fromEntries(facts.regions.map(([code, name]) => [code, name]));
const stem = (code) => code.replace(/^(\d{2})0000$/, "$1").replace(/^(\d{4})00$/, "$1");
const childrenOf = {};
for (const [code, , parent] of facts.regions) (childrenOf[parent] ??= []).push(code);
const parentOf = Object.fromEntries(facts.regions.map(([code, , parent]) => [code, parent]));

// --- 总览 --------------------------------------------------------------------------------------

function overview() {
  const all = evaluated("notices", common());
  const kinds = evaluated("facts_by_kind", common());
  const places = evaluated("notices_by_place", common());
  const years = evaluated("notices_by_year", common());
  const types = evaluated("notices_by_kind", common());
  const quality = evaluated("quality", common());
  return [
    figure(["通知与质量", "Notices and quality"], all.sql, tiles(all.rows, [
      [0, "件通知", "notices"], [3, "件征求意见", "drafts"], [2, "件已废止或失效", "abolished or expired"], [1, "件为另一份", "second copies"],
      [4, "项核验不符", "checks failed", "bad"], [5, "处提及无人认领", "mentions unclaimed", "odd"], [6, "条读取问题", "issues in reading", "odd"],
    ])),
    figure(["事实", "Facts"], kinds.sql, numbers(
      kinds.rows.map(([kind, ...counts]) => [named(KINDS, kind), counts]),
      [["种类", "kind"], ["条", "facts"], ["可加总", "add up"], ["重复", "repeats"]],
    )),
    figure(["按成文年份", "By year written"], years.sql, columns(years.rows.map(([year, n]) => [year ?? tongue("无日期", "no day"), [n]]))),
    figure(["按省", "By province"], places.sql, grid(places.rows)),
    figure(["按地区", "By place"], places.sql, tree(places.rows)),
    figure(["按文种", "By kind of document"], types.sql, bars(types.rows.map(([kind, n]) => [kind, [n]]))),
    figure(["要看的通知", "Notices to look at"], quality.sql, table(
      [["通知", "notice"], ["核验不符", "failed", "n"], ["无人认领", "unclaimed", "n"], ["问题", "issues", "n"]],
      [...quality.rows].sort((a, b) => b[1] - a[1] || b[2] - a[2] || b[3] - a[3]),
      ([id, ...counts]) => [noticeLink(id), ...counts.map(number)],
      { size: TOP },
    )),
  ];
}

// A tile a province, darker the more notices: no outline is drawn.
function grid(rows) {
  const counts = new Map();
  for (const [code, , n] of rows) if (code) counts.set(code.slice(0, 2), (counts.get(code.slice(0, 2)) || 0) + n);
  const most = Math.max(1, ...counts.values());
  const made = facts.tiles.map(([code, name, column, row]) => {
    const n = counts.get(code) || 0;
    const tile = el("button", { type: "button", class: n ? (n > most / 2 ? "some many" : "some") : null, disabled: !n && chosen.place !== code, "aria-pressed": String(chosen.place === code) }, el("span", {}, name), el("b", {}, n ? number(n) : ""));
    tile.style.gridColumn = column + 1;
    tile.style.gridRow = row + 1;
    if (hasRows) tile.addEventListener("click", () => choose({ place: chosen.place === code ? "" : code }));
    return tile;
  });
  return el("div", { class: "grid-of-provinces" }, ...made);
}

// Places by their codes, each with what lies in it.
function tree(rows) {
  const sums = new Map();
  for (const [code, , n] of rows) {
    for (let at = code; at; at = parentOf[at]) sums.set(at, (sums.get(at) || 0) + n);
  }
  const below = (parent) => (childrenOf[parent] || []).filter((code) => sums.has(code));
  const branch = (code) => {
    const inner = below(code);
    const label = [el("span", {}, regionName[code]), el("b", {}, number(sums.get(code)))];
    if (!inner.length) return el("li", {}, ...label);
    const box = el("details", { open: !parentOf[code] || sums.size < TOP }, el("summary", {}, ...label), el("ul", {}, ...inner.map(branch)));
    return el("li", {}, box);
  };
  const none = rows.find(([code]) => !code);
  const roots = [...sums.keys()].filter((code) => !parentOf[code]);
  return el("ul", { class: "tree" }, ...roots.map(branch), none && el("li", {}, el("span", {}, ui("未知", "unknown")), el("b", {}, number(none[2]))));
}

// --- 任务 --------------------------------------------------------------------------------------

function taskConditions() {
  const conditions = common();
  const { due, kind } = chosen;
  if (due === "overdue") conditions.push(["due_date", "<", chosen.day]);
  else if (due === "coming") conditions.push(["due_date", ">=", chosen.day]);
  else if (due === "none") conditions.push(["due_date", "null"]);
  else if (due) conditions.push(["due_date", "year", due]);
  const kinds = { recurring: ["recurring", "set"], table: ["table_id", "set"], prose: ["table_id", "null"], aims: ["targets", "set"] };
  if (kind) conditions.push(kinds[kind]);
  const agency = [
    ...(chosen.type ? [["agency_type", "=", chosen.type]] : []),
    ...(chosen.body ? [["agency_full_name", "has", chosen.body]] : []),
    ...(chosen.role ? [["role", "=", chosen.role]] : []),
  ];
  if (agency.length) conditions.push(["task_id", "tasks", agency]);
  return conditions;
}

function tasks() {
  const conditions = taskConditions();
  const sums = evaluated("tasks", conditions);
  const years = evaluated("tasks_by_year", conditions);
  const made = [
    figure(["任务", "Tasks"], sums.sql, tiles(sums.rows, [[0, "项任务", "tasks"], [1, "项有时限", "with a day"], [2, "项定期", "recurring"], [3, "项有牵头", "with a lead"]])),
    figure(["按到期年份", "By year due"], years.sql, columns(years.rows.map(([year, n]) => [year, [n]]))),
  ];
  if (!hasRows) return [...made, elsewhere()];
  const view = loaded.task_list;
  const listed = [...conditions, COUNTABLE];
  const rows = byDay("task_list", rowsWhere("task_list", listed));
  const list = table(
    [["任务", "task"], ["牵头", "lead"], ["责任单位", "joint"], ["配合", "support"], ["到期", "due", "day"], ["地区", "place", "place"]],
    rows,
    (i) => [...["task", "lead", "joint", "support"].map((name) => valueOf(view, name, i)), valueOf(view, "due_date", i) ?? valueOf(view, "recurring", i), regionName[valueOf(view, "region_code", i)]],
    { open: openTask, size: 50 },
  );
  return [taskFilters(), ...made, figure(["清单", "List"], listSql("task_list", ["task", "lead", "joint", "support", "due_date", "region"], listed, "due_date NULLS LAST"), list)];
}

const bare = (words) => (words ?? "").replace(/\s/g, "");

async function openTask(i) {
  await need(["task_list.words"]);
  const words = loaded["task_list.words"];
  const view = loaded.task_list;
  const said = (name) => valueOf(words, name, i);
  return described([
    ["原文", "words", marked(said("quote"), terms())],
    ["任务全文", "text", bare(said("text")) === bare(said("quote")) ? null : marked(said("text"), terms())],
    ["目标", "targets", said("targets")],
    ["时限", "time", said("due_text") || valueOf(view, "due_date", i)],
    ["位置", "where", said("point")],
    ["置信度", "confidence", number(valueOf(view, "confidence", i))],
    ...source(valueOf(view, "notice_id", i), "task_list.words", i),
  ]);
}

function choice(name, zh, en, options) {
  const field = el("select", { id: `by-${name}` }, el("option", { value: "" }, tongue("全部", "all")), ...options.map(([value, words]) => el("option", { value }, words)));
  field.value = chosen[name];
  field.addEventListener("change", () => choose({ [name]: field.value }, field.id));
  return el("label", {}, ui(zh, en), " ", field);
}

const wordsOf = (view, column) => (columnOf(loaded[view], column).sorted ??= columnOf(loaded[view], column).words.filter((word) => word !== null).sort());

function typed(name, zh, en, known) {
  const field = el("input", { type: "search", id: `by-${name}`, list: known ? `all-${name}` : null, autocomplete: "off", "aria-label": tongue(zh, en) });
  field.value = chosen[name];
  field.addEventListener("input", () => choose({ [name]: field.value.trim() }, field.id));
  const list = known && el("datalist", { id: `all-${name}` }, ...known.slice(0, 1000).map((word) => el("option", { value: word })));
  return el("label", {}, ui(zh, en), " ", field, list);
}

function taskFilters() {
  const years = wordsOf("task_list", "due_date:year").map((year) => [year, year]);
  return el(
    "div",
    { class: "filters own" },
    choice("type", "部门类别", "kind of agency", wordsOf("task_agencies", "agency_type").map((one) => [one, named(KINDS, one)])),
    typed("body", "部门", "agency", wordsOf("task_agencies", "agency_full_name")),
    choice("role", "角色", "role", wordsOf("task_agencies", "role").map((role) => [role, named(KINDS, role)])),
    choice("due", "到期", "due", [["overdue", tongue("已过期", "overdue")], ["coming", tongue("未到期", "to come")], ["none", tongue("无日期", "no day")], ...years]),
    choice("kind", "种类", "kind", [["aims", tongue("有目标", "with targets")], ["recurring", tongue("定期", "recurring")], ["table", tongue("表中", "in a table")], ["prose", tongue("正文", "in prose")]]),
    dayField(),
  );
}

function dayField() {
  const field = el("input", { type: "date", id: "by-day", required: true });
  field.value = chosen.day;
  field.addEventListener("change", () => field.value && choose({ day: field.value }, field.id));
  return el("label", {}, ui("以此日为准", "as of"), " ", field);
}

const elsewhere = () => el("p", { class: "hint" }, ui("通知太多，这里只有合计；每件通知的事实在它自己的页上（见总览）。", "Too many notices: here are sums; the facts of each are on a page of its own (see overview)."));

// --- 时间轴 ------------------------------------------------------------------------------------

function times() {
  const base = [...common(), COUNTABLE];
  const all = evaluated("due", common());
  const months = evaluated("due_by_month", common());
  const again = evaluated("recurring", common());
  const line = figure(["按月", "By month"], months.sql, columns(months.rows.map(([month, ...values]) => [month, values]), [KINDS.deadline, KINDS.target], chosen.day.slice(0, PART.month)));
  const periods = figure(["定期", "Recurring"], again.sql, bars(again.rows.map(([period, n]) => [every(period), [n]])));
  const sums = figure(["到期事项", "What is due"], all.sql, tiles(all.rows, [[0, "项有日期", "with a day"], [1, "项定期", "recurring"]]));
  if (!hasRows) return [sums, line, periods, elsewhere()];
  const held = [["notice_status", "=", "issued"], ["in_force_from", "begun", chosen.day], ["in_force_until", "open", chosen.day]];
  const late = [["due_date", "<", chosen.day], ...held];
  const coming = [["due_date", ">=", chosen.day], ...held];
  const overdue = evaluated("due", [...common(), ...late]);
  const ahead = evaluated("due", [...common(), ...coming]);
  return [
    el("div", { class: "filters own" }, dayField()),
    sums,
    figure(["到此日已过期（其时有效的通知）", "Overdue on that day, of notices then in force"], overdue.sql, tiles(overdue.rows, [[0, "项已过期", "overdue", "bad"]])),
    figure(["到此日未到期", "To come from that day on"], ahead.sql, tiles(ahead.rows, [[0, "项未到期", "to come"]])),
    line,
    periods,
    dueList(["已过期", "Overdue"], [...base, ...late], -1),
    dueList(["未到期", "To come"], [...base, ...coming], 1),
    dueList(["定期的事", "Recurring duties"], [...base, ["recurring", "true"]], 1),
  ];
}

// The place of each word of a column in their order.
function rankOf(column) {
  if (column.rank) return column.rank;
  const order = [...column.words.keys()].sort((a, b) => ((column.words[a] ?? "") < (column.words[b] ?? "") ? -1 : 1));
  column.rank = new Uint32Array(order.length);
  order.forEach((code, place) => (column.rank[code] = place));
  return column.rank;
}

// Rows in the order of their days, those without one last, in the order they had.
function byDay(view, rows) {
  const column = columnOf(loaded[view], "due_date");
  const rank = rankOf(column);
  const place = (i) => (column.words[column.codes[i]] === null ? Infinity : rank[column.codes[i]]);
  return rows.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function dueList(title, conditions, direction) {
  const view = loaded.due;
  const { codes } = columnOf(view, "due_date");
  const rank = rankOf(columnOf(view, "due_date"));
  const rows = rowsWhere("due", conditions).sort((a, b) => direction * (rank[codes[a]] - rank[codes[b]]));
  const who = (i) => valueOf(view, "lead", i) ?? valueOf(view, "joint", i) ?? valueOf(view, "support", i);
  const cells = (i) => [valueOf(view, "due_date", i) ?? every(valueOf(view, "period", i)), who(i), valueOf(view, "in_words", i), valueOf(view, "task", i), regionName[valueOf(view, "region_code", i)]];
  const list = table([["到期", "due", "day"], ["谁", "who"], ["事项", "what"], ["任务", "task"], ["地区", "place", "place"]], rows, cells, { open: openDue, size: TOP });
  return figure(title, listSql("due", ["due_date", "period", "lead", "joint", "support", "task", "in_words"], conditions, "due_date"), list);
}

async function openDue(i) {
  await need(["due.words"]);
  const said = (name) => valueOf(loaded["due.words"], name, i);
  const id = valueOf(loaded.due, "notice_id", i);
  return described([["原文", "words", said("quote")], ["位置", "where", said("point")], ["种类", "kind", named(KINDS, valueOf(loaded.due, "kind", i))], ...source(id, "due.words", i)]);
}

// --- 部门 --------------------------------------------------------------------------------------

const WORK = [["部门", "agency"], KINDS.lead, KINDS.support, KINDS.joint];

function agencies() {
  const types = evaluated("work_by_type", common());
  const chosenType = chosen.type ? [["agency_type", "=", chosen.type]] : [];
  const bodies = evaluated("work_by_body", [...common(), ...chosenType]);
  const line = (label, [, ...roles], act) => [label, roles, hasRows ? act : null];
  const legend = el("p", { class: "legend" }, ...[KINDS.lead, KINDS.support, KINDS.joint].map((title, at) => el("span", {}, el("i", { class: `part${at}` }), ui(...title))));
  const typeLines = types.rows.map(([type, ...counts]) => line(type ? named(KINDS, type) : tongue("未归类", "no type"), counts, type && (() => choose({ type: chosen.type === type ? "" : type }))));
  const bodyLines = bodies.rows.map(([, id, name, ...counts]) => line(name ?? id ?? tongue("未归一", "not resolved"), counts, name && (() => choose({ body: name, type: "" }, null, "tasks"))));
  const reset = chosen.type && hasRows ? el("p", { class: "hint" }, ui("只看", "only"), ` ${chosen.type} `, clearing("type")) : null;
  return [
    figure(["按部门类别：任务数", "By kind of agency: tasks"], types.sql, legend, bars(typeLines, WORK, { top: 20 })),
    figure(["按部门：任务数", "By agency: tasks"], bodies.sql, reset || "", legend.cloneNode(true), bars(bodyLines, WORK, { top: 20 })),
  ];
}

function clearing(name) {
  const button = el("button", { type: "button" }, ui("清除", "clear"));
  button.addEventListener("click", () => choose({ [name]: "" }));
  return button;
}

// --- 指标 --------------------------------------------------------------------------------------

const signed = (i) => {
  const view = loaded.target_tracker;
  const signs = { ">=": "≥", "<=": "≤", "=": "", "~=": "≈" };
  const [sign, value, most, unit, change] = ["comparator", "value", "value_max", "unit", "change"].map((name) => valueOf(view, name, i));
  return `${change || ""}${signs[sign] ?? sign ?? ""}${number(value)}${most === null ? "" : `–${number(most)}`}${unit || ""}`;
};

function indicators() {
  const named_ = chosen.indicator ? [["indicator", "has", chosen.indicator]] : [];
  const all = evaluated("indicators", [...common(), ...named_]);
  const against = evaluated("conflicts", [...common(), ...named_]);
  const order = [...all.rows].sort((a, b) => b[2] - a[2] || b[3] - a[3] || b[4] - a[4] || b[5] - a[5]);
  const open = hasRows ? { open: ([id]) => openIndicator([["indicator_id", "=", id]]), size: 25 } : { size: 25 };
  const heads = [["指标", "indicator"], ["通知", "notices", "n"], ["地区", "places", "n"], ["年份", "years", "n"], ["目标值", "targets", "n"], ["基期值", "baselines", "n"]];
  const cells = ([, name, ...counts]) => [name, ...counts.map(number)];
  const conflictCells = (row) => [row[9], row[2] ?? regionName[row[1]], row[3], number(row[10]), number(row[11])];
  const conflictOpen = hasRows ? { open: (row) => openIndicator(conflictConditions(row)), size: TOP } : { size: TOP };
  const conflictHeads = [["指标", "indicator"], ["地区", "place", "place"], ["年份", "year", "n"], ["几个值", "values", "n"], ["几件通知", "notices", "n"]];
  return [
    hasRows ? el("div", { class: "filters own" }, typed("indicator", "指标", "indicator")) : "",
    figure(["同一指标、地区、年份，值不同", "Same indicator, place and year: different values"], against.sql, table(conflictHeads, [...against.rows].sort((a, b) => b[11] - a[11]), conflictCells, conflictOpen)),
    ...(hasRows ? [fromTo(named_)] : []),
    figure(["指标：跨地区与年份", "Indicators across places and years"], all.sql, table(heads, order, cells, open)),
  ];
}

const CONFLICT = ["indicator_id", "region_code", "region", "year", "unit_base", "scope", "per", "change", "comparator"];
const conflictConditions = (row) => [["stage", "=", "target"], ...CONFLICT.map((name, at) => (row[at] === null ? [name, "null"] : [name, "=", row[at]]))];

// Baseline → target, of those that say both.
function fromTo(conditions) {
  const view = loaded.target_tracker;
  const base = [...common(), ...conditions, ["same_as", "null"]];
  const starts = new Map(rowsWhere("target_tracker", [...base, ["stage", "=", "baseline"]]).map((i) => [valueOf(view, "fact_id", i), i]));
  const rows = rowsWhere("target_tracker", [...base, ["stage", "=", "target"]]).filter((i) => starts.has(valueOf(view, "fact_id", i)));
  const start = (i) => starts.get(valueOf(view, "fact_id", i));
  const at = (i) => [signed(i), valueOf(view, "year", i)].filter(Boolean).join(" · ");
  const most = (i) => Math.max(valueOf(view, "value_base", i) ?? 0, valueOf(view, "value_base", start(i)) ?? 0);
  const line = (i) => el("span", { class: "pair" }, bar([0, valueOf(view, "value_base", start(i))], most(i)), bar([valueOf(view, "value_base", i)], most(i)));
  const heads = [["指标", "indicator"], ["地区", "place", "place"], ["基期", "baseline"], ["目标", "target"], ["图", "bar", "wide"]];
  const cells = (i) => [valueOf(view, "indicator", i), valueOf(view, "region", i), at(start(i)), at(i), line(i)];
  const sql = listSql("target_tracker", ["fact_id", "stage", "indicator", "region", "year", "value", "unit"], base, "fact_id, stage");
  return figure(["基期 → 目标", "Baseline → target"], sql, table(heads, rows, cells, { open: (i) => openIndicator([["fact_id", "=", valueOf(view, "fact_id", i)]]), size: TOP }));
}

async function openIndicator(conditions) {
  await need(["target_tracker.words"]);
  const view = loaded.target_tracker;
  const rows = rowsWhere("target_tracker", [...common(), ["same_as", "null"], ...conditions]);
  const heads = [["地区", "place", "place"], ["年份", "year"], ["阶段", "stage"], ["值", "value", "n"], ["范围", "scope"], ["原文", "words"], ["通知", "notice"]];
  const cells = (i) => [
    ...["region", "year"].map((name) => valueOf(view, name, i)), named(KINDS, valueOf(view, "stage", i)), signed(i),
    [valueOf(view, "scope", i), valueOf(view, "per", i)].filter(Boolean).join(" / "), valueOf(loaded["target_tracker.words"], "quote", i), noticeLink(valueOf(view, "notice_id", i), valueOf(loaded["target_tracker.words"], "char_start", i)),
  ];
  const year = (i) => valueOf(view, "year", i) || "";
  return table(heads, rows.sort((a, b) => (year(a) < year(b) ? -1 : 1)), cells, { size: 30 });
}

// --- 表格 --------------------------------------------------------------------------------------

const agree = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function tables() {
  const proofs = evaluated("proofs", common());
  const bad = proofs.rows.filter(([, , , added, reported]) => !agree(added, reported));
  const heads = [["通知", "notice"], ["列", "column"], ["各行之和", "added up", "n"], ["表中合计", "printed total", "n"], ["核验", "check"]];
  const cells = ([id, , column, added, reported]) => [noticeLink(id), column, number(added), number(reported), agree(added, reported) ? el("b", { class: "good" }, "✓") : el("b", { class: "bad" }, `✗ ${number(added - reported)}`)];
  const open = hasRows ? { open: openColumn, size: 50 } : { size: 50 };
  const whole = evaluated("tables", common());
  const sum = (at) => whole.rows.reduce((all, row) => all + row[at], 0);
  const wholeHeads = [["通知", "notice"], ["数值列", "columns of values", "n"], ["数值", "values", "n"], ["其中合计", "totals", "n"], ["有合计为证", "proved by sums", "n"]];
  const wholeCells = ([id, , values, columns, totals, proved]) => [noticeLink(id), number(columns), number(values), number(totals), number(proved)];
  const largest = [...whole.rows].sort((a, b) => b[2] - a[2]);
  const openWhole = hasRows ? { open: openTable, size: TOP } : { size: TOP };
  return [
    figure(["表中各列之和与合计", "Columns of tables: sums beside totals"], proofs.sql, tiles([[proofs.rows.length, proofs.rows.length - bad.length, bad.length]], [[0, "列有合计", "columns with a total"], [1, "列相符", "agree", "good"], [2, "列不符", "do not agree", "bad"]]), table(heads, [...bad, ...proofs.rows.filter((row) => !bad.includes(row))], cells, open)),
    figure(["各表的数值", "Values of each table"], whole.sql, tiles([[whole.rows.length, sum(2), sum(5)]], [[0, "张表有数值", "tables with values"], [1, "个数值", "values"], [2, "个有合计为证", "proved by sums", "good"]]), table(wholeHeads, largest, wholeCells, openWhole)),
  ];
}

async function openTable([id, tableId]) {
  await need(["facts.words"]);
  const rows = rowsWhere("facts", [["kind", "=", "table_value"], ["notice_id", "=", id], ["table_id", "=", tableId]]);
  const cells = (i) => [valueOf(loaded["facts.words"], "row_label", i), valueOf(loaded.facts, "column_path", i), valueOf(loaded["facts.words"], "in_words", i), valueOf(loaded.facts, "is_total", i) === "true" ? tongue("合计", "total") : ""];
  return table([["行", "row"], ["列", "column"], ["值", "value", "n"], ["备注", "note"]], rows, cells, { size: 100 });
}

async function openColumn([id, tableId, column]) {
  await need(["facts.words"]);
  const rows = rowsWhere("facts", [["kind", "=", "table_value"], ["notice_id", "=", id], ["table_id", "=", tableId], ["column_path", "=", column]]);
  const cells = (i) => [valueOf(loaded["facts.words"], "row_label", i), number(valueOf(loaded.facts, "value", i)), valueOf(loaded.facts, "is_total", i) === "true" ? tongue("合计", "total") : valueOf(loaded.facts, "countable", i) === "true" ? "" : tongue("不计", "not counted")];
  return table([["行", "row"], ["值", "value", "n"], ["备注", "note"]], rows, cells, { size: 200 });
}

// --- 资金 --------------------------------------------------------------------------------------

// 1,240.5亿元, CN¥124.05 billion: short, for a tile.
const yuan = (value) => (isChinese() ? `${value.toLocaleString("zh-CN", { notation: "compact", maximumFractionDigits: 2 })}元` : `CN¥${value.toLocaleString("en", { notation: "compact", maximumFractionDigits: 2 })}`);

function money() {
  const all = evaluated("money", common());
  const [payer, recipient, kind] = ["money_by_payer", "money_by_recipient", "money_by_kind"].map((name) => evaluated(name, common()));
  const heads = (zh, en) => [[zh, en], ["可加总金额（元）", "yuan that add up"], ["项", "items"], ["不可加总", "not added"]];
  const said = (name) => name ?? tongue("未说明", "not said");
  const drawn = (rows, label, zh, en) => numbers(rows.map(([name, ...values]) => [label(name), values]), heads(zh, en));
  const made = [
    figure(["资金", "Funding"], all.sql, tiles([[all.rows[0][0] && yuan(all.rows[0][0]), ...all.rows[0].slice(1)]], [[0, "可加总", "add up"], [1, "项可加总", "items that add up"], [2, "项不可加总：每单位、上限、比例、重复", "items that do not: for each, ceilings, rates, repeats"]])),
    figure(["按性质", "By kind of amount"], kind.sql, drawn(kind.rows, (name) => named(KINDS, name), "性质", "kind")),
    figure(["按出资方", "By payer"], payer.sql, drawn(payer.rows, said, "出资方", "payer")),
    figure(["按受益方", "By recipient"], recipient.sql, drawn(recipient.rows, said, "受益方", "recipient")),
  ];
  if (!hasRows) return [...made, elsewhere()];
  const conditions = [...common(), ["kind", "=", "funding"]];
  const view = loaded.facts;
  const cells = (i) => [named(KINDS, valueOf(view, "amount_kind", i)), valueOf(view, "payer", i), valueOf(view, "recipient", i), number(valueOf(view, "value_base", i)), valueOf(view, "unit_base", i), valueOf(view, "countable", i) === "true" ? "✓" : ""];
  const list = table([["性质", "kind"], ["出资方", "payer"], ["受益方", "recipient"], ["金额", "amount", "n"], ["单位", "unit"], ["计入", "counted"]], rowsWhere("facts", conditions), cells, { open: openFact, size: 25 });
  return [...made, figure(["逐项", "Items"], listSql("facts", ["amount_kind", "payer", "recipient", "value_base", "unit_base", "countable", "quote"], conditions), list)];
}

async function openFact(i) {
  await need(["facts.words"]);
  const said = (name) => valueOf(loaded["facts.words"], name, i);
  return described([["原文", "words", marked(said("quote"), terms())], ["事项", "what", said("in_words")], ...source(valueOf(loaded.facts, "notice_id", i), "facts.words", i)]);
}

// --- 检索 --------------------------------------------------------------------------------------

// Rows of a block of words in which every term stands, in one column or several; case does not matter.
function found(name, columns_, conditions) {
  const mask = maskOf(loaded[name.split(".")[0]], conditions).slice();
  for (const term of terms()) {
    const asked = columns_.map((column) => {
      const { codes, words } = columnOf(loaded[name], column);
      return [codes, fitting(loaded[name], column, words, term)];
    });
    for (let i = 0; i < mask.length; i++) {
      if (!mask[i]) continue;
      mask[i] = 0;
      for (const [codes, fits] of asked) mask[i] |= fits[codes[i]];
    }
  }
  const rows = [];
  for (let i = 0; i < mask.length; i++) if (mask[i]) rows.push(i);
  return rows;
}

// Which of the words hold the term. What has no capital letters needs no second form of all words; of a term that has
// grown (养老, 养老床) only words that held it before are asked.
function fitting(table_, column, words, term) {
  const lower = term.toLowerCase();
  const asked = lower === term.toUpperCase() ? words : (table_.keys[`lower ${column}`] ??= words.map((word) => word && word.toLowerCase()));
  const known = (table_.found ??= {})[column] ??= new Map();
  if (known.has(lower)) return known.get(lower);
  const before = [...known.keys()].filter((one) => lower.includes(one)).sort((a, b) => b.length - a.length)[0];
  const among = before === undefined ? null : known.get(before);
  const fits = new Uint8Array(words.length);
  for (let i = 1; i < asked.length; i++) if ((!among || among[i]) && asked[i].includes(lower)) fits[i] = 1;
  if (known.size >= MOST_FOUND) known.delete(known.keys().next().value);
  known.set(lower, fits);
  return fits;
}

// Of each column the last terms asked for.
const MOST_FOUND = 8;

function searchSql(view, columns_, conditions) {
  const held = terms().map((term) => `(${columns_.map((column) => `contains(lower(${column}), ${quoted(term.toLowerCase())})`).join(" OR ")})`);
  const source_ = view === "notices" ? figures.notices_by_kind.sql.split("SELECT document_type")[0] : "";
  const from = view === "notices" ? "notices" : `'extracted/${view}.parquet'`;
  return `${source_}SELECT count(*)\nFROM ${from}\nWHERE ${[conditionsToSql(conditions), ...held].join(" AND ")}`;
}

function hits(title, [name, columns_, conditions], heads, cells, open) {
  const view = name.split(".")[0];
  const rows = found(name, columns_, conditions);
  const sql = searchSql(view, columns_, conditions);
  standing.set(`search ${view}`, { name: `search ${view}`, sql, rows: [[rows.length]] });
  const count = el("p", { class: "hint" }, number(rows.length), " ", ui("条", "found"));
  return figure(title, sql, count, table(heads, rows, cells, { open, size: 30 }));
}

// Notices with all terms in their title.
const titled = () => Object.keys(facts.titles).filter((id) => terms().every((term) => facts.titles[id].toLowerCase().includes(term.toLowerCase()))).slice(0, 10 * CHUNK);

const AROUND = 60;

// What stands around the first term.
function excerpt(words) {
  const at = Math.max(0, Math.min(...terms().map((term) => (words ?? "").indexOf(term)).filter((place) => place >= 0), Infinity));
  if (!words || words.length <= 3 * AROUND) return words;
  const from = Number.isFinite(at) ? Math.max(0, at - AROUND) : 0;
  return `${from ? "…" : ""}${words.slice(from, from + 3 * AROUND)}${from + 3 * AROUND < words.length ? "…" : ""}`;
}

function search() {
  if (!terms().length) return [el("p", { class: "hint" }, ui("在上方输入词语；空格隔开的词都要出现。", "Type words above; all words, parted by spaces, must occur."))];
  if (!hasRows) return [elsewhere(), el("ul", { class: "hint" }, ...titled().map((id) => el("li", {}, noticeLink(id))))];
  const words = (block, column, i) => marked(excerpt(valueOf(loaded[block], column, i)), terms());
  const OTHER = ["kind", "in", "target,deadline,funding,citation,table_value"];
  return [
    hits(["通知", "Notices"], ["notices", ["notice_title"], common()], [["通知", "notice"], ["成文", "written", "day"]], (i) => [noticeLink(valueOf(loaded.notices, "notice_id", i)), valueOf(loaded.notices, "written_date", i)]),
    hits(["任务", "Tasks"], ["task_list.words", ["text"], [...common(), ["same_as", "null"]]], [["任务全文", "text"], ["地区", "place", "place"]], (i) => [words("task_list.words", "text", i), regionName[valueOf(loaded.task_list, "region_code", i)]], openTask),
    hits(["事实", "Facts"], ["facts.words", ["in_words", "quote", "row_label"], [...common(), ["same_as", "null"], OTHER]], [["种类", "kind"], ["事项", "what"], ["地区", "place", "place"]], (i) => [
      named(KINDS, valueOf(loaded.facts, "kind", i)),
      words("facts.words", valueOf(loaded["facts.words"], "quote", i) ? "quote" : "row_label", i),
      regionName[valueOf(loaded.facts, "region_code", i)],
    ], openFact),
  ];
}
