"use strict";
// Likely doubles: each pair is decided with a button, or with a key while it has the focus; the next one
// then gets it. What was put off comes back when asked for. Names are only ever put in as text.
(() => {
  const { byId, say, texts, graphql, asJson } = window.ledwerk;
  const CHANGE = "{ revision merged errors { message } }";
  const ASKED = {
    same: [`mutation ($a: ID!, $b: ID!) { done: mergeNodes(keep: $a, merge: $b) ${CHANGE} }`, "done_same"],
    different: [`mutation ($a: ID!, $b: ID!) { done: markDifferent(one: $a, other: $b) ${CHANGE} }`, "done_different"],
    back: [`mutation ($a: ID!, $b: ID!) { done: takeBackMatch(one: $a, other: $b) ${CHANGE} }`, "done_back"],
  };
  const KEYS = Object.fromEntries(["same", "different", "later"].map((act) => [texts[`key_${act}`], act]));
  const refused = (error) => (/editor|token|redacteur/i.test(error.message) ? texts.sign_in_first : error.message);
  const change = async (act, a, b) => {
    const { done } = await graphql(ASKED[act][0], { a, b });
    if (done.errors.length) throw new Error(done.errors.map((one) => one.message).join(" "));
    say(texts[ASKED[act][1]]);
  };
  const open = () => [...document.querySelectorAll(".pair")].filter((pair) => !pair.parentElement.hidden);

  // The focus goes to the pair after this one, or before it where it was the last.
  const onward = (pair) => {
    const every = open();
    const at = every.indexOf(pair);
    const next = every[at + 1] || every[at - 1];
    pair.parentElement.hidden = true;
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); return; }
    byId("done").hidden = false;
    byId("again").hidden = !document.querySelector("[data-later]");
    byId("done").focus();
  };
  const decide = async (act, pair) => {
    if (pair.dataset.busy) return;
    const wrong = pair.querySelector(".wrong");
    wrong.textContent = "";
    if (act === "later") {
      pair.dataset.later = "true";
      say(texts.put_later);
      onward(pair);
      return;
    }
    if (pair.dataset.kinds && (act === "same" || act === "swap")) { wrong.textContent = texts.two_kinds; return; }
    if (act === "swap") { swap(pair); return; }
    pair.dataset.busy = "true";
    try {
      await change(act, pair.dataset.keep, pair.dataset.merge);
      onward(pair);
    } catch (error) { wrong.textContent = refused(error); } finally { delete pair.dataset.busy; }
  };
  const swap = (pair) => {
    const { keep, merge } = pair.dataset;
    Object.assign(pair.dataset, { keep: merge, merge: keep });
    const sides = pair.querySelector(".sides");
    sides.append(sides.firstElementChild);
    [...sides.children].forEach((side, place) => {
      side.dataset.role = place ? "goes" : "stays";
      side.querySelector(".role").textContent = texts[side.dataset.role];
    });
    say(`${sides.querySelector("h3").textContent} ${texts.stays}`);
  };
  const takeBack = async (item) => {
    const wrong = item.querySelector(".wrong");
    try {
      await change("back", item.dataset.one, item.dataset.other);
      location.reload();
    } catch (error) { wrong.textContent = refused(error); }
  };
  const mergeSure = async (button) => {
    button.disabled = true;
    try {
      const { done } = await graphql(`mutation { done: mergeSure ${CHANGE} }`);
      if (done.errors.length) throw new Error(done.errors.map((one) => one.message).join(" "));
      say(texts.done_sure);
      location.reload();
    } catch (error) {
      button.disabled = false;
      byId("sign-first").textContent = refused(error);
      byId("sign-first").hidden = false;
      byId("sign-first").scrollIntoView({ block: "center" });
      say(refused(error));
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "merge-sure") mergeSure(button);
    else if (button.id === "again") {
      for (const pair of document.querySelectorAll("[data-later]")) {
        delete pair.dataset.later;
        pair.parentElement.hidden = false;
      }
      byId("done").hidden = true;
      open()[0]?.focus();
    } else if (button.dataset.act === "back") takeBack(button.closest("li"));
    else if (button.dataset.act) decide(button.dataset.act, button.closest(".pair"));
  });
  // Keys count only where a pair has the focus, so that nobody decides by typing elsewhere.
  document.addEventListener("keydown", (event) => {
    const pair = event.target.closest?.(".pair");
    if (!pair || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const act = KEYS[event.key.toLowerCase()];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!act && !step) return;
    event.preventDefault();
    if (act) { decide(act, pair); return; }
    const every = open();
    const next = every[every.indexOf(pair) + step];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  });

  const showWho = () => { byId("sign-first").hidden = window.ledwerk.who().role === "editor"; };
  document.addEventListener("ledwerk:who", showWho);
  // What is still being looked for is asked for again.
  const waiting = async () => {
    await new Promise((go) => { setTimeout(go, 3000); });
    try {
      await asJson("/graphql", {
        method: "POST", headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ matches(first: 0) { totalCount } }" }),
      });
    } catch { /* it is tried by loading the page */ }
    location.reload();
  };
  window.ledwerk.signedIn.then(() => {
    showWho();
    for (const pair of document.querySelectorAll(".pair")) pair.tabIndex = 0;
    if (window.ledwerk.data.late) waiting();
    document.body.dataset.ready = "true";
  });
})();
