"use strict";
// On the page of the network: nothing, unless a workshop is going on and somebody is in it. Then its scripts
// are loaded, and the panel is made: the facilitator leads and decides, participants follow and propose.
(() => {
  const { byId, make, say, asJson, signedIn, served, view, kept } = ledwerk;
  const place = byId("workshop-panel");
  const SCRIPTS = ["workshop-room.js", "workshop-choose.js", "workshop-form.js", "workshop-list.js"];
  if (!served || !place || !view) return;

  const loaded = (name) => new Promise((done, failed) => {
    const script = make("script", null, { src: `/static/viz/${name}`, async: false });
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  let words = {};
  const parts = {};
  const switched = (word, on) => {
    const made = make("button", word, { type: "button", "aria-pressed": String(on) });
    made.on = () => made.getAttribute("aria-pressed") === "true";
    made.turn = (next) => made.setAttribute("aria-pressed", String(next));
    return made;
  };

  // -- leading and following ------------------------------------------------------------------------------
  let led = null; // the view that was shown to all, or taken from there, last
  const lead = (room) => {
    const flag = `ledwerk-lead-${room.state.session.id}`;
    const toggle = switched(words.lead, kept(flag) !== "off");
    const show = async (address) => {
      if (!toggle.on() || address === led) return;
      led = address;
      try { await room.show(address); } catch (error) { led = null; say(error.message); }
    };
    toggle.addEventListener("click", () => {
      toggle.turn(!toggle.on());
      kept(flag, toggle.on() ? "on" : "off");
      led = null;
      show(view.address());
    });
    led = room.state.screen;
    document.addEventListener("ledwerk:view", ({ detail }) => show(detail.address));
    if (view.current()) show(view.address());
    return [toggle, make("p", words.lead_help, { className: "soft hint" })];
  };
  const followed = (room) => {
    const toggle = switched(words.follow, true);
    const note = make("p", words.following, { className: "soft hint" });
    const set = (on) => {
      toggle.turn(on);
      note.textContent = on ? words.following : words.not_following;
    };
    const go = async () => {
      const address = room.state.screen;
      if (!toggle.on() || address === null || address === led) return;
      led = address;
      await view.show(address, { follow: true });
    };
    toggle.addEventListener("click", () => {
      set(!toggle.on());
      led = null;
      go();
    });
    // Whoever goes somewhere themselves follows no more, until they say so.
    document.addEventListener("ledwerk:view", ({ detail }) => {
      if (toggle.on() && !detail.follow && detail.cause !== "refresh" && room.state.screen !== null && detail.address !== room.state.screen) set(false);
    });
    document.addEventListener("ledwerk:room", ({ detail }) => { if (detail.line?.event === "SCREEN") go(); });
    go();
    return [toggle, note];
  };

  // -- the panel --------------------------------------------------------------------------------------------
  const draw = (room) => {
    const all = [...room.state.proposals.values()];
    const waits = (one) => ["WAITING", "ACCEPTING"].includes(one.state);
    const shown = room.lead() ? all.filter(waits) : all.filter((one) => one.mine).reverse();
    ledwerk.proposalList.draw(parts.list, shown, room.lead() ? words.waiting_none : words.mine_none, room.unsent());
    parts.count.textContent = room.lead() || room.unsent().length ? `(${shown.length + room.unsent().length})` : "";
    parts.box.hidden = false;
  };
  const news = (room, line) => {
    // The line says that the graph is newer; no need to wait for the look at its number.
    const newer = line.revision > (view.current()?.revision ?? 0);
    if (newer && ["ACCEPTED", "UNDONE"].includes(line.event)) view.refresh();
    if (line.event === "ENDED") {
      parts.box.replaceChildren(make("p", words.ended, { className: "note", role: "status" }));
      say(words.ended);
      return;
    }
    if (line.event === "PROPOSED" && room.lead()) say(words.new_proposal.replace("{name}", line.actor));
    const word = { ACCEPTED: "was_accepted", REFUSED: "was_refused", UNDONE: "was_undone" }[line.event];
    if (word && line.proposal.mine && !room.lead()) say(words[word].replace("{what}", line.proposal.summary));
  };
  const build = (room) => {
    const propose = make("button", words.propose, { type: "button", className: "first", id: "propose" });
    propose.addEventListener("click", () => ledwerk.proposalForm.open());
    parts.count = make("span");
    parts.list = make("div");
    const title = make("summary", null, {}, make("h2", words.workshop_title), make("span", ` ${room.state.session.name}`, { className: "soft" }));
    const list = make("h3", `${room.lead() ? words.waiting : words.mine} `, {}, parts.count);
    parts.box = make("details", null, { className: "workshop", open: innerWidth > 700 }, title,
      make("div", null, { className: "lead" }, ...(room.lead() ? lead(room) : followed(room))),
      make("p", null, { className: "buttons" }, propose), list, parts.list);
    place.replaceChildren(parts.box);
  };
  // What one is reading about can be spoken of at once.
  const offer = () => document.addEventListener("ledwerk:panel", ({ detail }) => {
    if (!/^(organisation|campus|municipality|group|project|programme|person|board|sector):/.test(detail.fact?.id)) return;
    const made = make("button", words.propose_here, { type: "button" });
    const about = { id: detail.fact.id, name: detail.fact.name };
    const sort = /^(organisation|campus|municipality|group|project|programme):/.test(about.id) ? "TIE" : "CORRECTION";
    made.addEventListener("click", () => ledwerk.proposalForm.open({ sort, about }));
    detail.element.append(make("p", null, { className: "buttons" }, made));
  });

  let begun = false;
  const begin = async (who) => {
    if (begun || !["participant", "editor"].includes(who.role)) return;
    begun = true;
    try {
      const forms = await asJson(`/workshop/forms.json?lang=${document.documentElement.lang}`);
      if (!forms.running) return;
      words = forms.texts;
      await Promise.all(SCRIPTS.map(loaded));
      const { room, proposalForm, proposalList } = ledwerk;
      proposalForm.begin(forms);
      proposalList.begin(forms);
      if (!await room.enter()) return;
      build(room);
      draw(room);
      offer();
      document.addEventListener("ledwerk:room", ({ detail }) => {
        if (!room.state.ended) draw(room);
        if (detail.line) news(room, detail.line);
        if (detail.sent?.made?.errors.length) say(words.not_taken.replace("{message}", detail.sent.made.errors[0].message));
      });
      room.send();
      document.body.dataset.workshop = "there";
    } catch (error) {
      begun = false;
      say(error.message);
      setTimeout(() => begin(who), 3000);
    }
  };
  signedIn.then(begin);
  document.addEventListener("ledwerk:who", ({ detail }) => begin(detail));
})();
