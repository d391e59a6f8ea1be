"use strict";
// What the index and the pages of notices share. Words of a notice are only ever set as text.

const byId = (id) => document.getElementById(id);

function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const said = (lang, words) => el("span", { lang, class: "ui" }, words);
const ui = (zh, en) => {
  const both = document.createDocumentFragment();
  both.append(said("zh-CN", zh), said("en", en));
  return both;
};

// Characters that cannot be seen, or that turn the line around them, as their code point.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff]/g;
const visible = (words) =>
  String(words)
    .replace(/\r\n/g, "\n")
    .replace(UNSEEN, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

// A browser may forbid pages from disk to keep anything: then nothing is kept.
const kept = {
  read(key) {
    try {
      return localStorage.getItem(`review.${key}`);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(`review.${key}`, value);
    } catch {
      /* See above. */
    }
  },
};

const isChinese = () => document.documentElement.dataset.ui !== "en";

// What stands in attributes and choices, where one language can be at a time.
function inLanguage(one) {
  const { labelZh, labelEn, titleZh, titleEn, wordsZh, wordsEn } = one.dataset;
  if (labelZh) one.setAttribute("aria-label", isChinese() ? labelZh : labelEn);
  if (titleZh) one.title = isChinese() ? titleZh : titleEn;
  if (wordsZh) one.textContent = isChinese() ? wordsZh : wordsEn;
  return one;
}

// An element with its explanation in both languages.
function explained(one, zh, en) {
  if (zh || en) Object.assign(one.dataset, { titleZh: zh || en, titleEn: en || zh });
  return inLanguage(one);
}

function speak(lang) {
  document.documentElement.dataset.ui = lang;
  document.documentElement.lang = lang;
  for (const field of document.querySelectorAll("[data-zh]")) {
    field.placeholder = isChinese() ? field.dataset.zh : field.dataset.en;
  }
  document.querySelectorAll("[data-label-zh], [data-title-zh], [data-words-zh]").forEach(inLanguage);
  kept.write("language", lang);
}

function isTyping(event) {
  return event.target instanceof Element && event.target.matches("input, textarea, select");
}

function showHelp() {
  const help = byId("help");
  if (!help.open) help.showModal();
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = el("textarea", { class: "aside", "aria-hidden": "true" });
    field.value = words;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

function download(name, words, type) {
  const link = el("a", { href: URL.createObjectURL(new Blob([words], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
}

function tell(zh, en) {
  const line = el("p", { class: "toast", role: "status" }, ui(zh, en));
  document.body.append(line);
  setTimeout(() => line.remove(), 2500);
}

// Spreadsheets run a cell that begins like a formula, whatever it was in the notice.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const harmless = (words) => (FORMULA.test(words) && !PLAIN_NUMBER.test(words) ? `'${words}` : words);
const sheetCell = (value) => harmless(value === null || value === undefined ? "" : String(value));
const toTsv = (lines) => lines.map((line) => line.map((v) => sheetCell(v).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
const toCsv = (lines) =>
  "\ufeff" + lines.map((line) => line.map((v) => `"${sheetCell(v).replace(/"/g, '""')}"`).join(",")).join("\r\n") + "\r\n";

speak(kept.read("language") === "en" ? "en" : "zh-CN");
byId("language").addEventListener("click", () => speak(isChinese() ? "en" : "zh-CN"));
byId("ask").addEventListener("click", showHelp);
