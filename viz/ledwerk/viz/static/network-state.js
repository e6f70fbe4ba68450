"use strict";
// What is shown: a state, which stands in the address, and the drawing of it. `ledwerk.view` is what all
// else on this page goes by, and the event `ledwerk:view` on the document after each change.
(() => {
  const { data, texts, byId, asJson, served } = ledwerk;
  const plain = Object.fromEntries(data.plain);
  const names = data.plain.map(([name]) => name);
  const lang = document.documentElement.lang;
  const MOST_ASKED = 90; // times, a while apart: reckoning a large graph takes its time

  // -- a state and its address, letter for letter as the service writes it ---------------------------
  const coded = (value) => encodeURIComponent(value).replace(/%20/g, "+")
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  const addressOf = (state) => names.flatMap((name) => {
    const value = state[name];
    if (Array.isArray(value)) return [...new Set(value)].sort().map((one) => `${name}=${coded(one)}`);
    return value === plain[name] ? [] : [`${name}=${coded(value)}`];
  }).join("&");
  const stateOf = (address) => {
    const given = new URLSearchParams(address);
    const read = (name) => {
      const values = given.getAll(name);
      if (!values.length) return plain[name];
      if (Array.isArray(plain[name])) return [...new Set(values)].sort();
      const last = values.at(-1);
      return typeof plain[name] === "number" && /^\d+$/.test(last) ? Number(last) : last;
    };
    return Object.fromEntries(names.map((name) => [name, read(name)]));
  };
  // What is selected lights up what is drawn already.
  const drawnBy = (one) => addressOf({ ...one, selected: "" });

  // -- asking ------------------------------------------------------------------------------------------
  let state = plain;
  let drawing = null;
  let wanted = plain; // what was asked for last, on which the next change builds
  let turn = 0;
  const pause = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });
  const busy = (words) => {
    byId("stage").setAttribute("aria-busy", String(Boolean(words)));
    byId("busy").hidden = !words;
    byId("busy").textContent = words || "";
  };
  const once = async (next) => {
    if (!served || data.mode === "file") return ledwerk.file.drawn(next);
    const address = addressOf(next);
    try {
      return await asJson(`/view.json?${address}${address && "&"}lang=${lang}`);
    } catch (error) {
      if (error.status === undefined) throw new Error(texts.unreachable);
      throw error;
    }
  };
  const ask = async (next, mine) => {
    const slow = setTimeout(() => { if (mine === turn) busy(texts.busy); }, 250);
    try {
      for (let asked = 1; ; asked += 1) {
        try { return await once(next); } catch (error) {
          if (error.status !== 503 || !error.retryAfter || asked === MOST_ASKED || mine !== turn) throw error;
          busy(texts.still);
          await pause(error.retryAfter);
          if (mine !== turn) return null;
        }
      }
    } finally {
      clearTimeout(slow);
      if (mine === turn) busy("");
    }
  };

  const trouble = (words) => {
    byId("trouble").hidden = !words;
    byId("trouble").querySelector("p").textContent = words;
  };
  byId("trouble").querySelector("button").addEventListener("click", () => trouble(""));

  const arrive = (found, next, options) => {
    const before = drawing;
    const was = state;
    drawing = found;
    // The service may know better, such as an order; what is selected is this page's.
    state = before === found ? next : { ...found.state, selected: next.selected };
    wanted = state;
    if (before !== found) trouble("");
    const detail = { address: addressOf(state), revision: found.revision, drawing, state, before, was, ...options };
    document.dispatchEvent(new CustomEvent("ledwerk:view", { detail }));
    return found;
  };

  // Goes to a state. `how` is what becomes of the address: push, replace, or keep where it stands there.
  const go = async (next, options = {}) => {
    const mine = ++turn;
    wanted = next;
    if (drawing && !options.force && drawnBy(next) === drawnBy(state)) {
      busy("");
      return arrive(drawing, next, { how: "push", ...options });
    }
    try {
      const found = await ask(next, mine);
      return mine === turn && found ? arrive(found, next, { how: "push", ...options }) : null;
    } catch (error) {
      if (mine !== turn) return null;
      wanted = state;
      trouble(drawing ? `${error.message} ${texts.kept_old}` : error.message);
      document.dispatchEvent(new CustomEvent("ledwerk:trouble", { detail: { error, state, ...options } }));
      return null;
    }
  };

  ledwerk.view = {
    // For every part of the product that adds to this page. A state is given as its address; `show` adds a
    // step that can be undone unless it is `quiet`, and `follow` says that somebody else's screen led here.
    // `select` takes an id, or nothing; `current` is the drawing. Each gives a promise of the drawing, or of
    // null where another was asked for meanwhile or it failed, which the page has then said.
    address: () => addressOf(state),
    show: (address, { follow = false, quiet = false } = {}) =>
      go(stateOf(address), { how: quiet ? "replace" : "push", follow }),
    refresh: () => go(wanted, { how: "replace", force: true, cause: "refresh" }),
    select: (id, options = {}) => go({ ...wanted, selected: id || "" }, { cause: "select", ...options }),
    current: () => drawing,
    // For this page.
    state: () => state,
    wanted: () => wanted,
    plain,
    change: (some, options = {}) => go({ ...wanted, ...some }, options),
    go, stateOf, addressOf, lang,
    begin: (found, next) => arrive(found, next || found.state, { how: "replace", cause: "begin" }),
  };
})();
