// Rows of the views, and the figures counted over them as their SELECT says.
const facts = JSON.parse(byId("facts").textContent);
const figures = Object.fromEntries(facts.figures.map((figure) => [figure.name, figure]));
const hasRows = facts.rows;
const EMPTY = 0;
const PART = { year: 4, month: 7 };
const loaded = {};
const loading = {};

// --- blocks ------------------------------------------------------------------------------------

function bytesOf(words) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(words);
  const raw = atob(words);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array };

// The blocks stand behind the script, so that what needs none of them is drawn before they are read.
const whole = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
  else done();
});

async function unpack(name) {
  await whole;
  const block = byId(`block-${name}`);
  const packed = new Blob([bytesOf(block.textContent)]);
  block.remove();
  const buffer = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const length = new DataView(buffer).getUint32(0, true);
  const heading = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const columns = {};
  for (const [column, { at, width, words }] of Object.entries(heading.columns)) {
    const values = new ARRAYS[width](buffer, 4 + length + at, heading.rows);
    columns[column] = words ? { codes: values, words: [null, ...words] } : { numbers: values };
  }
  loaded[name] = { name, rows: heading.rows, columns, keys: {}, masks: {} };
}

// Resolves once the blocks are there.
const need = (names) => Promise.all(names.map((name) => (loading[name] ??= unpack(name))));

function columnOf(table, name) {
  const known = table.columns[name];
  if (known) return known;
  const [whole, part] = name.split(":");
  const { codes, words } = table.columns[whole];
  const found = new Map([[null, EMPTY]]);
  const parts = [null];
  const moved = words.map((word) => {
    const piece = word === null ? null : word.slice(0, PART[part]);
    if (!found.has(piece)) found.set(piece, parts.push(piece) - 1);
    return found.get(piece);
  });
  return (table.columns[name] = { codes: Uint32Array.from(codes, (code) => moved[code]), words: parts });
}

const valueOf = (table, name, i) => {
  const column = columnOf(table, name);
  if (column.words) return column.words[column.codes[i]];
  return Number.isNaN(column.numbers[i]) ? null : column.numbers[i];
};

// --- conditions --------------------------------------------------------------------------------

const TESTS = {
  true: (word) => word === "true",
  false: (word) => word === "false",
  set: (word) => word !== null,
  null: (word) => word === null,
  open: (word, value) => word === null || word >= value,
  begun: (word, value) => word === null || word <= value,
  "=": (word, value) => word === value,
  "<": (word, value) => word !== null && word < value,
  "<=": (word, value) => word !== null && word <= value,
  ">=": (word, value) => word !== null && word >= value,
  in: (word, value) => value.split(",").includes(word),
  prefix: (word, value) => word !== null && word.startsWith(value),
  year: (word, value) => word !== null && word.slice(0, PART.year) === value,
  has: (word, value) => word !== null && word.includes(value),
};

const quoted = (words) => `'${words.replace(/'/g, "''")}'`;
const SAID = {
  true: (c) => c,
  set: (c) => `${c} IS NOT NULL`,
  null: (c) => `${c} IS NULL`,
  open: (c, v) => `coalesce(${c}, DATE '9999-12-31') >= DATE ${quoted(v)}`,
  begun: (c, v) => `coalesce(${c}, DATE '0001-01-01') <= DATE ${quoted(v)}`,
  prefix: (c, v) => `starts_with(${c}, ${quoted(v)})`,
  year: (c, v) => `year(${c}) = ${Number(v)}`,
  has: (c, v) => `contains(${c}, ${quoted(v)})`,
  tasks: (c, v) => `(notice_id, task_id) IN (SELECT (notice_id, task_id) FROM 'extracted/task_agencies.parquet' WHERE ${conditionsToSql(v)})`,
};
const conditionToSql = ([column, how, value]) => (SAID[how] ? SAID[how](column, value) : `${column} ${how} ${quoted(value)}`);
const conditionsToSql = (conditions) => conditions.map(conditionToSql).join(" AND ") || "TRUE";

// Sets to 0 what does not fulfil the condition.
function sieve(table, mask, [name, how, value]) {
  if (how === "tasks") return sieveTasks(table, mask, value);
  const { codes, words } = columnOf(table, name);
  const fits = Uint8Array.from(words, (word) => (TESTS[how](word, value) ? 1 : 0));
  for (let i = 0; i < mask.length; i++) mask[i] &= fits[codes[i]];
}

function sieveTasks(table, mask, conditions) {
  const agencies = loaded.task_agencies;
  agencies.places ??= taskPlaces(agencies, table);
  const wanted = new Uint8Array(table.rows);
  eachRow(agencies, conditions, (i) => agencies.places[i] < 0 || (wanted[agencies.places[i]] = 1));
  meet(mask, wanted);
}

// The row of the task list that each row of tasks and agencies is about.
function taskPlaces(agencies, table) {
  const key = (view, i) => `${valueOf(view, "notice_id", i)}/${valueOf(view, "task_id", i)}`;
  const places = new Map();
  for (let i = 0; i < table.rows; i++) places.set(key(table, i), i);
  return Int32Array.from({ length: agencies.rows }, (_, i) => places.get(key(agencies, i)) ?? -1);
}

// Masks are kept, for figures share them: those that a figure always has, and some of what readers chose.
const MOST_KEPT = 60;

function maskOf(table, conditions) {
  const name = JSON.stringify(conditions);
  if (table.masks[name]) return table.masks[name];
  const mask = new Uint8Array(table.rows).fill(1);
  for (const condition of conditions) sieve(table, mask, condition);
  if (Object.keys(table.masks).length >= MOST_KEPT) table.masks = {};
  return (table.masks[name] = mask);
}

function eachRow(table, conditions, act) {
  const mask = maskOf(table, conditions);
  for (let i = 0; i < mask.length; i++) if (mask[i]) act(i);
}

function rowsWhere(view, conditions) {
  const found = [];
  eachRow(loaded[view], conditions, (i) => found.push(i));
  return found;
}

// --- figures -----------------------------------------------------------------------------------

// A number for each row, the same where all these columns are the same: made once, so that counting is a walk through arrays.
function keyOf(table, names) {
  const known = table.keys[names.join()];
  if (known) return known;
  if (!names.length) return (table.keys[""] = { ids: new Uint32Array(table.rows), size: 1 });
  const { codes, words, numbers } = columnOf(table, names[names.length - 1]);
  const before = keyOf(table, names.slice(0, -1));
  const last = codes ?? numbering(numbers);
  const width = words?.length ?? table.rows + 1;
  const found = new Map();
  const ids = new Uint32Array(table.rows);
  for (let i = 0; i < ids.length; i++) {
    const both = before.ids[i] * width + last[i];
    let id = found.get(both);
    if (id === undefined) found.set(both, (id = found.size));
    ids[i] = id;
  }
  return (table.keys[names.join()] = { ids, size: found.size });
}

function numbering(numbers) {
  const found = new Map([[NaN, EMPTY]]);
  return Uint32Array.from(numbers, (number) => {
    if (!found.has(number)) found.set(number, found.size);
    return found.get(number);
  });
}

// How a measure takes in the rows among which it counts: arrays of a value a group.
const MEASURES = {
  count: (table, key, among) => {
    const counts = new Array(key.size).fill(0);
    for (let i = 0; i < among.length; i++) if (among[i]) counts[key.ids[i]] += 1;
    return counts;
  },
  sum: (table, key, among, [name]) => {
    const { numbers } = columnOf(table, name);
    const sums = new Array(key.size).fill(null);
    for (let i = 0; i < among.length; i++) if (among[i] && numbers[i] === numbers[i]) sums[key.ids[i]] += numbers[i];
    return sums;
  },
  max: (table, key, among, [name]) => {
    const { codes, words, numbers } = columnOf(table, name);
    const most = new Array(key.size).fill(null);
    const value = words ? (i) => words[codes[i]] : (i) => (numbers[i] === numbers[i] ? numbers[i] : null);
    for (let i = 0; i < among.length; i++) {
      if (!among[i]) continue;
      const one = value(i);
      if (one !== null && (most[key.ids[i]] === null || one > most[key.ids[i]])) most[key.ids[i]] = one;
    }
    return most;
  },
  distinct: (table, key, among, names, group) => {
    const inner = keyOf(table, [...group, ...names]);
    const sole = names.length === 1 ? columnOf(table, names[0]).codes : null;
    const seen = new Uint8Array(inner.size);
    const counts = new Array(key.size).fill(0);
    for (let i = 0; i < among.length; i++) {
      if (!among[i] || seen[inner.ids[i]] || (sole && !sole[i])) continue;
      seen[inner.ids[i]] = 1;
      counts[key.ids[i]] += 1;
    }
    return counts;
  },
};

// The key of a figure's groups, numbered in the order of their values, with these: sorted once, so that what a reader
// chooses only picks from them.
function orderedKey(table, names) {
  const key = keyOf(table, names);
  if (key.values) return key;
  const firsts = new Int32Array(key.size).fill(-1);
  for (let i = 0; i < key.ids.length; i++) if (firsts[key.ids[i]] < 0) firsts[key.ids[i]] = i;
  const values = Array.from(firsts, (i) => (i < 0 ? [] : names.map((name) => valueOf(table, name, i))));
  const order = Uint32Array.from(values.keys()).sort((a, b) => compareRows(values[a], values[b]));
  const rank = new Uint32Array(key.size);
  order.forEach((place, at) => (rank[place] = at));
  key.ids = key.ids.map((id) => rank[id]);
  key.values = Array.from(order, (place) => values[place]);
  return key;
}

// The rows of a figure, columns as in its SELECT; `conditions` are what the reader chose.
function evaluate(name, conditions) {
  if (!conditions.length && facts.sums[name]) return facts.sums[name];
  const figure = figures[name];
  const table = loaded[figure.view];
  const key = orderedKey(table, figure.group);
  const mask = meet(maskOf(table, conditions).slice(), maskOf(table, figure.where));
  const isThere = new Uint8Array(key.size);
  for (let i = 0; i < mask.length; i++) if (mask[i]) isThere[key.ids[i]] = 1;
  const measured = figure.measures.map(({ how, columns, where }) => {
    const among = where.length ? meet(mask.slice(), maskOf(table, where)) : mask;
    return MEASURES[how](table, key, among, columns, figure.group);
  });
  const least = figure.having.map(([name, most]) => [measured[figure.measures.findIndex((one) => one.name === name)], most]);
  const rows = [];
  for (let place = 0; place < key.size; place++) {
    if (!isThere[place] && figure.group.length) continue;
    if (least.every(([values, than]) => (than === null ? values[place] !== null : values[place] > than))) {
      rows.push([...key.values[place], ...measured.map((values) => values[place])]);
    }
  }
  return rows;
}

function meet(mask, other) {
  for (let i = 0; i < mask.length; i++) mask[i] &= other[i];
  return mask;
}

// As ORDER BY ALL: ascending, empty last.
function compareRows(a, b) {
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (a[i] === null || b[i] === null) return a[i] === null ? 1 : -1;
    return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

const figureSql = (name, conditions) =>
  conditions.length ? figures[name].sql.replace("TRUE", () => conditionsToSql(conditions)) : figures[name].sql.replace(/ AND TRUE|\nWHERE TRUE/, "");
const listSql = (view, columns, conditions, order) =>
  `SELECT ${columns.join(", ")}\nFROM 'extracted/${view}.parquet'\nWHERE ${conditionsToSql(conditions)}${order ? `\nORDER BY ${order}` : ""}`;
