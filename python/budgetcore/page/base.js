// The data, the language, and how elements are made. Text enters the page as text alone.
const read = id => JSON.parse(document.getElementById(id).textContent);
const view = read("data");
const images = read("images");
const pictures = read("pictures");
let lang = document.documentElement.lang === "en" ? 1 : 0;

// Marks that turn the direction of a text around are shown, not obeyed.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const plain = text =>
  String(text).replace(BIDI, mark => `⟨U+${mark.codePointAt(0).toString(16).toUpperCase()}⟩`);
const say = pair => (Array.isArray(pair) ? pair[lang] : pair);
const t = (key, ...values) => WORDS[key][lang].replace(/\{(\d)\}/g, (_, i) => values[i]);

function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : plain(child));
  }
  return element;
}

function svg(tag, props, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props || {})) element.setAttribute(name, value);
  for (const child of children) element.append(child instanceof Node ? child : plain(child));
  return element;
}

const put = (id, ...children) =>
  document.getElementById(id).replaceChildren(...children.flat(Infinity).filter(Boolean));

// The words between 【 and 】 are those that a sentence is about.
function marked(text) {
  return plain(text)
    .split(/(【[^】]*】)/)
    .map(part => (part.startsWith("【") ? h("mark", {}, part.slice(1, -1)) : part));
}

const SEVERITIES = ["note", "warning", "error"];
const SIGNS = ["✓", "≈", "✗", "–", "?", "…"];
const GRAVITY = [1, 2, 5, 0, 4, 3];

// A figure: document, table (-1 the narrative), row, column, where, box, text, mark.
const FIGURE = {document: 0, table: 1, row: 2, column: 3, place: 4, box: 5, text: 6, mark: 7};
const figures = view.figures;
// A statement: rule, status, where, arithmetic, why not decided, figures of its sides and base.
const figuresOf = statement => [...statement[5], ...statement[6], ...statement[7]];

const statementsOf = figures.map(() => []);
view.statements.forEach((statement, index) => {
  for (const figure of new Set(figuresOf(statement))) statementsOf[figure].push(index);
});
// The worst outcome of a figure, -1 where nothing was decided about it.
const outcomeOf = figures.map((_, figure) => {
  let worst = 3;
  for (const index of statementsOf[figure]) {
    const status = view.statements[index][1];
    if (GRAVITY[status] > GRAVITY[worst]) worst = status;
  }
  return worst === 3 ? -1 : worst;
});
for (const figure of view.unchecked) if (outcomeOf[figure] > 2) outcomeOf[figure] = -1;

const figureAt = new Map(figures.map((of, figure) => [of.slice(0, 4).join("/"), figure]));
const figureIn = (document, table, row, column) =>
  figureAt.get(`${document}/${table}/${row}/${column}`);

// Figures that some finding speaks of, with the findings.
const findingsOf = new Map();
view.findings.forEach((finding, index) => {
  for (const place of finding.places) {
    if (place.figure === undefined) continue;
    if (!findingsOf.has(place.figure)) findingsOf.set(place.figure, []);
    findingsOf.get(place.figure).push(index);
  }
});
