// All notices: search, j/k, enter.
const lines = [...byId("notices").tBodies[0].rows];
let at = -1;

const shownLines = () => lines.filter((line) => !line.hidden);

function search() {
  const words = byId("search").value.trim().toLowerCase();
  for (const line of lines) line.hidden = !line.textContent.toLowerCase().includes(words);
  byId("found").replaceChildren(words ? `${shownLines().length} / ${lines.length}` : "");
  at = -1;
}

function go(step) {
  const shown = shownLines();
  if (!shown.length) return;
  at = Math.max(0, Math.min(shown.length - 1, at + step));
  for (const line of lines) line.classList.toggle("on", line === shown[at]);
  shown[at].querySelector("a").focus();
}

byId("search").addEventListener("input", search);
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
