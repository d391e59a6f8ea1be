// A fact that no rule read: mark its words in the text, choose its kind, fill its columns; noted like a correction.
const NEIGHBOURS = 12;
// Which column of a kind is most likely the words marked.
const OWN_WORDS = { targets: "value_text", deadlines: "text", funding: "amount_text", responsibilities: "agency_name", citations: "title", tasks: "title", table_facts: "value_text" };
const points = (words) => [...words];
let marked = null;

// A selection inside one cell of a table in the text stands for what was printed there.
function markedCell(range) {
  const cell = (range.commonAncestorContainer.closest ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement).closest?.("#source .grid [data-s]");
  return cell ? { start: Number(cell.dataset.s), end: Number(cell.dataset.e) } : null;
}

// Offset in code points of a place of the text.
function offsetOf(node, offset) {
  const stretch = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("#source span[data-s]");
  if (!stretch) return null;
  const range = document.createRange();
  range.setStart(stretch, 0);
  range.setEnd(node, offset);
  return Number(stretch.dataset.s) + points(range.toString()).length;
}

function markedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const cell = markedCell(range);
  if (cell) return cell;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

document.addEventListener("selectionchange", () => {
  if (document.querySelector("dialog[open]")) return;
  marked = markedWords();
  byId("add").disabled = !marked;
});

const bare = (words) => points(words.replace(/\s+/g, ""));

// The characters of the notice, each at its offset: stretches whose length is another (line ends, what cannot be seen) are blank there.
function characters() {
  const all = [];
  stretches.forEach((one, i) => {
    const shown = points(one.textContent);
    const length = (starts[i + 1] ?? starts[i] + shown.length) - starts[i];
    all.push(...(shown.length === length ? shown : [...shown.slice(0, length), ...Array(Math.max(0, length - shown.length)).fill(" ")]));
  });
  return all;
}

function addressOf({ start, end }, quote) {
  const around = characters();
  const before = bare(around.slice(Math.max(0, start - 4 * NEIGHBOURS), start).join("")).slice(-NEIGHBOURS).join("");
  const after = bare(around.slice(end, end + 4 * NEIGHBOURS).join("")).slice(0, NEIGHBOURS).join("");
  const inside = places.filter(([first, last]) => first <= start && start < last);
  const place = inside.length ? inside.reduce((a, b) => (b[1] - b[0] <= a[1] - a[0] ? b : a))[2] : "";
  return { place, quote, before, after };
}

function openMissing() {
  const here = marked;
  const quote = characters().slice(here.start, here.end).join("").trim();
  const kinds = el("select", { name: "table" }, ...forms.map((one) => el("option", { value: one.table, selected: one.table === "targets" }, isChinese() ? one.zh : one.en)));
  const values = el("fieldset", { class: "values" });
  const form = el(
    "form",
    {},
    el("h2", { id: "correct-title" }, ui("补充事实", "Add a fact")),
    el("blockquote", {}, visible(quote)),
    labelled("类别", "kind", kinds),
    values,
    labelled("理由", "because", el("input", { name: "because", required: true, autocomplete: "off", value: isChinese() ? "漏读" : "not read" })),
    labelled("编辑", "by", el("input", { name: "by", required: true, value: kept.read("by") || "" })),
    labelled("日期", "on", el("input", { name: "on", type: "date", required: true, value: today() })),
    el("p", { class: "fault", role: "alert" }),
    el("p", { class: "acts" }, el("button", { class: "main" }, ui("记下", "note it")), closing()),
  );
  const offer = () => {
    const { table, columns } = formOf(kinds.value);
    const fields = columns.map((c) => labelled(c[5] ? `${c[2]} *` : c[2], c[5] ? `${c[3]} *` : c[3], fieldOf(c, c[0] === OWN_WORDS[table] ? quote : likely(c, quote))));
    values.replaceChildren(el("legend", {}, ui("各列的值", "its columns")), ...fields);
  };
  // What the grammar reads in these words, where nobody has typed yet.
  let read = {};
  const prefill = () => {
    for (const [name, value] of Object.entries(read[kinds.value] ?? {})) {
      const field = form.elements[`v.${name}`];
      if (field && !field.dataset.typed) field.value = String(value);
    }
  };
  values.addEventListener("input", (event) => (event.target.dataset.typed = "yes"));
  suggested(quote).then((found) => {
    read = found;
    prefill();
  });
  kinds.addEventListener("change", () => {
    offer();
    prefill();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    noteMissing(form, addressOf(here, quote));
  });
  offer();
  open(form);
}

// Columns by kind, as the server reads them; none without one.
async function suggested(words) {
  if (!isServed) return {};
  const body = JSON.stringify({ notice_id: notice, words });
  try {
    const answer = await fetch("../suggest", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return answer.ok ? (await answer.json()).done : {};
  } catch {
    return {};
  }
}

// A figure in the words is likely the value.
function likely([name, kind], quote) {
  const figure = /\d+(?:\.\d+)?/.exec(quote);
  return figure && kind === "number" && (name === "value" || name === "amount") ? figure[0] : null;
}

function noteMissing(form, address) {
  const { table, columns } = formOf(form.elements.table.value);
  const because = form.elements.because.value.trim();
  const by = form.elements.by.value.trim();
  const values = {};
  try {
    for (const [name, kind, zh, en, , isNeeded] of columns) {
      const typed = form.elements[`v.${name}`].value.trim();
      if (typed !== "") values[name] = typedValue({ name, kind, zh, en }, typed);
      else if (isNeeded) throw new Error(`${isChinese() ? zh : en}: ${isChinese() ? "必填" : "must be filled"}`);
    }
    if (!Object.keys(values).length || !because || !by) throw new Error("because, by?");
  } catch (error) {
    form.querySelector(".fault").textContent = error.message;
    return;
  }
  recall();
  decisions.push({ key: `missing ${table} ${JSON.stringify(address)}`, address: { table, ...address }, verdict: "missing", values, because, by, on: form.elements.on.value });
  kept.write("by", by);
  remember();
  openBasket();
}

byId("add").addEventListener("click", openMissing);
