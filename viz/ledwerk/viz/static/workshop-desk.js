"use strict";
// The facilitator's page: who is there, what waits, what was decided, and the log.
(() => {
  const { byId, make, texts, data, say, signedIn, room, proposalForm, proposalList } = ledwerk;
  const waiting = (one) => ["WAITING", "ACCEPTING"].includes(one.state);

  const draw = () => {
    const { proposals, people, log } = room.state;
    const all = [...proposals.values()];
    proposalList.draw(byId("waiting"), all.filter(waiting), texts.waiting_none);
    proposalList.draw(byId("decided"), all.filter((one) => !waiting(one)).reverse(), texts.report_none);
    byId("waiting-count").textContent = `(${all.filter(waiting).length})`;
    byId("participants-count").textContent = `(${people.length})`;
    byId("participants").replaceChildren(...people.map((name) => make("li", name)));
    if (!people.length) byId("participants").append(make("li", texts.participants_none, { className: "soft" }));
    byId("log").replaceChildren(...[...log].reverse().map((line) => make("li", null, {},
      make("span", `${proposalList.clock(line.at)} `, { className: "soft" }), make("span", line.summary))));
  };
  // Asked once more, in a dialog of the page's own words.
  const sure = () => {
    const yes = make("button", texts.end_yes, { type: "button", className: "first" });
    const no = make("button", texts.cancel, { type: "button" });
    const dialog = make("dialog", null, { "aria-labelledby": "end-title" }, make("h2", texts.end, { id: "end-title" }),
      make("p", texts.end_sure), make("p", null, { className: "buttons" }, yes, no));
    dialog.addEventListener("close", () => dialog.remove());
    no.addEventListener("click", () => dialog.close());
    yes.addEventListener("click", () => { dialog.close(); end(); });
    document.body.append(dialog);
    dialog.showModal();
  };
  const end = async () => {
    try {
      const report = document.querySelector(".buttons a[href*='report']").href;
      await room.end();
      location.assign(report);
    } catch (error) { byId("trouble").textContent = error.message; }
  };
  document.addEventListener("ledwerk:room", ({ detail }) => {
    draw();
    if (detail.line?.event === "PROPOSED") say(texts.new_proposal.replace("{name}", detail.line.actor));
    if (detail.line?.event === "ENDED") say(texts.ended);
  });
  const begin = async () => {
    await signedIn;
    proposalForm.begin(data);
    proposalList.begin(data);
    byId("end").addEventListener("click", sure);
    try { await room.enter(); } catch (error) { byId("trouble").textContent = error.message; }
    document.body.dataset.ready = "true";
  };
  begin();
})();
