// The fields of a fact as the schema has them: choices, days, numbers; what is typed is held against it before it is noted.

function fieldOf(column, value) {
  const [name, kind, zh, en, choices] = column;
  const field = { name: `v.${name}`, autocomplete: "off" };
  const said = value === null || value === undefined ? "" : String(value);
  if (choices.length) return choiceOf(field, choices, said);
  if (kind === "boolean") return choiceOf(field, [["true", ["是", "yes"]], ["false", ["否", "no"]]], said);
  if (kind === "date") return el("input", { ...field, type: "date", value: said });
  if (kind === "number" || kind === "integer") return el("input", { ...field, inputmode: "decimal", value: said });
  return el("input", { ...field, value: said });
}

function choiceOf(field, choices, said) {
  const known = choices.some(([value]) => value === said) || said === "";
  const offered = [["", ["", ""]], ...choices, ...(known ? [] : [[said, [said, said]]])];
  return el("select", field, ...offered.map(([value, words]) => choice(value, words, value === said)));
}

// A value with its words; signs (>=) stand before them.
function choice(value, [zh, en], selected) {
  const sign = value && !/\w/.test(value) ? `${value} ` : "";
  return inLanguage(el("option", { value, selected, "data-words-zh": `${sign}${zh}` || " ", "data-words-en": `${sign}${en}` || " " }));
}

const formOf = (table) => forms.find((one) => one.table === table);
const columnOf = (table, name) => formOf(table)?.columns.find((c) => c[0] === name);

function typedValue(column, typed) {
  const wrong = (form) => new Error(`${isChinese() ? column.zh : column.en}: ${form}`);
  if (typed === "") return "";
  if (column.kind === "number" || column.kind === "integer") {
    if (!PLAIN_NUMBER.test(typed) || (column.kind === "integer" && !Number.isInteger(Number(typed)))) throw wrong("30, 0.5");
    return Number(typed);
  }
  if (column.kind === "boolean") {
    if (!["true", "false"].includes(typed)) throw wrong("true, false");
    return typed === "true";
  }
  if (column.kind === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(typed)) throw wrong("2026-01-31");
  return typed;
}
