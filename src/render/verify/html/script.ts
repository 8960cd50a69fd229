/**
 * The script of the page: sorting, copying, filtering. Without it everything is there to read; it
 * writes text only, never markup.
 */
export const script = String.raw`
"use strict";
(() => {
  const status = document.getElementById("status");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const valueOf = (cell) => cell.dataset.value ?? cell.textContent.trim();

  function sortBy(table, column, heads) {
    const head = heads[column];
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    const numeric = head.classList.contains("number");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column]) }));
    const compare = (a, b) =>
      numeric ? Number(a) - Number(b) : a.localeCompare(b, "en", { numeric: true });
    rows.sort((a, b) => {
      if (a.value === "" || b.value === "") return Number(a.value === "") - Number(b.value === "");
      return ascending ? compare(a.value, b.value) : compare(b.value, a.value);
    });
    body.append(...rows.map(({ row }) => row));
    for (const other of heads) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    status.textContent =
      "Sorted by " + head.textContent + ", " + (ascending ? "ascending" : "descending");
  }

  for (const table of all("table.sortable")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sortBy(table, column, heads));
      head.replaceChildren(button);
      head.setAttribute("aria-sort", "none");
    });
  }

  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  for (const button of all("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const table = button.closest(".data").querySelector("table");
      const rows = [...table.rows].filter((row) => !row.hidden);
      const lines = rows.map((row) => [...row.cells].map(valueOf).join("\t"));
      await copyText(lines.join("\n") + "\n");
      button.focus();
      status.textContent = "Copied " + (rows.length - 1) + " rows";
      const word = button.firstChild;
      word.textContent = "Copied";
      setTimeout(() => {
        word.textContent = "Copy";
      }, 2000);
    });
  }

  const filters = document.querySelector(".filters");
  const boxes = all("input", filters);
  const claims = all("article.claim");
  const marked = [...claims, ...all("tr[data-verdict]")];
  const shown = filters.querySelector(".shown");

  function filter() {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const one of marked) one.hidden = !wanted.has(one.dataset.verdict);
    const count = claims.filter((claim) => !claim.hidden).length;
    shown.textContent = count + " of " + claims.length + " claims shown";
    status.textContent = shown.textContent;
  }

  function showAll() {
    for (const box of boxes) box.checked = true;
    filter();
  }

  filters.hidden = false;
  filters.addEventListener("change", filter);
  filters.querySelector(".all").addEventListener("click", showAll);

  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden) return;
    showAll();
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (boxes.some((box) => !box.checked)) filter();
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
`;
