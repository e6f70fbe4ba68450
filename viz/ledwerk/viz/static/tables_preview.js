"use strict";
// What a file would do, drawn: choices, problems, names that are known or nearly so, and effects.
(() => {
  const { make, texts } = window.ledwerk;
  const lang = document.documentElement.lang;
  const fill = (text, words) => text.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
  const numbers = new Intl.NumberFormat(lang);
  const number = (value) => numbers.format(value);
  const heading = (name, words) => make("h3", fill(texts[name], words));

  // -- choices: the name of the data, the source, and which table a sheet is --------------------------
  const choices = (told, again) => {
    const known = make("datalist", null, { id: "datasets" }, ...told.datasets.map((name) => make("option", null, { value: name })));
    const dataset = make("input", null, { id: "dataset", value: told.dataset, autocomplete: "off", spellcheck: false, "aria-describedby": "dataset-help" });
    const parts = [
      make("div", null, {}, make("label", texts.dataset, { htmlFor: "dataset" }), dataset, known,
        make("p", told.exists ? texts.dataset_old : texts.dataset_new, { id: "dataset-help", className: told.exists ? "wrong" : "soft" })),
    ];
    dataset.setAttribute("list", "datasets");
    let source = null;
    if (told.source) {
      source = make("input", null, { id: "source", value: told.source, autocomplete: "off", "aria-describedby": "source-help" });
      parts.push(make("div", null, {}, make("label", texts.source, { htmlFor: "source" }), source,
        make("p", texts.source_help, { id: "source-help", className: "soft" })));
    }
    const sheets = told.undecided.map((sheet, n) => {
      const select = make("select", null, { id: `sheet-${n}` }, make("option", texts.choose_table, { value: "" }),
        ...told.tables.map((table) => make("option", table.label, { value: table.value })));
      parts.push(make("div", null, {}, make("label", fill(texts.which_table, { sheet }), { htmlFor: `sheet-${n}` }), select));
      return [sheet, select];
    });
    const form = make("form", null, { id: "choices", className: "choices" }, make("h3", texts.choices), ...parts,
      make("p", null, { className: "buttons" }, make("button", texts.look_again, { type: "submit" })));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const tables = [...told.chosen.tables, ...sheets.filter(([, select]) => select.value).map(([sheet, select]) => [sheet, select.value])];
      again({ dataset: dataset.value.trim(), source: source?.value.trim() ?? "", tables });
    });
    return form;
  };
  const columns = (told, again) => {
    if (!told.unknown.length) return [];
    const names = [...new Set(told.unknown.map((one) => one.column))].join(", ");
    const skip = told.chosen.skip;
    const button = make("button", skip ? texts.columns_take : texts.skip_columns, { type: "button", id: "skip-columns" });
    button.addEventListener("click", () => again({ skip: !skip }));
    const words = fill(skip ? texts.columns_skipped : texts.unknown_columns, { columns: names });
    return [make("div", null, { className: skip ? "note" : "note warn" }, make("span", `${words} `), button)];
  };

  // -- what is wrong --------------------------------------------------------------------------------------
  const problems = (told) => {
    if (!told.problems.length) return [];
    const head = make("tr", null, {}, ...["where_sheet", "where_row", "where_column", "what_wrong"].map((name) => make("th", texts[name], { scope: "col", className: name === "where_row" ? "number" : "" })));
    const rows = told.problems.map((one) => make("tr", null, {}, make("td", one.file), make("td", one.line === null ? "" : String(one.line), { className: "number" }),
      make("td", one.column ?? ""), make("td", one.message)));
    const more = told.problemCount - told.problems.length;
    return [make("section", null, { className: "problems", id: "problems" }, heading("problems", { number: number(told.problemCount) }), make("p", texts.problems_lead),
      make("div", null, { className: "wide" }, make("table", null, {}, make("thead", null, {}, head), make("tbody", null, {}, ...rows))),
      ...(more > 0 ? [make("p", fill(texts.problems_more, { number: number(more) }))] : []))];
  };

  // -- names -----------------------------------------------------------------------------------------------
  const near = (told, again) => {
    if (!told.near.length) return [];
    const lines = told.near.map((one) => {
      const name = fill(texts.near_row, { name: one.name, line: one.line });
      const same = one.candidates.map((known) => {
        const button = make("button", fill(texts.near_same, { name: known.name }), { type: "button", title: known.id });
        button.addEventListener("click", () => again({ same: [...told.chosen.same, [one.id, known.id]] }));
        return button;
      });
      const apart = make("button", texts.near_apart, { type: "button" });
      apart.addEventListener("click", () => again({ apart: [...told.chosen.apart, one.id] }));
      for (const button of [...same, apart]) button.setAttribute("aria-label", `${one.name}: ${button.textContent}`);
      return make("li", null, {}, make("strong", name), make("span", null, { className: "buttons" }, ...same, apart));
    });
    return [make("section", null, { className: "near", id: "near" }, heading("near", { number: number(told.near.length) }), make("p", texts.near_lead), make("ul", null, {}, ...lines))];
  };
  const matches = (told) => {
    if (!told.matches.length) return [];
    const lines = told.matches.map((one) => make("li", null, {}, make("span", fill(texts.match_line, { name: one.name || one.id, line: one.line, known: one.known || one.id })), " ", make("small", one.id)));
    return [make("details", null, { id: "matches" }, make("summary", fill(texts.matches, { number: number(told.matchCount) })), make("ul", null, {}, ...lines, ...less(told.matches.length, told.matchCount)))];
  };
  const less = (shown, count) => (shown < count ? [make("li", fill(texts.first_only, { shown: number(shown), number: number(count) }), { className: "soft" })] : []);

  // -- effects -------------------------------------------------------------------------------------------
  const known = (item) => make("span", ` ${item.fields.map((one) => fill(texts.field_new, { label: one.label, after: one.after })).join(" · ")}`, { className: "fields" });
  const field = (one) => make("li", null, {}, make("span", `${one.label}: `), make("del", one.before || texts.empty_value), make("span", " → "), make("ins", one.after || texts.empty_value));
  const group = (found, what) => make("div", null, {}, make("h4", `${found.label} (${number(found.count)})`), make("ul", null, {},
    ...found.items.map((item) => make("li", null, {}, make("strong", item.title), ...(what === "new" ? [known(item)] : []),
      ...(what === "changed" ? [make("ul", null, { className: "fields" }, ...item.fields.map(field))] : []))),
    ...less(found.items.length, found.count)));
  const effects = (told) => ["new", "changed", "gone"].filter((what) => told.counts[what]).map((what) => make(
    "details", null, { className: `effect ${what}`, id: `effect-${what}`, open: told.counts[what] <= 60 },
    make("summary", fill(texts[what], { number: number(told.counts[what]) })), ...told.effects[what].map((one) => group(one, what)),
  ));

  // -- agreeing ------------------------------------------------------------------------------------------
  const agree = (told, confirm) => {
    if (told.problems.length) return [];
    if (told.nothing) return [make("p", texts.nothing_to_do, { className: "note" })];
    const go = make("button", texts.take_over, { type: "submit", className: "first", id: "take-over" });
    const mind = [];
    let box = null;
    if (told.removesMuch) {
      box = make("input", null, { type: "checkbox", id: "removing" });
      mind.push(make("p", fill(texts.removes_much, { removed: number(told.removed), standing: number(told.standing), dataset: told.dataset }), { className: "note warn" }),
        make("p", null, { className: "choice" }, box, make("label", texts.removing, { htmlFor: "removing" })));
    }
    const form = make("form", null, { id: "agree" }, ...mind, make("p", null, { className: "buttons" }, go));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!go.disabled) confirm({ digest: told.digest, removing: box?.checked ?? false }, go, box);
    });
    return [form];
  };

  const draw = (told, again, confirm) => {
    const read = told.read.map((one) => fill(texts.rows_word, { number: number(one.rows), label: one.label.toLowerCase() })).join(", ");
    const same = told.counts.same ? [make("p", fill(texts.same, { number: number(told.counts.same) }), { className: "soft" })] : [];
    return [
      make("h2", fill(texts.preview_title, { name: told.name }), { id: "preview-title" }),
      make("p", null, {}, make("strong", texts.nothing_written), ...(read ? [" ", fill(texts.read_rows, { what: read })] : [])),
      ...told.notices.map((text) => make("p", text, { className: "note" })),
      ...columns(told, again), ...problems(told), choices(told, again), ...near(told, again), ...matches(told),
      ...(told.partly ? [make("p", texts.partly, { className: "note" })] : []),
      ...effects(told), ...same, ...agree(told, confirm),
    ];
  };
  window.ledwerk.preview = { draw, fill, number };
})();
