"use strict";
// One table: what is asked for (it lives in the address), its pages, columns and filters, and following
// what others change.
(() => {
  const { byId, make, texts, say, data, asJson, follow, who, kept, looking, sight, seenAddress } = window.ledwerk;
  const T = window.ledwerk.tables;
  const { fill, grid, lang } = T;
  const PAGE = 50;
  const KEPT = ["q", "sort", "after", "before", "last", "at", "columns", ...data.columns.filter((c) => c.filtered).map((c) => c.name)];
  const asked = new URLSearchParams(location.search);
  let listed = { ...data.listed, count: data.listed.rows.length };
  let added = null; // the key of a row that was added here: it stays on top until something else is asked for
  let number = 0; // of the last question, so that an older answer does not win

  // -- the address ---------------------------------------------------------------------------------------
  const query = (...but) => {
    const made = new URLSearchParams();
    for (const name of KEPT) if (asked.get(name) && !but.includes(name)) made.set(name, asked.get(name));
    made.set("lang", lang);
    for (const [name, value] of sight()) made.append(name, value);
    return made;
  };
  const chosenColumns = () => {
    const words = asked.get("columns")?.split(",");
    const always = (column) => column.end.length || column.name === "name";
    return data.columns.filter((column) => always(column) || (words ? words.includes(column.name) : column.often));
  };
  const addresses = () => {
    history.replaceState(null, "", `${location.pathname}?${query()}`);
    window.ledwerk.linkLanguage();
    const sheet = query("after", "before", "last", "at");
    for (const ending of ["xlsx", "csv"]) byId(`to-${ending}`).href = `/tables/${data.table}.${ending}?${sheet}`;
    byId("import-link").href = `/import?table=${data.table}&lang=${lang}`;
  };
  const mayEdit = () => who().role === "editor";

  // -- asking and drawing --------------------------------------------------------------------------------
  const start = () => Number(asked.get("at") || 0);
  const draw = () => {
    const rows = listed.rows.map((row) => ({ revision: listed.revision, ...row }));
    const all = ["q", ...data.columns.filter((c) => c.filtered).map((c) => c.name)].every((name) => !asked.get(name));
    grid.draw({
      columns: chosenColumns(), rows, total: listed.total, start: start(), sort: asked.get("sort") ?? "",
      mayEdit: mayEdit(), nothing: all ? texts.rows_none_at_all : texts.rows_none,
    });
    const shown = new Intl.NumberFormat(lang);
    byId("count").textContent = rows.length
      ? fill(texts.rows_of, { from: shown.format(start() + 1), to: shown.format(start() + rows.length), total: shown.format(listed.total) })
      : texts.rows_none;
    for (const [name, there] of [["first", listed.before], ["previous", listed.before], ["next", listed.after], ["last", listed.after]]) {
      byId(`page-${name}`).disabled = !there;
    }
    addresses();
  };
  const ask = async (change, { quiet = false } = {}) => {
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === "") asked.delete(name);
      else asked.set(name, value);
    }
    const mine = ++number;
    if (!quiet) added = null;
    byId("grid").setAttribute("aria-busy", "true");
    try {
      const found = await withAdded(await asJson(`/tables/${data.table}.json?${query("at")}`));
      if (mine !== number) return;
      listed = found;
      byId("trouble").hidden = true;
      if (asked.get("last")) asked.set("at", String(listed.total - listed.rows.length));
      if (!listed.before && asked.get("before")) for (const name of ["at", "before"]) asked.delete(name);
      draw();
      if (!quiet) say(byId("count").textContent);
    } catch (error) {
      if (mine === number) T.trouble(T.unanswered(error));
    } finally {
      if (mine === number) byId("grid").removeAttribute("aria-busy");
    }
  };
  const rowsOf = (keys) => asJson(seenAddress(`/tables/${data.table}.json`, { keys: keys.join("\n"), lang }));
  const withAdded = async (found) => {
    found.count = found.rows.length;
    if (!added) return found;
    const row = found.rows.find((one) => one.key === added) ?? (await rowsOf([added])).rows[0];
    if (!row) return found; // it was deleted again
    return { ...found, rows: [{ ...row, fresh: true }, ...found.rows.filter((one) => one.key !== added)] };
  };
  const anew = { after: null, before: null, last: null, at: null };

  // -- finding -------------------------------------------------------------------------------------------
  let waiting = 0;
  byId("q").value = asked.get("q") ?? "";
  byId("q").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask({ ...anew, q: byId("q").value.trim() }), 200);
  });
  byId("find").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask({ ...anew, q: byId("q").value.trim() });
  });
  const filter = (column) => {
    const id = `filter-${column.name}`;
    const select = make("select", null, { id });
    select.append(make("option", texts.every, { value: "" }));
    const words = column.type === "boolean"
      ? [{ value: "yes", label: texts.yes_word }, { value: "no", label: texts.no_word }]
      : column.terms.filter((term) => term.value !== "unknown");
    for (const term of [...words, { value: "-", label: texts.unknown_word }]) select.append(make("option", term.label, { value: term.value }));
    const given = asked.get(column.name) ?? "";
    if (given && ![...select.options].some((one) => one.value === given)) select.append(make("option", given, { value: given }));
    select.value = given;
    select.addEventListener("change", () => ask({ ...anew, [column.name]: select.value }));
    return make("div", null, {}, make("label", column.label, { htmlFor: id }), select);
  };
  byId("filters").append(...data.columns.filter((column) => column.filtered).map(filter));

  // -- columns -------------------------------------------------------------------------------------------
  const chooseColumns = (names) => {
    const usual = data.columns.filter((c) => c.often).map((c) => c.name).join(",");
    const words = data.columns.filter((c) => names.includes(c.name)).map((c) => c.name).join(",");
    if (words === usual) asked.delete("columns");
    else asked.set("columns", words);
    kept(`ledwerk-columns-${data.table}`, asked.get("columns") ?? "");
    boxes();
    draw();
  };
  const boxes = () => {
    const now = chosenColumns();
    byId("column-boxes").replaceChildren(...data.columns.map((column) => {
      const id = `column-${column.name}`;
      const always = column.end.length > 0 || column.name === "name";
      const box = make("input", null, { type: "checkbox", id, checked: now.includes(column), disabled: always });
      box.addEventListener("change", () => {
        const names = chosenColumns().map((one) => one.name);
        chooseColumns(box.checked ? [...names, column.name] : names.filter((name) => name !== column.name));
        byId(id).focus();
      });
      return make("div", null, {}, box, make("label", column.label, { htmlFor: id, title: column.help }));
    }));
  };
  byId("columns-usual").addEventListener("click", () => chooseColumns(data.columns.filter((c) => c.often).map((c) => c.name)));
  byId("columns-all").addEventListener("click", () => chooseColumns(data.columns.map((c) => c.name)));
  byId("columns").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    byId("columns").open = false;
    byId("columns").querySelector("summary").focus();
  });
  if (!asked.get("columns") && kept(`ledwerk-columns-${data.table}`)) {
    const names = kept(`ledwerk-columns-${data.table}`).split(",").filter((name) => data.columns.some((c) => c.name === name));
    if (names.length) asked.set("columns", names.join(","));
  }

  // -- pages ---------------------------------------------------------------------------------------------
  const turn = (name, where) => byId(`page-${name}`).addEventListener("click", async () => {
    await ask({ ...anew, ...where() });
    byId("frame").scrollTop = 0;
    grid.place(0, 0, false);
  });
  turn("first", () => ({}));
  turn("previous", () => ({ before: listed.rows.find((row) => !row.fresh)?.cursor ?? null, at: String(Math.max(0, start() - PAGE)) }));
  turn("next", () => ({ after: listed.rows.at(-1).cursor, at: String(start() + listed.count) }));
  turn("last", () => ({ last: "1" }));

  // -- who may do what -----------------------------------------------------------------------------------
  const allow = () => {
    const editor = mayEdit();
    byId("edit-actions").hidden = !editor;
    byId("merge").hidden = data.relation;
    byId("hint").hidden = editor;
    byId("import-link").hidden = looking;
    byId("hint").textContent = looking ? texts.seen_hint : who().role ? texts.not_editor_hint : texts.sign_in_hint;
    byId("keys").textContent = editor ? texts.keys : looking ? texts.keys_looking : texts.keys_reading;
  };
  grid.follow({
    sort: (column, sort) => ask({ ...anew, sort }),
    save: T.save,
    undo: () => T.undo(),
    tell: (text) => T.notice(text),
    chosen: (rows) => {
      byId("delete").disabled = !rows.length;
      byId("merge").disabled = rows.length !== 2;
    },
  });
  document.addEventListener("ledwerk:who", () => { allow(); if (!grid.editing()) draw(); });
  T.refreshedBy(() => ask({}, { quiet: true }));
  // After a row was added it is looked for and shown first, lit.
  T.showing(async (key) => {
    added = key;
    await ask({}, { quiet: true });
    if (key) grid.place(0, 1, false);
  });

  // -- others ----------------------------------------------------------------------------------------------
  let seen = listed.revision;
  const heard = async ({ graphChanged }) => {
    seen = Math.max(seen, graphChanged.revision);
    T.list();
    if (grid.editing()) {
      const keys = grid.view().rows.map((row) => row.key);
      const now = await rowsOf(keys).catch(() => null);
      if (now) grid.patch(now.rows.map((row) => ({ ...row, revision: now.revision })));
    } else await ask({}, { quiet: true });
    if (graphChanged.actor !== who().name) say(fill(texts.others_changed, { who: graphChanged.actor || texts.somebody }));
  };
  let queue = Promise.resolve();
  // What is seen as it was stays as it is.
  if (!looking) follow("subscription($since: Int) { graphChanged(since: $since) { revision actor } }", () => ({ since: seen }), (told) => {
    queue = queue.then(() => heard(told)).catch((error) => T.trouble(error.message));
  });

  if (data.wrong) {
    for (const name of KEPT) asked.delete(name);
    T.trouble(data.wrong);
  }
  allow();
  boxes();
  draw();
  window.ledwerk.signedIn.then(() => { document.body.dataset.ready = "true"; });
})();
