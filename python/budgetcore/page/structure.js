// Pictures of the money: where it comes from and goes, shares, and the year before. Lengths are drawn
// from rounded numbers; every amount and share that is written came with the data, exact.
const COLOURS = [
  "#2f6f9f",
  "#c8553d",
  "#588b4c",
  "#b08620",
  "#7a5ea8",
  "#3a8c8c",
  "#a34f7c",
  "#6b7280",
];

function drawStructure() {
  const parts = [
    pictures.flow && [h("h3", {}, t("flow")), flowPicture(pictures.flow), bandTable(pictures.flow)],
    pictures.shares && [h("h3", {}, t("shares")), sharesPicture(pictures.shares)],
    pictures.years && [h("h3", {}, t("years")), yearsPicture(pictures.years)],
  ].filter(Boolean);
  put(
    "structure",
    parts.length
      ? [...parts, h("p", {class: "empty"}, t("printed"))]
      : h("p", {class: "empty"}, t("no_structure")),
  );
}

// A band: name, amount as printed, share, length from 0 to 1 of the larger side.
function flowPicture({sources, uses, unit}) {
  const width = 720,
    least = 34,
    gap = 6,
    scale = 260;
  const room = bands =>
    bands.reduce((sum, band) => sum + Math.max(band[3] * scale, least) + gap, 0);
  const height = Math.max(room(sources), room(uses), scale) + 20;
  const picture = svg("svg", {
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    class: "flow",
    "aria-label": `${t("flow")}: ${[...sources, ...uses].map(band => `${band[0]} ${band[1]}`).join(", ")}`,
  });
  const middle = (height - scale) / 2;
  picture.append(
    svg("rect", {x: width / 2 - 6, y: middle, width: 12, height: scale, class: "trunk"}),
  );
  for (const [bands, left] of [
    [sources, true],
    [uses, false],
  ]) {
    let top = (height - room(bands)) / 2,
      inside = middle;
    bands.forEach((band, index) => {
      const [name, amount, share, length] = band;
      const slot = Math.max(length * scale, least),
        thick = Math.max(length * scale, 1);
      const y = top + (slot - thick) / 2;
      const outer = left ? 210 : width - 210,
        inner = left ? width / 2 - 6 : width / 2 + 6,
        half = (outer + inner) / 2;
      const colour = COLOURS[index % COLOURS.length];
      const ribbon = svg("path", {
        fill: colour,
        "fill-opacity": 0.45,
        d: `M${outer},${y} C${half},${y} ${half},${inside} ${inner},${inside} V${inside + thick} C${half},${inside + thick} ${half},${y + thick} ${outer},${y + thick} Z`,
      });
      ribbon.append(svg("title", {}, `${name} ${amount} ${unit} ${share}`));
      picture.append(ribbon, svg("rect", {x: outer - 3, y, width: 6, height: thick, fill: colour}));
      const x = left ? outer - 8 : outer + 8,
        anchor = left ? "end" : "start";
      picture.append(
        svg(
          "text",
          {x, y: top + slot / 2 - 3, "text-anchor": anchor},
          name.length > 16 ? `${name.slice(0, 15)}…` : name,
        ),
        svg(
          "text",
          {x, y: top + slot / 2 + 12, "text-anchor": anchor, class: "small"},
          `${amount}  ${share}`,
        ),
      );
      top += slot + gap;
      inside += thick;
    });
  }
  return h("figure", {}, picture);
}

function bandTable({sources, uses, unit}) {
  const rows = (side, bands) =>
    bands.map(([name, amount, share]) =>
      h(
        "tr",
        {},
        h("td", {}, t(side)),
        h("td", {}, name),
        h("td", {class: "amount"}, amount),
        h("td", {class: "amount"}, share),
      ),
    );
  return h(
    "details",
    {},
    h("summary", {}, t("amount", unit)),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", {}, ""),
          h("th", {}, t("subject")),
          h("th", {}, t("amount", unit)),
          h("th", {}, t("share")),
        ),
      ),
      h("tbody", {}, rows("income", sources), rows("expenditure", uses)),
    ),
  );
}

function sharesPicture({rows, unit}) {
  return h(
    "table",
    {class: "bars"},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", {scope: "col"}, t("subject")),
        h("th", {scope: "col"}, t("amount", unit)),
        h("th", {scope: "col"}, t("share")),
        h("th", {}, ""),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(([code, name, amount, share, length], index) =>
        h(
          "tr",
          {},
          h("td", {}, `${code} ${name}`),
          h("td", {class: "amount"}, amount),
          h("td", {class: "amount"}, share),
          h(
            "td",
            {class: "length"},
            h("span", {
              style: {
                width: `${Math.max(0, 100 * length)}%`,
                background: COLOURS[index % COLOURS.length],
              },
            }),
          ),
        ),
      ),
    ),
  );
}

function yearsPicture({rows, unit, labels}) {
  return h(
    "table",
    {class: "bars"},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", {scope: "col"}, t("subject")),
        h("th", {scope: "col"}, `${labels[0]} (${unit})`),
        h("th", {scope: "col"}, `${labels[1]} (${unit})`),
        h("th", {scope: "col"}, t("change")),
        h("th", {scope: "col"}, t("growth")),
        h("th", {}, ""),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(([code, name, earlier, later, change, growth, length]) =>
        h(
          "tr",
          {},
          h("td", {}, `${code} ${name}`),
          [earlier, later, change, growth].map(text => h("td", {class: "amount"}, text)),
          h(
            "td",
            {class: "length change"},
            h("span", {
              class: length < 0 ? "less" : "more",
              style: {
                width: `${50 * Math.abs(length)}%`,
                marginLeft: `${length < 0 ? 50 - 50 * Math.abs(length) : 50}%`,
              },
            }),
          ),
        ),
      ),
    ),
  );
}
