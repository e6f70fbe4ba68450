"use strict";
// The grid: rows and cells, and walking through them as in a spreadsheet (ARIA's grid pattern). What a
// change means is not known here: `wants` has the functions that the page gives.
(() => {
  const { byId, make, texts } = window.ledwerk;
  const { fill, worded, saidEmpty, shown, cited, networkAddress, editor } = window.ledwerk.tables;
  const table = byId("grid");
  const [head, body] = [table.tHead, table.tBodies[0]];
  let view = { columns: [], rows: [], total: 0, start: 0, sort: "", mayEdit: false };
  let wants = {};
  let at = { r: 0, c: 0 };
  let editing = null; // {row, column, cell, made, was, revision}
  const chosen = new Map(); // rows that are selected, by key

  const SELECT = { name: "$select" };
  const FROM = { name: "$from", label: texts.from_where };
  const NETWORK = { name: "$network", label: texts.network_short };
  const OWN = { name: "$page", label: texts.page_short };
  const laidOut = () => [...(view.mayEdit ? [SELECT] : []), ...view.columns, FROM, OWN, NETWORK];

  // -- drawing ------------------------------------------------------------------------------------------
  const title = (column) => {
    if (column === SELECT) return make("th", null, { scope: "col", tabIndex: -1, className: "select aside" }, make("span", texts.select_row.replace("{name}", ""), { className: "unseen" }));
    const cell = make("th", null, { scope: "col", role: "columnheader" });
    if (column === NETWORK || column === OWN) cell.className = "aside";
    if (!column.sortable) {
      cell.append(make("span", column.label));
      cell.tabIndex = -1;
      return cell;
    }
    const down = view.sort === `-${column.name}`;
    const up = view.sort === column.name || (!view.sort && column.name === view.columns[0].name);
    if (up || down) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    const button = make("button", column.label, { type: "button", className: "sort", tabIndex: -1, title: fill(texts.sort_by, { label: column.label }) });
    button.addEventListener("click", () => wants.sort(column, up ? `-${column.name}` : column.name));
    cell.append(button);
    return cell;
  };
  const selectCell = (row) => {
    const box = make("input", null, { type: "checkbox", tabIndex: -1, checked: chosen.has(row.key), "aria-label": fill(texts.select_row, { name: row.name }) });
    box.addEventListener("change", () => choose(row, box.checked));
    return box;
  };
  const nodeOf = (row) => (row.key.includes(">") ? Object.values(row.values).find((value) => value?.id)?.id : row.key);
  const networkCell = (row) => make("a", "→", { href: networkAddress(nodeOf(row)), tabIndex: -1, "aria-label": fill(texts.in_network, { name: row.name }) });
  const pageCell = (row) => make("a", "≡", { tabIndex: -1, "aria-label": fill(texts.page_of, { name: row.name }),
    href: window.ledwerk.seenAddress(`/node/${encodeURIComponent(nodeOf(row)).replaceAll("%3A", ":")}`, { lang: document.documentElement.lang }) });
  const content = (column, row) => {
    if (column === SELECT) return selectCell(row);
    if (column === FROM) return cited(row);
    if (column === OWN) return pageCell(row);
    return column === NETWORK ? networkCell(row) : shown(column, row);
  };
  const isNumber = (column) => ["number", "integer"].includes(column.type);
  const mayEdit = (column) => view.mayEdit && column.editable === true;
  const drawCell = (cell, column, row) => {
    cell.replaceChildren(content(column, row));
    if (column.name === "$select") return;
    if (view.mayEdit && !mayEdit(column)) cell.setAttribute("aria-readonly", "true");
  };
  const drawRow = (row, r, columns) => {
    const line = make("tr", null, { "aria-rowindex": String(view.start + r + 1) });
    line.dataset.key = row.key;
    if (row.fresh) line.className = "fresh";
    columns.forEach((column, c) => {
      const naming = column.name === "name";
      const cell = make(naming ? "th" : "td", null, { tabIndex: -1, role: naming ? "rowheader" : "gridcell" });
      if (naming) cell.scope = "row";
      if (isNumber(column)) cell.className = "number";
      if (column.type === "text") cell.className = "long";
      if (column === SELECT || column === NETWORK || column === OWN) cell.className = "aside";
      cell.dataset.c = c;
      drawCell(cell, column, row);
      line.append(cell);
    });
    if (view.mayEdit) line.setAttribute("aria-selected", String(chosen.has(row.key)));
    return line;
  };
  const draw = (next) => {
    const had = table.contains(document.activeElement);
    const key = view.rows[at.r]?.key;
    view = { ...view, ...next };
    editing = null;
    const columns = laidOut();
    head.replaceChildren(make("tr", null, { "aria-rowindex": "1" }, ...columns.map(title)));
    body.replaceChildren(...view.rows.map((row, r) => drawRow(row, r + 1, columns)));
    if (!view.rows.length) body.append(make("tr", null, {}, make("td", view.nothing, { colSpan: columns.length, tabIndex: -1, className: "soft" })));
    table.setAttribute("aria-rowcount", String(view.total + 1));
    table.setAttribute("aria-colcount", String(columns.length));
    table.setAttribute("aria-readonly", String(!view.mayEdit));
    if (view.mayEdit) table.setAttribute("aria-multiselectable", "true");
    const again = view.rows.findIndex((row) => row.key === key);
    place(again >= 0 ? again : Math.min(at.r, view.rows.length - 1), Math.min(at.c, columns.length - 1), had && document.activeElement === document.body);
  };
  // Newer values of rows that are on the screen; a cell that somebody writes in stays as it is.
  const patch = (rows) => {
    const columns = laidOut();
    for (const row of rows) {
      const r = view.rows.findIndex((one) => one.key === row.key);
      if (r < 0) continue;
      const before = view.rows[r];
      view.rows[r] = { ...row, cursor: before.cursor, fresh: before.fresh };
      columns.forEach((column, c) => {
        const cell = body.rows[r].cells[c];
        if (editing?.cell !== cell) drawCell(cell, column, view.rows[r]);
      });
    }
  };

  // -- walking -------------------------------------------------------------------------------------------
  const cellAt = (r, c) => (r < 0 ? head.rows[0] : body.rows[r])?.cells[c];
  const target = (cell) => cell?.querySelector("button.sort") ?? cell;
  const place = (r, c, focus = true) => {
    const width = laidOut().length;
    const last = Math.max(view.rows.length, 1) - 1;
    const to = { r: Math.max(-1, Math.min(r, last)), c: Math.max(0, Math.min(c, width - 1)) };
    for (const old of table.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
    at = to;
    const cell = target(cellAt(at.r, at.c));
    if (!cell) return;
    cell.tabIndex = 0;
    if (focus) {
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };
  const here = () => ({ row: view.rows[at.r], column: laidOut()[at.c], cell: cellAt(at.r, at.c) });
  const MOVES = {
    ArrowUp: () => place(at.r - 1, at.c), ArrowDown: () => place(at.r + 1, at.c),
    ArrowLeft: () => place(at.r, at.c - 1), ArrowRight: () => place(at.r, at.c + 1),
    PageUp: () => place(Math.max(0, at.r - 10), at.c), PageDown: () => place(at.r + 10, at.c),
    Home: (event) => place(event.ctrlKey ? 0 : at.r, 0),
    End: (event) => place(event.ctrlKey ? view.rows.length - 1 : at.r, laidOut().length - 1),
  };
  const enter = () => {
    const { column, cell } = here();
    if (at.r < 0) return void cell.querySelector("button")?.click();
    const inside = cell?.querySelector("a, input");
    if (inside && !mayEdit(column)) return void inside.click();
    edit();
  };
  const choose = (row, yes) => {
    if (yes) chosen.set(row.key, row);
    else chosen.delete(row.key);
    const r = view.rows.findIndex((one) => one.key === row.key);
    if (r >= 0) {
      body.rows[r].setAttribute("aria-selected", String(yes));
      body.rows[r].cells[0].querySelector("input").checked = yes;
    }
    wants.chosen([...chosen.values()]);
  };
  const onKey = (event) => {
    if (editing) return onEditKey(event);
    const { row, column } = here();
    if (MOVES[event.key] && !event.altKey) MOVES[event.key](event);
    else if (event.key === "Enter" || event.key === "F2") enter();
    else if (event.key === " " && view.mayEdit && row) choose(row, !chosen.has(row.key));
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && view.mayEdit) wants.undo();
    else if (["Delete", "Backspace"].includes(event.key) && row && mayEdit(column)) clear();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && row && mayEdit(column)) edit(event.key);
    else return;
    event.preventDefault();
  };

  // -- editing -------------------------------------------------------------------------------------------
  const edit = (typed) => {
    const { row, column, cell } = here();
    if (!row || !mayEdit(column)) {
      if (view.mayEdit && row && column.name[0] !== "$") wants.tell(column.name === "name" ? texts.derived_help : texts.identity_help);
      return;
    }
    const made = editor(column, row.values[column.field], typed);
    made.element.setAttribute("aria-label", `${column.label}, ${row.name}`);
    if (column.hint) made.element.title = column.hint;
    editing = { row, column, cell, made, was: row.values[column.field], revision: row.revision };
    cell.classList.add("editing");
    cell.replaceChildren(made.element);
    made.element.focus();
    if (typed === undefined) made.element.select?.();
  };
  const stop = () => {
    const { cell, column, row } = editing;
    editing = null;
    cell.classList.remove("editing");
    cell.removeAttribute("aria-busy");
    const r = view.rows.findIndex((one) => one.key === row.key);
    drawCell(cell, column, r >= 0 ? view.rows[r] : row);
  };
  // At the cell, in words; what was typed stays.
  const refuse = (...told) => {
    const { cell, made } = editing;
    cell.querySelector(".cell-wrong")?.remove();
    const box = make("div", null, { className: "cell-wrong", id: "cell-wrong", role: "alert" }, ...told);
    cell.append(box);
    made.element.setAttribute("aria-invalid", "true");
    made.element.setAttribute("aria-describedby", "cell-wrong");
    box.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  // Saves what is in the open cell; true when the cell is closed.
  const commit = async () => {
    const open = editing;
    if (!open || open.cell.getAttribute("aria-busy")) return false;
    const read = open.made.read();
    if (read.wrong) {
      refuse(make("span", read.wrong));
      return false;
    }
    if (worded(open.column, lowered(open.column, read.value)) === worded(open.column, open.was)) {
      stop();
      return true;
    }
    open.cell.setAttribute("aria-busy", "true");
    const trouble = await wants.save(open, read.value);
    open.cell.removeAttribute("aria-busy");
    if (editing !== open) return true;
    if (trouble) refuse(...trouble);
    else stop();
    return !trouble;
  };
  const lowered = (column, value) => (column.type === "choice" && value ? value.toLowerCase() : value);
  const cancel = () => {
    stop();
    place(at.r, at.c);
  };
  const clear = () => {
    edit("");
    if (editing.column.terms?.length || editing.column.type === "boolean") editing.made.element.value = "";
    commitAnd(() => place(at.r, at.c));
  };
  const commitAnd = async (then) => {
    const open = editing;
    if (await commit()) then();
    else if (editing === open && !open.cell.contains(document.activeElement)) open.made.element.focus();
  };
  const onEditKey = (event) => {
    if (event.target !== editing.made.element && event.key !== "Escape") return; // buttons at the cell
    if (event.key === "Escape") cancel();
    else if (event.key === "Enter" && (event.altKey || event.shiftKey) && editing.column.type === "text") return;
    else if (event.key === "Enter") commitAnd(() => place(at.r + 1, at.c));
    else if (event.key === "Tab") commitAnd(() => place(at.r, at.c + (event.shiftKey ? -1 : 1)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // One cell is copied and pasted as in a spreadsheet; more of them are a piece of a table.
  table.addEventListener("copy", (event) => {
    const { row, column } = here();
    if (editing || !row || column.name[0] === "$" || !getSelection().isCollapsed) return;
    event.clipboardData.setData("text/plain", worded(column, row.values[column.field]));
    event.preventDefault();
  });
  table.addEventListener("paste", (event) => {
    const { row, column } = here();
    if (editing || !row || !mayEdit(column)) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (/[\t\n]/.test(text)) wants.tell(texts.paste_many);
    else edit(text);
  });
  table.addEventListener("keydown", onKey);
  table.addEventListener("mousedown", (event) => {
    const cell = event.target.closest("td, th");
    if (!cell?.parentElement || editing?.cell === cell || event.target.closest("button.sort, a, input")) return;
    const r = cell.closest("thead") ? -1 : cell.parentElement.sectionRowIndex;
    const go = () => place(r, cell.cellIndex);
    if (editing) {
      event.preventDefault();
      commitAnd(go);
    } else go();
  });
  table.addEventListener("focusin", (event) => { // also where a screen reader put it
    const cell = event.target.closest("td, th");
    if (cell && !editing) place(cell.closest("thead") ? -1 : cell.parentElement.sectionRowIndex, cell.cellIndex, false);
  });
  table.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("tbody td, tbody th");
    if (!cell || editing || event.target.closest("a, input")) return;
    place(cell.parentElement.sectionRowIndex, cell.cellIndex);
    edit();
  });
  document.addEventListener("mousedown", (event) => {
    if (editing && !table.contains(event.target)) commit();
  });
  addEventListener("beforeunload", (event) => { if (editing) event.preventDefault(); });

  window.ledwerk.tables.grid = {
    draw, patch, place, cancel, commit, refuse,
    follow: (functions) => { wants = functions; },
    view: () => view, editing: () => editing, chosen: () => [...chosen.values()],
    forget: (keys) => { for (const key of keys ?? [...chosen.keys()]) chosen.delete(key); wants.chosen([...chosen.values()]); },
    said: (column, value) => saidEmpty(column, value),
  };
})();
