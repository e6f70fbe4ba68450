"use strict";
// A file dropped anywhere on the page goes to the page that shows what it would change.
(() => {
  const { byId, make, texts, say, asJson, data, served, looking } = window.ledwerk;
  const lang = document.documentElement.lang;
  const over = make("div", texts.drop_here, { className: "drop-over", hidden: true });
  document.body.append(over);

  // Sends a file and gives the preview; nothing is written by it.
  const send = (file, options = {}) => {
    const query = new URLSearchParams({ name: file.name || "tabel.csv", lang, ...options });
    return asJson(`/import?${query}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file });
  };
  const open = async (file) => {
    say(texts.loading);
    const preview = await send(file, data?.table ? { table: data.table } : {});
    location.href = `/import?key=${encodeURIComponent(preview.key)}&lang=${lang}`;
  };
  const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let taken = open;
  let wrong = (error) => {
    const box = byId("trouble") ?? byId("main").querySelector(".sheet").appendChild(make("p", null, { id: "trouble", className: "note warn", role: "alert" }));
    box.textContent = error.message;
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" });
  };
  if (served && !looking) {
    addEventListener("dragover", (event) => { if (hasFile(event)) { event.preventDefault(); over.hidden = false; } });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) over.hidden = true; });
    addEventListener("drop", (event) => {
      over.hidden = true;
      if (!hasFile(event)) return;
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      if (file) Promise.resolve(taken(file)).catch((error) => wrong(error));
    });
  }
  // The list of all tables has no other script.
  if (data?.table === "") window.ledwerk.signedIn.then(() => { document.body.dataset.ready = "true"; });
  window.ledwerk.drop = { send, take: (own, failed) => { taken = own; wrong = failed; } };
})();
