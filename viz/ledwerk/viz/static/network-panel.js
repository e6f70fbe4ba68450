"use strict";
// What is known of the chosen mark, and what can be done from it.
(() => {
  const { data, texts, byId, make, view, picture, words, asJson, served } = ledwerk;
  const panel = byId("panel");
  let cameFrom = null;
  let showing = "";

  const act = (text, done, properties = {}) => {
    const button = make("button", text, { type: "button", ...properties });
    button.addEventListener("click", done);
    return button;
  };
  // Chosen by keyboard or from a list: reading goes on in the panel, and back again at its end.
  const choose = (id) => {
    if (panel.hidden) cameFrom = document.activeElement;
    return view.select(id, { read: true });
  };
  const link = (id, name) => act(name, () => choose(id), { className: "link" });

  // -- facts ---------------------------------------------------------------------------------------------
  const facts = async (id) => {
    if (data.facts[id]) return data.facts[id];
    if (data.mode === "file" || !served) return null;
    // What is in a group depends on what is shown.
    const address = picture.mark(id)?.members ? view.addressOf({ ...view.state(), selected: "" }) : "";
    return asJson(`/facts.json?id=${encodeURIComponent(id)}&lang=${view.lang}${address && `&${address}`}`);
  };
  const listed = (title, items) => [make("h3", title), make("ul", null, {}, ...items)];
  const entryLine = (entry) => {
    const line = make("li");
    line.append(entry.id ? link(entry.id, entry.name) : make("span", entry.name));
    if (entry.note) line.append(" ", make("small", `(${entry.note})`));
    if (entry.cited) line.append(" ", make("small", entry.cited, { className: "cited" }));
    return line;
  };
  const sourceLine = (source) => {
    const denied = source.denied ? `, ${texts.no}` : "";
    const line = make("li", [source.title, source.locator].filter(Boolean).join(", "));
    line.append(" ", make("small", `[${source.basis}${denied}]`));
    if (source.note) line.append(make("br"), make("small", source.note));
    return line;
  };
  const disputed = (disputes) => make("section", null, { className: "conflict" }, make("strong", texts.conflict),
    ...disputes.flatMap(({ about, claims }) => listed(about, claims.map((claim) => make("li", claim)))));
  const told = (fact) => {
    const rows = make("dl");
    for (const [label, value] of fact.rows) rows.append(make("dt", label), make("dd", value));
    const parts = fact.rows.length ? [rows] : [];
    if (fact.disputes.length) parts.push(disputed(fact.disputes));
    for (const [label, entries] of fact.lists) parts.push(...listed(label, entries.map(entryLine)));
    if (fact.sources.length) parts.push(...listed(texts.sources, fact.sources.map(sourceLine)));
    return parts;
  };

  // -- what can be done from here -----------------------------------------------------------------------
  const group = (title, ...buttons) => make("div", null, { className: "acts", role: "group", "aria-label": title },
    make("h3", title), make("div", null, { className: "joined" }, ...buttons));
  const focusing = (id) => {
    const state = view.state();
    const steps = Array.from({ length: data.mostSteps }, (_, i) => i + 1).map((n) => act(
      words.filled(n === 1 ? texts.step : texts.steps, { n }),
      () => view.change({ focus: id, steps: n }),
      { "aria-pressed": String(state.focus === id && state.steps === n) },
    ));
    const all = state.focus ? [act(texts.unfocus, () => view.change({ focus: "", steps: 1 }))] : [];
    return group(texts.focus, ...steps, ...all);
  };
  const ownPage = (id) => make("p", null, {}, make("a", texts.own_page,
    { href: ledwerk.seenAddress(`/node/${encodeURIComponent(id).replaceAll("%3A", ":")}`, { lang: view.lang }) }));
  const pathing = (id) => {
    const { source, target } = view.state();
    const end = (field, text) => act(text, () => view.change({ [field]: id }),
      { "aria-pressed": String(view.state()[field] === id) });
    const box = group(texts.path, end("source", texts.path_from), end("target", texts.path_to));
    if (source && !target) box.append(make("p", texts.path_choose, { className: "soft" }));
    return box;
  };
  const opening = (mark) => make("p", null, { className: "buttons" },
    act(texts.open, () => ledwerk.groups.open(mark.id), { className: "first" }));
  const tied = (mark) => {
    const ties = picture.ties().filter((one) => one.from === mark.id || one.to === mark.id);
    const lines = ties.map((tie) => {
      const other = picture.mark(tie.from === mark.id ? tie.to : tie.from);
      return make("li", null, {}, link(other.id, other.name), " ", make("small", words.number(tie.weight)));
    });
    return lines.length ? listed(texts.ties_of, lines) : [];
  };

  // -- showing -------------------------------------------------------------------------------------------
  let written = "";
  // The same once more is left as it is, for whoever is reading; says whether it was written anew.
  const shown = (title, under, ...parts) => {
    const made = make("div", null, {}, make("h2", title, { tabIndex: -1 }), make("p", under, { className: "soft" }), ...parts);
    if (!panel.hidden && made.innerHTML === written) return false;
    const same = !panel.hidden && byId("facts").querySelector("h2")?.textContent === title;
    const place = [...byId("facts").querySelectorAll("button, a")].indexOf(document.activeElement);
    written = made.innerHTML;
    byId("facts").replaceChildren(...made.childNodes);
    panel.hidden = false;
    if (!same) panel.scrollTop = 0;
    if (place >= 0) (same && byId("facts").querySelectorAll("button, a")[place] || byId("facts").querySelector("h2")).focus({ preventScroll: true });
    return true;
  };
  const head = (id, fact, mark) => [fact?.kind || mark?.kindLabel, ...(fact?.aliases || [])].filter(Boolean).join(" · ");
  const show = async (id, { read = false, before = true } = {}) => {
    showing = id;
    const mark = picture.mark(id);
    const cluster = mark && mark.members > 0;
    let fact = null;
    let wrong = "";
    try { fact = await facts(id); } catch (error) { if (!cluster) wrong = error.message; }
    if (showing !== id) return;
    words.learn(id, fact?.name);
    const actions = make("div", null, { className: "actions" });
    if (!mark && fact) actions.append(make("p", texts.not_drawn, { className: "soft" }));
    if (cluster) actions.append(opening(mark));
    else actions.append(focusing(id), pathing(id));
    const members = cluster ? words.filled(texts.members, { n: words.number(mark.members) }) : "";
    const anew = shown(fact?.name || mark?.name || words.named(id), [head(id, fact, mark), members].filter(Boolean).join(" · "),
      actions, ...(wrong ? [make("p", wrong, { className: "wrong" })] : []),
      ...(fact && !cluster && served && data.mode !== "file" ? [ownPage(id)] : []), ...(fact ? told(fact) : []), ...(cluster && !fact?.lists.length ? tied(mark) : []));
    if (fact && anew) document.dispatchEvent(new CustomEvent("ledwerk:panel", { detail: { fact, element: byId("facts") } }));
    if (read) byId("facts").querySelector("h2").focus({ preventScroll: true });
    if (before || window.innerWidth < 640) picture.reveal(id);
    else picture.fit(false); // beside the panel, with which the page began
  };
  const put = () => {
    showing = "";
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    if (inside) (cameFrom?.isConnected ? cameFrom : byId("query")).focus({ preventScroll: true });
    cameFrom = null;
  };
  const close = () => {
    put();
    ledwerk.light.choose("");
    if (view.state().selected) view.select("");
  };
  document.addEventListener("ledwerk:view", ({ detail }) => {
    const { selected } = detail.state;
    if (!selected) { if (showing || detail.before !== detail.drawing) put(); return; }
    if (selected !== showing || detail.read || detail.drawing !== detail.before) show(selected, detail);
  });
  byId("close").addEventListener("click", close);

  ledwerk.panel = {
    act, link, listed, choose, close, shown,
    // Something else than a mark: nothing is chosen meanwhile.
    other: () => { showing = ""; },
    from: (element) => { cameFrom = element; },
  };
})();
