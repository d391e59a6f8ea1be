// A notice: facts beside the words they were read from.
const { notice, state, sections, forms, places, looks } = JSON.parse(byId("rows").textContent);
const CHUNK = 100;
// Rows drawn above one that was jumped to.
const BEFORE = 20;
const FLAGS = ["changed", "low", "failed", "unclaimed"];
// Each mark of a row: its sign, its name, what it means.
const MARKS = {
  changed: ["●", "有变化", "changed", "与上次提交不同", "other than in the last commit"],
  low: ["◐", "把握不大", "low confidence", "此类事实四次中错一次以上", "of such facts more than one in four is wrong"],
  failed: ["✕", "核验不符", "failed", "应当相符的两处不符", "two things that should agree do not"],
  unclaimed: ["○", "无着落", "unclaimed", "没有任何一行读自此处", "no row was read from it"],
  decided: ["✎", "已更正", "decided by an editor", "编辑已作判定", "an editor decided about it"],
};
// Why a row is worth a look.
const LOOKS = {
  failed: ["核验不符", "check failed"],
  ambiguous: ["表有歧义", "ambiguous table"],
  bound: ["句中有约束而无着落", "unclaimed where a sentence binds"],
  issue: ["未能读懂", "not understood"],
  undecided: ["核验未定", "check undecided"],
  unclaimed: ["无着落", "unclaimed"],
  unsure: ["把握不大", "unsure"],
};
const OPEN_FIRST = ["targets", "tasks", "checks"];
const SHOWN_LOOKS = 8;

// From disk nothing can be saved; from the server of `make review SERVE=1` it can.
const isServed = location.protocol === "http:";
const isWide = () => document.body.classList.contains("wide");

// --- the words ---------------------------------------------------------------------------------

const stretches = [...byId("source").querySelectorAll("span[data-s]")];
const cells = [...byId("source").querySelectorAll(".grid [data-s]")];
const starts = stretches.map((stretch) => Number(stretch.dataset.s));
let lit = [];

// Index of the first stretch that begins at or after a character.
function stretchAt(place) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function light(start, end, scroll) {
  for (const stretch of lit) stretch.classList.remove("lit");
  const isSome = start !== null && start !== undefined;
  const words = isSome ? stretches.slice(stretchAt(start), stretchAt(end)) : [];
  const inTables = isSome ? cells.filter((cell) => Number(cell.dataset.s) < end && start < Number(cell.dataset.e)) : [];
  lit = [...words, ...inTables];
  for (const stretch of lit) stretch.classList.add("lit");
  if (!scroll || !lit.length) return;
  widen(false);
  (lit.find((one) => one.getClientRects().length) ?? lit[0]).scrollIntoView({ block: "center", inline: "nearest" });
}

// --- pictures of pages --------------------------------------------------------------------------

const column = (row, name) => row.v[row.section.columns.findIndex((c) => c[0] === name)] ?? null;
const boxOf = (row) => ["x0", "top", "x1", "bottom"].map((name) => column(row, name));

// A frame around the words on the picture of their page.
function frame(row, scroll) {
  document.querySelector(".frame")?.remove();
  const [x0, top, x1, bottom] = boxOf(row);
  const sheet = document.querySelector(`.sheet[data-page="${Number(column(row, "page"))}"]`);
  if (!sheet || x0 === null) return;
  const made = el("span", { class: "frame" });
  const width = Number(sheet.dataset.width) / 100;
  const height = Number(sheet.dataset.height) / 100;
  const sides = { left: x0 / width, top: top / height, width: (x1 - x0) / width, height: (bottom - top) / height };
  for (const [side, percent] of Object.entries(sides)) made.style[side] = `${percent}%`;
  sheet.append(made);
  if (scroll && document.body.classList.contains("sheets")) made.scrollIntoView({ block: "center" });
}

function clickSheet(sheet, event) {
  const seen = sheet.getBoundingClientRect();
  const x = ((event.clientX - seen.x) / seen.width) * Number(sheet.dataset.width);
  const y = ((event.clientY - seen.y) / seen.height) * Number(sheet.dataset.height);
  const area = ([x0, top, x1, bottom]) => (x1 - x0) * (bottom - top);
  const within = ([x0, top, x1, bottom]) => x0 !== null && x0 <= x && x <= x1 && top <= y && y <= bottom;
  const rows = all.filter((row) => column(row, "page") === Number(sheet.dataset.page) && within(boxOf(row)));
  if (!rows.length) return;
  const row = rows.reduce((a, b) => (area(boxOf(b)) < area(boxOf(a)) ? b : a));
  if (!row.section.left.includes(row)) clearFilters();
  choose(row, "row");
}

function showSheets() {
  if (byId("sheets").hidden) return;
  const on = document.body.classList.toggle("sheets");
  byId("sheets").setAttribute("aria-pressed", String(on));
  if (chosen) point(chosen, true);
}

// --- the rows ----------------------------------------------------------------------------------

const all = [];
for (const section of sections) {
  section.rows.forEach((row) => {
    row.section = section;
    const words = section.columns.flatMap((c, i) => c[5][row.v[i]] ?? []);
    row.words = [...row.v, ...words, ...row.f].filter((v) => v !== null).join("\u0001").toLowerCase();
    row.n = all.push(row) - 1;
  });
}
let chosen = null;
const filters = new Set();

const isWanted = (row, words) =>
  (!filters.size || row.f.some((flag) => filters.has(flag))) && (!words || row.words.includes(words));

// Days, codes and numbers of points are not broken into lines.
const TIGHT = /^[\w.:/+-]{1,18}$|^[一二三四五六七八九十（）\d/]{1,12}$/;
const isTight = (section, i) => !Object.keys(section.columns[i][5]).length && section.rows.every((row) => row.v[i] === null || TIGHT.test(row.v[i]));

function build(section) {
  section.tight = new Set(section.shown.filter((i) => isTight(section, i)));
  const heads = section.shown.map((i) => {
    const [, , zh, en, , , whyZh, whyEn] = section.columns[i];
    return explained(el("th", { scope: "col" }, ui(zh, en)), whyZh, whyEn);
  });
  const marks = el("th", { scope: "col", class: "marks" }, el("span", { class: "aside" }, ui("标记", "marks")));
  section.body = el("tbody");
  section.earlier = el("button", { type: "button", class: "more" }, ui("前面的", "earlier"));
  section.earlier.addEventListener("click", () => drawEarlier(section));
  section.more = el("button", { type: "button", class: "more" }, ui("更多", "more"));
  section.more.addEventListener("click", () => draw(section, CHUNK));
  const table = el("table", {}, el("thead", {}, el("tr", {}, marks, ...heads)), section.body);
  section.count = el("span", { class: "count" });
  const tools = el("span", { class: "take" }, take(section, "TSV"), take(section, "CSV"));
  section.box = el(
    "details",
    { class: "section", "data-table": section.table },
    explained(el("summary", {}, el("b", {}, ui(section.zh, section.en)), " ", section.count), ...section.why),
    tools,
    section.earlier,
    table,
    section.more,
  );
  section.box.open = OPEN_FIRST.includes(section.table);
  section.box.addEventListener("toggle", () => section.box.open && !section.drawn && draw(section, CHUNK));
  byId("sections").append(section.box);
  seen.observe(section.more);
}

function take(section, kind) {
  const button = el("button", { type: "button" }, kind === "TSV" ? ui("复制", "copy") : "CSV");
  button.addEventListener("click", () => {
    const lines = [section.columns.map((c) => c[0]), ...section.left.map((row) => row.v)];
    if (kind === "CSV") download(`${notice}.${section.table}.csv`, toCsv(lines), "text/csv");
    else copy(toTsv(lines)).then(() => tell("已复制", "copied"));
  });
  return button;
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const section = sections.find((one) => one.more === entry.target);
    if (entry.isIntersecting && section.box.open) draw(section, CHUNK);
  }
});

// Rows are drawn as they come into view, from section.first to section.drawn: a page of 5,000 facts is ready at once.
function draw(section, n) {
  const rows = section.left.slice(section.drawn, section.drawn + n);
  section.body.append(...rows.map(drawRow));
  section.drawn += rows.length;
  section.earlier.hidden = section.first === 0;
  section.more.hidden = section.drawn >= section.left.length;
}

function drawEarlier(section) {
  const first = Math.max(0, section.first - CHUNK);
  section.body.prepend(...section.left.slice(first, section.first).map(drawRow));
  section.first = first;
  section.earlier.hidden = first === 0;
}

function drawFrom(section, first) {
  section.body.replaceChildren();
  section.first = section.drawn = first;
  section.earlier.hidden = section.more.hidden = true;
}

const RULE = /^[\w:]+\/[\w ]+$/;

// A value in the words of its schema; what is said in both languages in the one that is read.
function valueOf(row, i) {
  const value = row.v[i];
  const [name, , , , , labels, , , inChinese] = row.section.columns[i];
  if (value === null) return [""];
  if (Object.hasOwn(labels, value)) return [ui(...labels[value].map(visible))];
  if (inChinese !== null && row.v[inChinese] !== null) return [ui(visible(row.v[inChinese]), visible(value))];
  if (value === true) return [ui("是", "yes")];
  // Names of rules are no sentences, whatever words they are made of.
  if (name === "rule" || RULE.test(value)) return [el("code", {}, visible(value))];
  return [visible(value)];
}

const isTwin = (section, name) => name.endsWith("_zh") && section.columns.some((c) => `${c[0]}_zh` === name);

function drawRow(row) {
  const cells = row.section.shown.map((i) => {
    const kind = row.section.columns[i][1];
    const look = kind === "number" ? "n" : row.section.tight.has(i) ? "day" : null;
    const was = row.m && row.section.columns[i][0] in row.m ? el("s", {}, visible(row.m[row.section.columns[i][0]] ?? "∅")) : null;
    const words = el("div", { class: "clip" }, ...valueOf(row, i));
    if (was) words.append(" ", was);
    return el("td", { class: look }, words);
  });
  const marks = row.f.map((flag) => {
    const [sign, zh, en, whyZh, whyEn] = MARKS[flag];
    const mark = el("span", { class: `mark ${flag}`, role: "img", "data-label-zh": zh, "data-label-en": en }, sign);
    return explained(mark, `${zh}：${whyZh}`, `${en}: ${whyEn}`);
  });
  row.line = el("tr", { "data-n": row.n, tabindex: "-1", class: `row ${row.f.join(" ")}` }, el("td", { class: "marks" }, ...marks), ...cells);
  return row.line;
}

function show(row) {
  row.section.box.open = true;
  const place = row.section.left.indexOf(row);
  if (place < 0) return false;
  const isFar = place < row.section.first || place >= row.section.drawn + CHUNK;
  if (isFar) drawFrom(row.section, Math.max(0, place - BEFORE));
  if (place >= row.section.drawn) draw(row.section, CHUNK);
  return true;
}

function choose(row, scroll) {
  if (!show(row)) return;
  document.querySelectorAll("tr.on, [data-s].near").forEach((line) => line.classList.remove("on", "near"));
  document.querySelector("tr.detail")?.remove();
  chosen = row;
  row.line.classList.add("on");
  row.line.after(detail(row));
  point(row, scroll !== "row" && !isWide());
  row.line.focus({ preventScroll: true });
  row.line.scrollIntoView({ block: "nearest" });
}

function point(row, scroll) {
  light(row.s, row.e, scroll);
  frame(row, scroll);
}

function detail(row) {
  const list = el("dl");
  row.section.columns.forEach(([name, , zh, en, , , whyZh, whyEn], i) => {
    if (row.v[i] === null || /_char_|^char_/.test(name) || isTwin(row.section, name)) return;
    const was = row.m && name in row.m ? [" ← ", el("s", {}, visible(row.m[name] ?? "∅"))] : [];
    list.append(explained(el("dt", {}, ui(zh, en)), whyZh, whyEn), el("dd", {}, ...valueOf(row, i), ...was));
  });
  const buttons = el("p", { class: "acts" });
  if (row.s !== null) buttons.append(act("原文", "words", "Enter", () => point(row, true)));
  const decided = column(row, "correction_id");
  if (mayCorrect(row)) buttons.append(act(decided ? "修改判定" : "更正", decided ? "decide otherwise" : "correct", "c", () => openCorrection(row)));
  if (decided && isServed) buttons.append(act("撤销更正", "undo", "u", () => undo(decided)));
  return el("tr", { class: "detail" }, el("td", { colspan: row.section.shown.length + 1 }, buttons, list));
}

// A fact that an editor added is taken back, not corrected; decided ones are changed where something can be saved.
const mayCorrect = (row) => row.a && column(row, "rule") !== "editor" && (isServed || !column(row, "correction_id"));

function act(zh, en, key, run) {
  const button = el("button", { type: "button", "aria-keyshortcuts": key }, ui(zh, en), " ", el("kbd", {}, key));
  button.addEventListener("click", run);
  return button;
}

function refresh() {
  const words = byId("search").value.trim().toLowerCase();
  let found = 0;
  for (const section of sections) {
    section.left = section.rows.filter((row) => isWanted(row, words));
    drawFrom(section, 0);
    section.box.hidden = !section.left.length;
    const some = section.left.length !== section.rows.length;
    section.count.textContent = some ? `${section.left.length} / ${section.rows.length}` : section.rows.length;
    if (words || filters.size) section.box.open = true;
    if (section.box.open) draw(section, CHUNK);
    found += section.left.length;
  }
  byId("found").replaceChildren(words || filters.size ? `${found} / ${all.length}` : "");
  if (chosen && !chosen.section.left.includes(chosen)) chosen = null;
  else if (chosen) choose(chosen, "row");
}

function go(step) {
  const rows = sections.filter((section) => section.box.open).flatMap((section) => section.left);
  if (!rows.length) return;
  const place = chosen ? rows.indexOf(chosen) : -1;
  choose(rows[place < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, place + step))]);
}

function toggleFilter(flag) {
  const chip = document.querySelector(`.chip[data-flag="${flag}"]`);
  if (filters.delete(flag)) chip.setAttribute("aria-pressed", "false");
  else {
    filters.add(flag);
    chip.setAttribute("aria-pressed", "true");
  }
  refresh();
}

// --- words → facts -------------------------------------------------------------------------------

let lastPlace = null;
let turn = 0;

// The narrowest fact at a place first; clicking the same place again goes on to the next.
function rowsAt(place) {
  const rank = (row) => (row.section.columns.some((c) => c[0] === "fact_id") ? 0 : 1);
  return all
    .filter((row) => row.s !== null && row.s <= place && place < row.e)
    .sort((a, b) => rank(a) - rank(b) || a.e - a.s - (b.e - b.s) || a.n - b.n);
}

function clickWords(place) {
  const rows = rowsAt(place);
  if (!rows.length) return;
  turn = place === lastPlace ? turn + 1 : 0;
  lastPlace = place;
  const row = rows[turn % rows.length];
  if (!row.section.left.includes(row)) clearFilters();
  choose(row, "row");
  for (const other of rows) if (other.line?.isConnected) other.line.classList.add("on");
}

function clearFilters() {
  filters.clear();
  document.querySelectorAll(".chip[data-flag]").forEach((chip) => chip.setAttribute("aria-pressed", "false"));
  byId("search").value = "";
  refresh();
}

// --- events ----------------------------------------------------------------------------------------

byId("sheets").addEventListener("click", showSheets);
byId("source").addEventListener("click", (event) => {
  const button = event.target.closest(".as-printed");
  if (button) return asPrinted(button.closest(".tabled"));
  const sheet = event.target.closest(".sheet");
  if (sheet) clickSheet(sheet, event);
  const stretch = event.target.closest("[data-s]");
  if (stretch && !String(getSelection())) clickWords(Number(stretch.dataset.s));
});
byId("sections").addEventListener("click", (event) => {
  const line = event.target.closest("tr.row");
  if (line && !String(getSelection())) choose(all[Number(line.dataset.n)]);
});
byId("tables").addEventListener("click", (event) => {
  const cell = event.target.closest(".grid [data-s]");
  if (cell) light(Number(cell.dataset.s), Number(cell.dataset.e), !isWide());
});

// --- tables --------------------------------------------------------------------------------------

// What was printed instead of the table it became, and back.
function asPrinted(box, on = !box.classList.contains("printed-too")) {
  box.classList.toggle("printed-too", on);
  box.querySelector(".as-printed").setAttribute("aria-pressed", String(on));
}

// A table and what was printed, side by side over the whole width; the table is the one that stands in the text.
function compare(box) {
  if (!box.open) return;
  const grid = box.querySelector(".grid");
  const drawn = document.querySelector(`#source .tabled[data-table="${CSS.escape(box.dataset.of)}"] table`);
  if (!grid.childElementCount && drawn) grid.append(drawn.cloneNode(true));
  if (innerWidth > NARROW) widen(true);
  stick(grid);
  together(box.querySelector(".printed"), grid);
}

const NARROW = 960;

// Rows of headings stay in sight, one under the other, and the first columns, one beside the other.
function stick(grid) {
  if (!grid.childElementCount || grid.dataset.stuck) return;
  grid.dataset.stuck = "yes";
  const edge = grid.querySelector("table").getBoundingClientRect().left;
  const kept = [...grid.querySelectorAll(".kept")].map((cell) => [cell, cell.getBoundingClientRect().left - edge]);
  const heads = [...grid.querySelectorAll("tr")].filter((row) => row.querySelector("th.header")).map((row) => [row, row.offsetHeight]);
  for (const [cell, left] of kept) cell.style.left = `${left}px`;
  let top = 0;
  for (const [row, height] of heads) {
    for (const head of row.querySelectorAll(".header")) head.style.top = `${top}px`;
    top += height;
  }
}

const sticking = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    sticking.unobserve(target);
    stick(target);
  }
});
for (const grid of document.querySelectorAll("#source .grid")) sticking.observe(grid);

// Two boxes scroll as one, each in proportion to what it has.
function together(one, other) {
  if (one.dataset.together) return;
  one.dataset.together = "yes";
  let leader = null;
  const share = (box, side, size) => box[side] / Math.max(1, box[`scroll${size}`] - box[`client${size}`]);
  const follow = (from, to) => () => {
    if (leader && leader !== from) return;
    leader = from;
    to.scrollTop = share(from, "scrollTop", "Height") * (to.scrollHeight - to.clientHeight);
    to.scrollLeft = share(from, "scrollLeft", "Width") * (to.scrollWidth - to.clientWidth);
    requestAnimationFrame(() => requestAnimationFrame(() => (leader = null)));
  };
  one.addEventListener("scroll", follow(one, other), { passive: true });
  other.addEventListener("scroll", follow(other, one), { passive: true });
}

for (const box of document.querySelectorAll("details.mended")) box.addEventListener("toggle", () => compare(box));

// --- what to look at first ------------------------------------------------------------------------

function drawLooks() {
  const list = el("ol");
  looks.forEach(([kind, table, key, words], i) => {
    const button = el("button", { type: "button", class: "look" }, el("b", { class: `mark ${kind === "failed" ? "failed" : "low"}` }, ui(...LOOKS[kind])), " ", visible(words));
    button.addEventListener("click", () => lookAt(table, key));
    list.append(el("li", { hidden: i >= SHOWN_LOOKS }, button));
  });
  const more = el("button", { type: "button", class: "quiet" }, ui("全部", "all"), ` ${looks.length}`);
  more.addEventListener("click", () => {
    for (const line of list.children) line.hidden = false;
    more.remove();
  });
  const title = explained(el("h2", {}, ui("先看这些", "Look first")), "按预计能纠正多少排列", "by how much a look is expected to put right");
  byId("looks").replaceChildren(title, list, looks.length > SHOWN_LOOKS ? more : "");
  byId("looks").hidden = !looks.length;
}

function lookAt(table, key) {
  const box = table === "tables" && [...document.querySelectorAll("details.mended")].find((one) => one.dataset.of === key);
  if (box) {
    box.open = true;
    box.scrollIntoView();
    return;
  }
  const row = all.find((one) => one.section.table === table && one.k === key);
  if (!row) return;
  if (!row.section.left.includes(row)) clearFilters();
  choose(row);
}
byId("search").addEventListener("input", refresh);
for (const chip of document.querySelectorAll(".chip[data-flag]")) {
  const n = all.filter((row) => row.f.includes(chip.dataset.flag)).length;
  chip.querySelector("b").textContent = n;
  chip.disabled = !n;
  chip.addEventListener("click", () => toggleFilter(chip.dataset.flag));
}
window.addEventListener("beforeprint", () => {
  for (const section of sections) {
    section.box.open = true;
    drawFrom(section, 0);
    draw(section, Infinity);
  }
});

byId("wide").addEventListener("click", () => widen());

// The facts alone, wide enough for a table beside its print; a fact's words bring the text back.
function widen(on = !isWide()) {
  document.body.classList.toggle("wide", on);
  byId("wide").setAttribute("aria-pressed", String(on));
}

const KEYS = {
  w: () => widen(),
  p: showSheets,
  j: () => go(1),
  k: () => go(-1),
  c: () => chosen && mayCorrect(chosen) && openCorrection(chosen),
  u: () => isServed && chosen && column(chosen, "correction_id") && undo(column(chosen, "correction_id")),
  a: () => byId("add").disabled || openMissing(),
  "/": () => byId("search").focus(),
  "?": showHelp,
  Enter: () => chosen && point(chosen, true),
  Escape: () => {
    chosen = null;
    light(null);
    clearFilters();
  },
};
FLAGS.forEach((flag, i) => {
  KEYS[i + 1] = () => document.querySelector(`.chip[data-flag="${flag}"]`).disabled || toggleFilter(flag);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (isTyping(event)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const isButton = event.target instanceof Element && event.target.closest("button, a, summary");
  if (!KEYS[event.key] || (event.key === "Enter" && isButton)) return;
  event.preventDefault();
  KEYS[event.key]();
});

// A link from elsewhere names a place: notices/x.html#at=654-663 lights the fact read there.
function followLink() {
  const named = /^#at=(\d+)-(\d+)$/.exec(location.hash);
  if (!named) return;
  const [start, end] = [Number(named[1]), Number(named[2])];
  const row = rowsAt(start).find((one) => one.s === start && one.e === end);
  if (row) choose(row, "row");
  else clickWords(start);
}
window.addEventListener("hashchange", followLink);

drawLooks();
sections.forEach(build);
refresh();
followLink();
