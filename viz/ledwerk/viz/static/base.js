"use strict";
// What every page has: words, theme, signing in, asking GraphQL, following it. `ledwerk` is the one name
// that scripts share. Works in a file too, where there is no service to ask.
window.ledwerk = (() => {
  const byId = (id) => document.getElementById(id);
  const read = (id) => (byId(id) ? JSON.parse(byId(id).textContent) : null);
  const texts = read("page-texts") || {};
  const served = location.protocol.startsWith("http");

  const make = (tag, text, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.includes("-") || name === "role") element.setAttribute(name, value);
      else element[name] = value;
    }
    if (text !== undefined && text !== null) element.textContent = text;
    element.append(...children);
    return element;
  };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // Said to a screen reader; an empty text in between lets the same words be said again.
  const say = (text) => {
    if (!byId("said")) return;
    byId("said").textContent = "";
    setTimeout(() => { byId("said").textContent = text; }, 50);
  };

  // -- theme: of this screen, not of the view ---------------------------------------------------------
  const kept = (name, value) => {
    try {
      if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch { return null; } // a file, or a browser that keeps nothing
  };
  const wear = (theme) => {
    document.documentElement.dataset.theme = theme;
    if (byId("theme")) byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
    document.dispatchEvent(new CustomEvent("ledwerk:theme", { detail: { theme } }));
  };
  wear(new URLSearchParams(location.search).get("theme") || kept("ledwerk-theme") || "light");
  byId("theme")?.addEventListener("click", () => {
    const other = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    kept("ledwerk-theme", other);
    wear(other);
  });
  // -- as of which moment, and believing whom: it stands in the address, and links keep it --------------
  const SEEN = ["known", "trust"];
  const NOT_OF_NOW = [...SEEN, "after", "before", "last", "at", "start"]; // places in a list
  const sight = () => [...new URLSearchParams(location.search)].filter(([name, value]) => SEEN.includes(name) && value);
  const seenAddress = (path, values = {}) => `${path}?${new URLSearchParams([...Object.entries(values), ...sight()])}`;
  const looking = document.body.dataset.seen === "true"; // and changing nothing
  // What a question in GraphQL declares, what its root fields take, and the values; nothing as of now, since
  // another moment costs more.
  const seenDeclared = looking ? ", $known: DateTime, $trust: TrustInput" : "";
  const seenGiven = looking ? ", knownAt: $known, trust: $trust" : "";
  const seenAsked = () => {
    if (!looking) return {};
    const words = sight().filter(([name]) => name === "trust").map(([, word]) => word);
    const some = (kind) => words.filter((word) => word.startsWith(`${kind}:`)).map((word) => word.slice(kind.length + 1));
    const or = (list) => (list.length ? list : null);
    const sources = some("source").map((one) => (one.startsWith("source:") ? one : `source:${one}`));
    const trust = { datasets: or(some("dataset")), sources: or(sources), bases: or(some("basis").map((one) => one.toUpperCase())) };
    if (words.includes("reviewed")) trust.unreviewed = false;
    return { known: sight().find(([name]) => name === "known")?.[1] ?? null, trust: words.length ? trust : null };
  };
  const linkSight = () => {
    for (const link of document.querySelectorAll("a[data-keeps]")) {
      const there = new URLSearchParams(link.getAttribute("href").split("?")[1]);
      for (const name of SEEN) there.delete(name);
      const kept = link.dataset.keeps.split(" ");
      for (const [name, value] of sight()) if (kept.includes(name)) there.append(name, value);
      link.href = `${link.pathname}?${there}`;
    }
    const form = document.querySelector("form.finding");
    for (const old of form?.querySelectorAll(SEEN.map((name) => `[name=${name}]`).join()) ?? []) old.remove();
    form?.append(...sight().map(([name, value]) => make("input", null, { type: "hidden", name, value })));
    if (!byId("seen-now")) return;
    const now = [...new URLSearchParams(location.search)].filter(([name]) => !NOT_OF_NOW.includes(name));
    byId("seen-now").href = `${location.pathname}?${new URLSearchParams(now)}`;
  };
  // The other language shows the same view.
  const linkLanguage = () => {
    const link = byId("language");
    if (!link) return;
    const there = new URLSearchParams(location.search);
    there.set("lang", link.hreflang);
    link.href = `?${there}`;
    if (served) linkSight();
  };
  linkLanguage();
  // A form sends nothing by itself (form-action 'none'): a search is an address that is gone to.
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") !== "/search") return;
    event.preventDefault();
    location.assign(`/search?${new URLSearchParams(new FormData(event.target))}`);
  });
  // On a phone the links to the other pages stand behind a button.
  byId("pages")?.addEventListener("click", () => {
    const open = byId("pages").getAttribute("aria-expanded") !== "true";
    byId("pages").setAttribute("aria-expanded", String(open));
  });

  // -- who is signed in: a cookie that scripts cannot read; {name, role} can be asked ------------------
  let who = { name: "", role: "" };
  const asJson = async (path, options = {}) => {
    const headers = { "accept-language": document.documentElement.lang, ...options.headers };
    const answer = await fetch(path, { credentials: "same-origin", ...options, headers });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      const error = new Error(body.errors?.[0]?.message || `${texts.failed} (${answer.status})`);
      error.status = answer.status;
      error.retryAfter = Number(answer.headers.get("retry-after")) || 0; // seconds
      throw error;
    }
    return body;
  };
  const post = (path, body, method = "POST") => asJson(path, {
    method, headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}),
  });
  const showWho = (found) => {
    who = found;
    if (byId("who")) {
      byId("who").hidden = !who.role;
      byId("who").textContent = who.role ? `${texts.signed_in} ${who.name}` : "";
      byId("sign").textContent = who.role ? texts.sign_out : texts.sign_in;
    }
    document.body.dataset.role = looking ? "" : who.role;
    document.dispatchEvent(new CustomEvent("ledwerk:who", { detail: who }));
    return who;
  };
  const signIn = async (token) => showWho(await post("/session", { token }));
  const signedIn = (async () => {
    if (!served || !byId("who")) return who;
    const key = new URLSearchParams(location.hash.slice(1)).get("key");
    if (key) {
      history.replaceState(history.state, "", location.pathname + location.search);
      try { return await signIn(key); } catch (error) { say(error.message); }
    }
    try { return showWho(await asJson("/session")); } catch { return who; }
  })();
  byId("sign")?.addEventListener("click", async () => {
    if (who.role) showWho(await post("/session", {}, "DELETE"));
    else byId("sign-in").showModal();
  });
  byId("sign-cancel")?.addEventListener("click", () => byId("sign-in").close());
  byId("sign-in")?.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await signIn(byId("sign-token").value.trim());
      byId("sign-token").value = byId("sign-wrong").textContent = "";
      byId("sign-in").close();
    } catch (error) { byId("sign-wrong").textContent = error.message; }
  });

  // -- GraphQL ------------------------------------------------------------------------------------------
  const graphql = async (query, variables = {}) => {
    const body = await post("/graphql", { query, variables });
    if (body.errors?.length) throw new Error(body.errors.map((one) => one.message).join("; "));
    return body.data;
  };

  const SHOWN_OUT = 4403;
  // Follows a subscription for as long as the page lives. `variables()` is asked anew with each
  // connection, so that it can say what was seen last and nothing is missed.
  const follow = (query, variables, next) => {
    let pause = 250;
    let socket = null;
    let ended = false;
    const open = () => {
      const scheme = location.protocol === "https:" ? "wss:" : "ws:";
      socket = new WebSocket(`${scheme}//${location.host}/graphql`, "graphql-transport-ws");
      const send = (message) => socket.send(JSON.stringify(message));
      socket.onopen = () => send({ type: "connection_init", payload: {} });
      socket.onmessage = (event) => {
        const message = JSON.parse(event.data);
        if (message.type === "connection_ack") {
          pause = 250;
          link(true);
          send({ type: "subscribe", id: "1", payload: { query, variables: variables() } });
        } else if (message.type === "ping") send({ type: "pong" });
        else if (message.type === "next" && message.payload.data) next(message.payload.data);
        else if (message.type === "error") { ended = true; say(message.payload[0]?.message || texts.failed); socket.close(); }
      };
      socket.onclose = ({ code }) => {
        ended ||= code === SHOWN_OUT; // asking again would be refused again
        if (ended) return;
        link(false);
        setTimeout(open, pause * (0.75 + Math.random() / 2));
        pause = Math.min(pause * 2, 4000);
      };
    };
    open();
    return () => { ended = true; socket.close(); };
  };
  const links = new Set();
  const link = (there) => {
    const before = document.body.dataset.link;
    document.body.dataset.link = there ? "there" : "away";
    if (byId("away")) byId("away").hidden = there;
    if (there && before === "away") say(texts.back);
    for (const told of links) told(there);
  };
  addEventListener("pagehide", () => links.clear());

  return {
    byId, make, fold, say, texts, served, asJson, post, graphql, follow, signIn, signedIn, kept, linkLanguage,
    data: read("page-data"), who: () => (looking ? { ...who, role: "" } : who), looking, sight, seenAddress, seenDeclared, seenGiven, seenAsked, onLink: (told) => links.add(told),
  };
})();
