// Rows of the views, and the figures counted over them as their SELECT says.
const facts = JSON.parse(byId("facts").textContent);
const figures = Object.fromEntries(facts.figures.map((figure) => [figure.name, figure]));
const hasRows = Boolean(byId("block-notices"));
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

async function unpack(name) {
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
  loaded[name] = { name, rows: heading.rows, columns };
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
  const wanted = new Set();
  eachRow(agencies, conditions, (i) => wanted.add(taskKey(agencies, i)));
  for (let i = 0; i < mask.length; i++) if (mask[i] && !wanted.has(taskKey(table, i))) mask[i] = 0;
}

const taskKey = (table, i) => `${valueOf(table, "notice_id", i)}/${valueOf(table, "task_id", i)}`;

function maskOf(table, conditions) {
  const mask = new Uint8Array(table.rows).fill(1);
  for (const condition of conditions) sieve(table, mask, condition);
  return mask;
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

// Place of each row in the list of groups, and the groups by the first row of each.
function grouping(table, names, mask) {
  const columns = names.map((name) => columnOf(table, name));
  const places = new Map();
  const firsts = [];
  const group = new Int32Array(table.rows).fill(-1);
  const safe = columns.reduce((size, { words }) => size * words.length, 1) < Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    let key = safe ? 0 : "";
    for (const { codes, words } of columns) key = safe ? key * words.length + codes[i] : `${key},${codes[i]}`;
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = firsts.push(i) - 1));
    group[i] = place;
  }
  return { group, firsts };
}

const MEASURES = {
  count: (size) => {
    const counts = new Array(size).fill(0);
    return { take: (place) => (counts[place] += 1), done: counts };
  },
  sum: (size, table, [name]) => {
    const { numbers } = columnOf(table, name);
    const sums = new Array(size).fill(null);
    return { take: (place, i) => Number.isNaN(numbers[i]) || (sums[place] += numbers[i]), done: sums };
  },
  max: (size, table, [name]) => {
    const most = new Array(size).fill(null);
    const take = (place, i) => {
      const value = valueOf(table, name, i);
      if (value !== null && (most[place] === null || value > most[place])) most[place] = value;
    };
    return { take, done: most };
  },
  distinct: (size, table, names) => {
    const columns = names.map((name) => columnOf(table, name));
    const seen = Array.from({ length: size }, () => new Set());
    const sole = columns.length === 1 && columns[0].codes;
    const key = (i) => columns.map(({ codes, numbers }) => (codes ? codes[i] : numbers[i])).join(",");
    const take = sole ? (place, i) => sole[i] && seen[place].add(sole[i]) : (place, i) => seen[place].add(key(i));
    return { take, counts: seen };
  },
};

// The rows of a figure, columns as in its SELECT; `conditions` are what the reader chose.
function evaluate(name, conditions) {
  if (!hasRows) return facts.sums[name];
  const figure = figures[name];
  const table = loaded[figure.view];
  const mask = maskOf(table, [...figure.where, ...conditions]);
  const { group, firsts } = grouping(table, figure.group, mask);
  const size = figure.group.length ? firsts.length : 1;
  const measured = figure.measures.map(({ how, columns, where }) => {
    const measure = MEASURES[how](size, table, columns);
    const among = where.length ? maskOf(table, where) : mask;
    for (let i = 0; i < group.length; i++) if (group[i] >= 0 && among[i]) measure.take(group[i], i);
    return measure.counts ? measure.counts.map((one) => one.size) : measure.done;
  });
  const rows = Array.from({ length: size }, (_, place) => [
    ...figure.group.map((column) => valueOf(table, column, firsts[place])),
    ...measured.map((values) => values[place]),
  ]);
  return rows.filter((row) => isKept(figure, row)).sort(compareRows);
}

function isKept(figure, row) {
  return figure.having.every(([name, least]) => {
    const value = row[figure.group.length + figure.measures.findIndex((measure) => measure.name === name)];
    return least === null ? value !== null : value > least;
  });
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

const figureSql = (name, conditions) => figures[name].sql.replace("TRUE", () => conditionsToSql(conditions));
const listSql = (view, columns, conditions, order) =>
  `SELECT ${columns.join(", ")}\nFROM 'extracted/${view}.parquet'\nWHERE ${conditionsToSql(conditions)}${order ? `\nORDER BY ${order}` : ""}`;
