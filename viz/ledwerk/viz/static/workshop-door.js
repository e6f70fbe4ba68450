"use strict";
// Joining with code and name; and a page that was made for somebody else is asked for anew.
(() => {
  const { byId, texts, post, say, signedIn, data } = ledwerk;
  const look = (who) => { if (data?.made_for !== undefined && who.role !== data.made_for) location.reload(); };
  document.addEventListener("ledwerk:who", ({ detail }) => look(detail));
  signedIn.then(look);

  const form = byId("join");
  if (!form) return;
  (byId("code").value ? byId("name") : byId("code")).focus();
  const words = (error) => {
    if (error.status === 403) return texts.wrong_code;
    return error.status === 429 ? texts.too_many : error.message;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    byId("wrong").textContent = "";
    try {
      const who = await post("/workshop/join", { code: byId("code").value, name: byId("name").value });
      const told = texts.joined_as.replace("{name}", who.name);
      byId("joined").querySelector("span").textContent = told;
      byId("joined").hidden = false;
      form.hidden = true;
      say(told);
      location.assign(byId("joined").querySelector("a").href);
    } catch (error) {
      byId("wrong").textContent = words(error);
      if (error.status === 403) byId("code").select();
    } finally { button.disabled = false; }
  });
})();
