"use strict";
// The sheet with everything that can be chosen: how it is drawn, and which part of the network is.
(() => {
  const { data, texts, byId, make, fold, view, words, asJson } = ledwerk;
  const sheet = byId("filters");
  const toggle = byId("filters-toggle");
  const inFile = data.mode === "file";
  const LISTS = inFile ? ["helix", "kind"] : ["helix", "kind", "sector", "programme", "municipality"];
  const SHORT = 9; // of longer lists one can search
  const MOST = 150; // lines of one list at once
  const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
  const synced = []; // each part shows the state anew
  const seenSynced = [];
  let seenBox = null; // stays when the rest is built anew, since it is what that follows from

  // -- one choice out of several ------------------------------------------------------------------------
  const chooser = (label, options, read, write) => {
    const select = make("select", null, {}, ...options.map(([value, word]) => make("option", word, { value })));
    select.addEventListener("change", () => write(select.value));
    synced.push((state) => { select.value = read(state); });
    return make("label", null, { className: "field" }, make("span", label), select);
  };
  const pairs = (list) => (data.facets?.[list] || []).map((one) => [one.value, one.label]);
  const looks = () => [
    chooser(texts.layout, data.layouts.map((one) => [one, texts[`layout_${one}`]]),
      (state) => state.layout, (layout) => view.change({ layout })),
    chooser(texts.group, pairs("groupings"), (state) => state.group, (group) => view.change({ group, open: [] })),
    chooser(texts.colour, data.colours.map((one) => [one, texts[`colour_${one}`]]),
      (state) => state.colour, (colour) => view.change({ colour })),
    chooser(texts.size, [["", texts.size_kind], ...pairs("measures")], (state) => state.size, (size) => view.change({ size })),
    gaps(),
  ];
  const gaps = () => {
    const all = [["", texts.gaps_none], ...data.gapWords.map((one) => [one.value, one.label])];
    const half = (i) => (state) => (state.gaps || pending || "~").split("~")[i];
    let pending = "";
    const write = (i) => (value) => {
      const two = (view.state().gaps || pending || "~").split("~");
      two[i] = value;
      pending = two.join("~");
      const whole = two.every(Boolean);
      if (whole || view.state().gaps) view.change({ gaps: whole ? pending : "" });
    };
    const box = make("fieldset", null, {}, make("legend", texts.gaps),
      chooser(texts.gaps_from, all, half(0), write(0)), chooser(texts.gaps_to, all, half(1), write(1)));
    synced.push((state, was) => { if (was.gaps && !state.gaps) pending = ""; });
    return box;
  };

  // -- some of a list -----------------------------------------------------------------------------------
  const list = (field) => {
    const values = data.facets?.[field] || [];
    if (!values.length) return [];
    const lines = make("ul");
    const heading = make("span", texts[field]);
    const count = make("b", "");
    const box = make("details", null, {}, make("summary", null, {}, heading, " ", count));
    const search = make("input", null, { type: "search", placeholder: texts.narrow, "aria-label": `${texts[field]}: ${texts.narrow}` });
    const line = (one, chosen) => {
      const input = make("input", null, { type: "checkbox", checked: chosen.includes(one.value), value: one.value });
      input.addEventListener("change", () => {
        const now = new Set(wantedOf(field));
        if (input.checked) now.add(one.value); else now.delete(one.value);
        view.change({ [field]: [...now].sort() });
      });
      return make("li", null, {}, make("label", null, {}, input, make("span", one.label), make("small", words.number(one.count))));
    };
    const fill = () => {
      const chosen = wantedOf(field);
      const wanted = fold(search.value.trim());
      const shown = values.filter((one) => !wanted || fold(one.label).includes(wanted))
        .sort((a, b) => chosen.includes(b.value) - chosen.includes(a.value)).slice(0, MOST);
      lines.replaceChildren(...shown.map((one) => line(one, chosen)));
    };
    search.addEventListener("input", fill);
    box.addEventListener("toggle", () => { if (box.open) fill(); });
    synced.push((state, was) => {
      count.textContent = state[field].length ? `(${state[field].length})` : "";
      if (state[field].length && !was) box.open = true;
      // The line under the finger stays where it is.
      for (const input of lines.querySelectorAll("input")) input.checked = state[field].includes(input.value);
    });
    if (values.length > SHORT) box.append(search);
    box.append(make("fieldset", null, {}, make("legend", texts[field], { className: "unseen" }), lines));
    return [box];
  };
  const wantedOf = (field) => view.wanted()[field];

  // -- numbers and dates ----------------------------------------------------------------------------------
  const date = (field) => {
    const years = data.facets?.years;
    const wrong = make("span", "", { className: "wrong", role: "alert" });
    const input = make("input", null, { inputMode: "numeric", maxLength: 10, placeholder: years ? String(years[field === "since" ? 0 : 1]) : "" });
    input.addEventListener("change", () => {
      const value = input.value.trim();
      const right = !value || DATE.test(value);
      wrong.textContent = right ? "" : texts.date_wrong;
      input.setAttribute("aria-invalid", String(!right));
      if (right) view.change({ [field]: value });
    });
    synced.push((state) => { if (document.activeElement !== input) input.value = state[field]; });
    return make("label", null, { className: "field" }, make("span", texts[field]), input, wrong);
  };
  const period = () => make("fieldset", null, {}, make("legend", texts.period),
    make("div", null, { className: "beside" }, date("since"), date("until")), make("small", texts.date_help));
  const amount = (field, least, most) => {
    const slide = make("input", null, { type: "range", min: least, max: most, "aria-hidden": "true", tabIndex: -1 });
    const input = make("input", null, { type: "number", min: least, max: most, "aria-label": texts[field] });
    const write = (value) => {
      const number = Math.round(Number(value));
      if (Number.isFinite(number)) view.change({ [field]: Math.min(most, Math.max(least, number)) });
    };
    slide.addEventListener("input", () => { input.value = slide.value; });
    for (const one of [slide, input]) one.addEventListener("change", () => write(one.value));
    synced.push((state) => { input.value = state[field]; slide.value = state[field]; });
    return make("div", null, { className: "field" }, make("span", texts[field]), make("span", null, { className: "amount" }, slide, input));
  };

  // -- the sheet --------------------------------------------------------------------------------------------
  const weights = () => (inFile ? data.views[0].edges.map((one) => one.weight) : [data.facets?.strongest || 0]);
  const strongest = () => Math.max(2, ...weights());
  const build = () => {
    synced.length = 0;
    const shut = make("button", "×", { type: "button", className: "shut", "aria-label": `${texts.close}: ${texts.filters}` });
    shut.addEventListener("click", () => open(false));
    const clear = make("button", texts.clear, { type: "button" });
    clear.addEventListener("click", () => ledwerk.chips.clear());
    const which = [make("h3", texts.which), ...LISTS.flatMap(list)];
    if (!inFile) which.push(period());
    if (strongest() > 2 || !inFile) which.push(amount("strength", 1, strongest()));
    if (!inFile) which.push(amount("most", data.mostMarks[0], Math.min(data.mostMarks[1], 1000)));
    if (!inFile) {
      seenBox = seenBox || ledwerk.seen.control(seenSynced);
      which.push(seenBox);
    }
    const had = document.activeElement;
    sheet.replaceChildren(shut, make("h2", texts.filters), ...(inFile ? [] : [make("h3", texts.look), ...looks()]), ...which,
      make("p", null, { className: "buttons" }, clear));
    if (sheet.contains(had)) had.focus({ preventScroll: true });
    sync(view.state(), null);
  };
  const sync = (state, was) => { for (const one of [...synced, ...seenSynced]) one(state, was || view.plain); };
  const ready = async () => {
    if ((!data.facets || old) && !inFile) data.facets = await asJson(ledwerk.seenAddress("/facets.json", { lang: view.lang }));
    data.facets = data.facets || made();
    old = false;
    build();
  };
  // A file without facets offers what its marks have.
  const made = () => {
    const count = (field, label) => {
      const found = new Map();
      for (const one of data.views[0].nodes) {
        if (!one[field]) continue;
        if (!found.has(one[field])) found.set(one[field], { value: one[field], label: label(one), count: 0 });
        found.get(one[field]).count += 1;
      }
      return [...found.values()];
    };
    return { helix: count("helix", (one) => words.label("helix", one.helix)), kind: count("kind", (one) => one.kindLabel) };
  };
  const seenAs = (state) => JSON.stringify([state.known, state.trust]);
  let built = false;
  // Counts change with the graph: they are asked for again when the sheet is opened next, not under the hand.
  let old = false;
  const open = async (wanted) => {
    if (wanted && (!built || old)) {
      built = true;
      try { await ready(); } catch (error) {
        built = false;
        sheet.replaceChildren(make("p", error.message, { className: "wrong" }));
      }
    }
    const inside = sheet.contains(document.activeElement);
    sheet.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    if (wanted) sheet.focus({ preventScroll: true });
    else if (inside) toggle.focus();
    ledwerk.picture.fit();
  };
  toggle.addEventListener("click", () => open(sheet.hidden));
  document.addEventListener("ledwerk:view", ({ detail }) => {
    const n = words.parts(detail.state).length;
    toggle.textContent = n ? `${texts.filters} (${n})` : texts.filters;
    if (built) sync(detail.state, detail.was);
    if (seenAs(detail.state) === seenAs(detail.was)) return;
    old = true;
    // Once the address says it.
    if (built && !sheet.hidden) setTimeout(() => ready().catch((error) => ledwerk.say(error.message)));
  });
  document.addEventListener("ledwerk:trouble", ({ detail }) => { if (built) sync(detail.state, detail.state); });

  ledwerk.filters = { open, renew: () => { old = true; } };
})();
