// Decisions as entries of raw/<notice_id>.corrections.toml.

// A TOML basic string escapes as JSON does, and DEL besides.
const tomlText = (words) => JSON.stringify(words).replace(/\u007f/g, "\\u007f");
const tomlValue = (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : tomlText(value ?? ""));
const tomlColumns = (columns) =>
  `{ ${Object.entries(columns).map(([name, value]) => `${name} = ${tomlValue(value)}`).join(", ")} }`;

function decisionToToml(decision) {
  const { address, verdict, values, because, by, on } = decision;
  const lines = ["[[correction]]"];
  for (const name of ["table", "place", "quote", "before", "after"]) {
    if (address[name]) lines.push(`${name} = ${tomlText(address[name])}`);
  }
  if (address.was) lines.push(`was = ${tomlColumns(address.was)}`);
  if (verdict !== "changed") lines.push(`${verdict} = true`);
  if (Object.keys(values).length) lines.push(`values = ${tomlColumns(values)}`);
  lines.push(`because = ${tomlText(because)}`, `by = ${tomlText(by)}`, `on = ${on}`);
  return `${lines.join("\n")}\n`;
}
