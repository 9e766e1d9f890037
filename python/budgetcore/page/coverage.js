// What was checked, what was not, and why.
function drawCoverage() {
  const [read, checked, unchecked, unreadable] = view.head.figures;
  const bar = h(
    "div",
    {
      class: "bar",
      role: "img",
      "aria-label": `${t("figures_read", read)}: ${t("checked")} ${checked}, ${t("unchecked")} ${unchecked}, ${t("unreadable")} ${unreadable}`,
    },
    [
      ["checked", checked],
      ["unchecked", unchecked],
      ["unreadable", unreadable],
    ]
      .filter(([, count]) => count > 0)
      .map(([name, count]) =>
        h("span", {class: name, style: {flexGrow: count}}, `${t(name)} ${count}`),
      ),
  );
  put(
    "coverage",
    h("h2", {}, t("figures_read", read)),
    bar,
    view.sections.map(section => {
      const [first, ...rest] = section[lang ? "en" : "zh"];
      return h(
        "section",
        {},
        h("h3", {}, first[1]),
        rest.map(([indent, text]) => h("p", {class: `in${indent}`}, text)),
      );
    }),
    h(
      "section",
      {},
      h(
        "h3",
        {},
        view.unchecked.length ? t("unchecked_figures", view.unchecked.length) : t("every_checked"),
      ),
      uncheckedLists(),
    ),
    h("section", {}, h("h3", {}, t("outcomes")), rulesTable()),
  );
}

function uncheckedLists() {
  const groups = new Map();
  for (const figure of view.unchecked) {
    const key = tableOf(figure);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(figure);
  }
  return [...groups].map(([key, members]) =>
    h(
      "details",
      {open: members.length <= 40},
      h("summary", {}, `${plain(tableName(key))} (${members.length})`),
      members.slice(0, 2000).map(figure =>
        h(
          "button",
          {
            type: "button",
            class: "place",
            title: labelOf(figure),
            onclick: () => {
              mark([], [], figure);
              goTo(figure);
              pin(figure);
            },
          },
          h("b", {}, figures[figure][FIGURE.text]),
          " ",
          labelOf(figure),
        ),
      ),
    ),
  );
}

// The names of a figure's row and column.
function labelOf(figure) {
  const [document, index, row, column] = figures[figure];
  if (index < 0) return "";
  const table = tableAt(document, index);
  const name =
    table.roles
      .map((role, at) => (role === "name" ? table.rows[row][2][at] : ""))
      .filter(Boolean)[0] || "";
  return [name, table.headers[column].at(-1)].filter(Boolean).join(" · ").slice(0, 80);
}

function rulesTable() {
  const rows = [];
  let unbound = 0;
  let held = 0;
  for (const [rule, counts] of view.rules) {
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (all === 0) unbound++;
    else if (counts[0] + counts[1] === all) {
      held++;
      rows.push([1, rule, counts]);
    } else rows.push([counts[2] > 0 ? -1 : 0, rule, counts]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  const row = ([, rule, counts]) =>
    h(
      "tr",
      {},
      h("td", {}, rule),
      counts.map((count, status) =>
        h("td", {class: count ? `amount status${status}` : "amount"}, count || ""),
      ),
    );
  const table = part =>
    h(
      "table",
      {class: "outcomes"},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", {scope: "col"}, t("rule")),
          [0, 1, 2, 3, 4, 5].map(status => h("th", {scope: "col"}, t(`status${status}`))),
        ),
      ),
      h("tbody", {}, part.map(row)),
    );
  return [
    table(rows.filter(([order]) => order < 1)),
    held > 0 &&
      h(
        "details",
        {},
        h("summary", {}, t("held", held)),
        table(rows.filter(([order]) => order === 1)),
      ),
    h("p", {class: "empty"}, t("unbound", unbound)),
  ];
}
