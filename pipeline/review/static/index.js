// All notices: search, choose, sort, sums; j/k, enter.
const table = byId("notices");
const lines = [...table.tBodies[0].rows];
const selects = [...document.querySelectorAll("[data-choice]")];
const sums = [...table.tFoot.querySelectorAll("td")];
const heads = [...table.tHead.querySelectorAll(".sort")];
const FIRST_FIGURE = heads.length - sums.length;
let at = -1;

const shownLines = () => [...table.tBodies[0].rows].filter((line) => !line.hidden);
const figureOf = (line, n) => Number(line.cells[n].querySelector("b").textContent);

function search() {
  const words = byId("search").value.trim().toLowerCase();
  const chosen = selects.filter((select) => select.value);
  for (const line of lines) {
    const isChosen = chosen.every((select) => line.dataset[select.dataset.choice] === select.value);
    line.hidden = !isChosen || !line.textContent.toLowerCase().includes(words);
  }
  const shown = shownLines();
  byId("found").replaceChildren(words || chosen.length ? `${shown.length} / ${lines.length}` : "");
  sums.forEach((cell, i) => {
    const sum = shown.reduce((all, line) => all + figureOf(line, FIRST_FIGURE + i), 0);
    cell.querySelector("b").textContent = Number(sum.toFixed(1));
  });
  at = -1;
}

// What a line is sorted by: figures as figures, states in their order, the rest as it reads.
function keyOf(line, n) {
  if (n >= FIRST_FIGURE) return figureOf(line, n);
  if (n === 4) return ["unread", "in_work", "checked"].indexOf(line.dataset.state);
  return line.cells[n].textContent.trim();
}

const compared = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "zh-CN"));

function sort(n) {
  const head = heads[n].closest("th");
  const figuresFirst = n >= FIRST_FIGURE ? "descending" : "ascending";
  const other = { ascending: "descending", descending: "ascending" };
  const order = other[head.getAttribute("aria-sort")] ?? figuresFirst;
  for (const one of heads) one.closest("th").removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const way = order === "ascending" ? 1 : -1;
  const sorted = lines.map((line, i) => [keyOf(line, n), i, line]).sort((a, b) => way * compared(a[0], b[0]) || a[1] - b[1]);
  table.tBodies[0].append(...sorted.map(([, , line]) => line));
}

function go(step) {
  const shown = shownLines();
  if (!shown.length) return;
  at = Math.max(0, Math.min(shown.length - 1, at + step));
  for (const line of lines) line.classList.toggle("on", line === shown[at]);
  shown[at].querySelector("a").focus();
}

byId("search").addEventListener("input", search);
for (const select of selects) {
  select.value = kept.read(`index.${select.dataset.choice}`) || "";
  if (!select.value) select.value = "";
  select.addEventListener("change", () => {
    kept.write(`index.${select.dataset.choice}`, select.value);
    search();
  });
}
byId("order").addEventListener("change", () => sort(Number(byId("order").value)));
heads.forEach((head, n) => head.addEventListener("click", () => sort(n)));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (isTyping(event)) {
    if (event.key === "Escape") event.target.blur();
    if (event.key === "Enter") go(1);
    return;
  }
  const acts = { j: () => go(1), k: () => go(-1), "/": () => byId("search").focus(), "?": showHelp };
  if (acts[event.key]) {
    event.preventDefault();
    acts[event.key]();
  }
});
search();
