// Tiles, bars, columns, tables; beside each its query.
const CHUNK = 100;
const TOP = 15;
const tongue = (zh, en) => (isChinese() ? zh : en);
// Made once: a format of its own for each number costs more than all else in a line.
const FORMATS = [true, false].map((isZh) => new Intl.NumberFormat(isZh ? "zh-CN" : "en", { maximumFractionDigits: 4 }));
const number = (value) => (value === null || value === undefined ? "—" : FORMATS[isChinese() ? 0 : 1].format(value));
const shown = (value) => (value === null || value === undefined || value === "" ? "—" : visible(value));
const isEmpty = (value) => value === null || value === undefined || value === "" || value === "—";
// What the page shows now, for whoever compares it with the tables: a figure, its query, its rows.
const standing = new Map();

function sqlBox(sql) {
  const words = el("pre", { tabindex: "0", "aria-label": "SQL" }, sql);
  const box = el("details", { class: "sql" }, el("summary", {}, "SQL"));
  box.addEventListener("toggle", () => box.open && box.childElementCount === 1 && box.append(words));
  return box;
}

function evaluated(name, chosen_) {
  const conditions = hasRows ? chosen_ : [];
  const rows = evaluate(name, conditions);
  const sql = figureSql(name, conditions);
  standing.set(`${name} ${conditionsToSql(conditions)}`, { name, sql, rows });
  return { rows, sql };
}

function figure(title, sql, ...content) {
  for (const part of content) {
    const scroll = part instanceof Element && part.querySelector(".scroll");
    if (scroll) scroll.setAttribute("aria-label", `${tongue(...title)} ${part.className}`.trim());
  }
  return el("figure", { class: "card" }, el("figcaption", {}, el("h2", {}, ui(...title))), ...content, sqlBox(sql));
}

// Numbers of one row, each with its title.
function tiles(rows, names) {
  const made = names.map(([at, zh, en, kind]) => el("div", { class: `tile ${rows[0][at] ? kind || "" : ""}` }, el("b", {}, typeof rows[0][at] === "string" ? rows[0][at] : number(rows[0][at])), el("span", {}, ui(zh, en))));
  return el("div", { class: "tiles" }, ...made);
}

function bar(values, most) {
  const whole = el("span", { class: "bar", "aria-hidden": "true" });
  values.forEach((value, at) => {
    const part = el("i", { class: `part${at}` });
    part.style.width = `${most ? (100 * (value || 0)) / most : 0}%`;
    whole.append(part);
  });
  return whole;
}

// Lines of label and values: [label, values, act]; the longest first. All values are drawn one after the other, or the first alone.
function bars(lines, heads, { top = TOP, drawn = (values) => values } = {}) {
  const total = ([, values]) => drawn(values).reduce((a, b) => a + (b || 0), 0);
  const ordered = lines.map((line) => [total(line), line]).sort(([a], [b]) => b - a);
  const most = ordered.length ? ordered[0][0] : 0;
  const title = (one) => el("th", { scope: "col" }, ui(...one));
  const head = heads && el("thead", {}, el("tr", {}, title(heads[0]), el("th", { scope: "col" }, el("span", { class: "aside" }, ui("图", "bar"))), ...heads.slice(1).map(title)));
  const body = el("tbody");
  const line = ([, [label, values, act]]) => {
    const name = act ? el("button", { type: "button", class: "link" }, shown(label)) : shown(label);
    if (act) name.addEventListener("click", act);
    return el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "wide" }, bar(drawn(values), most)), ...values.map((value) => el("td", { class: "n" }, number(value))));
  };
  return chunked(el("table", { class: "bars" }, head, body), body, ordered, line, top);
}

const numbers = (lines, heads) => bars(lines, heads, { drawn: ([first]) => [first] });

// Draws a first piece of the lines, and more when asked.
function chunked(table, body, lines, draw, size) {
  const more = el("button", { type: "button", class: "more" });
  let at = 0;
  const next = (count) => {
    body.append(...lines.slice(at, at + count).map(draw));
    at = Math.min(lines.length, at + count);
    more.hidden = at >= lines.length;
    more.replaceChildren(ui(`更多（还有 ${number(lines.length - at)}）`, `more (${number(lines.length - at)})`));
  };
  more.addEventListener("click", () => next(CHUNK));
  next(size);
  const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": tongue("表", "table") }, table);
  return lines.length ? el("div", {}, scroll, more) : el("p", { class: "hint" }, ui("没有", "none"));
}

// Upright columns in time: [label, values]. `now` is where a reader looks first; the end, if it is not said.
function columns(lines, titles, now) {
  const most = Math.max(1, ...lines.map(([, values]) => values.reduce((a, b) => a + b, 0)));
  const items = lines.map(([label, values]) => {
    const parts = values.map((value, at) => {
      const part = el("i", { class: `part${at}` });
      part.style.height = `${(9 * value) / most}em`;
      return part;
    });
    return el("li", {}, el("b", {}, number(values.reduce((a, b) => a + b, 0))), ...parts.reverse(), el("span", {}, shown(label)));
  });
  const first = now ? lines.findIndex(([label]) => label >= now) : -1;
  (items[first] ?? items.at(-1))?.setAttribute("data-now", "");
  const legend = titles && el("p", { class: "legend" }, ...titles.map((title, at) => el("span", {}, el("i", { class: `part${at}` }), ui(...title))));
  const scroll = el("ol", { class: "columns" }, ...items);
  return lines.length ? el("div", {}, legend, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": tongue("时间", "time") }, scroll)) : el("p", { class: "hint" }, ui("没有", "none"));
}

// Columns that do not all fit are so wide that a whole number of them does: none is cut at an edge. `now` stands in the middle.
function fit(list) {
  const scroll = list.closest(".scroll");
  if (list.scrollWidth <= scroll.clientWidth) return;
  const gap = parseFloat(getComputedStyle(list).columnGap) || 0;
  const room = scroll.clientWidth + gap;
  const fits = Math.max(1, Math.floor(room / (list.firstElementChild.offsetWidth + gap)));
  const step = room / fits;
  for (const item of list.children) Object.assign(item.style, { flex: "none", width: `${step - gap}px`, minWidth: "0" });
  const now = [...list.children].findIndex((item) => item.hasAttribute("data-now"));
  scroll.scrollLeft = step * Math.max(0, now - Math.floor(fits / 2));
}

// What a cell holds is one thing, however many words in it are marked: narrow pages set it beside its heading.
const held = (cell) => (cell instanceof DocumentFragment ? el("span", {}, cell) : cell instanceof Node ? cell : shown(cell));

// A table of rows; `heads` are [zh, en, kind]; `cells(row)` what they hold; `open(row)` what opens beneath.
function table(heads, rows, cells, { open, size = CHUNK } = {}) {
  const kinds = heads.map(([, , kind]) => kind || null);
  const first = open && el("th", { scope: "col", class: "opener" }, el("span", { class: "aside" }, ui("打开", "open")));
  const head = el("thead", {}, el("tr", {}, first, ...heads.map(([zh, en, kind]) => el("th", { scope: "col", class: kind || null }, ui(zh, en)))));
  const body = el("tbody");
  const line = (row) => {
    const made = el("tr", {}, ...cells(row).map((cell, at) => el("td", { class: kinds[at], "data-head": tongue(...heads[at]), "data-empty": isEmpty(cell) }, held(cell))));
    if (open) made.prepend(el("td", { class: "opener" }, opener(made, row, heads.length + 1, open)));
    return made;
  };
  const drawn = chunked(el("table", {}, head, body), body, rows, line, size);
  if (rows.length) drawn.append(csvButton(heads, rows, cells));
  return drawn;
}

// All rows of a table for a spreadsheet, not only those drawn.
function csvButton(heads, rows, cells) {
  const button = el("button", { type: "button", class: "csv" }, "CSV");
  const plain = (words) => (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(words) ? words.replace(/,/g, "") : words);
  const text = (cell) => plain(cell instanceof Node ? cell.textContent : isEmpty(cell) ? "" : String(cell));
  button.addEventListener("click", () => download(`${current}.csv`, toCsv([heads.map((head) => tongue(...head)), ...rows.map((row) => cells(row).map(text))]), "text/csv"));
  return button;
}

function opener(line, row, width, open) {
  const button = el("button", { type: "button", "aria-expanded": "false", "aria-label": tongue("原文", "words") }, "▸");
  button.addEventListener("click", async () => {
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
    button.textContent = isOpen ? "▸" : "▾";
    if (isOpen) return line.nextSibling.remove();
    const cell = el("td", { colspan: String(width) });
    line.after(el("tr", { class: "detail" }, cell));
    cell.append(await open(row));
  });
  return button;
}

// Words with what was searched for marked.
function marked(words, terms) {
  const text = visible(words ?? "");
  const wanted = terms.filter(Boolean);
  if (!wanted.length) return text;
  const made = document.createDocumentFragment();
  let at = 0;
  while (at < text.length) {
    const next = wanted.map((term) => [text.indexOf(term, at), term]).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0])[0];
    if (!next) break;
    made.append(text.slice(at, next[0]), el("mark", {}, next[1]));
    at = next[0] + next[1].length;
  }
  made.append(text.slice(at));
  return made;
}

function described(pairs) {
  const list = el("dl");
  for (const [zh, en, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(el("dt", {}, ui(zh, en)), el("dd", {}, value instanceof Node ? value : visible(value)));
  }
  return list;
}
