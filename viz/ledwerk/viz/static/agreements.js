"use strict";
// Gaps and agreements: the lists stand in the page already; this makes, records and drops agreements,
// filters and orders, and shows anew what the data changed. Names are only ever put in as text.
(() => {
  const { byId, make, say, texts, graphql, asJson, follow } = window.ledwerk;
  const lang = document.documentElement.lang;
  const ENDS = ["via", "from", "to"];
  const form = byId("make");
  const AGREED = "agreement { id } errors { field code message }";
  const ACTS = {
    outcome: [`mutation ($id: ID!, $text: String!) { done: recordOutcome(id: $id, text: $text) { ${AGREED} } }`, "record", "noted"],
    drop: [`mutation ($id: ID!, $text: String!) { done: dropAgreement(id: $id, reason: $text) { ${AGREED} } }`, "drop", "let_go"],
  };
  const MAKE = `mutation ($input: AgreementInput!) { done: makeAgreement(input: $input) { ${AGREED} } }`;

  const told = (error) => texts[`e_${error.field}_${error.code}`] || texts[`e_${error.code}`] || error.message;
  const refused = (error) => (/editor|token/i.test(error.message) ? texts.sign_in_first : error.message);

  // What is still being reckoned is asked again: the answer is there in a while.
  const patiently = async (query, variables, tries = 12) => {
    try { return await graphql(query, variables); } catch (error) {
      if (!tries || !/being reckoned|nog berekend|uitgerekend/i.test(error.message)) throw error;
      say(texts.reckoned);
      await new Promise((go) => { setTimeout(go, 1000); });
      return patiently(query, variables, tries - 1);
    }
  };

  // -- the form -----------------------------------------------------------------------------------------
  const known = {}; // ids by the names that were offered, of each end
  const fill = (three) => {
    for (const end of ENDS) {
      byId(`f-${end}`).value = three[end]?.name || "";
      known[end] = new Map(three[end] ? [[three[end].name, three[end].id]] : []);
    }
  };
  const open = () => {
    for (const wrong of form.querySelectorAll(".wrong")) wrong.textContent = "";
    if (window.ledwerk.who().role !== "editor") byId("e-all").textContent = texts.sign_in_first;
    form.showModal();
    (ENDS.map((end) => byId(`f-${end}`)).find((field) => !field.value) || byId("f-due")).focus();
  };
  const suggest = async (end) => {
    const typed = byId(`f-${end}`).value.trim();
    if (typed.length < 2 || known[end].has(typed)) return;
    try {
      const { found } = await asJson(`/suggest.json?q=${encodeURIComponent(typed)}&lang=${lang}`);
      const parties = found.filter((one) => ["Organisation", "Campus", "Municipality", "Group"].includes(one.kind));
      for (const one of parties) known[end].set(one.name, one.id);
      byId(`l-${end}`).replaceChildren(...parties.map((one) => make("option", null, { value: one.name, label: one.kindLabel })));
    } catch { /* typing goes on; the form says when a name is not known */ }
  };
  for (const end of ENDS) {
    const field = byId(`f-${end}`);
    known[end] = new Map(field.value ? [[field.value, field.dataset.id]] : []);
    let later = 0;
    field.addEventListener("input", () => { clearTimeout(later); later = setTimeout(() => suggest(end), 150); });
  }
  const show = (errors) => {
    for (const wrong of form.querySelectorAll(".wrong")) wrong.textContent = "";
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    for (const error of errors) {
      const place = byId(`e-${error.field}`) || byId("e-all");
      place.textContent = told(error);
      byId(`f-${error.field}`)?.setAttribute("aria-invalid", "true");
    }
    const first = errors.map((error) => byId(`f-${error.field}`)).find(Boolean);
    if (first) first.focus();
    say(errors.map(told).join(" "));
  };
  form.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const input = { gaps: window.ledwerk.data.kind };
    for (const end of ENDS) {
      const name = byId(`f-${end}`).value.trim();
      if (name && !known[end].has(name)) await suggest(end);
      input[end] = known[end].get(name) || name;
    }
    for (const name of ["due", "agreedOn", "agreedBy", "note"]) input[name] = byId(`f-${name}`).value;
    try {
      const { done } = await patiently(MAKE, { input });
      if (done.errors.length) { show(done.errors); return; }
      form.close();
      await renew();
      arrive(done.agreement.id, texts.made);
    } catch (error) { byId("e-all").textContent = refused(error); }
  });

  // -- an outcome, or letting go ------------------------------------------------------------------------
  let asked = "";
  const ask = (act, item) => {
    const dialog = byId(`ask-${act}`);
    asked = item.dataset.id;
    byId(`t-${act}`).textContent = `${texts[ACTS[act][1]]}: ${item.querySelector("h3").textContent}`;
    byId(`w-${act}`).value = dialog.querySelector(".wrong").textContent = "";
    dialog.showModal();
  };
  for (const act of Object.keys(ACTS)) {
    const dialog = byId(`ask-${act}`);
    dialog.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      const id = asked;
      const wrong = dialog.querySelector(".wrong");
      try {
        const { done } = await graphql(ACTS[act][0], { id, text: byId(`w-${act}`).value });
        if (done.errors.length) { wrong.textContent = done.errors.map(told).join(" "); return; }
        dialog.close();
        await renew();
        arrive(id, texts[ACTS[act][2]]);
      } catch (error) { wrong.textContent = refused(error); }
    });
  }
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  }

  // -- the lists ----------------------------------------------------------------------------------------
  let state = "";
  let order = "due";
  const RANK = { dropped: 2, closed: 1 };
  const KEYS = {
    due: (item) => `${RANK[item.dataset.state] || 0}${item.dataset.due}`,
    agreed: (item) => item.dataset.agreed,
    name: (item) => item.querySelector("h3").textContent,
  };
  const list = () => {
    const holder = document.querySelector("ul.agreements");
    if (!holder) return;
    const turn = order === "agreed" ? -1 : 1;
    const items = [...holder.children];
    items.sort((a, b) => turn * KEYS[order](a).localeCompare(KEYS[order](b), lang, { numeric: true }));
    holder.append(...items);
    for (const item of items) item.hidden = Boolean(state) && item.dataset.state !== state;
    byId("none-such").hidden = items.some((item) => !item.hidden);
    for (const button of document.querySelectorAll(".states button")) {
      button.setAttribute("aria-pressed", String(button.dataset.state === state));
    }
    byId("order").value = order;
  };
  const arrive = (id, text) => {
    state = "";
    list();
    const item = byId(`agreement-${id}`);
    item?.scrollIntoView({ block: "center" });
    item?.focus();
    say(text);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.act) ask(button.dataset.act, button.closest("li.agreement"));
    else if (button.closest(".states")) { state = button.dataset.state; list(); }
    else if (button.id === "show-gaps") {
      const gaps = `${byId("gaps-from").value}~${byId("gaps-to").value}`;
      location.assign(`${window.ledwerk.seenAddress("/agreements", { gaps, lang })}#gaps`);
    } else if (button.classList.contains("make")) {
      fill(Object.fromEntries(ENDS.map((end) => [end, { id: button.dataset[end], name: button.dataset[`${end}Name`] }])));
      open();
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "order") { order = event.target.value; list(); }
  });

  // The page asks for itself again and takes over its lists: what was typed or opened stays.
  const renew = async () => {
    const answer = await fetch(location.href.split("#")[0], { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const there = new DOMParser().parseFromString(await answer.text(), "text/html");
    const unfolded = new Set([...document.querySelectorAll("details[open]")].map((one) => one.closest("li").id));
    for (const id of ["agreements", "gaps"]) byId(id).replaceWith(document.adoptNode(there.getElementById(id)));
    for (const id of unfolded) byId(id)?.querySelector("details")?.setAttribute("open", "");
    list();
    await_(JSON.parse(there.getElementById("page-data").textContent).late);
  };
  // What is still being reckoned is asked again, unless somebody is writing.
  const await_ = (late) => {
    if (!late) return;
    setTimeout(() => { if (document.querySelector("dialog[open]")) await_(true); else renew().catch(() => await_(true)); }, 3000);
  };
  let later = 0;
  let seen = null;
  const changed = (data) => {
    seen = data.graphChanged.revision;
    clearTimeout(later);
    later = setTimeout(() => { if (!document.querySelector("dialog[open]")) renew().catch(() => {}); }, 400);
  };
  // What is seen as it was stays as it is.
  if (!window.ledwerk.looking) follow("subscription ($since: Int) { graphChanged(since: $since) { revision } }", () => ({ since: seen }), changed);

  list();
  await_(window.ledwerk.data.late);
  if (window.ledwerk.data.open) window.ledwerk.signedIn.then(open);
  document.body.dataset.ready = "true";
})();
