"use strict";
// History: what happened stands in the page; this compares two revisions, and takes one back.
(() => {
  const { byId, say, texts, graphql, data } = window.ledwerk;
  const lang = document.documentElement.lang;
  const TAKE = `mutation ($revision: Int!, $dependents: Dependents, $why: String) {
    takeBack(revision: $revision, dependents: $dependents, why: $why) { revision errors { code message } } }`;

  byId("compare")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const ends = [Number(byId("since").value), Number(byId("until").value)];
    const [since, until] = ends[0] < ends[1] ? ends : [ends[1] - 1, ends[0] + 1];
    location.assign(`/changes?${new URLSearchParams({ since, until, lang })}`);
  });

  const back = byId("back");
  const told = (words) => { byId("back-told").textContent = words; };
  back?.addEventListener("submit", async (event) => {
    event.preventDefault();
    told("");
    if (window.ledwerk.who().role !== "editor") { told(texts.sign_in_first); return; }
    const button = back.querySelector("button");
    button.disabled = true;
    try {
      const dependents = new FormData(back).get("dependents") || "REFUSE";
      const asked = { revision: data.revision, dependents, why: byId("why").value.trim() || null };
      const { takeBack } = await graphql(TAKE, asked);
      if (takeBack.errors.length) { told(takeBack.errors.map((one) => one.message).join(" ")); return; }
      say(texts.done.replace("{n}", takeBack.revision));
      location.assign(`/history?${new URLSearchParams({ revision: takeBack.revision, lang })}`);
    } catch (error) {
      told(/editor|token/i.test(error.message) ? texts.sign_in_first : error.message);
    } finally {
      button.disabled = false;
    }
  });
  document.body.dataset.ready = "true";
})();
