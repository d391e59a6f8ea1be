// Pages as tabs, filters, and which of them is drawn.
const TABS = {
  overview: [overview, ["notices", "facts"]],
  tasks: [tasks, ["notices", "task_list", "task_agencies"]],
  times: [times, ["notices", "due"]],
  agencies: [agencies, ["notices", "task_agencies"]],
  indicators: [indicators, ["notices", "target_tracker"]],
  tables: [tables, ["notices", "facts"]],
  money: [money, ["notices", "facts"]],
  search: [search, ["notices", "task_list", "task_list.words", "facts", "facts.words"]],
};
// What the last drawing took, in milliseconds, without loading.
let drawingTook = 0;
let turn = 0;
// The address names the page (#page=tasks; #tasks in older links), not an element: a browser would scroll to that.
const asked = () => location.hash.replace(/^#(page=)?/, "");
let current = TABS[asked()] ? asked() : "overview";

// The first page needs no rows as long as nothing is chosen: its sums stand in the page.
const isSummed = () => current === "overview" && !common().length;

async function draw(focus) {
  const mine = ++turn;
  const [make, names] = TABS[current];
  const panel = byId(current);
  if (hasRows && !isSummed()) await need(names);
  if (mine !== turn) return;
  const begun = performance.now();
  standing.clear();
  panel.replaceChildren(...make());
  panel.querySelectorAll(".columns").forEach(fit);
  if (focus) restore(focus);
  drawingTook = performance.now() - begun;
  document.body.dataset.drawn = `${current} ${mine}`;
  performance.mark("drawn");
}

// The field that was typed in is drawn anew: the cursor stays where it was.
function restore(id) {
  const field = byId(id);
  if (!field) return;
  field.focus();
  if (field.type === "search") field.setSelectionRange(field.value.length, field.value.length);
}

function choose(change, focus, tab) {
  Object.assign(chosen, change);
  showChosen();
  if (tab) return go(tab);
  remember(current, false);
  return draw(focus);
}

function showChosen() {
  byId("place").value = chosen.place;
  byId("year").value = chosen.year;
}

// `isBack`: the browser has gone back, or on, to it.
function go(tab, focus, isBack) {
  const isOther = tab !== current;
  current = tab;
  for (const name of Object.keys(TABS)) {
    const isOn = name === tab;
    byId(name).hidden = !isOn;
    byId(`tab-${name}`).setAttribute("aria-selected", String(isOn));
    byId(`tab-${name}`).tabIndex = isOn ? 0 : -1;
    if (!isOn) byId(name).replaceChildren();
  }
  const shown = byId(`tab-${tab}`);
  if (focus) shown.focus();
  shown.parentElement.scrollLeft = shown.offsetLeft - shown.parentElement.clientWidth / 2;
  if (!isBack) remember(tab, isOther);
  return draw();
}

// Where a reader is, with what is chosen there, so that the browser's own buttons lead back to it. A browser may forbid
// pages from disk to change their address.
function remember(tab, isOther) {
  try {
    history[isOther ? "pushState" : "replaceState"]({ chosen: { ...chosen } }, "", `#page=${tab}`);
  } catch {
    /* See above. */
  }
}

function fillFilters() {
  const places = byId("place");
  const years = byId("year");
  const all = () => el("option", { value: "" }, tongue("全部", "all"));
  const deep = (code) => (parentOf[code] ? 1 + deep(parentOf[code]) : 0);
  const used = new Set();
  for (const word of columnOf(loaded.notices, "region_code").words) for (let at = word; at; at = parentOf[at]) used.add(at);
  const regions = facts.regions.filter(([code]) => used.has(code));
  // Chosen is what lies in a place: what the whole country's bodies issued is chosen by itself.
  const label = ([code, name, parent]) => (parent ? "\u3000".repeat(deep(code) - 1) + name : `${name}${tongue("（中央）", " (central)")}`);
  places.replaceChildren(all(), ...regions.map((region) => el("option", { value: stem(region[0]) }, label(region))));
  years.replaceChildren(all(), ...wordsOf("notices", "written_date:year").reverse().map((year) => el("option", { value: year }, year)));
  places.value = chosen.place;
  years.value = chosen.year;
}

function sayScope() {
  byId("scope").replaceChildren(ui(`${number(facts.notices)} 件通知`, `${number(facts.notices)} notices`));
}

async function begin() {
  if (hasRows && !window.DecompressionStream) return byId("scope").replaceChildren(ui("请换用较新的浏览器（2023年以后）", "this needs a browser of 2023 or later"));
  for (const name of Object.keys(TABS)) byId(`tab-${name}`).addEventListener("click", () => go(name));
  for (const name of ["place", "year"]) byId(name).closest("label").hidden = !hasRows;
  sayScope();
  await go(current);
  if (!hasRows) return;
  await need(["notices"]);
  fillFilters();
  for (const { view, name } of facts.figures) {
    await rest();
    await need([view]);
    evaluate(name, NOTHING);
  }
  loaded.task_agencies.places ??= taskPlaces(loaded.task_agencies, loaded.task_list);
  for (const [, names] of Object.values(TABS)) await rest().then(() => need(names));
  document.body.dataset.ready = "yes";
}

// Fulfilled by every row: makes the keys of a figure before a reader waits for them.
const NOTHING = [["notice_id", "set"]];
// Fulfilled when the browser has nothing else to do: at once for as long as it said that it will have nothing.
let idleUntil = 0;
const rest = () => new Promise((done) => {
  if (performance.now() < idleUntil) done();
  else if (!window.requestIdleCallback) setTimeout(done, 50);
  else requestIdleCallback((idle) => { idleUntil = performance.now() + idle.timeRemaining(); done(); });
});

let typing = 0;
byId("words").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    chosen.words = byId("words").value;
    if (current !== "search" && chosen.words.trim()) go("search");
    else draw();
  }, 150);
});
byId("place").addEventListener("change", () => choose({ place: byId("place").value }));
byId("year").addEventListener("change", () => choose({ year: byId("year").value }));
byId("clear").addEventListener("click", () => {
  byId("words").value = "";
  choose({ place: "", year: "", words: "", type: "", body: "", role: "", due: "", kind: "", indicator: "" });
});
byId("language").addEventListener("click", () => {
  if (loaded.notices) fillFilters();
  sayScope();
  draw();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (isTyping(event)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const tabs = Object.keys(TABS);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step && event.target.matches("[role=tab], body")) go(tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length], true);
  if (event.key === "?") showHelp();
  if (event.key === "/") {
    event.preventDefault();
    byId("words").focus();
  }
});
window.addEventListener("popstate", (event) => {
  if (!TABS[asked()]) return;
  Object.assign(chosen, event.state?.chosen);
  byId("words").value = chosen.words;
  showChosen();
  go(asked(), false, true);
});
begin();
