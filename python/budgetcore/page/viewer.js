// The document: the picture of a page with its figures outlined, or a part of what was read.
const MOST_ROWS = 120;
const looking = {document: 0, sheet: 0, focus: undefined, first: 0, line: 0};
const marks = {suspected: new Set(), others: new Set(), left: new Set(), right: new Set()};
let pinned = -1;

const pageKey = (document, file, page) => `${document}/${file}/${page}`;
const figuresOnPage = new Map();
figures.forEach((of, figure) => {
  const [file, page] = of[FIGURE.place];
  const key = pageKey(of[FIGURE.document], file, page);
  if (!figuresOnPage.has(key)) figuresOnPage.set(key, []);
  figuresOnPage.get(key).push(figure);
});

// What can be looked at of a document, in reading order: pages with a picture, and parts as read.
const sheetsOf = view.documents.map((document, number) => {
  const sheets = Object.keys(images)
    .map(key => key.split("/").map(Number))
    .filter(key => key[0] === number)
    .map(([, file, page]) => ({kind: "page", file, page, line: 0}));
  const part = (kind, of, place) =>
    sheets.push({kind, of, file: place[0], page: place[1], line: place[2]});
  const drawn = new Set(sheets.map(sheet => `${sheet.file}/${sheet.page}`));
  const hidden = place => drawn.has(`${place[0]}/${place[1]}`);
  document.tables.forEach(table => {
    if (!wholly(number, table.index, drawn, table.place)) part("table", table, table.place);
  });
  document.targets.forEach(table => {
    if (!hidden(table.place)) part("targets", table, table.place);
  });
  let text = null;
  document.passages.forEach((passage, index) => {
    if (hidden(passage[2])) {
      text = null;
      return;
    }
    if (!text || passage[1]) {
      text = [];
      part("text", text, passage[2]);
    }
    text.push([index, passage]);
  });
  return sheets.sort((a, b) => a.file - b.file || a.page - b.page || a.line - b.line);
});

// Whether every figure of a table stands on a page that there is a picture of.
function wholly(document, table, drawn, place) {
  let any = false;
  for (const of of figures) {
    if (of[0] !== document || of[1] !== table) continue;
    any = true;
    if (!of[FIGURE.box] || !drawn.has(`${of[FIGURE.place][0]}/${of[FIGURE.place][1]}`))
      return false;
  }
  return any || drawn.has(`${place[0]}/${place[1]}`);
}

function sheetOf(figure) {
  const [document, table, row, , place, box] = figures[figure];
  const sheets = sheetsOf[document];
  const page = sheets.findIndex(
    sheet => sheet.kind === "page" && sheet.file === place[0] && sheet.page === place[1],
  );
  if (page >= 0 && box) return page;
  const part = sheets.findIndex(sheet =>
    table < 0
      ? sheet.kind === "text" &&
        sheet.of.some(([, passage]) => passage[3].some(([index]) => index === row))
      : (sheet.kind === "table" && sheet.of.index === table) ||
        (sheet.kind === "targets" && sheet.of.funds.index === table),
  );
  return part >= 0 ? part : page;
}

function goTo(figure) {
  const sheet = sheetOf(figure);
  if (sheet < 0) return;
  const row = figures[figure][FIGURE.row];
  const moved = looking.document !== figures[figure][0] || looking.sheet !== sheet;
  if (moved || row < looking.first || row >= looking.first + MOST_ROWS)
    looking.first = Math.max(0, row - MOST_ROWS / 2);
  Object.assign(looking, {document: figures[figure][0], sheet, focus: figure, line: 0});
  drawViewer();
}

function goToPlace([file, page, line], box) {
  const sheets = sheetsOf[0];
  let found = sheets.findIndex(
    sheet => sheet.kind === "page" && sheet.file === file && sheet.page === page,
  );
  if (found < 0)
    sheets.forEach((sheet, index) => {
      if (
        sheet.file < file ||
        (sheet.file === file && (sheet.page < page || (sheet.page === page && sheet.line <= line)))
      )
        found = index;
    });
  if (found < 0) return;
  const first =
    sheets[found].kind === "table"
      ? Math.max(0, sheets[found].of.rows.findIndex(row => row[1] >= line) - MOST_ROWS / 2)
      : 0;
  Object.assign(looking, {
    document: 0,
    sheet: found,
    focus: undefined,
    first,
    line,
    box: sheets[found].kind === "page" ? box : 0,
  });
  drawViewer();
  Object.assign(looking, {box: 0, line: 0});
}

function turn(by) {
  const next = looking.sheet + by;
  if (next < 0 || next >= sheetsOf[looking.document].length) return;
  Object.assign(looking, {sheet: next, focus: undefined, first: 0});
  drawViewer();
}

function mark(suspected, others, focus) {
  marks.suspected = new Set(suspected);
  marks.others = new Set(others);
  marks.left.clear();
  marks.right.clear();
  pin(-1);
  looking.focus = focus;
}

const isMarked = figure =>
  figure === looking.focus || Object.values(marks).some(set => set.has(figure));

function classOf(figure) {
  const outcome = outcomeOf[figure];
  const names = ["fig", outcome < 0 ? "unchecked" : `status${outcome}`];
  if (findingsOf.has(figure)) names.push("found");
  if (figures[figure][FIGURE.mark]) names.push("marked");
  for (const [name, set] of Object.entries(marks)) if (set.has(figure)) names.push(name);
  if (figure === looking.focus) names.push("focus");
  return names.join(" ");
}

function figureElement(figure, tag, props, ...children) {
  const look = () => hint(figure, element);
  const element = h(
    tag,
    {
      ...props,
      class: `${props.class || ""} ${classOf(figure)}`,
      "data-figure": figure,
      onmouseenter: look,
      onfocus: look,
      onmouseleave: unhint,
      onblur: unhint,
      onclick: () => pin(figure),
      "aria-label": `${figures[figure][FIGURE.text]}: ${spoken(figure)}`,
      ...(tag === "button"
        ? {type: "button"}
        : {
            tabindex: "0",
            role: "button",
            onkeydown: event => {
              if (event.key === "Enter") {
                pin(figure);
                event.stopPropagation();
              }
            },
          }),
    },
    ...children,
  );
  return element;
}

// The outcome of a figure, and how it was read where that is not plain.
const spoken = figure =>
  [
    outcomeOf[figure] < 0 ? t("unchecked") : t(`status${outcomeOf[figure]}`),
    say(figures[figure][FIGURE.mark]),
  ]
    .filter(Boolean)
    .join(" · ");

// Where a statement stands, why it was not decided, and its rule.
const about = ([rule, , where, , why]) =>
  h("small", {}, [say(where), why ? say(why) : "", rule].filter(Boolean).join(" · "));

function sheetName(sheet, document) {
  const page = sheet.page ? t("page", sheet.page) : "";
  const file = view.documents[document].files[sheet.file]
    ? ` · ${view.documents[document].files[sheet.file]}`
    : "";
  if (sheet.kind === "page") return page + file;
  const title =
    sheet.kind === "text"
      ? sheet.of[0][1][0]
      : sheet.kind === "targets"
        ? `${sheet.of.title} ${sheet.of.project}`
        : sheet.of.title;
  return `${plain(title).slice(0, 40)}${page ? ` · ${page}` : ""}${file}`;
}

function drawViewer() {
  const sheets = sheetsOf[looking.document];
  const sheet = sheets[looking.sheet];
  const choose = (label, values, now, set) =>
    h(
      "select",
      {"aria-label": label, onchange: event => set(Number(event.target.value))},
      values.map((value, index) => h("option", {value: index, selected: index === now}, value)),
    );
  const name = document =>
    `${document.organisation} ${document.year || ""} ${say(document.kind)}`.trim() ||
    document.source;
  put(
    "turn",
    view.documents.length > 1 &&
      choose(t("document"), view.documents.map(name), looking.document, value => {
        Object.assign(looking, {document: value, sheet: 0, focus: undefined, first: 0});
        drawViewer();
      }),
    h(
      "button",
      {
        type: "button",
        onclick: () => turn(-1),
        disabled: looking.sheet <= 0,
        "aria-label": t("earlier"),
      },
      "‹",
    ),
    choose(
      t("part"),
      sheets.map(one => sheetName(one, looking.document)),
      looking.sheet,
      value => turn(value - looking.sheet),
    ),
    h(
      "button",
      {
        type: "button",
        onclick: () => turn(1),
        disabled: looking.sheet >= sheets.length - 1,
        "aria-label": t("later"),
      },
      "›",
    ),
  );
  if (!sheet) {
    put("sheet");
    return;
  }
  put(
    "sheet",
    sheet.kind === "page"
      ? pageElement(sheet)
      : [
          h("p", {class: "rebuilt"}, t("rebuilt")),
          sheet.kind === "table"
            ? tableElement(sheet.of)
            : sheet.kind === "targets"
              ? targetsElement(sheet.of)
              : textElement(sheet.of),
        ],
  );
  bringIntoView(document.querySelector("#sheet .focus"));
}

// Scrolls the sheet alone: the page around it stays where the reader has it.
function bringIntoView(element) {
  const sheet = document.getElementById("sheet");
  if (!element) {
    sheet.scrollTop = sheet.scrollLeft = 0;
    return;
  }
  const [of, inside] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()];
  sheet.scrollTop += of.top - inside.top - (inside.height - of.height) / 2;
  if (of.left < inside.left || of.right > inside.right)
    sheet.scrollLeft += of.left - inside.left - (inside.width - of.width) / 2;
}

const atLine = (from, to = from) =>
  looking.line > 0 && from <= looking.line && looking.line <= to ? "focus" : "";

function pageElement(sheet) {
  const [width, height, source] = images[pageKey(looking.document, sheet.file, sheet.page)];
  // Of what is blank only the row is known, which lies over the figures of the row.
  const boxes = (figuresOnPage.get(pageKey(looking.document, sheet.file, sheet.page)) || []).filter(
    figure => figures[figure][FIGURE.box],
  );
  const outline = ([x0, y0, x1, y1], around) => ({
    left: `${(100 * (x0 - around)) / width}%`,
    top: `${(100 * (y0 - around)) / height}%`,
    width: `${(100 * (x1 - x0 + 2 * around)) / width}%`,
    height: `${(100 * (y1 - y0 + 2 * around)) / height}%`,
  });
  return h(
    "div",
    {class: "page"},
    h("img", {src: source, alt: t("page", sheet.page), decoding: "async", width, height}),
    boxes
      .filter(figure => !figures[figure][FIGURE.text] && isMarked(figure))
      .map(figure =>
        h("div", {
          class: `box blank ${classOf(figure)}`,
          style: outline(figures[figure][FIGURE.box], 1.5),
        }),
      ),
    boxes
      .filter(figure => figures[figure][FIGURE.text])
      .map(figure =>
        figureElement(figure, "button", {
          class: "box",
          style: outline(figures[figure][FIGURE.box], 1.5),
        }),
      ),
    looking.box ? h("div", {class: "box place focus", style: outline(looking.box, 2)}) : null,
  );
}

function cellElement(table, row, column, text) {
  const figure = figureIn(looking.document, table.index, row, column);
  const role = table.roles[column];
  if (figure === undefined || !text) return h("td", {class: role}, text);
  return figureElement(figure, "td", {class: role}, text);
}

function tableElement(table) {
  const depth = Math.max(1, ...table.headers.map(header => header.length));
  const end = Math.min(table.rows.length, looking.first + MOST_ROWS);
  const head = [];
  for (let level = 0; level < depth; level++) {
    const cells = [];
    for (let column = 0; column < table.headers.length;) {
      const header = table.headers[column];
      let span = 1;
      const same = other =>
        table.headers[other] &&
        level < header.length - 1 &&
        header.slice(0, level + 1).join("/") === table.headers[other].slice(0, level + 1).join("/");
      while (same(column + span)) span++;
      cells.push(h("th", {colspan: span, scope: "col"}, header[level] ?? ""));
      column += span;
    }
    head.push(h("tr", {}, cells));
  }
  const rows = [];
  for (let row = looking.first; row < end; row++) {
    const [level, line, cells] = table.rows[row];
    rows.push(
      h(
        "tr",
        {class: `${level === 0 ? "total" : ""} ${atLine(line)}`},
        cells.map((text, column) => cellElement(table, row, column, text)),
      ),
    );
  }
  const window = (first, words) =>
    h(
      "button",
      {
        type: "button",
        onclick: () => {
          Object.assign(looking, {first, focus: undefined});
          drawViewer();
        },
      },
      t(words),
    );
  return h(
    "section",
    {class: "rebuilt"},
    h(
      "h3",
      {},
      `${table.number ? `${table.number} ` : ""}${table.title}`,
      table.unit && h("small", {}, ` ${table.unit}`),
    ),
    looking.first > 0 && window(Math.max(0, looking.first - MOST_ROWS), "rows_before"),
    h("table", {}, h("thead", {}, head), h("tbody", {}, rows)),
    end < table.rows.length && window(end, "rows_after"),
    table.notes.map(note => h("p", {}, note)),
  );
}

function targetsElement(of) {
  return h(
    "section",
    {class: "rebuilt"},
    h("h3", {}, of.title),
    of.project && h("p", {}, of.project),
    of.facts.length > 0 &&
      h(
        "dl",
        {},
        of.facts.map(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]),
      ),
    of.funds.rows.length > 0 && tableElement(of.funds),
    of.texts.map(([name, period, annual]) =>
      h("p", {}, h("b", {}, name), " ", period, " ", annual),
    ),
    h("h4", {}, t("indicators")),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ["level", "indicator", "period", "annual", "actual"].map(key =>
            h("th", {scope: "col"}, t(key)),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        of.indicators.map(([, level, name, period, annual, actual, line]) =>
          h(
            "tr",
            {class: atLine(line)},
            [level, name, period, annual, actual].map(text => h("td", {}, text)),
          ),
        ),
      ),
    ),
  );
}

function textElement(passages) {
  return h(
    "section",
    {class: "rebuilt text"},
    passages.map(([, [text, heading, place, inside, last]]) => {
      const parts = [];
      let at = 0;
      for (const [index, begin, end] of inside) {
        const figure = figureIn(looking.document, -1, index, 0);
        parts.push(
          text.slice(at, begin),
          figure === undefined
            ? text.slice(begin, end)
            : figureElement(figure, "span", {}, text.slice(begin, end)),
        );
        at = end;
      }
      parts.push(text.slice(at));
      return h(heading ? "h4" : "p", {class: atLine(place[2], last)}, parts);
    }),
  );
}

function statementElement(index) {
  const statement = view.statements[index];
  const [, status, , sum] = statement;
  return h(
    "button",
    {
      type: "button",
      class: `statement status${status}`,
      onclick: event => {
        marks.suspected.clear();
        marks.others.clear();
        marks.left = new Set(statement[5]);
        marks.right = new Set([...statement[6], ...statement[7]]);
        for (const element of document.querySelectorAll("#pinned .statement[aria-current]"))
          element.removeAttribute("aria-current");
        event.currentTarget.setAttribute("aria-current", "true");
        drawViewer();
      },
    },
    h("span", {class: "sign", "aria-hidden": "true"}, SIGNS[status]),
    h("b", {}, t(`status${status}`)),
    " ",
    h("span", {class: "sum"}, say(sum)),
    about(statement),
  );
}

// What a figure takes part in, while it is pointed at …
function hint(figure, element) {
  const indices = statementsOf[figure];
  const most = 6;
  const box = document.getElementById("hint");
  box.replaceChildren(
    h("p", {}, h("b", {}, figures[figure][FIGURE.text]), ` ${spoken(figure)}`),
    ...(indices.length ? [] : [h("p", {}, t("no_statement"))]),
    ...gravest(indices)
      .slice(0, most)
      .map(index => {
        const statement = view.statements[index];
        const [, status, , sum] = statement;
        return h("p", {class: `status${status}`}, `${SIGNS[status]} ${say(sum)}`, about(statement));
      }),
    ...(indices.length > most ? [h("p", {}, t("more", indices.length - most))] : []),
  );
  box.hidden = false;
  const at = element.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const below = at.bottom + size.height + 8 < innerHeight;
  Object.assign(box.style, {
    left: `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`,
    top: `${below ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)}px`,
  });
}

function unhint() {
  document.getElementById("hint").hidden = true;
}

const gravest = indices =>
  [...indices].sort(
    (a, b) => GRAVITY[view.statements[b][1]] - GRAVITY[view.statements[a][1]] || a - b,
  );

// … and after it was pressed, until another one is.
function pin(figure) {
  pinned = figure;
  const panel = document.getElementById("pinned");
  panel.hidden = figure < 0;
  if (figure < 0) return;
  const indices = gravest(statementsOf[figure]);
  const findings = (findingsOf.get(figure) || []).map(index =>
    h(
      "button",
      {
        type: "button",
        class: `chip ${SEVERITIES[view.findings[index].severity]}`,
        onclick: () => reveal(index),
      },
      `${t(SEVERITIES[view.findings[index].severity])} ${index + 1}`,
    ),
  );
  panel.replaceChildren(
    h(
      "header",
      {},
      h("h3", {}, t("statements_of", figures[figure][FIGURE.text])),
      h("small", {}, say(figures[figure][FIGURE.mark])),
      findings,
      h(
        "button",
        {type: "button", class: "close", "aria-label": t("close"), onclick: () => pin(-1)},
        "×",
      ),
    ),
    h("p", {class: "empty"}, t(indices.length ? "click_statement" : "no_statement")),
    ...indices.slice(0, 200).map(statementElement),
  );
}
