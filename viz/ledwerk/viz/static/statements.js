"use strict";
// What every source says of a node, side by side: fills <section id="statements" data-node="ID"> from GraphQL.
// Editors confirm here what still holds, and withdraw a source on its own page.
(() => {
  const { byId, make, texts, graphql, say, seenDeclared, seenGiven, seenAsked } = window.ledwerk;
  const section = byId("statements");
  if (!section) return;
  const node = section.dataset.node;
  const lang = document.documentElement.lang === "en" ? "EN" : "NL";
  const words = (name, values = {}) =>
    Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, String(value)), texts[name]);
  const SAID = "id title sourceId locator basis denied note acceptedBy unreviewed confidence statedAs decision";
  const ASKED = `query ($id: ID!, $lang: Language${seenDeclared}) { node(id: $id${seenGiven}) { __typename id name confirmed unreviewed
    sideBySide { name label(language: $lang) conflict because(language: $lang)
      sides { words(language: $lang) shown statement { ${SAID} } } }
    statements { ${SAID} dataset loaded { revision at actor }
      properties { label(language: $lang) words(language: $lang) } } } }`;

  const place = (said) => [said.title || said.sourceId || texts.st_editor, said.decision ? "" : said.locator]
    .filter(Boolean).join(", ");
  const marks = (said) => [texts[`st_${said.basis.toLowerCase()}`], said.unreviewed ? texts.st_waits : "",
    said.acceptedBy ? words("st_accepted", { who: said.acceptedBy }) : "", said.denied ? texts.st_denies : ""]
    .filter(Boolean).join(", ");

  // -- side by side -----------------------------------------------------------------------------------------
  const value = (side) => {
    const item = make("li", null, { className: side.shown ? "shown" : "" });
    item.append(make(side.shown ? "strong" : "span", side.words), ` – ${place(side.statement)} `,
      make("span", `[${marks(side.statement)}]`, { className: "soft" }));
    if (side.shown) item.append(make("span", ` ${texts.st_shown}`, { className: "unseen" }));
    return item;
  };
  const row = (one) => {
    const label = one.name === null ? texts.st_existence : one.label;
    const cell = make("td", null, {}, make("ul", null, {}, ...one.sides.map(value)));
    if (one.sides.length > 1) cell.append(make("p", words("st_since", { because: one.because }), { className: "soft" }));
    const line = make("tr", null, {}, make("th", label, { scope: "row" }), cell);
    line.dataset.differs = String(one.conflict);
    return line;
  };
  const table = (sides) => {
    const body = make("tbody", null, {}, ...sides.filter((one) => one.name !== null || one.conflict).map(row));
    const head = make("tr", null, {}, make("th", texts.st_property, { scope: "col" }), make("th", texts.st_values, { scope: "col" }));
    return make("table", null, { className: "sides" }, make("caption", texts.st_lead), make("thead", null, {}, head), body);
  };
  const chooser = (found) => {
    const box = make("input", null, { type: "checkbox" });
    const none = make("p", texts.st_agree, { className: "soft", hidden: true });
    box.addEventListener("change", () => {
      const rows = [...found.tBodies[0].rows];
      for (const one of rows) one.hidden = box.checked && one.dataset.differs === "false";
      none.hidden = !box.checked || rows.some((one) => !one.hidden);
    });
    return [make("label", null, { className: "differ" }, box, ` ${texts.st_differ}`), none];
  };

  // -- every statement ----------------------------------------------------------------------------------------
  const says = (said) => {
    if (said.decision) return texts[`st_is_${said.decision}`];
    if (said.denied) return texts.st_denies;
    return said.properties.map((one) => `${one.label}: ${one.words}`).join("; ");
  };
  const statement = (said) => {
    const loaded = said.loaded;
    const at = (loaded.at || "").slice(0, 16).replace("T", " ");
    const lines = [says(said), said.note, said.statedAs && words("st_merged", { id: said.statedAs }),
      words("st_loaded", { dataset: said.dataset, revision: loaded.revision, at, actor: loaded.actor })];
    const item = make("li", null, {}, make("strong", place(said)), make("span", ` [${marks(said)}]`, { className: "soft" }));
    item.append(...lines.filter(Boolean).map((line) => make("div", line)));
    return item;
  };
  const all = (statements) => make("details", null, {},
    make("summary", words("st_all", { n: statements.length })),
    make("ol", null, { className: "said-all" }, ...statements.map(statement)));

  // -- relations: asked for once somebody opens them ------------------------------------------------------------
  const TIES = `query ($id: ID!, $lang: Language${seenDeclared}) {
    relations(of: $id, first: 200${seenGiven}) { key label(language: $lang) shown
    confirmed from { name } to { name } statements { ${SAID} dataset loaded { revision at actor }
      properties { label(language: $lang) words(language: $lang) } } } }`;
  const tie = (one) => {
    const name = `${one.from?.name ?? "?"} ${one.label} ${one.to?.name ?? "?"}`;
    const item = make("li", null, {}, make("strong", name),
      make("span", ` ${one.shown ? words("st_confirmed", { day: one.confirmed || texts.st_never }) : texts.st_not_shown}`,
        { className: one.shown ? "soft" : "wrong" }));
    if (one.shown && window.ledwerk.who().role === "editor") {
      item.append(" ", button(texts.st_confirm, async () => {
        if (await change(CONFIRM, { id: one.key }, texts.st_confirm_done)) byId("statement-ties").open = true;
      }));
      item.lastChild.setAttribute("aria-label", `${texts.st_confirm}: ${name}`);
    }
    item.append(make("ul", null, {}, ...one.statements.map(statement)));
    return item;
  };
  const ties = () => {
    const list = make("ol", null, { className: "said-all" });
    const made = make("details", null, { id: "statement-ties" }, make("summary", texts.st_ties), list);
    made.addEventListener("toggle", async () => {
      if (!made.open || made.dataset.filled) return;
      made.dataset.filled = "true";
      try {
        const found = (await graphql(TIES, { id: node, lang, ...seenAsked() })).relations;
        list.replaceChildren(...found.map(tie));
        if (!found.length) made.append(make("p", texts.st_no_ties, { className: "soft" }));
        if (found.length === 200) made.append(make("p", texts.st_more_ties, { className: "soft" }));
      } catch (error) { made.append(make("p", error.message, { className: "wrong" })); }
    });
    return made;
  };

  // -- what editors decide --------------------------------------------------------------------------------------
  const change = async (text, variables, done) => {
    try {
      const answer = Object.values(await graphql(text, variables))[0];
      if (answer.errors.length) { say(answer.errors[0].message); return false; }
      await fill();
      section.querySelector("button")?.focus(); // the one that was pressed is made anew
      if (done) say(done);
      return true;
    } catch (error) { say(error.message); return false; }
  };
  const CONFIRM = "mutation ($id: ID!) { confirm(id: $id) { errors { message } } }";
  const WITHDRAW = `mutation ($id: ID!, $by: ProvenanceInput) {
    withdrawSource(source: $id, provenance: $by) { errors { message } } }`;
  const RESTORE = "mutation ($id: ID!) { restoreSource(source: $id) { errors { message } } }";
  const PREVIEW = "query ($id: ID!) { withdrawal(source: $id) { name rows gone unsaid poorer back stays } }";
  const button = (text, act, first = "") => {
    const made = make("button", text, { type: "button", className: first });
    made.addEventListener("click", act);
    return made;
  };
  const withdraw = async () => {
    let found;
    try { found = (await graphql(PREVIEW, { id: node })).withdrawal; } catch (error) { say(error.message); return; }
    const why = make("input", null, { id: "st-why", type: "text", autocomplete: "off" });
    const title = make("h2", words("st_withdraw_title", { name: found.name }), { id: "st-withdraw" });
    const counts = ["gone", "unsaid", "poorer", "back", "stays"].filter((what) => found[what])
      .map((what) => make("li", words(`st_${what}`, { n: found[what] })));
    const dialog = make("dialog", null, { "aria-labelledby": "st-withdraw" }, title,
      make("p", words("st_withdraw_lead", { rows: found.rows })), make("ul", null, {}, ...counts),
      make("label", texts.st_why, { htmlFor: "st-why" }), why);
    dialog.append(make("p", null, { className: "buttons" },
      button(texts.st_do_withdraw, async () => {
        if (await change(WITHDRAW, { id: node, by: { why: why.value.trim() || null } })) dialog.close();
      }, "first"), button(texts.st_cancel, () => dialog.close())));
    dialog.addEventListener("close", () => dialog.remove());
    section.append(dialog);
    dialog.showModal();
  };
  const buttons = (found) => {
    if (window.ledwerk.who().role !== "editor") return [];
    const made = [button(texts.st_confirm, () => change(CONFIRM, { id: node }, texts.st_confirm_done))];
    if (found.__typename === "Source") {
      const gone = found.statements.some((said) => said.decision === "withdrawn");
      made.push(gone ? button(texts.st_restore, () => change(RESTORE, { id: node })) : button(texts.st_withdraw, withdraw));
    }
    return [make("p", null, { className: "buttons" }, ...made)];
  };

  // -- the section ------------------------------------------------------------------------------------------------
  const fill = async () => {
    const found = (await graphql(ASKED, { id: node, lang, ...seenAsked() })).node;
    if (!found) return;
    const parts = [make("h2", texts.st_title),
      make("p", words("st_confirmed", { day: found.confirmed || texts.st_never }), { className: "confirmed" })];
    if (found.unreviewed) parts.push(make("p", texts.st_unreviewed, { className: "note warn" }));
    parts.push(...buttons(found));
    if (found.statements.length) {
      const side = table(found.sideBySide);
      parts.push(...chooser(side), side, all(found.statements));
    } else parts.push(make("p", texts.st_none, { className: "soft" }));
    parts.push(ties());
    section.replaceChildren(...parts);
    section.dataset.filled = "true";
  };
  const again = () => fill().catch((error) => {
    section.replaceChildren(make("p", error.message, { className: "wrong" }));
    section.dataset.filled = "true";
  });
  document.addEventListener("ledwerk:who", () => { if (section.dataset.filled) again(); });
  window.ledwerk.signedIn.then(again);
})();
