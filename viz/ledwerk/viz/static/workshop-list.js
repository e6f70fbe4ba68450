"use strict";
// Proposals as a list: what each says, what became of it, and what can be done with it.
(() => {
  const { make, say, room } = ledwerk;
  const CLOCK = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  let words = {};

  const named = (list) => list.map((one) => `“${one.name}”`).join(", ");
  const state = (one) => words[`state_${one.state.toLowerCase()}`];
  const trouble = (card, text) => {
    card.querySelector(".wrong").textContent = text;
    say(text);
  };
  const button = (card, word, act, properties = {}) => {
    const made = make("button", word, { type: "button", ...properties });
    made.addEventListener("click", async () => {
      const buttons = [...card.querySelectorAll("button")];
      for (const one of buttons) one.disabled = true;
      try {
        const result = await act();
        if (result?.errors?.length) trouble(card, result.errors[0].message && ledwerk.proposalForm.fault(result.errors[0]));
      } catch (error) { trouble(card, error.message); } finally { for (const one of buttons) one.disabled = false; }
    });
    return made;
  };
  // What the facilitator can do with one.
  const decisions = (card, one) => {
    const made = [];
    if (one.state === "WAITING" || one.state === "ACCEPTING") {
      made.push(button(card, words.accept, () => room.decide(one.id, true), { className: "first" }));
    }
    if (one.state === "WAITING") {
      for (const other of one.kind === "PARTY" || one.kind === "TIE" ? one.alike : []) {
        const word = words.use_existing.replace("{name}", other.name);
        made.push(button(card, word, () => room.decide(one.id, true, "", { existing: other.id })));
      }
      if (one.kind !== "REMARK") made.push(button(card, words.edit, () => ledwerk.proposalForm.open({ proposal: one })));
      made.push(button(card, words.refuse, () => room.decide(one.id, false)));
    }
    if (one.state === "ACCEPTED" || one.state === "UNDOING") made.push(button(card, words.undo_proposal, () => room.undo(one.id)));
    return made;
  };
  const look = (card, one) => {
    const node = one.nodes[0];
    if (!node || !ledwerk.view) return [];
    return [button(card, words.show_on_map, () => ledwerk.view.show(`focus=${encodeURIComponent(node.id)}&selected=${encodeURIComponent(node.id)}`))];
  };
  const item = (one) => {
    const lead = room.lead();
    const card = make("li", null, { className: "proposal" });
    card.dataset.id = one.id;
    card.dataset.state = one.state;
    card.append(make("p", one.summary, { className: "what" }));
    const by = words.by.replace("{name}", one.by);
    card.append(make("p", `${lead ? `${by}, ` : ""}${CLOCK.format(new Date(one.at))} – ${state(one)}`, { className: "soft" }));
    if (one.wish.remark && one.kind !== "REMARK") card.append(make("p", one.wish.remark, { className: "soft" }));
    if (one.why) card.append(make("p", `“${one.why}”`));
    if (one.message) card.append(make("p", one.message, { className: "wrong" }));
    if (lead && one.state === "WAITING" && one.alike.length) {
      const same = one.alike.some((other) => other.same);
      card.append(make("p", words[same ? "same_as" : "looks_like"].replace("{names}", named(one.alike)), { className: "note warn" }));
    }
    const acts = lead ? decisions(card, one)
      : one.mine && one.state === "WAITING" ? [button(card, words.withdraw, () => room.withdraw(one.id))] : [];
    const shown = [...acts, ...look(card, one)];
    for (const made of shown) made.setAttribute("aria-label", `${made.textContent}: ${one.summary}`);
    card.append(make("p", null, { className: "wrong", role: "alert" }));
    if (shown.length) card.append(make("p", null, { className: "buttons" }, ...shown));
    return card;
  };
  const unsent = (input) => {
    const card = make("li", null, { className: "proposal" });
    card.dataset.state = "UNSENT";
    const what = input.name || input.remark || input.value || input.activityName || words[`form_${input.kind.toLowerCase()}`] || words.remark;
    card.append(make("p", what, { className: "what" }), make("p", words.state_unsent, { className: "soft" }));
    return card;
  };

  // Draws proposals into a place; what has the focus keeps it, and so does where one is reading.
  const draw = (place, proposals, none, waiting = []) => {
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    const where = focused?.closest("li")?.dataset.id;
    const label = focused?.getAttribute("aria-label");
    const cards = [...waiting.map(unsent), ...proposals.map(item)];
    place.replaceChildren(cards.length ? make("ul", null, { className: "proposals" }, ...cards)
      : make("p", none, { className: "soft" }));
    if (!focused) return;
    const same = place.querySelector(`li[data-id="${CSS.escape(where || "")}"]`);
    const there = [...(same?.querySelectorAll("button") || [])].find((one) => one.getAttribute("aria-label") === label);
    // The one that was decided is gone: the next one, or the list itself, is what comes now.
    const next = there || same?.querySelector("button") || place.querySelector("button");
    if (next) next.focus();
    else {
      place.tabIndex = -1;
      place.focus();
    }
  };
  ledwerk.proposalList = { begin: (forms) => { words = forms.texts; }, draw, clock: (at) => CLOCK.format(new Date(at)) };
})();
