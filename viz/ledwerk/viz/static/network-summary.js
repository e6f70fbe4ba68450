"use strict";
// A view in words: what was chosen, and what the picture holds, for whoever does not see it.
(() => {
  const { data, texts, byId, view, say } = ledwerk;
  const names = new Map();
  const learn = (id, name) => { if (id && name) names.set(id, name); };
  const named = (id) => names.get(id) || data.facts[id]?.name || id.split(":").at(-1).replaceAll("-", " ");
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  const written = new Intl.NumberFormat(view.lang);
  const number = (value) => written.format(value);
  const counted = (one, many, n) => (n === 1 ? one : filled(many, { n: number(n) }));

  const FIELDS = ["helix", "kind", "sector", "programme", "municipality"];
  const label = (field, value) => {
    const found = (data.facets?.[field] || []).find((one) => one.value === value);
    const entry = view.current()?.legend.find((one) => one.field === field && one.value === value);
    return found?.label || entry?.label || named(value);
  };
  const choice = (list, value) => (data.facets?.[list] || []).find((one) => one.value === value)?.label || value;
  const gapWords = (pair) => pair.split("~").map((one) => gapWord(one)).join(" – ");
  const gapWord = (word) => texts[`word_${word}`] || label("helix", word) || word;

  // Each part of what was chosen: its words, and the fields as they are without it.
  const parts = (state) => {
    const { plain } = view;
    const made = [];
    const add = (words, without, kind = "") => made.push({ words, without, kind });
    for (const field of FIELDS) {
      for (const value of state[field]) {
        add(`${texts[field]}: ${label(field, value)}`, { [field]: state[field].filter((one) => one !== value) }, field);
      }
    }
    for (const field of ["since", "until", "strength", "most"]) {
      if (state[field] !== plain[field]) add(filled(texts[`state_${field}`], { value: state[field] }), { [field]: plain[field] });
    }
    if (state.focus) {
      const words = state.steps === 1 ? texts.state_focus : texts.state_focus_many;
      add(filled(words, { name: named(state.focus), n: state.steps }), { focus: "", steps: 1 });
    }
    const path = { source: "", target: "" };
    if (state.source && state.target) add(filled(texts.state_path, { a: named(state.source), b: named(state.target) }), path);
    else if (state.source || state.target) add(filled(texts.state_source, { name: named(state.source || state.target) }), path);
    if (state.gaps) add(filled(texts.state_gaps, { value: gapWords(state.gaps) }), { gaps: "" });
    for (const id of state.open) add(filled(texts.state_open, { value: named(id) }), { open: state.open.filter((one) => one !== id) });
    if (state.group !== plain.group) add(`${texts.group}: ${choice("groupings", state.group)}`, { group: plain.group, open: [] });
    if (state.colour !== plain.colour) add(`${texts.colour}: ${texts[`colour_${state.colour}`]}`, { colour: plain.colour });
    if (state.size) add(`${texts.size}: ${choice("measures", state.size)}`, { size: "" });
    if (state.known) add(filled(texts.state_known, { value: ledwerk.seen.moment(state.known) }), { known: "" });
    for (const word of state.trust) {
      add(ledwerk.seen.whom(word), { trust: state.trust.filter((one) => one !== word) });
    }
    if (state.fresh) add(filled(texts.state_fresh, { value: state.fresh }), { fresh: 0 });
    return made;
  };

  const holds = (drawing) => {
    const groups = drawing.nodes.filter((one) => one.members).length;
    const gaps = drawing.edges.filter((one) => one.gap).length;
    const told = [counted(texts.part_mark, texts.part_marks, drawing.nodes.length)];
    if (groups) told.push(filled(texts.part_groups, { n: number(groups) }));
    told.push(counted(texts.part_tie, texts.part_ties, drawing.edges.length - gaps));
    if (gaps) told.push(filled(texts.part_gaps, { n: number(gaps) }));
    return told.join(", ");
  };
  const inWords = (drawing, state) => {
    const chosen = parts(state).map((one) => one.words).join("; ") || texts.without_filter;
    return `${texts.holds} ${holds(drawing)}; ${texts[`layout_${state.layout}`].toLowerCase()}; ${chosen}.`;
  };

  document.addEventListener("ledwerk:view", ({ detail }) => {
    const { drawing, state, before } = detail;
    for (const one of drawing.nodes) learn(one.id, one.name);
    byId("network").setAttribute("aria-label", `${texts.picture}: ${drawing.title}`);
    byId("summary").textContent = `${inWords(drawing, state)} ${drawing.notes.join(" ")} ${texts.keys_hint}`;
    const filtered = parts(state).length > 0;
    byId("empty").textContent = state.source && state.target ? texts.no_path : filtered ? texts.empty_filter : texts.empty;
    if (before && before !== drawing && detail.cause !== "refresh") say(inWords(drawing, state));
    const own = state.selected ? `${named(state.selected)} – ` : "";
    document.title = `${own}${drawing.title} – ledwerk`;
  });

  for (const list of FIELDS) for (const one of data.facets?.[list] || []) learn(one.value, one.label);
  ledwerk.words = { learn, named, filled, number, counted, parts, inWords, label, gapWord };
})();
