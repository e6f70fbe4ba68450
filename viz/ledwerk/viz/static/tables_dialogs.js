"use strict";
// Questions before a row is added, deleted, or made one with another.
(() => {
  const { byId, make, texts, say, data, graphql, asJson } = window.ledwerk;
  const { fill, editor, grid, create, remove, merge, remember, inWords, unanswered, lang } = window.ledwerk.tables;
  const dialog = byId("dialog");
  let shown = async () => {};

  // A dialog with a title, some elements and two buttons; `act` gives what is wrong, or nothing.
  const ask = (title, parts, word, act) => {
    const wrong = make("p", null, { className: "wrong", role: "alert" });
    const go = make("button", word, { type: "submit", className: "first" });
    const stop = make("button", texts.cancel, { type: "button" });
    stop.addEventListener("click", () => dialog.close());
    const form = make("form", null, { method: "dialog", noValidate: true }, make("h2", title, { id: "dialog-title" }), ...parts, wrong,
      make("p", null, { className: "buttons" }, go, stop));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      go.disabled = true;
      try {
        wrong.textContent = (await act()) ?? "";
        if (!wrong.textContent) dialog.close();
      } catch (error) { wrong.textContent = unanswered(error); }
      go.disabled = false;
    });
    dialog.replaceChildren(form);
    dialog.showModal();
    return form;
  };

  // -- add ------------------------------------------------------------------------------------------------
  // A field that finds a node by some letters of its name.
  const finder = (column) => {
    const id = `choice-${column.name}`;
    const options = make("datalist", null, { id });
    const element = make("input", null, { autocomplete: "off" });
    element.setAttribute("list", id);
    const known = new Map();
    let asked = "";
    const look = async () => {
      const text = element.value.trim();
      if (text.length < 2 || text === asked || known.has(text)) return;
      asked = text;
      const found = await graphql("query($text: String!) { search(text: $text, first: 60) { nodes { id name } } }", { text }).catch(() => null);
      if (!found || asked !== text) return;
      const fitting = found.search.nodes.filter((node) => column.end.includes(node.id.split(":")[0]));
      for (const node of fitting) {
        const twice = fitting.filter((one) => one.name === node.name).length > 1;
        known.set(twice ? `${node.name} (${node.id})` : node.name, node.id);
        known.set(node.id, node.id);
      }
      options.replaceChildren(...[...known].filter(([name, at]) => name !== at).map(([name, at]) => make("option", at, { value: name })));
    };
    element.addEventListener("input", look);
    const read = async () => {
      await look();
      const value = known.get(element.value.trim());
      return value ? { value } : { wrong: element.value.trim() ? texts.pick_unknown : texts.needed };
    };
    return { element, read, options, hint: texts.pick_from_list };
  };
  const fieldOf = (column) => {
    const made = column.end.length ? finder(column) : editor(column, null);
    made.element.id = `new-${column.name}`;
    made.element.required = column.required;
    const help = made.hint ?? (["line", "text"].includes(column.type) ? "" : column.hint);
    const note = help ? [make("small", help, { id: `new-${column.name}-help` })] : [];
    if (help) made.element.setAttribute("aria-describedby", `new-${column.name}-help`);
    const label = make("label", column.required ? `${column.label} *` : column.label, { htmlFor: made.element.id });
    return { column, made, parts: [label, made.element, ...(made.options ? [made.options] : []), ...note] };
  };
  const add = () => {
    const columns = data.columns.filter((column) => column.editable || column.end.length || data.identity.includes(column.field));
    const fields = columns.map(fieldOf);
    const first = fields.filter(({ column }, n) => column.required || (column.often && n < 7));
    const rest = fields.filter((field) => !first.includes(field));
    const parts = first.flatMap((field) => field.parts);
    if (rest.length) parts.push(make("details", null, {}, make("summary", texts.add_more), ...rest.flatMap((field) => field.parts)));
    ask(fill(texts.add_title, { one: data.one }), parts, texts.save, async () => {
      const input = {};
      for (const { column, made } of fields) {
        const read = await made.read();
        if (read.wrong) {
          made.element.focus();
          made.element.setAttribute("aria-invalid", "true");
          return `${column.label}: ${read.wrong}`;
        }
        made.element.removeAttribute("aria-invalid");
        if (read.value !== null) input[column.field] = read.value;
      }
      return added(input, fields);
    });
  };
  // A relation's key, as the model makes it of its ends and of what else tells two of them apart.
  const keyOf = (input) => {
    const [source, target] = data.ends.map((end) => input[end]);
    const more = data.identity.filter((name) => input[name] !== undefined)
      .map((name) => `${name}=${name === "state" ? input[name].toLowerCase() : input[name]}`);
    return `${data.kind}:${source}>${target}${more.length ? `[${more.join(";")}]` : ""}`;
  };
  const added = async (input, fields) => {
    const answer = await create(input);
    const wrong = answer.errors[0];
    if (wrong) {
      const field = fields.find(({ column }) => column.field === wrong.field);
      field?.made.element.focus();
      return field ? `${field.column.label}: ${inWords(wrong, field.column)}` : inWords(wrong);
    }
    const name = input.name ?? data.ends.map((end) => byId(`new-${data.columns.find((c) => c.field === end).name}`).value).join(" – ");
    await shown(answer.made?.id ?? keyOf(input));
    remember(answer.revision, fill(texts.added, { name }));
    return null;
  };

  // -- delete ---------------------------------------------------------------------------------------------
  const removeChosen = () => {
    const rows = grid.chosen();
    const words = rows.length === 1 ? fill(texts.delete_one, { name: rows[0].name }) : fill(texts.delete_several, { number: rows.length });
    const names = rows.length > 1 ? [make("ul", null, {}, ...rows.slice(0, 10).map((row) => make("li", row.name)))] : [];
    ask(texts.delete_title, [make("p", words), ...names], texts.delete_rows, async () => {
      for (const row of rows) {
        const answer = await remove(row);
        if (answer.errors.length) return `${row.name}: ${inWords(answer.errors[0])}`;
        grid.forget([row.key]);
        remember(answer.revision, fill(texts.deleted, { name: row.name }));
      }
      await shown(null);
      if (rows.length > 1) say(fill(texts.deleted_many, { number: rows.length }));
      return null;
    });
  };

  // -- merge ----------------------------------------------------------------------------------------------
  const told = (found, kept) => {
    const list = (title, lines) => (lines.length ? [make("h3", title), make("ul", null, {}, ...lines.map((line) => make("li", line)))] : []);
    const values = found.values.map((one) => `${one.label}: ${one.value}`);
    const moves = found.moves.slice(0, 60);
    return [
      make("p", fill(texts.merge_gone, { name: found.gone, kept })),
      ...list(texts.merge_values, values),
      ...list(fill(texts.merge_moves, { number: found.moves.length }), moves),
      ...list(fill(texts.merge_doubles, { number: found.doubles.length, name: kept }), found.doubles.slice(0, 60)),
      ...(found.moves.length + found.doubles.length ? [] : [make("p", texts.merge_nothing)]),
    ];
  };
  const mergeChosen = () => {
    const rows = grid.chosen();
    const preview = make("div", null, { className: "preview", "aria-live": "polite" });
    const boxes = rows.map((row, n) => {
      const box = make("input", null, { type: "radio", name: "keep", id: `keep-${n}`, value: String(n), checked: n === 0 });
      box.addEventListener("change", () => look());
      return make("div", null, { className: "choice" }, box, make("label", row.name, { htmlFor: box.id }), make("small", row.key));
    });
    const pair = () => {
      const kept = Number(dialog.querySelector("input[name=keep]:checked").value);
      return [rows[kept], rows[1 - kept]];
    };
    const look = async () => {
      const [keep, gone] = pair();
      const query = new URLSearchParams({ keep: keep.key, gone: gone.key, lang });
      try {
        preview.replaceChildren(...told(await asJson(`/tables/${data.table}/merge?${query}`), keep.name));
      } catch (error) { preview.replaceChildren(make("p", error.message, { className: "wrong" })); }
    };
    const choice = make("fieldset", null, {}, make("legend", texts.merge_which), ...boxes);
    ask(texts.merge_title, [choice, preview], texts.merge_rows, async () => {
      const [keep, gone] = pair();
      const answer = await merge(keep, gone);
      if (answer.errors.length) return inWords(answer.errors[0]);
      grid.forget();
      await shown(keep.key);
      remember(answer.revision, fill(texts.merged, { gone: gone.name, kept: keep.name }));
      return null;
    });
    look();
  };

  byId("add").addEventListener("click", add);
  byId("delete").addEventListener("click", removeChosen);
  byId("merge").addEventListener("click", mergeChosen);
  window.ledwerk.tables.showing = (show) => { shown = show; };
})();
