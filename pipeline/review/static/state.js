// How far an editor is with the notice: shown in its head, said through the server of `make review SERVE=1`.
const STATE_WORDS = { unread: ["未审", "unread"], in_work: ["在审", "in work"], checked: ["已审", "checked"] };

function drawState() {
  const button = byId("state");
  const who = state.checked_by || state.assigned_to;
  const said = [who, state.checked_on].filter(Boolean).join(" ");
  button.className = `badge ${state.review_state}`;
  button.replaceChildren(ui(...STATE_WORDS[state.review_state]), said ? ` · ${visible(said)}` : "");
  button.disabled = !isServed;
}

function openState() {
  const choices = Object.entries(STATE_WORDS).map(([value, [zh, en]]) =>
    inLanguage(el("option", { value, selected: value === state.review_state, "data-words-zh": zh, "data-words-en": en })),
  );
  const form = el(
    "form",
    {},
    el("h2", { id: "correct-title" }, ui("审阅状态", "State of the notice")),
    labelled("状态", "state", el("select", { name: "state" }, ...choices)),
    labelled("分派给", "assigned to", el("input", { name: "assigned_to", autocomplete: "off", value: state.assigned_to || "" })),
    labelled("编辑", "by", el("input", { name: "by", value: state.checked_by || kept.read("by") || "" })),
    labelled("日期", "on", el("input", { name: "on", type: "date", value: today() })),
    el("p", { class: "fault", role: "alert" }),
    el("p", { class: "acts" }, el("button", { class: "main" }, ui("写入 raw/", "save into raw/")), closing()),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    mark(form);
  });
  open(form);
}

async function mark(form) {
  const said = Object.fromEntries(["state", "assigned_to", "by", "on"].map((name) => [name, form.elements[name].value]));
  const fault = form.querySelector(".fault");
  fault.textContent = isChinese() ? "正在写入…" : "saving…";
  const wrong = await ask("mark", { mark: said });
  fault.textContent = wrong ?? "";
  if (wrong) return;
  if (said.by) kept.write("by", said.by);
  location.reload();
}

byId("state").addEventListener("click", openState);
drawState();
