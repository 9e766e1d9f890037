// Dark or light: as the system has it until the reader chooses; paper is light.
const root = document.documentElement;
root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

function switchTheme() {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
}

let beforePaper = root.dataset.theme;
addEventListener("beforeprint", () => {
  beforePaper = root.dataset.theme;
  root.dataset.theme = "light";
});
addEventListener("afterprint", () => {
  root.dataset.theme = beforePaper;
});
