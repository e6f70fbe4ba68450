"use strict";
// The table behind the picture: the same marks and ties as rows, from which everything can be done as well.
// It is always there for who has its content read out; `Tabel` shows it to all.
(() => {
  const { texts, byId, make, view, words, picture } = ledwerk;
  const box = byId("table");
  const toggle = byId("table-toggle");
  const order = { marks: { by: 0, down: false }, ties: { by: 3, down: true } };
  let open = false;

  const tiesOf = (drawing) => {
    const counts = new Map();
    for (const { from, to, gap } of drawing.edges) {
      if (!gap) for (const end of [from, to]) counts.set(end, (counts.get(end) || 0) + 1);
    }
    return counts;
  };
  const button = (text, data, label) => {
    const made = make("button", text, { type: "button", className: "link", tabIndex: open ? 0 : -1 });
    Object.assign(made.dataset, data);
    if (label) made.setAttribute("aria-label", label);
    return made;
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), view.lang));

  const marksOf = (drawing) => {
    const counts = tiesOf(drawing);
    const valued = drawing.nodes.some((one) => one.number !== null);
    return {
      id: "marks", caption: texts.marks,
      heads: [texts.name, texts.kind, texts.helix, texts.number_of_ties, ...(valued ? [texts.value] : []), ""],
      rows: drawing.nodes.map((one) => ({
        id: one.id, chosen: one.id === view.state().selected,
        values: [one.name, one.members ? `${one.kindLabel || one.kind} (${words.filled(texts.members, { n: one.members })})` : one.kindLabel,
          one.helix ? words.label("helix", one.helix) : "", counts.get(one.id) || 0, ...(valued ? [one.number ?? ""] : [])],
        first: button(one.name, { mark: one.id }),
        last: one.members ? button(texts.open, { open: one.id }, `${texts.open}: ${one.name}`) : null,
      })),
    };
  };
  const tieRows = (drawing) => ({
    id: "ties", caption: texts.ties,
    heads: [texts.from, texts.to, texts.kind, texts.weight, ""],
    rows: drawing.edges.map((one) => {
      const [a, b] = [picture.mark(one.from), picture.mark(one.to)];
      const kind = one.gap ? texts.gap : one.title;
      return {
        id: String(one.id), values: [a.name, b.name, kind, one.weight],
        first: button(a.name, { mark: a.id }), second: button(b.name, { mark: b.id }),
        last: button(texts.choose, { tie: one.id }, words.filled(texts.choose_tie, { a: a.name, b: b.name })),
      };
    }),
  });

  const shown = (value) => (typeof value === "number" ? words.number(value) : value);
  const made = ({ id, caption, heads, rows }) => {
    const { by, down } = order[id];
    const sorted = [...rows].sort((a, b) => compare(a.values[by], b.values[by]) * (down ? -1 : 1) || compare(a.values[0], b.values[0]));
    const head = heads.map((text, i) => {
      if (!text) return make("td");
      const sort = button(text, { sort: id, column: i });
      const direction = i === by ? (down ? "descending" : "ascending") : "none";
      return make("th", null, { scope: "col", "aria-sort": direction }, sort);
    });
    const lines = sorted.map((row) => {
      const cells = row.values.map((value, i) => {
        const own = i === 0 ? row.first : i === 1 ? row.second : null;
        const cell = make(i === 0 ? "th" : "td", own ? null : shown(value), i === 0 ? { scope: "row" } : {});
        if (own) cell.append(own);
        if (typeof value === "number") cell.className = "number";
        return cell;
      });
      const end = make("td");
      if (row.last) end.append(row.last);
      return make("tr", null, row.chosen ? { "aria-current": "true" } : {}, ...cells, end);
    });
    return make("div", null, { className: "wide" }, make("table", null, {},
      make("caption", `${caption} (${words.number(rows.length)})`),
      make("thead", null, {}, make("tr", null, {}, ...head)), make("tbody", null, {}, ...lines)));
  };
  const regions = (drawing) => {
    const closable = drawing.regions.filter((one) => one.closes);
    if (!closable.length) return [];
    return [make("h3", texts.regions), make("ul", null, { className: "buttons" }, ...closable.map((one) => make("li", null, {},
      button(words.filled(texts.shut_named, { name: one.label }), { shut: one.closes }))))];
  };
  const fill = () => {
    const drawing = view.current();
    if (!drawing) return;
    const focused = document.activeElement?.closest("#table button")?.dataset;
    const key = focused && JSON.stringify(focused);
    const shut = make("button", "×", { type: "button", className: "shut", tabIndex: open ? 0 : -1, "aria-label": texts.close_table });
    shut.dataset.close = "table";
    box.replaceChildren(shut, make("h2", texts.table), make("p", words.inWords(drawing, view.state())), ...regions(drawing),
      made(marksOf(drawing)), made(tieRows(drawing)));
    if (key) [...box.querySelectorAll("button")].find((one) => JSON.stringify(one.dataset) === key)?.focus({ preventScroll: true });
  };
  box.addEventListener("click", (event) => {
    const pressed = event.target.closest("button")?.dataset;
    if (!pressed) return;
    if (pressed.close) show(false);
    else if (pressed.sort) {
      const now = order[pressed.sort];
      const by = Number(pressed.column);
      order[pressed.sort] = { by, down: now.by === by && !now.down };
      fill();
    } else if (pressed.open) ledwerk.groups.open(pressed.open);
    else if (pressed.shut) ledwerk.groups.shut(pressed.shut);
    else if (pressed.tie) ledwerk.ties.choose(Number(pressed.tie), { read: true });
    else if (pressed.mark) ledwerk.panel.choose(pressed.mark);
  });

  const show = (wanted) => {
    open = wanted;
    box.classList.toggle("put-away", !open);
    document.body.classList.toggle("with-table", open);
    toggle.setAttribute("aria-pressed", String(open));
    fill();
    if (open) { box.tabIndex = -1; box.focus({ preventScroll: true }); }
    else toggle.focus();
  };
  toggle.addEventListener("click", () => show(!open));
  // Rows are made when the picture rests: what is seen goes first.
  let later = 0;
  document.addEventListener("ledwerk:view", ({ detail }) => {
    clearTimeout(later);
    if (open || detail.drawing === detail.before) { if (open) fill(); } else later = setTimeout(fill, 300);
  });
  ledwerk.table = { show, shown: () => open };
})();
