// The page as a whole: its head, tabs, keys, language and theme.
const TABS = ["findings", "coverage", "structure"];
let tab = "findings";

function drawHead() {
  document.documentElement.lang = lang ? "en" : "zh";
  const lines = view.head.lines[lang ? "en" : "zh"];
  const title = lines[0][1];
  document.title = plain(title);
  put("title", h("h1", {}, title));
  put(
    "verdict",
    h(
      "div",
      {class: `verdict ${view.head.verdict}`},
      lines
        .slice(1)
        .map(([indent, text], at) =>
          h("p", {class: `in${indent}${at === 0 ? " source" : ""}`}, text),
        ),
    ),
  );
  const button = (words, act, key) =>
    h("button", {type: "button", onclick: act, title: key}, words);
  put(
    "tools",
    button(t("language"), switchLanguage, "l"),
    button(t("theme"), switchTheme, "d"),
    button(t("print"), () => print(), ""),
    button(t("help"), help, "?"),
  );
  put(
    "tabs",
    TABS.map((name, index) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          id: `tab-${name}`,
          "aria-controls": `panel-${name}`,
          "aria-selected": String(name === tab),
          title: String(index + 1),
          onclick: () => openTab(name),
        },
        name === "findings" ? `${t(name)} ${view.findings.length}` : t(name),
      ),
    ),
  );
}

function openTab(name) {
  tab = name;
  for (const other of TABS) document.getElementById(`panel-${other}`).hidden = other !== name;
  document
    .querySelectorAll("#tabs button")
    .forEach((button, index) => button.setAttribute("aria-selected", String(TABS[index] === name)));
  if (name === "coverage" && !document.getElementById("coverage").hasChildNodes()) drawCoverage();
  if (name === "structure" && !document.getElementById("structure").hasChildNodes())
    drawStructure();
}

// To a finding from one of its figures.
function reveal(index) {
  openTab("findings");
  if (!fitting.includes(index)) {
    Object.assign(filter, {severities: new Set([0, 1, 2]), table: "", rule: "", words: ""});
    drawFilters();
    drawList();
  }
  const at = fitting.indexOf(index);
  if (at >= listed) growList(at - listed + AT_A_TIME);
  select(index);
  document.getElementById(`f${index}`).scrollIntoView({block: "center"});
}

function drawAll() {
  drawHead();
  drawFilters();
  drawList();
  put("coverage");
  put("structure");
  openTab(tab);
  drawViewer();
  if (pinned >= 0) pin(pinned);
}

function switchLanguage() {
  lang = 1 - lang;
  drawAll();
}

function help() {
  const dialog = document.getElementById("help");
  dialog.replaceChildren(
    h("h2", {}, t("help")),
    h(
      "dl",
      {},
      WORDS.keys[lang].map(([key, does]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)]),
    ),
    h("button", {type: "button", onclick: () => dialog.close()}, t("close")),
  );
  dialog.showModal();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  Enter: showNextPlace,
  "[": () => turn(-1),
  "]": () => turn(1),
  "/": () => {
    openTab("findings");
    document.getElementById("search").focus();
  },
  1: () => openTab("findings"),
  2: () => openTab("coverage"),
  3: () => openTab("structure"),
  l: switchLanguage,
  d: switchTheme,
  "?": help,
  Escape: () => {
    unhint();
    pin(-1);
  },
};

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inside = event.target.closest("input, select, dialog[open]");
  if (inside) {
    if (event.key === "Escape" && event.target.matches("input")) event.target.blur();
    return;
  }
  if (event.key === "Enter" && event.target.closest("button, summary, a")) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

new IntersectionObserver(
  entries => {
    if (entries.some(entry => entry.isIntersecting)) growList();
  },
  {rootMargin: "600px"},
).observe(document.getElementById("end"));

// On paper stands all that fits the filter, and what was not checked.
addEventListener("beforeprint", () => {
  growList(fitting.length);
  drawCoverage();
});

document.body.classList.add("ready");
drawHead();
drawFilters();
drawList();
requestAnimationFrame(() =>
  setTimeout(() => {
    drawViewer();
    if (fitting.length) select(fitting[0], true);
  }),
);
