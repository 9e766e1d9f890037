// The findings: filters, a list that grows as it is scrolled, and the way to each place.
const filter = {severities: new Set([0, 1, 2]), table: "", rule: "", words: ""};
let selected = -1;
let placeShown = -1;
let fitting = [];
let listed = 0;
const AT_A_TIME = 60;

function tableOf(figure) {
  const [document, table] = figures[figure];
  return table < 0 ? `${document}/text` : `${document}/${table}`;
}

function tableName(key) {
  const [document, table] = key.split("/");
  if (table === "text") return t("in_text");
  const found = tableAt(Number(document), Number(table));
  return found ? found.title : key;
}

function tableAt(document, index) {
  const of = view.documents[document];
  return index < of.tables.length ? of.tables[index] : of.targets[index - of.tables.length]?.funds;
}

const tablesOf = finding =>
  new Set(
    finding.places.filter(place => place.figure !== undefined).map(place => tableOf(place.figure)),
  );

function wordsOf(finding) {
  finding.words ??= [
    finding.id,
    finding.rule,
    finding.message,
    finding.cause,
    finding.lines.zh,
    finding.lines.en,
    finding.places.map(place => [place.where, place.text]),
  ]
    .flat(Infinity)
    .join("\n")
    .toLowerCase();
  return finding.words;
}

function fits(finding) {
  return (
    filter.severities.has(finding.severity) &&
    (!filter.rule || finding.rule === filter.rule) &&
    (!filter.table || tablesOf(finding).has(filter.table)) &&
    (!filter.words ||
      filter.words
        .toLowerCase()
        .split(/\s+/)
        .every(word => wordsOf(finding).includes(word)))
  );
}

function drawFilters() {
  const counts = [0, 0, 0];
  for (const finding of view.findings) counts[finding.severity]++;
  const severities = [2, 1, 0].map(severity =>
    h(
      "button",
      {
        class: `chip ${SEVERITIES[severity]}`,
        type: "button",
        "aria-pressed": String(filter.severities.has(severity)),
        onclick: () => {
          if (!filter.severities.delete(severity)) filter.severities.add(severity);
          drawFilters();
          drawList();
        },
      },
      `${t(SEVERITIES[severity])} ${counts[severity]}`,
    ),
  );
  const choice = (name, all, values, shown) =>
    h(
      "select",
      {
        "aria-label": t(all),
        onchange: event => {
          filter[name] = event.target.value;
          drawList();
        },
      },
      h("option", {value: ""}, t(all)),
      values.map(value => h("option", {value, selected: value === filter[name]}, shown(value))),
    );
  const tables = [...new Set(view.findings.flatMap(finding => [...tablesOf(finding)]))];
  const rules = [...new Set(view.findings.map(finding => finding.rule))].sort();
  const search = h("input", {
    type: "search",
    id: "search",
    placeholder: t("search"),
    "aria-label": t("search"),
    value: filter.words,
    oninput: event => {
      filter.words = event.target.value.trim();
      drawList();
    },
  });
  put(
    "filters",
    severities,
    choice("table", "all_tables", tables, tableName),
    choice("rule", "all_rules", rules, x => x),
    search,
  );
}

function drawList() {
  fitting = view.findings.map((_, index) => index).filter(index => fits(view.findings[index]));
  listed = 0;
  const none = view.findings.length ? "nothing_found" : "no_findings";
  put("shown", t("shown", fitting.length, view.findings.length));
  put("list", fitting.length ? [] : h("p", {class: "empty"}, t(none)));
  growList();
}

function growList(least = AT_A_TIME) {
  const list = document.getElementById("list");
  const end = Math.min(fitting.length, listed + least);
  const part = document.createDocumentFragment();
  for (; listed < end; listed++) part.append(findingElement(fitting[listed]));
  list.append(part);
}

function findingElement(index) {
  const finding = view.findings[index];
  const message = say(finding.message);
  const lines = finding.lines[lang ? "en" : "zh"];
  const most = 12;
  const places = finding.places.map((place, at) =>
    h(
      "button",
      {
        type: "button",
        class: place.suspected ? "place suspected" : "place",
        "data-at": at,
        onclick: () => {
          select(index);
          show(index, at);
        },
      },
      place.text && h("b", {}, `${place.text} `),
      say(place.where),
    ),
  );
  return h(
    "article",
    {
      class: `finding ${SEVERITIES[finding.severity]}`,
      id: `f${index}`,
      tabindex: "-1",
      "aria-label": message,
      "aria-current": index === selected ? "true" : null,
      onclick: event => {
        if (!event.target.closest("button, a, summary")) select(index, true);
      },
    },
    h(
      "header",
      {},
      h("span", {class: "badge"}, t(SEVERITIES[finding.severity])),
      h("span", {class: "number"}, index + 1),
      finding.cause && h("span", {class: "cause"}, say(finding.cause)),
    ),
    h("h3", {}, marked(message)),
    h(
      "div",
      {class: "lines"},
      lines.map(([indent, text]) => h("p", {class: `in${indent}`}, marked(text))),
    ),
    places.length > 0 &&
      h(
        "div",
        {class: "places"},
        h("h4", {}, t("places")),
        places.slice(0, most),
        places.length > most &&
          h("details", {}, h("summary", {}, t("more", places.length - most)), places.slice(most)),
      ),
    h("footer", {}, `${t("rule")} ${finding.rule} · ${finding.id}`),
  );
}

function select(index, look = false) {
  document.getElementById(`f${selected}`)?.removeAttribute("aria-current");
  selected = index;
  placeShown = -1;
  const element = document.getElementById(`f${index}`);
  element?.setAttribute("aria-current", "true");
  if (look) show(index, 0);
}

// The finding before or behind the selected one, of those that fit.
function step(by) {
  if (!fitting.length) return;
  const at = fitting.indexOf(selected);
  const next = Math.max(0, Math.min(fitting.length - 1, at < 0 ? 0 : at + by));
  if (next >= listed) growList(next - listed + AT_A_TIME);
  select(fitting[next], true);
  const element = document.getElementById(`f${fitting[next]}`);
  element.focus({preventScroll: true});
  element.scrollIntoView({block: "nearest"});
}

function showNextPlace() {
  const finding = view.findings[selected];
  if (finding?.places.length) show(selected, (placeShown + 1) % finding.places.length);
}

// The place of a finding, with all its other figures marked.
function show(index, at) {
  const finding = view.findings[index];
  const place = finding.places[at];
  if (!place) return;
  placeShown = at;
  for (const button of document.querySelectorAll("#list .place[aria-current]"))
    button.removeAttribute("aria-current");
  document
    .querySelector(`#f${index} .place[data-at="${at}"]`)
    ?.setAttribute("aria-current", "true");
  const known = finding.places.some(one => one.suspected);
  const named = finding.places.filter(one => one.figure !== undefined);
  const suspected = named.filter(one => one.suspected || !known).map(one => one.figure);
  const others = named.filter(one => known && !one.suspected).map(one => one.figure);
  mark(suspected, others, place.figure);
  if (place.figure !== undefined) goTo(place.figure);
  else goToPlace(place.at[0], place.at[1]);
}
