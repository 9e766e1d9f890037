// Rows are filtered by words and sorted by a press on a header.
const body = document.querySelector("tbody");
const rows = [...body.rows];
document.getElementById("search").addEventListener("input", event => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every(word => text.includes(word));
  }
});
document.querySelectorAll("th button").forEach((button, column) =>
  button.addEventListener("click", () => {
    const head = button.parentElement;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of document.querySelectorAll("th")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = row => row.cells[column].dataset.key ?? row.cells[column].textContent;
    const order = (a, b) =>
      key(a).localeCompare(key(b), document.documentElement.lang, {numeric: true});
    rows.sort((a, b) => (down ? order(b, a) : order(a, b)));
    body.append(...rows);
  }),
);
