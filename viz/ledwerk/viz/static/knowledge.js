"use strict";
// The page of a node: its text is written here, its gaps and history come when they are ready.
(() => {
  const { data, texts, byId, make, say, asJson, post, graphql } = ledwerk;
  const { looking, seenAddress, seenDeclared, seenGiven, seenAsked } = ledwerk;
  const lang = document.documentElement.lang;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const address = (id) => seenAddress(`/node/${encodeURIComponent(id).replaceAll("%3A", ":")}`, { lang });
  const link = (one) => make("a", one.name, { href: address(one.id) });
  const ended = (element, ...parts) => element.replaceChildren(...parts);

  byId("print").addEventListener("click", () => window.print());

  // The picture of a large network is drawn the first time that somebody asks: it is asked for again, and
  // left out where it does not come.
  const picture = document.querySelector(".picture img");
  let tries = 0;
  const missed = () => {
    tries += 1;
    if (tries > 3) { picture.closest(".picture").hidden = true; return; }
    setTimeout(() => { picture.src = `${picture.src.split("&again=")[0]}&again=${tries}`; }, 4000 * tries);
  };
  if (picture) {
    picture.addEventListener("error", missed);
    if (picture.complete && !picture.naturalWidth && picture.currentSrc) missed();
  }

  // -- writing ------------------------------------------------------------------------------------------
  const form = byId("writing");
  const area = byId("markdown");
  const field = lang === "en" ? "textEn" : "textNl";
  const SAVE = `mutation ($id: ID!, $text: String, $seen: Int!) {
    change: update${data.kind}(id: $id, input: { ${field}: $text }, expectedRevision: $seen) {
      revision errors { code message } } }`;
  const close = () => {
    form.hidden = true;
    byId("edit").hidden = false;
    byId("edit").focus();
  };
  if (!looking) byId("edit").addEventListener("click", () => {
    area.value = data.texts[lang] ?? "";
    byId("wrong").textContent = "";
    ended(byId("seen"));
    form.hidden = false;
    byId("edit").hidden = true;
    area.focus();
  });
  byId("leave")?.addEventListener("click", close);
  form?.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); close(); } });
  byId("preview")?.addEventListener("click", async () => {
    try {
      // Made by the service from Markdown: what was HTML in it is text there.
      byId("seen").innerHTML = (await post("/markdown.json", { text: area.value })).html;
    } catch (error) { byId("wrong").textContent = error.message; }
  });
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("wrong").textContent = "";
    try {
      const { change } = await graphql(SAVE, { id: data.id, text: area.value.trim() ? area.value : null, seen: data.revision });
      const [wrong] = change.errors;
      if (wrong && wrong.code !== "NOTHING_TO_DO") {
        byId("wrong").textContent = wrong.code === "CHANGED_SINCE" ? texts.changed_meanwhile : wrong.message;
        return;
      }
      sessionStorage.setItem("ledwerk-saved", data.id);
      location.reload();
    } catch (error) { byId("wrong").textContent = error.message; }
  });
  try {
    if (sessionStorage.getItem("ledwerk-saved") === data.id) say(texts.saved);
    sessionStorage.removeItem("ledwerk-saved");
  } catch { /* a browser that keeps nothing */ }

  // -- gaps: no tie with a campus, and who could introduce -----------------------------------------------
  const GAPS = `query ($id: ID!${seenDeclared}) { campuses(first: 1${seenGiven}) { totalCount }
    gaps(from: { id: $id }, to: { kind: CAMPUS }, first: 1${seenGiven}) { edges { distance nearest { id name }
      introducers { id name strength } } } }`;
  const listed = (nodes) => nodes.flatMap((one, i) => (i ? [", ", link(one)] : [link(one)]));
  const withNames = (text, n, nodes) => {
    const [before, after] = filled(text, { n, names: "\u0000" }).split("\u0000");
    return make("p", null, {}, before, ...listed(nodes), after ?? "");
  };
  const gapParts = ({ campuses, gaps }) => {
    if (!campuses.totalCount) return [make("p", texts.gaps_no_campus, { className: "soft" })];
    const [gap] = gaps.edges;
    if (!gap) return [make("p", texts.gaps_none, { className: "note good" })];
    if (gap.distance === null) return [make("p", texts.gap_unreachable, { className: "note warn" })];
    const told = withNames(texts.gap_away, gap.distance, gap.nearest.slice(0, 4));
    const lines = gap.introducers.slice(0, 5).map((one) => make("li", null, {}, link(one), " ",
      make("small", `(${filled(texts.strength, { n: one.strength })})`)));
    return [told, ...(lines.length ? [make("h3", texts.gap_introducers), make("ul", null, { className: "plain" }, ...lines)] : [])];
  };
  const gaps = async () => {
    if (!data.party || !byId("gap-list")) return;
    try { ended(byId("gap-list"), ...gapParts(await graphql(GAPS, { id: data.id, ...seenAsked() }))); }
    catch (error) { ended(byId("gap-list"), make("p", error.message, { className: "wrong" })); }
  };

  // -- history --------------------------------------------------------------------------------------------
  const moment = (at) => new Date(at).toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" });
  const changeLine = (one) => make("li", null, {},
    make("a", `${one.number}`, { href: `/history?revision=${one.number}&lang=${lang}` }), ` ${moment(one.at)}, ${one.actor}: `,
    [one.action, one.dataset].filter(Boolean).join(" "), one.why ? ` – ${one.why}` : "");
  byId("show-history").addEventListener("click", async ({ target }) => {
    try {
      const { changes, total } = await asJson(seenAddress("/node-history.json", { id: data.id, lang }));
      const more = total > changes.length ? [make("p", filled(texts.history_more, { n: changes.length, total }), { className: "soft" })] : [];
      ended(byId("history-list"), ...more, changes.length ? make("ul", null, {}, ...changes.map(changeLine))
        : make("p", texts.history_none, { className: "soft" }));
      target.parentElement.hidden = true;
      byId("history-list").tabIndex = -1;
      byId("history-list").focus();
    } catch (error) { ended(byId("history-list"), make("p", error.message, { className: "wrong" })); }
  });

  gaps().finally(() => { document.body.dataset.ready = "true"; });
})();
