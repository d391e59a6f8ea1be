// Marking a fact right or wrong, or typing what is right; the decisions as TOML to copy, download or save.
// What is noted is kept in the browser until it is saved, for all tabs: each change begins with what is kept by now.
const decisions = [];
const recall = () => decisions.splice(0, decisions.length, ...JSON.parse(kept.read(`decisions.${notice}`) || "[]"));
const FILE = `${notice}.corrections.toml`;
const LONGEST_CONFIRMED = 60;
const VERDICTS = [
  ["right", "正确", "right"],
  ["changed", "应为…", "should be…"],
  ["wrong", "不是事实", "no such fact"],
];

const basketWords = () => decisions.map(decisionToToml).join("\n");
const ownColumns = (row) =>
  row.section.columns.map(([name, kind, zh, en, own], i) => ({ name, kind, zh, en, own, value: row.v[i] })).filter((c) => c.own);
// Today here, not in Greenwich.
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

function remember() {
  kept.write(`decisions.${notice}`, JSON.stringify(decisions));
  showBasket();
}

function showBasket() {
  byId("basket").hidden = !decisions.length;
  byId("basket").querySelector("b").textContent = decisions.length;
}

function closing() {
  return el("button", { type: "button", class: "quiet", value: "close" }, ui("关闭", "close"));
}

function open(...children) {
  const dialog = byId("correct");
  dialog.replaceChildren(...children);
  for (const button of dialog.querySelectorAll("[value=close]")) button.addEventListener("click", () => dialog.close());
  if (!dialog.open) dialog.showModal();
  return dialog;
}

function openCorrection(row) {
  const columns = ownColumns(row);
  const verdicts = VERDICTS.map(([value, zh, en], i) =>
    el("label", {}, el("input", { type: "radio", name: "verdict", value, checked: i === 0 }), ui(zh, en)),
  );
  const fields = columns.map((c) =>
    el("label", { class: "field" }, el("span", {}, ui(c.zh, c.en)), fieldOf(columnOf(row.section.table, c.name) ?? [c.name, c.kind, c.zh, c.en, []], c.value)),
  );
  const values = el("fieldset", { class: "values", disabled: true }, el("legend", {}, ui("各列的正确值", "columns as they are right")), ...fields);
  const form = el(
    "form",
    {},
    el("h2", { id: "correct-title" }, ui("更正", "Correct")),
    el("blockquote", {}, visible(row.a.quote)),
    el("div", { class: "verdicts", role: "radiogroup", "aria-labelledby": "correct-title" }, ...verdicts),
    values,
    labelled("理由", "because", el("input", { name: "because", required: true, autocomplete: "off" })),
    labelled("编辑", "by", el("input", { name: "by", required: true, value: kept.read("by") || "" })),
    labelled("日期", "on", el("input", { name: "on", type: "date", required: true, value: today() })),
    el("p", { class: "fault", role: "alert" }),
    el("p", { class: "acts" }, el("button", { class: "main" }, ui("记下", "note it")), closing()),
  );
  for (const input of form.querySelectorAll("[name=verdict]")) {
    input.addEventListener("change", () => (values.disabled = form.elements.verdict.value !== "changed"));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    note(row, form);
  });
  open(form);
}

const labelled = (zh, en, input) => el("label", { class: "field" }, el("span", {}, ui(zh, en)), input);

function note(row, form) {
  const verdict = form.elements.verdict.value;
  const because = form.elements.because.value.trim();
  const by = form.elements.by.value.trim();
  let values = {};
  try {
    values = verdict === "changed" ? typedValues(row, form) : verdict === "right" ? confirmedValues(row) : {};
    if (!because || !by) throw new Error("because, by?");
  } catch (error) {
    form.querySelector(".fault").textContent = error.message;
    return;
  }
  // What was decided before is decided anew in its place.
  const instead = column(row, "correction_id");
  const decision = { key: row.k, address: row.a, verdict, values, because, by, on: form.elements.on.value, instead };
  recall();
  const old = decisions.findIndex((one) => one.key === row.k);
  if (old < 0) decisions.push(decision);
  else decisions[old] = decision;
  kept.write("by", by);
  remember();
  openBasket();
}

// What was confirmed is written down: a later reading that differs is then known to be wrong.
function confirmedValues(row) {
  const short = ownColumns(row).filter((c) => c.value !== null && String(c.value).length <= LONGEST_CONFIRMED);
  return Object.fromEntries(short.map((c) => [c.name, c.value]));
}

function typedValues(row, form) {
  const values = {};
  for (const c of ownColumns(row)) {
    const typed = form.elements[`v.${c.name}`].value.trim();
    if (typed !== (c.value === null ? "" : String(c.value).trim())) values[c.name] = typedValue(c, typed);
  }
  if (!Object.keys(values).length) throw new Error(isChinese() ? "没有改动任何一列" : "no column was changed");
  return values;
}

function openBasket() {
  const field = el("textarea", { id: "toml", readonly: true, rows: "12", "aria-label": FILE });
  field.value = basketWords();
  const doing = (zh, en, run, main) => {
    const button = el("button", { type: "button", class: main ? "main" : null }, ui(zh, en));
    button.addEventListener("click", run);
    return button;
  };
  open(
    el("h2", { id: "correct-title" }, ui("更正", "Corrections"), ` · raw/${visible(FILE)}`),
    field,
    el("p", { class: "fault", role: "alert" }),
    el(
      "p",
      { class: "acts" },
      isServed ? doing("写入 raw/", "save into raw/", save, true) : null,
      doing("复制", "copy", () => copy(field.value).then(() => tell("已复制", "copied")), !isServed),
      doing("下载", "download", () => download(FILE, field.value, "application/toml")),
      doing("清空", "discard", () => { decisions.length = 0; remember(); byId("correct").close(); }),
      closing(),
    ),
    isServed ? null : el("p", { class: "hint" }, ui("把它追加到该文件，再运行 make extract。", "Append it to that file, then run make extract.")),
  );
}

const GONE = [
  "没有应答：make review SERVE=1 是否已结束？记下的更正仍留在此处，可复制、下载，或再次启动后写入",
  "no answer: has make review SERVE=1 ended? What is noted stays here: copy it, download it, or save once it runs again",
];

// Asks the server; gives back what is wrong, or nothing.
async function ask(act, said) {
  const body = JSON.stringify({ notice_id: notice, ...said });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`../${act}`, { method: "POST", headers, body }).catch(() => null);
  if (!answer) return isChinese() ? GONE[0] : GONE[1];
  if (answer.ok) return null;
  const words = await answer.text();
  try {
    const { zh, en } = JSON.parse(words);
    return isChinese() ? zh : en;
  } catch {
    return words;
  }
}

async function save(event) {
  event.target.disabled = true;
  const fault = byId("correct").querySelector(".fault");
  fault.textContent = isChinese() ? "正在写入并重新读取…" : "saving and reading again…";
  const wrong = await saveAll();
  event.target.disabled = false;
  fault.textContent = wrong ?? "";
  if (!wrong) location.reload();
}

// New decisions together, those that replace one each for itself; what is saved is kept no longer. Gives back what is wrong.
async function saveAll() {
  const isNew = (one) => !one.instead;
  const added = decisions.filter(isNew);
  let wrong = added.length ? await ask("save", { toml: added.map(decisionToToml).join("\n") }) : null;
  if (!wrong) forget(added);
  for (const one of decisions.filter((one) => !isNew(one))) {
    if (wrong) break;
    wrong = await ask("edit", { edit: { toml: decisionToToml(one), correction_id: one.instead } });
    if (!wrong) forget([one]);
  }
  return wrong;
}

function forget(saved) {
  const gone = new Set(saved.map((one) => JSON.stringify(one)));
  recall();
  decisions.splice(0, decisions.length, ...decisions.filter((one) => !gone.has(JSON.stringify(one))));
  remember();
}

// Whether the notice has the decision by now: saved from another tab, or the page was left while it was being saved.
function isSaved(one) {
  const said = { verdict: one.verdict, fact_table: one.address.table, because: one.because, decided_by: one.by, decided_on: one.on };
  const plain = (columns) => JSON.stringify(Object.entries(columns).map(([name, value]) => [name, value === false || value === "" ? null : value]).sort());
  const bareWords = (words) => String(words ?? "").replace(/\s+/g, "");
  return all.some(
    (row) =>
      row.section.table === "corrections" &&
      Object.entries(said).every(([name, value]) => column(row, name) === value) &&
      bareWords(column(row, "quote")) === bareWords(one.address.quote) &&
      plain(JSON.parse(column(row, "right_value") ?? "{}")) === plain(one.values),
  );
}

// A decision taken back: the fact is read again as the machine reads it.
async function undo(correctionId) {
  tell("正在撤销…", "undoing…");
  const wrong = await ask("undo", { correction_id: correctionId });
  if (wrong) tell(wrong, wrong);
  else location.reload();
}

byId("basket").addEventListener("click", () => {
  recall();
  openBasket();
});
window.addEventListener("storage", () => {
  recall();
  showBasket();
});
recall();
forget(decisions.filter(isSaved));
