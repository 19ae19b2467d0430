const byId = (id) => document.getElementById(id);
const say = (text) => {
  byId("said").textContent = text;
};

let count = 0;
const add = () => {
  count += 1;
  say(`${count} added`);
};
byId("add").addEventListener("click", add);
byId("slow").addEventListener("click", () => setTimeout(add, 400));
byId("fail").addEventListener("click", () => {
  throw new Error("broken on purpose");
});
byId("reject").addEventListener("click", () => Promise.reject(new Error("nobody cared")));
byId("ask").addEventListener("click", () => byId("dialog").showModal());
byId("cancel").addEventListener("click", () => byId("dialog").close());
byId("label").addEventListener("input", ({ target }) => say(`label ${target.value}`));
byId("status").addEventListener("change", ({ target }) => say(`status ${target.value}`));
byId("file").addEventListener("change", ({ target }) => say(`file ${target.files[0].name}`));

const rows = byId("rows");
const selectOnly = (row) => {
  for (const other of rows.children) {
    other.setAttribute("aria-selected", String(other === row));
  }
};
for (let number = 0; number < 5; number += 1) {
  const row = document.createElement("tr");
  row.tabIndex = number === 0 ? 0 : -1;
  row.setAttribute("aria-selected", "false");
  for (const text of [`893${number}`, number % 2 ? "Alpine" : "Northgate"]) {
    const cell = document.createElement("td");
    cell.setAttribute("role", "gridcell");
    cell.textContent = text;
    row.append(cell);
  }
  row.addEventListener("click", (event) => {
    if (event.ctrlKey) {
      row.setAttribute("aria-selected", String(row.getAttribute("aria-selected") !== "true"));
    } else {
      selectOnly(row);
    }
    row.focus();
  });
  row.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    selectOnly(row);
    byId("menu").hidden = false;
  });
  rows.append(row);
}
rows.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const next = step && document.activeElement[step];
  if (next) {
    event.preventDefault();
    next.focus();
    if (event.shiftKey) {
      next.setAttribute("aria-selected", "true");
    }
  }
  if (event.key === "a" && event.ctrlKey) {
    event.preventDefault();
    [...rows.children].forEach((row) => row.setAttribute("aria-selected", "true"));
  }
});
byId("menu").addEventListener("click", ({ target }) => {
  say(`${target.textContent} chosen`);
  byId("menu").hidden = true;
});
byId("scroller").addEventListener("scroll", ({ target }) => say(`scrolled ${target.scrollTop > 0}`));

let carried = false;
rows.addEventListener("pointerdown", () => {
  carried = true;
});
byId("target").addEventListener("pointerup", () => {
  if (carried) {
    say("dropped on Alpine");
  }
  carried = false;
});
