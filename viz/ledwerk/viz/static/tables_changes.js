"use strict";
// Changes to a table by the mutations of GraphQL: saving a cell, undo, and the list of what was changed.
(() => {
  const { byId, make, texts, say, data, graphql, asJson } = window.ledwerk;
  const { fill, saidEmpty, lang, grid } = window.ledwerk.tables;
  const done = []; // what was changed on this page and can be undone, last one last: {revision, what}
  let after = async () => {};

  const why = () => fill(texts.why_table, { table: data.title });
  const EXPECT = "$expected: Int, $by: ProvenanceInput";
  const GIVEN = "expectedRevision: $expected, provenance: $by";
  const ASKED = "{ revision errors { field code message } }";
  const ends = (row) => Object.fromEntries(data.ends.map((end) => [end, row.values[end].id]));
  const identity = (row) => Object.fromEntries(data.identity.filter((name) => row.values[name] !== undefined)
    .map((name) => [name, name === "state" ? row.values[name].toUpperCase() : row.values[name]]));

  // A mutation; {revision, errors} as the service tells them.
  const change = async (query, variables) => {
    const answer = await graphql(query, { by: { why: why() }, ...variables });
    return answer.change;
  };
  const update = (row, input, expected) => (data.relation
    ? change(`mutation($input: ${data.inputs.update}!, ${EXPECT}) { change: ${data.changes.update}(input: $input, ${GIVEN}) ${ASKED} }`,
      { input: { ...ends(row), ...identity(row), ...input }, expected })
    : change(`mutation($id: ID!, $input: ${data.inputs.update}!, ${EXPECT}) { change: ${data.changes.update}(id: $id, input: $input, ${GIVEN}) ${ASKED} }`,
      { id: row.key, input, expected }));
  const create = (input) => (data.relation
    ? change(`mutation($input: ${data.inputs.add}!, $by: ProvenanceInput) { change: ${data.changes.add}(input: $input, provenance: $by) ${ASKED} }`, { input })
    : change(`mutation($input: ${data.inputs.create}!, $by: ProvenanceInput) { change: ${data.changes.create}(input: $input, provenance: $by) { revision ${ownField()} { id } errors { field code message } } }`, { input }));
  const ownField = () => `made: ${data.changes.create.slice(6, 7).toLowerCase()}${data.changes.create.slice(7)}`;
  const remove = (row) => (data.relation
    ? change(`mutation($input: ${data.inputs.remove}!, ${EXPECT}) { change: ${data.changes.remove}(input: $input, ${GIVEN}) ${ASKED} }`,
      { input: { ...ends(row), ...identity(row) }, expected: row.revision })
    : change(`mutation($id: ID!, ${EXPECT}) { change: ${data.changes.delete}(id: $id, ${GIVEN}) ${ASKED} }`, { id: row.key, expected: row.revision }));
  const merge = (keep, gone) => change(
    `mutation($keep: ID!, $gone: ID!, $by: ProvenanceInput) { change: ${data.changes.merge}(keep: $keep, merge: $gone, provenance: $by) ${ASKED} }`,
    { keep: keep.key, gone: gone.key },
  );

  // -- what went wrong, in words --------------------------------------------------------------------------
  const inWords = (error, column) => {
    if (error.code === "REQUIRED") return error.field === "id" ? texts.error_required_id : texts.needed;
    const known = texts[`error_${error.code.toLowerCase()}`];
    if (known) return known;
    if (error.code === "INVALID_VALUE" && column?.hint) return `${texts.wrong_value}. ${fill(texts.write_instead, { hint: column.hint })}`;
    return error.code === "INVALID_VALUE" ? texts.wrong_value : error.message;
  };
  const unanswered = (error) => (error instanceof TypeError ? texts.offline_kept : error.message);

  const rowsNow = (keys) => asJson(`/tables/${data.table}.json?keys=${encodeURIComponent(keys.join("\n"))}&lang=${lang}`);
  const changedBy = async (key, since) => {
    const found = await graphql("query($since: Int) { changes(since: $since, first: 200) { actor touched } }", { since });
    const ids = data.relation ? key.slice(key.indexOf(":") + 1).replace(/\[.*$/, "").split(">") : [key];
    const theirs = found.changes.filter((one) => ids.every((id) => one.touched.includes(id)));
    return theirs.at(-1)?.actor || texts.somebody;
  };

  // -- saving one cell ------------------------------------------------------------------------------------
  // Nothing where it went well; otherwise the elements that say at the cell what is wrong.
  const save = async (open, value) => {
    say(texts.saving);
    try {
      return await saved(open, value, open.revision);
    } catch (error) {
      return [make("strong", `${texts.not_saved}. `), make("span", unanswered(error))];
    }
  };
  const saved = async (open, value, expected, note = "") => {
    const answer = await update(open.row, { [open.column.field]: value }, expected);
    const wrong = answer.errors[0];
    if (!wrong) {
      await finished(open, answer.revision, note);
      return null;
    }
    if (wrong.code === "CHANGED_SINCE") return conflict(open, value, expected);
    return [make("strong", `${texts.not_saved}. `), make("span", `${inWords(wrong, open.column)} ${texts.unsaved_kept}`)];
  };
  const finished = async (open, revision, note) => {
    const rows = await fresh([open.row.key]);
    const value = rows[0]?.values[open.column.field];
    const what = fill(texts.saved, { label: open.column.label, name: open.row.name, value: saidEmpty(open.column, value) });
    remember(revision, note ? `${note} ${what}` : what);
    byId("trouble").hidden = true;
  };
  const fresh = async (keys) => {
    const now = await rowsNow(keys);
    const rows = now.rows.map((row) => ({ ...row, revision: now.revision }));
    grid.patch(rows);
    return rows;
  };
  // Somebody else was first: where only another cell was changed, this one is saved after all.
  const conflict = async (open, value, expected) => {
    const who = await changedBy(open.row.key, expected);
    const [row] = await fresh([open.row.key]);
    if (!row) return [make("strong", `${texts.not_saved}. `), make("span", fill(texts.row_gone, { who }))];
    const theirs = row.values[open.column.field];
    if (saidEmpty(open.column, theirs) === saidEmpty(open.column, open.was)) {
      return saved(open, value, row.revision, fill(texts.row_changed_meanwhile, { who }));
    }
    const line = (label, text) => [make("dt", label), make("dd", text)];
    const mine = make("button", texts.keep_mine, { type: "button" });
    const leave = make("button", texts.keep_theirs, { type: "button" });
    mine.addEventListener("click", async () => {
      open.revision = row.revision;
      await grid.commit();
    });
    leave.addEventListener("click", () => grid.cancel());
    const typed = open.made.element.tagName === "SELECT" ? open.made.element.selectedOptions[0]?.text : open.made.typed();
    return [
      make("strong", fill(texts.changed_meanwhile, { who })),
      make("dl", null, {}, ...line(texts.was_before, saidEmpty(open.column, open.was)),
        ...line(texts.theirs, saidEmpty(open.column, theirs)), ...line(texts.yours, typed || texts.empty_value)),
      make("p", null, { className: "buttons" }, mine, leave),
    ];
  };

  // -- undo -----------------------------------------------------------------------------------------------
  const notice = (text, revision) => {
    const box = byId("notice");
    const button = make("button", texts.undo, { type: "button" });
    button.addEventListener("click", () => undo(revision));
    box.replaceChildren(make("span", `${text} `), ...(revision ? [button] : []));
    box.hidden = false;
    say(text);
  };
  const remember = (revision, what) => {
    done.push({ revision, what });
    byId("undo").disabled = false;
    byId("undo").title = fill(texts.undo_that, { what });
    notice(what, revision);
    list();
  };
  const undo = async (revision = done.at(-1)?.revision) => {
    if (!revision) return;
    try {
      const answer = await change("mutation($revision: Int!, $why: String) { change: undo(revision: $revision, why: $why) { revision errors { field code message } } }",
        { revision, why: why(), by: undefined });
      forget(revision);
      if (answer.errors.length) return trouble(answer.errors[0].code === "CHANGED_SINCE" ? texts.undo_later : inWords(answer.errors[0]));
    } catch (error) { return trouble(unanswered(error)); }
    await after();
    notice(fill(texts.undone, { number: revision }));
    list();
  };
  const forget = (revision) => {
    const place = done.findIndex((one) => one.revision === revision);
    if (place >= 0) done.splice(place, 1);
    byId("undo").disabled = !done.length;
    byId("undo").title = done.length ? fill(texts.undo_that, { what: done.at(-1).what }) : "";
  };
  const trouble = (text) => {
    byId("trouble").textContent = text;
    byId("trouble").hidden = false;
  };

  // -- the list of the last changes ----------------------------------------------------------------------
  const when = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" });
  const list = async () => {
    if (!byId("changes").open) return;
    const { changes } = await graphql("{ changes(first: 20) { revision at actor action dataset why touched } }");
    const lines = changes.reverse().map((one) => {
      const did = texts[`action_${one.action.split(" ")[0]}`] ?? one.action;
      const about = one.touched.slice(0, 3).map((id) => id.slice(id.indexOf(":") + 1)).join(", ");
      const more = one.touched.length > 3 ? ` (+${one.touched.length - 3})` : "";
      const what = `${did}${about ? `: ${about}${more}` : ""}${one.why ? ` – ${one.why}` : ""}`;
      const line = make("li", null, {}, make("span", fill(texts.change_line, { who: one.actor, when: when.format(new Date(one.at)), what })));
      if (window.ledwerk.who().role === "editor") {
        const button = make("button", texts.undo, { type: "button", "aria-label": fill(texts.undo_that, { what }) });
        button.addEventListener("click", () => undo(one.revision));
        line.append(" ", button);
      }
      return line;
    });
    byId("changes-list").replaceChildren(...(lines.length ? lines : [make("li", texts.change_none)]));
  };
  byId("changes").addEventListener("toggle", list);
  byId("undo").addEventListener("click", () => undo());

  Object.assign(window.ledwerk.tables, {
    save, undo, list, remember, create, remove, merge, inWords, unanswered, trouble, notice,
    refreshedBy: (refresh) => { after = refresh; },
  });
})();
