"use strict";
// Searching by name, with suggestions: also what is not drawn can be found.
(() => {
  const { data, texts, byId, make, fold, say, view, words, panel, asJson } = ledwerk;
  const query = byId("query");
  const list = byId("found");
  const MOST = 12;
  let at = -1;
  let turn = 0;
  let index = null;

  const inFile = (text) => {
    const wanted = fold(text).trim();
    index = index || Object.values(data.facts)
      .map((fact) => ({ fact, words: fold([fact.name, ...fact.aliases].join(" \n ")) }))
      .sort((a, b) => a.words.localeCompare(b.words));
    const rank = (one) => (one.startsWith(wanted) ? 0 : one.includes(` ${wanted}`) ? 1 : 2);
    return index.filter((one) => one.words.includes(wanted)).sort((a, b) => rank(a.words) - rank(b.words)).slice(0, MOST)
      .map(({ fact }) => ({ id: fact.id, name: fact.name, kindLabel: fact.kind, alias: "" }));
  };
  const search = async (text) => {
    if (data.mode === "file") return inFile(text);
    return (await asJson(ledwerk.seenAddress("/suggest.json", { q: text, lang: view.lang }))).found;
  };

  const hide = () => {
    turn += 1;
    list.hidden = true;
    query.setAttribute("aria-expanded", "false");
    query.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const take = (one) => {
    query.value = one.name;
    hide();
    words.learn(one.id, one.name);
    panel.choose(one.id);
  };
  const options = () => [...list.querySelectorAll("[role=option]")];
  const mark = (place) => {
    const all = options();
    if (!all.length) return;
    at = (place + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    query.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  };
  let taken = [];
  const show = (found) => {
    taken = found;
    list.replaceChildren(...found.map((one, i) => {
      const option = make("li", one.name, { id: `option-${i}`, role: "option", "aria-selected": "false" });
      option.dataset.id = one.id;
      option.append(" ", make("small", [one.alias, one.kindLabel].filter((word) => word && word !== one.name).join(" · ")));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(one); });
      return option;
    }));
    if (!found.length) list.append(make("li", texts.nothing, { role: "option", "aria-disabled": "true", className: "soft" }));
    at = -1;
    list.hidden = false;
    query.setAttribute("aria-expanded", "true");
    say(found.length ? `${found.length} ${texts.found}` : texts.nothing);
  };
  const look = async () => {
    const text = query.value.trim();
    if (!text) { hide(); return []; }
    const mine = ++turn;
    try {
      const found = await search(text);
      if (mine === turn) show(found);
      return found;
    } catch (error) {
      if (mine !== turn) return [];
      list.replaceChildren(make("li", error.message, { className: "wrong", role: "option", "aria-disabled": "true" }));
      list.hidden = false;
      return [];
    }
  };
  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    if (data.mode === "file") look();
    else waiting = setTimeout(look, 120);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(at - 1); }
    if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); event.preventDefault(); hide(); }
  });
  query.addEventListener("blur", hide);
  byId("search").addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const chosen = list.hidden ? -1 : at;
    const found = list.hidden || chosen < 0 ? await look() : taken;
    const one = found[Math.max(chosen, 0)];
    if (one) take(one);
  });
})();
